import { z } from 'zod';
import type { Issue } from '../domain/errors.ts';
import { canonicalJson } from '../domain/log.ts';
import { isMachine } from '../domain/machine-method.ts';
import type { EntryOf } from '../domain/state.ts';
import type { RecordMethod } from '../domain/vocabulary.ts';
import type { CurrentState, RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';
import { isAssertion } from './chain-rules.ts';
import { ofType } from './of-type.ts';

/** What a bundle says that is not recorded to the letter: a machine may restate what a person decided. */
function newlySaid(records: BundleRecords, current: ReadonlyMap<string, CurrentState>): BundleRecords {
  return {
    ...records,
    entries: records.entries.filter(({ id, state }) => current.get(id)?.payload !== canonicalJson(state)),
  };
}

/** A machine takes no person's assertion's place, and judges no pair anew that a person has judged. */
export async function machineOverPerson(
  all: BundleRecords,
  current: ReadonlyMap<string, CurrentState>,
  method: RecordMethod,
  view: RecordingView,
): Promise<readonly Issue[]> {
  if (!isMachine(method)) return [];
  const records = newlySaid(all, current);
  const refusal = (path: string, what: string): Issue => ({
    path,
    message: `expected ${what} that a machine recorded: a machine's record (${method}) never replaces a person's`,
  });
  const successors = records.entries
    .filter(isAssertion)
    .flatMap(({ id, state }) => (state.supersedes === undefined ? [] : [{ id, target: state.supersedes }]));
  const judgements = records.entries.filter(
    (entry): entry is EntryOf<'IdentityJudgement'> => entry.type === 'IdentityJudgement',
  );
  const recorded = (await view.reader.judgementsOf(judgements.map(({ state }) => state.between[0]))).map(
    (some, index) =>
      some.filter(({ betweenIds }) => betweenIds.includes(judgements[index]?.state.between[1] ?? '')),
  );
  const states = await view.currentStates([
    ...successors.map(({ target }) => target),
    ...recorded.flat().map(({ id }) => id),
  ]);
  const isPersons = (id: string): boolean => {
    const state = states.get(id);
    return state !== undefined && !isMachine(state.method);
  };
  return [
    ...successors
      .filter(({ target }) => isPersons(target))
      .map(({ id }) => refusal(`${records.paths.get(id)}.supersedes`, 'an assertion')),
    ...judgements
      .filter((_, index) => recorded[index]?.some(({ id }) => isPersons(id)))
      .map(({ id }) => refusal(`${records.paths.get(id)}.between`, 'a pair with no judgement but one')),
  ];
}

const derivations = z.object({ derivedFrom: z.array(z.unknown()) });

/** The derivations that a source is recorded with, each as its canonical JSON. */
function derivationsIn(source: CurrentState | undefined): ReadonlySet<string> {
  const state = derivations.safeParse(JSON.parse(source?.payload ?? '{}'));
  return new Set(state.data?.derivedFrom.map((one) => canonicalJson(one)));
}

/** What a machine says of itself to be agreed upon: relations and derivations that it confirms or rejects, and verdicts. */
function agreedByMachine(
  records: BundleRecords,
  current: ReadonlyMap<string, CurrentState>,
  method: RecordMethod,
): readonly Issue[] {
  const only = (path: string, what: string): Issue => ({
    path,
    message: `expected ${what}: a machine (${method}) proposes, and a person decides`,
  });
  return [
    ...ofType(records, 'ClaimRelation').flatMap(({ path, state: { status } }) =>
      status === 'PROPOSED' ? [] : [only(`${path}.status`, 'PROPOSED')],
    ),
    ...ofType(records, 'Source').flatMap(({ id, path, state: { derivedFrom } }) => {
      const recorded = derivationsIn(current.get(id));
      return derivedFrom.flatMap((derivation, index): readonly Issue[] => {
        if (recorded.has(canonicalJson(derivation))) return [];
        const at = `${path}.derivedFrom[${index}]`;
        return [
          ...(derivation.status === 'PROPOSED' ? [] : [only(`${at}.status`, 'PROPOSED')]),
          ...(isMachine(derivation.method ?? method) ? [] : [only(`${at}.method`, 'RULES or MODEL')]),
        ];
      });
    }),
    ...ofType(records, 'Review').map(({ path }) => only(path, 'no review')),
  ];
}

/**
 * What only a person decides: that a relation or derivation holds, what a claim is rated, and that what a person recorded
 * is the same as something else, or is not. A machine says PROPOSED and UNSURE, and that it was a machine.
 */
export async function machineDecides(
  all: BundleRecords,
  current: ReadonlyMap<string, CurrentState>,
  method: RecordMethod,
  view: RecordingView,
): Promise<readonly Issue[]> {
  if (!isMachine(method)) return [];
  const records = newlySaid(all, current);
  const judged = ofType(records, 'IdentityJudgement').filter(
    ({ state: { verdict } }) => verdict !== 'UNSURE',
  );
  const states = await view.currentStates(judged.flatMap(({ state: { between } }) => [...between]));
  const isPersons = (id: string): boolean => !isMachine(states.get(id)?.method ?? method);
  return [
    ...agreedByMachine(records, current, method),
    ...judged
      .filter(({ state: { between } }) => between.some(isPersons))
      .map(({ path }) => ({
        path: `${path}.verdict`,
        message: `expected UNSURE of what a person recorded: a machine (${method}) proposes, and a person decides`,
      })),
  ];
}
