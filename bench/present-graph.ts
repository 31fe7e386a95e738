import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import neo4j, { type Driver } from 'neo4j-driver';
import { isInViews, recordTypes } from '../src/domain/ids.ts';
import { batchSize } from '../src/store/write-batches.ts';
import type { Neo4jAddress } from './graph.ts';

/** What one statement of a bare load creates: nodes with the same labels, or relationships of one type between such. */
export type BareBatch =
  | { readonly labels: readonly string[]; readonly rows: readonly object[] }
  | {
      readonly type: string;
      readonly from: string;
      readonly to: string;
      readonly rows: readonly {
        readonly from: string;
        readonly to: string;
        readonly properties: object;
      }[];
    };

/** How much of a store is the present graph, and how much is not. */
export interface PresentGraph {
  readonly nodes: number;
  readonly relationships: number;
  /** Nodes and relationships of the history, which are in no batch. */
  readonly leftOut: { readonly nodes: number; readonly relationships: number };
}

/** The labels of what is read: every record in its view, and the dates. */
const present = [...recordTypes.filter(isInViews), 'Date'];
/** The labels of nearly all that is not: every state, and what wrote it. */
const past = ['State', 'Activity'];

const isPresent = (node: string): string => `any(label IN labels(${node}) WHERE label IN $present)`;
const everyNode = `MATCH (n) WHERE ${isPresent('n')} RETURN labels(n), properties(n)`;
const everyRelationship = `MATCH (a)-[r]->(b) WHERE ${isPresent('a')} AND ${isPresent('b')}
RETURN [label IN labels(a) WHERE label IN $present][0], type(r), [label IN labels(b) WHERE label IN $present][0],
  coalesce(a.id, a.edtf), coalesce(b.id, b.edtf), properties(r)`;
const counts = 'RETURN COUNT { MATCH (n) }, COUNT { MATCH ()-[r]->() }';

/**
 * Writes the present graph of a store to a file, with its history if that is asked for; a batch a line: all nodes first, and
 * with every value that they have.
 */
export async function writePresentGraph(
  address: Neo4jAddress,
  file: string,
  withHistory = false,
): Promise<PresentGraph> {
  const labels = withHistory ? [...present, ...past] : present;
  const { uri, user, password } = address;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  const found = { nodes: 0, relationships: 0 };
  const lines = async function* (): AsyncGenerator<string> {
    for await (const batch of batchesIn(driver, address.database, labels)) {
      found['labels' in batch ? 'nodes' : 'relationships'] += batch.rows.length;
      yield `${JSON.stringify(batch)}\n`;
    }
  };
  try {
    await pipeline(lines, createWriteStream(file));
    const { records } = await driver.executeQuery(counts, {}, { database: address.database });
    const all = (column: number): number => Number(records[0]?.get(column));
    return {
      ...found,
      leftOut: { nodes: all(0) - found.nodes, relationships: all(1) - found.relationships },
    };
  } finally {
    await driver.close();
  }
}

async function* batchesIn(
  driver: Driver,
  database: string,
  all: readonly string[],
): AsyncGenerator<BareBatch> {
  yield* gathered(rowsOf(driver, database, everyNode, all), ([labels, properties]) => [
    { labels: [...(labels as string[])].sort() },
    properties as object,
  ]);
  yield* gathered(
    rowsOf(driver, database, everyRelationship, all),
    ([from, type, to, fromKey, toKey, properties]) => [
      { type, from, to },
      { from: fromKey, to: toKey, properties },
    ],
  );
}

/** Rows as they come; the store is not asked faster than they are taken. */
async function* rowsOf(
  driver: Driver,
  database: string,
  statement: string,
  present: readonly string[],
): AsyncGenerator<unknown[]> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  try {
    for await (const record of session.run(statement, { present })) yield [...record.values()];
  } finally {
    await session.close();
  }
}

/** Puts rows that have the same head together, as many as a statement of the import takes. */
async function* gathered(
  rows: AsyncIterable<unknown[]>,
  split: (row: unknown[]) => readonly [head: object, row: object],
): AsyncGenerator<BareBatch> {
  const open = new Map<string, object[]>();
  const batch = (head: string, some: readonly object[]) => ({ ...JSON.parse(head), rows: some }) as BareBatch;
  for await (const values of rows) {
    const [head, row] = split(values);
    const name = JSON.stringify(head);
    const some = open.get(name) ?? [];
    open.set(name, some);
    some.push(row);
    if (some.length < batchSize) continue;
    yield batch(name, some);
    open.delete(name);
  }
  for (const [name, some] of open) yield batch(name, some);
}
