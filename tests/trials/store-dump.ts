import { recordTypes } from '../../src/domain/ids.ts';
import type { Engine, Row } from '../../src/engine/engine.ts';
import { statement } from '../support/statement.ts';

export interface StoredNode {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface StoredLink {
  readonly from: string;
  readonly kind: string;
  readonly to: string;
}

/** All that a store holds, read with statements that the program does not have. */
export interface StoreDump {
  /** Records by id; more than one node where there should be one. */
  readonly nodes: ReadonlyMap<string, readonly StoredNode[]>;
  readonly links: readonly StoredLink[];
  readonly states: readonly Readonly<Record<string, unknown>>[];
  readonly activities: readonly Readonly<Record<string, unknown>>[];
  readonly heads: readonly Readonly<Record<string, unknown>>[];
  readonly requests: readonly Readonly<Record<string, unknown>>[];
}

function properties(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Error('a node without properties');
  return { ...value };
}

/** Reads the whole store, of either engine. */
export async function dumpStore(engine: Engine): Promise<StoreDump> {
  const ask = (text: string): Promise<readonly Row[]> => engine.read(statement('dump', text));
  const all = async (label: string) =>
    (await ask(`MATCH (n:${label}) RETURN properties(n) AS found`)).map(([found]) => properties(found));
  const nodes = new Map<string, StoredNode[]>();
  for (const type of recordTypes) {
    for (const found of await all(type)) {
      const id = String(found['id']);
      nodes.set(id, [...(nodes.get(id) ?? []), { type, properties: found }]);
    }
  }
  const links = await ask(
    'MATCH (a)-[r]->(b) RETURN a.id AS start, type(r) AS kind, coalesce(b.id, b.edtf) AS finish',
  );
  return {
    nodes,
    links: links.map(([from, kind, to]) => ({ from: String(from), kind: String(kind), to: String(to) })),
    states: await all('State'),
    activities: await all('Activity'),
    heads: await all('LogHead'),
    requests: await all('Request'),
  };
}
