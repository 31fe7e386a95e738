import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useCallback, useEffect, useState } from 'react';
import type { ExampleTab } from '../page-data.ts';
import { tabOf } from './first-state.ts';
import { NARROW } from './narrow.ts';

/** A panel that lists the examples, so that one that was closed or edited away can be had again. */
export function examplesPlugin(examples: readonly ExampleTab[]): GraphiQLPlugin {
  return { title: 'Examples', icon: ExamplesIcon, content: () => <Examples examples={examples} /> };
}

function Examples({ examples }: { examples: readonly ExampleTab[] }) {
  const { addTab, changeTab, setVisiblePlugin } = useGraphiQLActions();
  const { tabs, queryEditor, variableEditor } = useGraphiQL((state) => ({
    tabs: state.tabs,
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
  }));
  const [wanted, setWanted] = useState<ExampleTab>();

  // On a phone the panel lies over the editor that the example was just put into.
  const uncover = useCallback(() => {
    if (window.matchMedia(NARROW).matches) setVisiblePlugin(null);
  }, [setVisiblePlugin]);

  // A new tab empties the editors; the example is put into them once that has happened, and only then may the panel
  // close, with which this ends.
  useEffect(() => {
    if (wanted === undefined) return;
    const tab = tabOf(wanted);
    queryEditor?.setValue(tab.query);
    variableEditor?.setValue(tab.variables);
    setWanted(undefined);
    uncover();
  }, [wanted, queryEditor, variableEditor, uncover]);

  const open = (example: ExampleTab) => {
    const { query, variables } = tabOf(example);
    const there = tabs.findIndex((tab) => tab.query === query && tab.variables === variables);
    if (there >= 0) {
      changeTab(there);
      uncover();
    } else {
      addTab();
      setWanted(example);
    }
  };

  return (
    <section className="onrecord-examples" aria-label="Examples">
      <h2>Examples</h2>
      <ul>
        {examples.map((example) => (
          <li key={example.name}>
            <button type="button" onClick={() => open(example)}>
              <strong>{example.title}</strong>
              <span>{example.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5h1M8 5h8M4 10h1M8 10h8M4 15h1M8 15h8" strokeLinecap="round" />
    </svg>
  );
}
