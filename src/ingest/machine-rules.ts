import type { Issue } from '../domain/errors.ts';
import type { EntryOf } from '../domain/state.ts';
import type { RecordMethod } from '../domain/vocabulary.ts';
import type { RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';
import { isAssertion } from './chain-rules.ts';
import { ofType } from './of-type.ts';

/** Whether a program decided it by itself. What was imported may be a person's, and is treated as such. */
export function isMachine(method: RecordMethod): boolean {
  return method === 'RULES' || method === 'MODEL';
}

/** A machine takes no person's assertion's place, and judges no pair anew that a person has judged. */
export async function machineOverPerson(
  records: BundleRecords,
  method: RecordMethod,
  view: RecordingView,
): Promise<readonly Issue[]> {
  if (!isMachine(method)) return [];
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

/** What a machine says of itself to be agreed upon: relations and derivations that it confirms or rejects, and verdicts. */
function agreedByMachine(records: BundleRecords, method: RecordMethod): readonly Issue[] {
  const only = (path: string, what: string): Issue => ({
    path,
    message: `expected ${what}: a machine (${method}) proposes, and a person decides`,
  });
  return [
    ...ofType(records, 'ClaimRelation').flatMap(({ path, state: { status } }) =>
      status === 'PROPOSED' ? [] : [only(`${path}.status`, 'PROPOSED')],
    ),
    ...ofType(records, 'Source').flatMap(({ path, state: { derivedFrom } }) =>
      derivedFrom.flatMap((derivation, index) =>
        derivation.status === 'PROPOSED' || !isMachine(derivation.method ?? method)
          ? []
          : [only(`${path}.derivedFrom[${index}].status`, 'PROPOSED')],
      ),
    ),
    ...ofType(records, 'Review').map(({ path }) => only(path, 'no review')),
  ];
}

/**
 * What only a person decides: that a relation or derivation holds, what a claim is rated, and that what a person recorded
 * is the same as something else, or is not. A machine says PROPOSED and UNSURE.
 */
export async function machineDecides(
  records: BundleRecords,
  method: RecordMethod,
  view: RecordingView,
): Promise<readonly Issue[]> {
  if (!isMachine(method)) return [];
  const judged = ofType(records, 'IdentityJudgement').filter(
    ({ state: { verdict } }) => verdict !== 'UNSURE',
  );
  const states = await view.currentStates(judged.flatMap(({ state: { between } }) => [...between]));
  const isPersons = (id: string): boolean => !isMachine(states.get(id)?.method ?? method);
  return [
    ...agreedByMachine(records, method),
    ...judged
      .filter(({ state: { between } }) => between.some(isPersons))
      .map(({ path }) => ({
        path: `${path}.verdict`,
        message: `expected UNSURE of what a person recorded: a machine (${method}) proposes, and a person decides`,
      })),
  ];
}
