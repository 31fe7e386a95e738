import type { Issue } from '../domain/errors.ts';
import { canonicalJson } from '../domain/log.ts';
import type { Entry } from '../domain/state.ts';
import type { PastState, RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (payload: string): Fields => JSON.parse(payload);
const textOf = (value: unknown): string => (value === undefined ? 'nothing' : canonicalJson(value));
const sameIn = (field: string, one: Fields, other: Fields): boolean =>
  textOf(one[field]) === textOf(other[field]);

/** What imports last said of each field; null where none ever said anything of the record. */
function lastEdition(past: readonly PastState[]): Fields | null {
  let said: Record<string, unknown> | null = null;
  let before: Fields = {};
  for (const { payload, imported } of past) {
    const state = fieldsOf(payload);
    if (imported && said === null) said = { ...state };
    // Of a field that an import left as it was found it said nothing new.
    else if (imported && said !== null)
      for (const field of new Set([...Object.keys(before), ...Object.keys(state)]))
        if (!sameIn(field, before, state)) said[field] = state[field];
    before = state;
  }
  return said;
}

/** What each field comes to, where an edition says `stated` after one that said `last`, and people made it `now` meanwhile. */
function joined(last: Fields, now: Fields, stated: Fields) {
  const fields: Record<string, unknown> = {};
  const contested: string[] = [];
  for (const field of new Set([...Object.keys(now), ...Object.keys(stated)])) {
    const isSaidAgain = sameIn(field, stated, last);
    if (!isSaidAgain && !sameIn(field, now, last) && !sameIn(field, stated, now)) contested.push(field);
    // What was found of a passage counts by when it was looked for, whoever looked.
    const value = isSaidAgain && field !== 'verification' ? now[field] : stated[field];
    if (value !== undefined) fields[field] = value;
  }
  return { fields, contested: contested.filter((field) => field !== 'verification') };
}

/**
 * The records of a bundle as they come to stand over what was corrected, withdrawn, decided or found since imports
 * last said something of them: what this edition says as the last one did undoes nothing of that, what it says anew is
 * taken, and what both changed, each its own way, is an issue.
 */
export async function ontoLastEdition(
  records: BundleRecords,
  view: RecordingView,
): Promise<{ readonly records: BundleRecords; readonly issues: readonly Issue[] }> {
  const current = await view.currentStates(records.entries.map(({ id }) => id));
  const differing = records.entries.filter(({ id, state }) => {
    const stored = current.get(id);
    return stored !== undefined && stored.payload !== canonicalJson(state);
  });
  const past = await view.pastStates(differing.map(({ id }) => id));
  const issues: Issue[] = [];
  const entries = records.entries.map((entry): Entry => {
    const now = fieldsOf(current.get(entry.id)?.payload ?? '{}');
    const last = lastEdition(past.get(entry.id) ?? []);
    if (last === null || now['erased'] !== undefined) return entry;
    const { fields, contested } = joined(last, now, fieldsOf(canonicalJson(entry.state)));
    for (const field of contested)
      issues.push({
        path: `${records.paths.get(entry.id)}.${field}`,
        message:
          `expected what the last edition said, or what stands: ${entry.id} was changed by hand since, ` +
          `and says ${textOf(now[field]).slice(0, 200)}; correct it by a mutation, or say here what stands`,
      });
    // Each field is as one state of this very type has it.
    return { ...entry, state: fields } as Entry;
  });
  return { records: { ...records, entries }, issues };
}
