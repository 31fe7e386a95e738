import type { Issue } from '../domain/errors.ts';
import { canonicalJson } from '../domain/log.ts';
import type { ClaimRelation } from '../domain/model.ts';
import { type EntryOf, isWithdrawn } from '../domain/state.ts';
import type { CurrentState, RecordingView } from '../store/write-port.ts';
import { assertionsReached } from './assertions-reached.ts';
import type { BundleRecords } from './bundle-records.ts';
import { isAssertion } from './chain-rules.ts';

/** One assertion at most takes another's place, and in the end one stands. */
export async function takenPlaces(records: BundleRecords, view: RecordingView): Promise<readonly Issue[]> {
  const own = new Map(records.entries.filter(isAssertion).map((entry) => [entry.id, entry.state.supersedes]));
  const targets = [...own.values()].filter((one) => one !== undefined);
  if (targets.length === 0) return [];
  const stored = await assertionsReached(targets, view, ({ supersedesId }) => [supersedesId]);
  const next = (id: string) => (own.has(id) ? own.get(id) : (stored.get(id)?.supersedesId ?? undefined));
  const taken = new Map<string, string>();
  for (const { id, supersededById } of stored.values())
    if (supersededById !== null && !own.has(supersededById)) taken.set(id, supersededById);

  return [...own].flatMap(([id, target]): readonly Issue[] => {
    if (target === undefined) return [];
    const path = `${records.paths.get(id)}.supersedes`;
    const holder = taken.get(target);
    if (holder !== undefined && holder !== id)
      return [
        { path, message: `expected an assertion whose place is free; its place is taken by ${holder}` },
      ];
    taken.set(target, id);
    const passed = new Set<string>();
    let step: string | undefined = id;
    while (step !== undefined && !passed.has(step)) {
      passed.add(step);
      step = next(step);
    }
    if (step === undefined) return [];
    return [
      { path, message: "expected one that stands in the end; these take each other's place in a circle" },
    ];
  });
}

const endsOf = ({ kind, fromId, toId }: Pick<ClaimRelation, 'kind' | 'fromId' | 'toId'>) =>
  `${kind} ${fromId} ${toId}`;

/**
 * What another record took the place of is not changed by a bundle that does not bring that record: nobody would see it,
 * and what stands in its place would go on saying it.
 */
export async function changedThoughReplaced(
  records: BundleRecords,
  current: ReadonlyMap<string, CurrentState>,
  view: RecordingView,
): Promise<readonly Issue[]> {
  const changed = records.entries.filter(isAssertion).flatMap((entry) => {
    const before = current.get(entry.id)?.payload;
    return before === undefined || before === canonicalJson(entry.state) ? [] : [{ entry, before }];
  });
  const stored = await view.reader.assertionsByIds(changed.map(({ entry }) => entry.id));
  return changed.flatMap(({ entry, before }, index): readonly Issue[] => {
    const successor = stored[index]?.supersededById ?? null;
    if (successor === null || records.paths.has(successor)) return [];
    const old: Record<string, unknown> = JSON.parse(before);
    const now: Record<string, unknown> = JSON.parse(canonicalJson(entry.state));
    const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
      (field) => canonicalJson(old[field] ?? null) !== canonicalJson(now[field] ?? null),
    );
    return fields.map((field) => ({
      path: `${records.paths.get(entry.id)}.${field}`,
      message:
        `expected what is recorded: ${successor} took the place of ${entry.id}, and stands in it; ` +
        'say this of that record, by its full id or by a mutation',
    }));
  });
}

/** What is on hold is not withdrawn, whichever way that is asked for. */
export async function withdrawnOnHold(
  records: BundleRecords,
  current: ReadonlyMap<string, CurrentState>,
  view: RecordingView,
): Promise<readonly Issue[]> {
  const withdrawn = records.entries.filter(
    (entry) =>
      isWithdrawn(entry) &&
      current.has(entry.id) &&
      !('withdrawn' in JSON.parse(current.get(entry.id)?.payload ?? '{}')),
  );
  if (withdrawn.length === 0) return [];
  const held = await view.holdsOn(withdrawn.map(({ id }) => id));
  return [...new Set(held.map(({ recordId }) => recordId))].map((recordId) => ({
    path: `${records.paths.get(recordId)}.withdrawn`,
    message: `expected that it stands: ${recordId} is on hold, and stays as it is until it is released`,
  }));
}

/**
 * A relation that the store holds already is not recorded a second time under another key. Where it holds two, one of
 * them recorded without sight of the other, each can be restated.
 */
export async function repeatedRelations(
  records: BundleRecords,
  view: RecordingView,
): Promise<readonly Issue[]> {
  const entries = records.entries.filter(
    (entry): entry is EntryOf<'ClaimRelation'> => entry.type === 'ClaimRelation',
  );
  const claims = [...new Set(entries.map(({ state }) => state.from))];
  const stored = Map.groupBy((await view.reader.relationsOf(claims)).flat(), endsOf);
  return entries.flatMap(({ id, state }) => {
    const same = stored.get(endsOf({ kind: state.kind, fromId: state.from, toId: state.to })) ?? [];
    const [other] = same.map((relation) => relation.id);
    if (other === undefined || same.some((one) => one.id === id || records.paths.has(one.id))) return [];
    return [
      {
        path: records.paths.get(id) ?? '',
        message: `expected each relation once: ${state.kind} between these is recorded as ${other}`,
      },
    ];
  });
}

/** A passage of a version that the store holds lies within it. */
export async function passagesPastTheEnd(
  records: BundleRecords,
  view: RecordingView,
): Promise<readonly Issue[]> {
  const entries = records.entries.filter((entry): entry is EntryOf<'Passage'> => entry.type === 'Passage');
  const outside = entries.filter(({ state }) => !records.paths.has(state.version));
  const versions = await view.reader.recordsByIds(outside.map(({ state }) => state.version));
  return outside.flatMap(({ id, state }, index) => {
    const version = versions[index];
    const length = version?.type === 'SourceVersion' ? version.length : null;
    if (length === null || state.end <= length) return [];
    return [
      {
        path: `${records.paths.get(id)}.end`,
        message: `expected at most ${length}, the length of the version; came ${state.end}`,
      },
    ];
  });
}
