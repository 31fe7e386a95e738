import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';
import { useState } from 'react';
import { CLAIMS_PATH, type PlaygroundData, SCHEMA_PATH } from '../page-data.ts';
import { EditorOptions } from './editor-options.tsx';
import { examplesPlugin } from './examples-plugin.tsx';
import { EXPLORER_PLUGIN } from './explorer/explorer-plugin.tsx';
import { firstState } from './first-state.ts';
import { Notice } from './notice.tsx';
import { pageStorage } from './page-storage.ts';
import { ShareButton } from './share-button.tsx';
import { noticeOf, SharedTab, takeLink } from './shared-tab.tsx';
import { wholeSchemaFetcher } from './whole-schema-fetcher.ts';

/** GraphiQL with the examples, and with links that carry a query. */
export function Playground({ data }: { data: PlaygroundData }) {
  const [{ link, storage, fetcher, plugins, first }] = useState(() => {
    const link = takeLink();
    const storage = pageStorage();
    const shared = link === null || link.shared.query.trim() === '' ? null : link.shared;
    return {
      link,
      storage,
      fetcher: wholeSchemaFetcher(data.endpoint),
      plugins: [EXPLORER_PLUGIN, examplesPlugin(data.examples), HISTORY_PLUGIN],
      first: firstState(data.examples, shared, storage),
    };
  });
  const [notice, tell] = useState(() => noticeOf(link));

  return (
    <>
      <h1 className="onrecord-title">{data.title}: playground</h1>
      <Notice notice={notice} close={() => tell(null)} />
      <GraphiQL
        fetcher={fetcher}
        plugins={plugins}
        storage={storage}
        // A key typed into the headers editor stays in memory: it is never written to the browser's storage.
        shouldPersistHeaders={false}
        defaultEditorToolsVisibility="variables"
        {...first.opening}
      >
        <GraphiQL.Logo>
          <a href={CLAIMS_PATH}>{data.title}</a>
          <a href={SCHEMA_PATH}>Map of the schema</a>
        </GraphiQL.Logo>
        <GraphiQL.Toolbar>
          {({ prettify, merge, copy }) => (
            <>
              {prettify}
              {merge}
              {copy}
              <ShareButton tell={tell} />
            </>
          )}
        </GraphiQL.Toolbar>
        <EditorOptions />
        <SharedTab first={first.operation} tell={tell} />
      </GraphiQL>
    </>
  );
}
