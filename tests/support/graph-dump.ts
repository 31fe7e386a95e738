import { canonicalJson } from '../../src/domain/log.ts';
import type { Engine, Row, Transaction } from '../../src/engine/engine.ts';
import { statement } from './statement.ts';

const nodes = statement('dumpNodes', 'MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties');
const links = statement(
  'dumpLinks',
  `MATCH (a)-[link]->(b)
RETURN labels(a) AS labels, coalesce(a.id, a.edtf, a.key) AS source, type(link) AS type,
  coalesce(b.id, b.edtf, b.key) AS target, properties(link) AS properties`,
);

function line(row: Row): string {
  const [labels, ...others] = row;
  return canonicalJson([Array.isArray(labels) ? [...labels].sort() : labels, ...others]);
}

/** Every node and every link of a graph, one a line, in one order: two graphs that hold the same have the same dump. */
export async function graphDump(from: Engine | Transaction): Promise<readonly string[]> {
  const read = 'read' in from ? from.read.bind(from) : from.run.bind(from);
  const lines = [...(await read(nodes)), ...(await read(links))].map(line);
  const counts = new Map<string, number>();
  // Two links alike are two lines.
  const numbered = lines.map((text) => {
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    return count === 1 ? text : `${text} (${count})`;
  });
  return numbered.sort();
}
