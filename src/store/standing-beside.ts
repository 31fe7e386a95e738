import { z } from 'zod';
import { recordTypes, typeOfId } from '../domain/ids.ts';
import { referencesIn } from '../domain/redaction.ts';
import type { Entry, EntryOf } from '../domain/state.ts';
import { identityRow } from './confidential-identities.ts';
import { publishedFrom } from './going-along.ts';
import { recordedByIds } from './recorded.ts';
import { distinct, type Run } from './run.ts';
import { asInJson } from './said-elsewhere.ts';
import { rowsOfBatches } from './write-batches.ts';

const idRow = z.tuple([z.string()]).rest(z.unknown());
const idsOf = (rows: readonly (readonly unknown[])[]) => rows.map((row) => idRow.parse(row)[0]);

const rank = ({ type }: Entry): number => recordTypes.indexOf(type);
const inOrder = (one: Entry, other: Entry): number => rank(one) - rank(other) || (one.id < other.id ? -1 : 1);

async function standing(
  run: Run,
  ids: readonly string[],
  but: ReadonlySet<string>,
): Promise<readonly Entry[]> {
  const recorded = await recordedByIds(
    run,
    distinct(ids).filter((id) => !but.has(id)),
  );
  return [...recorded.values()]
    .map(({ entry }) => entry)
    .filter(({ state }) => state.erased === undefined)
    .sort(inOrder);
}

/**
 * The records that are one step from some, and may say again what those say: what they refer to, what refers to them,
 * what a draft was published as, holds that were on them, identities of whoever is judged the same. None of the records
 * themselves, and none that is erased.
 */
export async function standingBeside(run: Run, ids: readonly string[]): Promise<readonly Entry[]> {
  const own = [...(await recordedByIds(run, ids)).values()].map(({ entry }) => entry);
  const entities = ids.filter((id) => typeOfId(id) === 'Entity');
  const identities = await rowsOfBatches(run, 'confidential-identities-of-entities', entities);
  const others = [
    ...own.flatMap(referencesIn),
    ...own.flatMap(({ type, state }) => (type === 'ConfidentialIdentity' ? [state.entity] : [])),
    ...own.flatMap(({ type, state }) => (type === 'Hold' ? [state.record] : [])),
    ...idsOf(await rowsOfBatches(run, 'hanging-on-records', ids)),
    ...(await publishedFrom(run, ids)),
    ...idsOf(await run('holds-of-records', { ids: [...ids] })),
    ...identities.map((row) => identityRow.parse(row[1]).id),
  ];
  return standing(run, others, new Set(ids));
}

/** The drafts besides these that name any of the records by its id or hold any of the texts, in any version, and are not erased. */
export async function draftsNaming(
  run: Run,
  ids: readonly string[],
  texts: readonly string[],
): Promise<readonly EntryOf<'Draft'>[]> {
  const found = idsOf(await run('drafts-that-say', { texts: [...ids, ...asInJson(texts)] }));
  return (await standing(run, found, new Set(ids))).filter((entry) => entry.type === 'Draft');
}
