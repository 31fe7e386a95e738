import { type GraphiQLPlugin, useGraphiQLActions } from '@graphiql/react';
import { useCallback } from 'react';
import { CLAIMS_PATH, type ExampleTab, SCHEMA_PATH } from '../page-data.ts';
import { tabOf } from './first-state.ts';
import { NARROW } from './narrow.ts';
import { useOpenTab } from './use-open-tab.ts';

/** A panel that lists the examples, so that one that was closed or edited away can be had again. */
export function examplesPlugin(examples: readonly ExampleTab[]): GraphiQLPlugin {
  return { title: 'Examples', icon: ExamplesIcon, content: () => <Examples examples={examples} /> };
}

function Examples({ examples }: { examples: readonly ExampleTab[] }) {
  const { setVisiblePlugin } = useGraphiQLActions();
  // On a phone the panel lies over the editor that the example was just put into.
  const uncover = useCallback(() => {
    if (window.matchMedia(NARROW).matches) setVisiblePlugin(null);
  }, [setVisiblePlugin]);
  const open = useOpenTab(uncover);

  return (
    <section className="onrecord-examples" aria-label="Examples">
      <h2>Examples</h2>
      <p>
        <a href={SCHEMA_PATH}>Map of the schema</a> · <a href={CLAIMS_PATH}>The claims as pages</a>
      </p>
      <ul>
        {examples.map((example) => (
          <li key={example.name}>
            <button type="button" onClick={() => open(tabOf(example))}>
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
