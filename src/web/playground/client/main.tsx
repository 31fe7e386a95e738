import 'graphiql/setup-workers/vite';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './playground.css';
import './explorer/explorer.css';
import { createRoot } from 'react-dom/client';
import { PAGE_DATA_ID, playgroundData } from '../page-data.ts';
import { mendRoles } from './mended-roles.ts';
import { Playground } from './playground.tsx';

const root = document.getElementById('root');
const data = playgroundData.parse(JSON.parse(document.getElementById(PAGE_DATA_ID)?.textContent ?? 'null'));
if (root === null) throw new Error('The page has no element #root.');

mendRoles(root);
createRoot(root).render(<Playground data={data} />);
