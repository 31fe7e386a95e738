import { z } from 'zod';
import { typeOfId } from '../domain/ids.ts';
import type { Parameters } from '../engine/engine.ts';
import { recordedByIds } from './recorded.ts';
import { distinct, type Run } from './run.ts';
import { rowsOfBatches } from './write-batches.ts';
import type { GoingAlong } from './write-port.ts';

const pairRow = z.tuple([z.string(), z.string()]);

/** Pairs of the given records of one statement with others. */
async function pairsOf(
  run: Run,
  statement: string,
  ids: readonly string[],
  others: Parameters = {},
): Promise<readonly (readonly [string, string])[]> {
  return (await rowsOfBatches(run, statement, ids, others)).map((row) => pairRow.parse(row));
}

const isDraft = (id: string): boolean => typeOfId(id) === 'Draft';

/** Records with the drafts that they were published from, first or anew. */
function draftsOf(run: Run, ids: readonly string[]): Promise<readonly (readonly [string, string])[]> {
  return pairsOf(
    run,
    'published-together',
    ids.filter((id) => !isDraft(id)),
    { drafts: true },
  );
}

/** The records that were published from drafts, each once. */
export async function publishedFrom(run: Run, ids: readonly string[]): Promise<readonly string[]> {
  const pairs = await pairsOf(run, 'published-together', ids.filter(isDraft), { drafts: false });
  return distinct(pairs.map(([, other]) => other));
}

/**
 * What is erased with records: the drafts that they were published from, and of entities the confidential identities,
 * withdrawn ones too. What is erased already, and what a restore left out, is not there to be erased.
 */
export async function goingAlong(run: Run, ids: readonly string[]): Promise<readonly GoingAlong[]> {
  const given = new Set(ids);
  const entities = ids.filter((id) => typeOfId(id) === 'Entity');
  const pairs = [
    ...(await draftsOf(run, distinct(ids))),
    ...(await pairsOf(run, 'identities-attached-to-entities', distinct(entities))),
  ];
  const found = new Map<string, string>();
  for (const [id, other] of pairs) if (!given.has(other) && !found.has(other)) found.set(other, id);
  const recorded = await recordedByIds(run, [...found.keys()]);
  return [...found]
    .filter(([id]) => recorded.has(id) && recorded.get(id)?.entry.state.erased === undefined)
    .map(([id, of]) => ({ id, with: of }))
    .sort(
      (one, other) => Number(isDraft(other.id)) - Number(isDraft(one.id)) || (one.id < other.id ? -1 : 1),
    );
}
