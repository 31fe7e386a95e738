import { type GraphiQLPlugin, useGraphiQL } from '@graphiql/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ExplorerWords } from '../../../words/explorer-words.ts';
import { englishExplorer } from '../../../words/explorer-words-en.ts';
import { chineseExplorer } from '../../../words/explorer-words-zh-hans.ts';
import { DefinitionTrees } from './definition-trees.tsx';
import type { Action } from './explorer-change.ts';
import { ExploredContext } from './explorer-context.ts';
import { moveByKeys } from './move-by-keys.ts';
import { readDocument } from './read-document.ts';
import { useDocument } from './use-document.ts';

/** A panel that shows the schema as a tree beside the query: what is ticked in it stands in the operation at the cursor. */
export const EXPLORER_PLUGIN: GraphiQLPlugin = {
  title: englishExplorer.title,
  icon: ExplorerIcon,
  content: Explorer,
};

function Explorer() {
  const schema = useGraphiQL((state) => state.schema) ?? null;
  const [words] = useState(readersWords);
  const { text, offset, act } = useDocument(schema);
  const [refused, setRefused] = useState<{ readonly text: string; readonly reason: string | null } | null>(
    null,
  );
  const panel = useRef<HTMLElement>(null);
  const document = useMemo(() => readDocument(text), [text]);

  useEffect(() => {
    const tree = panel.current;
    if (tree === null) return;
    const move = (event: KeyboardEvent) => moveByKeys(tree, event);
    tree.addEventListener('keydown', move);
    return () => tree.removeEventListener('keydown', move);
  }, []);

  const explored = useMemo(() => {
    if (schema === null || document === null) return null;
    const acted = (action: Action) => {
      const change = act(action);
      setRefused(change.kind === 'refused' ? { text, reason: change.reason } : null);
      return change.kind === 'changed';
    };
    return { schema, document, words, act: acted };
  }, [schema, document, words, text, act]);

  return (
    <section className="onrecord-explorer" aria-label={words.title} lang={words.language} ref={panel}>
      <h2>{words.title}</h2>
      <p>{words.intro}</p>
      {words.ownWords !== null && <p>{words.ownWords}</p>}
      <div role="status">
        {schema === null && <p>{words.noSchema}</p>}
        {document === null && <p>{words.unreadable}</p>}
        {refused?.text === text && (
          <p>
            {words.refused} {refused.reason !== null && <span lang="en">{refused.reason}</span>}
          </p>
        )}
      </div>
      {explored && (
        <ExploredContext value={explored}>
          <DefinitionTrees offset={offset} />
        </ExploredContext>
      )}
    </section>
  );
}

/** The first of the reader's languages that there are words in; English where there is none. */
function readersWords(): ExplorerWords {
  const found = navigator.languages.find((tag) => /^(zh|en)\b/i.test(tag)) ?? 'en';
  return /^zh\b/i.test(found) ? chineseExplorer : englishExplorer;
}

function ExplorerIcon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path
        d="M3 3h5v5H3zM4 5.5l1.2 1.2L7 4.4M11 5.5h6M8 12h4v4H8zM5.5 8v6H8M14.5 14H17"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
