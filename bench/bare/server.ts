/**
 * What the service is measured against: `node:http`, the driver, one hand-written statement a question, its rows
 * turned into the very JSON that the service answers with. No schema, no validation, no checks of what comes back.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import neo4j from 'neo4j-driver';
import { type CorroborationRow, corroboration } from './corroboration.ts';
import { type NeighbourhoodRow, neighbourhood } from './neighbourhood.ts';
import { type PageRow, page } from './page.ts';
import { type SearchRow, search } from './search.ts';
import { type SpeakerMonthRow, speakerMonth } from './speaker-month.ts';
import { chain, type TraceRow, trace } from './trace.ts';
import { type WhoSaidItRow, whoSaidIt } from './who-said-it.ts';

const { NEO4J_URI = '', NEO4J_USER = '', NEO4J_PASSWORD = '', NEO4J_DATABASE = 'neo4j' } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), {
  disableLosslessIntegers: true,
  notificationFilter: { minimumSeverityLevel: 'OFF' },
});

const statement = (name: string): string =>
  readFileSync(new URL(`./${name}.cypher`, import.meta.url), 'utf8');
const statements = {
  whoSaidIt: statement('who-said-it'),
  trace: statement('trace'),
  chain: statement('chain'),
  corroboration: statement('corroboration'),
  neighbourhood: statement('neighbourhood'),
  page: statement('page'),
  search: statement('search'),
  speakerMonth: statement('speaker-month'),
};

async function rows<Row>(
  text: string,
  parameters: Readonly<Record<string, string>>,
): Promise<readonly Row[]> {
  const session = driver.session({ database: NEO4J_DATABASE, defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(text, parameters);
    return records.map((record) => Array.from({ length: record.length }, (_, at) => record.get(at)) as Row);
  } finally {
    await session.close();
  }
}

async function answer(address: URL): Promise<object> {
  const parameters = Object.fromEntries(address.searchParams);
  const { id = '' } = parameters;
  switch (address.pathname) {
    case '/who-said-it':
      return whoSaidIt(await rows<WhoSaidItRow>(statements.whoSaidIt, parameters));
    case '/speaker-month':
      return speakerMonth(id, await rows<SpeakerMonthRow>(statements.speakerMonth, parameters));
    case '/trace':
      return trace(id, await rows<TraceRow>(statements.trace, parameters));
    case '/chain':
      return chain(id, await rows<TraceRow>(statements.chain, parameters));
    case '/corroboration':
      return corroboration(id, await rows<CorroborationRow>(statements.corroboration, parameters));
    case '/neighbourhood':
      return neighbourhood(id, await rows<NeighbourhoodRow>(statements.neighbourhood, parameters));
    case '/search':
      return search(await rows<SearchRow>(statements.search, parameters));
    case '/page':
      return page(await rows<PageRow>(statements.page, parameters));
    default:
      throw new Error(`nothing at ${address.pathname}`);
  }
}

const server = createServer(async (request, response) => {
  try {
    const body = JSON.stringify({ data: await answer(new URL(request.url ?? '/', 'http://localhost')) });
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) {
    process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${address.port}` })}\n`);
  }
});
process.once('SIGTERM', async () => {
  server.close();
  server.closeAllConnections();
  await driver.close();
});
