import { digestOfField, type Edition, type Said, saidBy, saysTheSame } from '../domain/edition.ts';
import type { Issue } from '../domain/errors.ts';
import { canonicalJson } from '../domain/log.ts';
import type { Entry } from '../domain/state.ts';
import type { CurrentState, RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (payload: string): Fields => JSON.parse(payload);
const textOf = (value: unknown): string => (value === undefined ? 'nothing' : canonicalJson(value));
const heard = (value: unknown): string | undefined =>
  value === undefined ? undefined : digestOfField(value);

/** What is known of what was said of a record before. */
interface Before {
  readonly now: Fields;
  /** What this very bundle said last; null where it never spoke of it. */
  readonly last: Said | null;
  /** What was said by whoever it came from: the last of that bundle, or what it was recorded with. */
  readonly first: Said;
}

/** What each field comes to, and those that this bundle and somebody else each changed their own way. */
function joined({ now, last, first }: Before, stated: Fields) {
  const fields: Record<string, unknown> = {};
  const contested: string[] = [];
  for (const field of new Set([...Object.keys(now), ...Object.keys(stated)])) {
    const [says, stands] = [heard(stated[field]), heard(now[field])];
    // What was found of a passage counts by when it was looked for, whoever looked.
    const isSaidAgain = last !== null && says === last[field] && field !== 'verification';
    const value = isSaidAgain ? now[field] : stated[field];
    if (value !== undefined) fields[field] = value;
    if (!isSaidAgain && says !== stands && stands !== (last ?? first)[field] && field !== 'verification')
      contested.push(field);
  }
  return { fields, contested };
}

/** What was said before of those of a bundle's records that are recorded; nothing of what was erased. */
async function saidBefore(
  { entries, restated }: BundleRecords,
  bundle: string,
  current: ReadonlyMap<string, CurrentState>,
  view: RecordingView,
): Promise<ReadonlyMap<string, Before & { readonly own: boolean }>> {
  const byFullId = new Set(restated.map(({ to }) => to));
  const known = entries.flatMap(({ id, state }) => {
    const one = current.get(id);
    const isAsItCame = one?.version === 1 && !byFullId.has(id) && one.payload === canonicalJson(state);
    return one === undefined || isAsItCame ? [] : [one];
  });
  const editions = await view.editionsOf(known.map(({ id }) => id));
  const revised = known.filter(({ version }) => version > 1).map(({ id }) => id);
  const firstStates = await view.firstStates(revised);
  return new Map(
    known.flatMap(({ id, payload }) => {
      const now = fieldsOf(payload);
      if (now['erased'] !== undefined) return [];
      const recordedWith = saidBy(fieldsOf(firstStates.get(id) ?? payload));
      const some: readonly Edition[] = editions.get(id) ?? [];
      const mine = some.find((one) => one.bundle === bundle);
      // An id that is hashed from a bundle's key was recorded by that bundle.
      const own = mine?.own ?? !byFullId.has(id);
      return [
        [
          id,
          {
            now,
            own,
            last: mine?.said ?? (own ? recordedWith : null),
            first: some.find((one) => one.own)?.said ?? recordedWith,
          },
        ] as const,
      ];
    }),
  );
}

/**
 * The records of a bundle as they come to stand over what was corrected, withdrawn, decided or found since this very
 * bundle last said something of them, by whatever bundle or hand: what this edition says as the last one did undoes
 * nothing of that, what it says anew is taken, and what both changed, each its own way, is an issue. Of a record that it
 * never spoke of before a bundle may correct what was said by whoever it came from, and nothing that was corrected already.
 * @returns with them what is to be kept of what this edition says, for the next one
 */
export async function ontoLastEdition(
  records: BundleRecords,
  bundle: string,
  view: RecordingView,
): Promise<{
  readonly records: BundleRecords;
  readonly editions: readonly Edition[];
  readonly issues: readonly Issue[];
}> {
  const current = await view.currentStates(records.entries.map(({ id }) => id));
  const before = await saidBefore(records, bundle, current, view);
  const issues: Issue[] = [];
  const editions: Edition[] = [];
  const entries = records.entries.map((entry): Entry => {
    const known = before.get(entry.id);
    if (known === undefined) return entry;
    const stated = fieldsOf(canonicalJson(entry.state));
    const said = saidBy(stated);
    if (known.last === null || !saysTheSame(said, known.last))
      editions.push({ recordId: entry.id, bundle, own: known.own, said });
    const { fields, contested } = joined(known, stated);
    const expected =
      known.last === null
        ? 'what stands, as this bundle never spoke of it'
        : 'what its last edition said, or what stands';
    for (const field of contested)
      issues.push({
        path: `${records.paths.get(entry.id)}.${field}`,
        message:
          `expected ${expected}: ${entry.id} was changed since, by hand or by another bundle, ` +
          `and says ${textOf(known.now[field]).slice(0, 200).toWellFormed()}; correct it by a mutation, or say here what stands`,
      });
    // Each field is as one state of this very type has it.
    return { ...entry, state: fields } as Entry;
  });
  return { records: { ...records, entries }, editions, issues };
}
