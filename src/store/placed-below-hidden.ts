import { z } from 'zod';
import type { Entry, EntryOf } from '../domain/state.ts';
import { type Recorded, recordedByIds, standingOf } from './recorded.ts';
import type { Run } from './run.ts';
import { rowsOfBatches } from './write-batches.ts';

type Answer = EntryOf<'Assertion'>;

const isAssertion = (entry: Entry): entry is Answer => entry.type === 'Assertion';

const successorsRow = z.tuple([z.string(), z.array(z.tuple([z.string(), z.string()]))]);

/** What took the place of assertions, by theirs; of several, which no store has that is whole, the last. */
async function successorsOf(full: Run, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = (await rowsOfBatches(full, 'successors-of-assertions', ids)).map((row) =>
    successorsRow.parse(row),
  );
  return new Map(
    rows.flatMap(([id, found]) => {
      const [, last] = found.sort(([a], [b]) => (a < b ? -1 : 1)).at(-1) ?? [];
      return last === undefined ? [] : [[id, last] as const];
    }),
  );
}

async function assertionOf(full: Run, id: string): Promise<(Recorded & { readonly entry: Answer }) | null> {
  const found = (await recordedByIds(full, [id])).get(id);
  return found && isAssertion(found.entry) ? { ...found, entry: found.entry } : null;
}

/** The assertion that stands in the end for another; null where it is withdrawn. */
async function standingAnswer(full: Run, start: string): Promise<Answer | null> {
  const passed = new Set<string>();
  for (let id = start; !passed.has(id); ) {
    passed.add(id);
    const next = (await successorsOf(full, [id])).get(id);
    if (next !== undefined) {
      id = next;
      continue;
    }
    const { entry } = (await assertionOf(full, id)) ?? {};
    return entry === undefined || entry.state.withdrawn !== undefined ? null : entry;
  }
  return null;
}

/**
 * What someone records who may not see what is hidden, where something hidden has taken the very place already that it
 * takes: of an assertion, or as the answer to a request. A refusal would tell of it, and two in one place would be
 * nobody's. The new one is put below the hidden one, which from then on takes the new one's place: the public sees the
 * new one stand, whoever sees all sees what was recorded with sight go on to stand, and one stands when it comes out. A
 * hidden note that no answer had come makes way for an answer.
 */
export async function placedBelowHidden(full: Run, entries: readonly Entry[]): Promise<readonly Entry[]> {
  const own = new Map(entries.map((entry) => [entry.id, entry]));
  const revised = await recordedByIds(full, [...own.keys()]);
  const added = entries.filter((entry) => isAssertion(entry) && !revised.has(entry.id)).filter(isAssertion);
  const isNew = (id: string | undefined) => added.find((one) => one.id === id);
  const replaced = await successorsOf(
    full,
    added.flatMap(({ state }) => state.supersedes ?? []),
  );
  /** The hidden ones, with the new one that each comes to stand above. */
  const above = new Map<string, Answer>();
  for (const one of added) {
    const holder = replaced.get(one.state.supersedes ?? '');
    if (holder !== undefined) above.set(holder, one);
  }
  const takes = new Map<string, string>();
  for (const entry of entries) {
    const before = revised.get(entry.id)?.entry;
    if (entry.type !== 'ReplyRequest' || before?.type !== 'ReplyRequest') continue;
    const { reply: former } = before.state;
    const answer = isNew(entry.state.reply);
    if (former === undefined || answer === undefined || answer.state.supersedes !== undefined) continue;
    const standing = await standingAnswer(full, former);
    if (standing?.state.stance === 'NO_RESPONSE') takes.set(answer.id, standing.id);
    else if (standing !== null) above.set(former, answer);
  }
  const standing = await standingOf(full, [...above.keys()]);
  const moved: Entry[] = [];
  for (const [id, below] of above) {
    const found = standing.get(id)?.hidden === true && !own.has(id) ? await assertionOf(full, id) : null;
    if (found === null) continue;
    const { entry, stored } = found;
    const place = entry.state.supersedes;
    if (below.state.supersedes === undefined && place !== undefined) takes.set(below.id, place);
    moved.push({ ...entry, method: stored.method, state: { ...entry.state, supersedes: below.id } });
  }
  const placed = entries.map((entry): Entry => {
    const place = takes.get(entry.id);
    return place === undefined || !isAssertion(entry)
      ? entry
      : { ...entry, state: { ...entry.state, supersedes: place } };
  });
  return [...placed, ...moved];
}
