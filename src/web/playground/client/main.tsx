import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/setup-workers/vite';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './playground.css';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { createRoot } from 'react-dom/client';
import { PAGE_DATA_ID, playgroundData } from '../page-data.ts';
import { EditorOptions } from './editor-options.tsx';
import { examplesPlugin } from './examples-plugin.tsx';
import { firstState } from './first-state.ts';
import { pageStorage } from './page-storage.ts';

const root = document.getElementById('root');
const data = playgroundData.parse(JSON.parse(document.getElementById(PAGE_DATA_ID)?.textContent ?? 'null'));
if (root === null) throw new Error('The page has no element #root.');

const storage = pageStorage();
const fetcher = createGraphiQLFetcher({ url: data.endpoint });
const plugins = [examplesPlugin(data.examples), HISTORY_PLUGIN];

createRoot(root).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={plugins}
    storage={storage}
    // A key typed into the headers editor stays in memory: it is never written to the browser's storage.
    shouldPersistHeaders={false}
    defaultEditorToolsVisibility="variables"
    {...firstState(data.examples, new URLSearchParams(location.search), storage)}
  >
    <GraphiQL.Logo>{data.title}</GraphiQL.Logo>
    <EditorOptions />
  </GraphiQL>,
);
