import { z } from 'zod';
import { type RecordType, typeOfId } from '../domain/ids.ts';
import type { Entry } from '../domain/state.ts';
import type { Parameters } from '../engine/engine.ts';
import { keepViews, keptViews } from './kept-views.ts';
import { keepAllNamers } from './named-once.ts';
import { recordNode } from './record-nodes.ts';
import { recordedByIds } from './recorded.ts';
import type { Run } from './run.ts';
import type { Views } from './views.ts';
import { batchSize, rowsOfBatches, runBatches } from './write-batches.ts';
import { unlinkRecords, writeLinks, writeNodes } from './write-graph.ts';
import { linkStates } from './write-states.ts';

const recordedRow = z.tuple([z.string(), z.string()]);
const nodeRow = z.tuple([
  z.string(),
  z.array(z.string()),
  z.record(z.string(), z.unknown()),
  z.array(z.unknown()),
]);
const readIn = z.object({ readInIds: z.array(z.string()).optional() });

/** Moves the states of records to the nodes of the full view, which has all of them. */
async function moveStates({ full }: Views, ids: readonly string[]): Promise<void> {
  await runBatches(full, 'unlink-states', 'ids', ids);
  const rows = await rowsOfBatches(full, 'states-of-records', ids);
  await linkStates(
    full,
    rows.map(([id, stateId]) => ({ from: String(stateId), to: String(id) })),
  );
}

/** The nodes of some records, written once more in the full view with all that is counted of them. */
async function copyNodes({ public: run, full }: Views, ids: readonly string[]): Promise<void> {
  const nodes = (await run('nodes-in-view', { ids })).map((row) => nodeRow.parse(row));
  for (const [type, some] of Map.groupBy(nodes, ([id]) => typeOfId(id))) {
    if (type === null) continue;
    await writeNodes(
      full,
      type,
      some.map(([id, , properties]) => ({
        id,
        // As the engine gave them: what a node holds, a parameter holds.
        properties: { ...(properties as Parameters), hidden: false },
      })),
    );
  }
}

const isIdentity = (id: string): boolean => typeOfId(id) === 'ConfidentialIdentity';

async function linkAnew(full: Run, ids: readonly string[]): Promise<void> {
  await unlinkRecords(full, ids);
  const found = await recordedByIds(full, ids);
  const records: { readonly entry: Entry; readonly node: ReturnType<typeof recordNode> }[] = [];
  for (const { entry, stored } of found.values())
    records.push({ entry, node: recordNode(entry, stored.method, '') });
  await writeLinks(full, records);
}

/** The links of some records, and of where assertions were read. */
async function copyLinks({ public: run, full }: Views, all: readonly string[]): Promise<void> {
  const ids = all.filter((id) => !isIdentity(id));
  await linkAnew(full, ids);
  const assertions = ids.filter((id) => typeOfId(id) === 'Assertion');
  const nodes = (await run('nodes-in-view', { ids: assertions })).map((row) => nodeRow.parse(row));
  const links = nodes.flatMap(([id, , properties]) =>
    (readIn.parse(properties).readInIds ?? []).map((to) => [id, to]),
  );
  await runBatches(full, 'link-assertion-read-in-source', 'links', links);
}

export function batchesOf(ids: readonly string[]): readonly (readonly string[])[] {
  const batches = [];
  for (let start = 0; start < ids.length; start += batchSize)
    batches.push(ids.slice(start, start + batchSize));
  return batches;
}

/** The ids of all that is recorded. */
export async function allRecorded(run: Run): Promise<readonly string[]> {
  return (await run('recorded-ids')).map((row) => recordedRow.parse(row)[0]);
}

/** The ids of all that is recorded of some types, in the order of these. */
export async function recordedOfTypes(run: Run, types: readonly RecordType[]): Promise<readonly string[]> {
  const byType = Map.groupBy(await allRecorded(run), (id) => typeOfId(id));
  return types.flatMap((type) => byType.get(type) ?? []);
}

/** So many records are copied in one transaction at the most: a server's memory for one holds some hundred thousand. */
export const copiedAtOnce = 20_000;

/** Thrown out of a transaction that wants the full view of a store that is too large for it, or in which it is being made. */
export class FullViewWanted extends Error {
  constructor() {
    super('the full view is made by itself');
  }
}

/** What is done to each record, all of one before any of the next; each may be done again. */
export const copyingSteps = [copyNodes, copyLinks, moveStates] as const;

/** The last of it: from then on a store has both views. */
export async function endSplitting({ public: run, full }: Views, ids: readonly string[]): Promise<void> {
  // They are there once, and of what stands in the full view from now on.
  const identities = ids.filter(isIdentity);
  await runBatches(run, 'unlink-confidential-identities', 'ids', identities);
  await linkAnew(full, identities);
  await keepAllNamers(full);
  await keepViews(full, (await keptViews(full)).kept);
}

/**
 * Makes the full view, beside a public one in which all there is has stood until now. Throws FullViewWanted where there are
 * more than `atMost` records.
 */
export async function splitViews(views: Views, atMost: number = copiedAtOnce): Promise<void> {
  const ids = await allRecorded(views.public);
  if (ids.length > atMost) throw new FullViewWanted();
  for (const step of copyingSteps) for (const some of batchesOf(ids)) await step(views, some);
  await endSplitting(views, ids);
}
