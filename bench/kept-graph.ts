import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { NEO4J_VERSION } from '../tests/support/neo4j-jars.ts';
import { type RunningNeo4j, startNeo4jProcess } from '../tests/support/neo4j-server.ts';
import { type GraphOptions, generateBundles } from './generate.ts';
import { environmentFor, environmentIn } from './graph.ts';
import { type LoadedGraph, loadedGraph, loadGraph } from './load-graph.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const migrations = `${root}cypher/migrations`;
const packageFile = z.object({ dependencies: z.object({ '@grafeo-db/js': z.string() }) });
/** Written last, so that a folder whose load was broken off is told from a whole one. */
const LOADED = 'loaded.json';

/** A Neo4j that holds the graph, and how it was once loaded. */
export interface KeptGraph {
  readonly store: RunningNeo4j;
  readonly loaded: LoadedGraph;
}

/** Which graph, and whether it is loaded anew though an earlier run has left it. */
export type KeptOptions = GraphOptions & { readonly fresh: boolean };

type Note = (text: string) => void;

/** Starts a Neo4j on the graph, in its kept folder. Throws where Neo4j cannot be started here. */
export async function openKeptGraph(options: KeptOptions, note: Note): Promise<KeptGraph> {
  const { folder, loaded } = await keptFolder('neo4j', NEO4J_VERSION, options, note, async (folder) => {
    const store = await startIn(folder, null);
    writeFileSync(join(folder, 'password'), store.password, { mode: 0o600 });
    try {
      return await loadGraph(options, environmentFor(store), note);
    } finally {
      await store.stop();
    }
  });
  return { store: await startIn(folder, readFileSync(join(folder, 'password'), 'utf8')), loaded };
}

/** The kept folder of an embedded store that holds the graph, and how it was once loaded. */
export function keptEmbedded(options: KeptOptions, note: Note): Promise<KeptFolder> {
  const { dependencies } = packageFile.parse(JSON.parse(readFileSync(`${root}package.json`, 'utf8')));
  const version = dependencies['@grafeo-db/js'];
  return keptFolder('embedded', version, options, note, (folder) =>
    loadGraph(options, environmentIn(folder), note),
  );
}

interface KeptFolder {
  readonly folder: string;
  readonly loaded: LoadedGraph;
}

/**
 * A folder under the temporary one that stays for the next run: one for each engine, seed, size, version of the store's
 * schema, and way that the graph is made. It is loaded where it is not there, or where it is to be `fresh`.
 */
async function keptFolder(
  engine: 'neo4j' | 'embedded',
  version: string,
  options: KeptOptions,
  note: Note,
  load: (folder: string) => Promise<LoadedGraph>,
): Promise<KeptFolder> {
  const folder = join(tmpdir(), 'onrecord-bench', nameOf(engine, version, options));
  const mark = join(folder, LOADED);
  if (options.fresh || !existsSync(mark)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    note(`loading ${options.assertions} assertions into ${folder} …`);
    writeFileSync(mark, JSON.stringify(await load(folder)));
  }
  return { folder, loaded: loadedGraph.parse(JSON.parse(readFileSync(mark, 'utf8'))) };
}

async function startIn(folder: string, password: string | null): Promise<RunningNeo4j> {
  const server = await startNeo4jProcess('long', { folder, password });
  if (server === null) throw new Error('no Neo4j can be had here: it takes Java 21 and Maven');
  const { uri, user } = server;
  return { uri, user, password: server.password, database: 'neo4j', tls: true, stop: () => server.stop() };
}

/** Tells graphs apart whose loading would come to something else: by what it takes no loading to know. */
function nameOf(engine: string, version: string, { seed, assertions }: GraphOptions): string {
  const schema = readdirSync(migrations).filter((name) => name.endsWith(`.${engine}.cypher`)).length;
  const sample = createHash('sha256');
  const seen = new Set<string>();
  for (const bundle of generateBundles({ seed, assertions })) {
    const kind = bundle.namespace.replace(/-\d+$/, '');
    if (seen.has(kind)) continue;
    seen.add(kind);
    sample.update(JSON.stringify(bundle));
    if (seen.size === 3) break;
  }
  return `${engine}-${version}-schema-${schema}-seed-${seed}-${assertions}-${sample.digest('hex').slice(0, 8)}`;
}
