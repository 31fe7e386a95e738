import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NEO4J_VERSION } from '../tests/support/neo4j-jars.ts';
import { type RunningNeo4j, startNeo4jProcess } from '../tests/support/neo4j-server.ts';
import { type GraphOptions, generateBundles } from './generate.ts';
import { environmentFor } from './graph.ts';
import { type LoadedGraph, loadedGraph, loadGraph } from './load-graph.ts';

const migrations = fileURLToPath(new URL('../cypher/migrations', import.meta.url));
/** Written last, so that a folder whose load was broken off is told from a whole one. */
const LOADED = 'loaded.json';

/** A Neo4j that holds the graph, and how it was once loaded. */
export interface KeptGraph {
  readonly store: RunningNeo4j;
  readonly loaded: LoadedGraph;
}

/**
 * Starts a Neo4j on the graph, in a folder under the temporary one that stays for the next run: one for each seed,
 * size, Neo4j, version of the store's schema, and way that the graph is made. It is loaded where it is not there, or
 * where it is to be `fresh`. Throws where Neo4j cannot be started here.
 */
export async function openKeptGraph(
  options: GraphOptions & { readonly fresh: boolean },
  note: (text: string) => void,
): Promise<KeptGraph> {
  const folder = join(tmpdir(), 'onrecord-bench', nameOf(options));
  const mark = join(folder, LOADED);
  if (options.fresh || !existsSync(mark)) {
    rmSync(folder, { recursive: true, force: true });
    await make(folder, options, note);
  }
  const password = readFileSync(join(folder, 'password'), 'utf8');
  const loaded = loadedGraph.parse(JSON.parse(readFileSync(mark, 'utf8')));
  return { store: await startIn(folder, password), loaded };
}

async function make(folder: string, options: GraphOptions, note: (text: string) => void): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const store = await startIn(folder, null);
  writeFileSync(join(folder, 'password'), store.password, { mode: 0o600 });
  try {
    note(`loading ${options.assertions} assertions into ${folder} …`);
    const loaded = await loadGraph(options, environmentFor(store), note);
    await store.stop();
    writeFileSync(join(folder, LOADED), JSON.stringify(loaded));
  } catch (error) {
    await store.stop();
    throw error;
  }
}

async function startIn(folder: string, password: string | null): Promise<RunningNeo4j> {
  const server = await startNeo4jProcess('long', { folder, password });
  if (server === null) throw new Error('no Neo4j can be had here: it takes Java 21 and Maven');
  const { uri, user } = server;
  return { uri, user, password: server.password, database: 'neo4j', tls: true, stop: () => server.stop() };
}

/** Tells graphs apart whose loading would come to something else: by what it takes no loading to know. */
function nameOf({ seed, assertions }: GraphOptions): string {
  const schema = readdirSync(migrations).filter((name) => name.endsWith('.neo4j.cypher')).length;
  const sample = createHash('sha256');
  const seen = new Set<string>();
  for (const bundle of generateBundles({ seed, assertions })) {
    const kind = bundle.namespace.replace(/-\d+$/, '');
    if (seen.has(kind)) continue;
    seen.add(kind);
    sample.update(JSON.stringify(bundle));
    if (seen.size === 3) break;
  }
  return `neo4j-${NEO4J_VERSION}-schema-${schema}-seed-${seed}-${assertions}-${sample.digest('hex').slice(0, 8)}`;
}
