import { clustersOf, type Member } from '../domain/clusters.ts';
import type { Issue } from '../domain/errors.ts';
import { copiesOwnRelay, type SayingOf, whyNotOneSaying } from '../domain/one-saying.ts';
import type { RecordingView } from '../store/write-port.ts';
import { assertionsReached } from './assertions-reached.ts';
import type { BundleRecords } from './bundle-records.ts';
import { judgementsAfter } from './judgement-rules.ts';
import { ofType } from './of-type.ts';

/** The assertions as they will stand, with all that they pass on or copy: as the bundle has them, or else as recorded. */
async function sayingsAfter(
  ids: readonly string[],
  records: BundleRecords,
  view: RecordingView,
): Promise<SayingOf> {
  const own = new Map(
    ofType(records, 'Assertion').map(
      ({ id, state: { claim, stance, attributedTo = null, copyOf = null } }) => [
        id,
        { claim, stance, attributedTo, copyOf },
      ],
    ),
  );
  const outside = [
    ...ids,
    ...[...own.values()].flatMap(({ attributedTo, copyOf }) => [attributedTo, copyOf]),
  ];
  const stored = await assertionsReached(
    outside.filter((id) => id !== null && !own.has(id)) as string[],
    view,
    ({ chain, copyOfId }) => [...chain, copyOfId],
  );
  return (id) => {
    const one = stored.get(id);
    if (own.has(id) || one === undefined) return own.get(id);
    return {
      claim: one.claim.id,
      stance: one.stance,
      attributedTo: one.attributedToId,
      copyOf: one.copyOfId,
    };
  };
}

/** Nothing is a copy of what passes it on. */
export async function copiesOfOwnRelays(
  records: BundleRecords,
  view: RecordingView,
): Promise<readonly Issue[]> {
  const copies = ofType(records, 'Assertion').filter(({ state }) => state.copyOf !== undefined);
  if (copies.length === 0) return [];
  const sayingOf = await sayingsAfter([], records, view);
  return copies
    .filter(({ id }) => copiesOwnRelay(id, sayingOf))
    .map(({ path }) => ({
      path: `${path}.copyOf`,
      message: 'expected one whose words were there before: this one passes on those that are to be its copy',
    }));
}

/** Assertions that are judged the same, by however many steps, take one position on a claim, and none passes on another. */
export async function differingSayings(
  records: BundleRecords,
  view: RecordingView,
): Promise<readonly Issue[]> {
  const judged = ofType(records, 'IdentityJudgement').filter(
    ({ state: { verdict, between } }) => verdict === 'SAME' && between[0].startsWith('Assertion_'),
  );
  if (judged.length === 0) return [];
  const { ids, judgements } = await judgementsAfter(records, [], view);
  const assertions = ids.filter((id) => id.startsWith('Assertion_'));
  const sayingOf = await sayingsAfter(assertions, records, view);
  const members = assertions.map((id): Member => ({ id, anonymity: 'NAMED', place: '' }));
  return clustersOf(members, judgements).flatMap((cluster): readonly Issue[] => {
    const at = judged.findLast(({ state }) => cluster.some(({ id }) => id === state.between[0]));
    const [why] = cluster.flatMap(({ id }, index) =>
      cluster.slice(index + 1).flatMap((other) => whyNotOneSaying(id, other.id, sayingOf) ?? []),
    );
    if (at === undefined || why === undefined) return [];
    return [{ path: `${at.path}.between`, message: `expected assertions that can be one; ${why}` }];
  });
}
