import type { RelationKind } from '../../domain/vocabulary.ts';
import { nodesOf } from './connection.ts';
import { type CameToClaim, type EmbeddedClaim, embedded, type LiveClaim, looked } from './embed-query.ts';
import type { DatedData } from './impossible-date.ts';
import type { TakenData } from './said.ts';
import type { Who } from './who.ts';

/** Something that came to a claim, and when it was recorded. */
export type CameSince = { readonly at: string } & (
  | {
      readonly kind: 'SAID' | 'REPORTED' | 'REPLACED' | 'REVISED' | 'REINSTATED';
      readonly speaker: Who;
      readonly taken: TakenData;
    }
  | {
      readonly kind: 'WITHDRAWN';
      readonly speaker: Who;
      readonly taken: TakenData;
      readonly reason: string | null;
    }
  | { readonly kind: 'CLAIM_REVISED'; readonly version: number }
  | {
      readonly kind: 'CONTRADICTED' | 'CONTRADICTION_REJECTED' | 'CORRECTED' | 'CORRECTION_REJECTED';
      readonly other: DatedData & { readonly headline: string };
    }
  | {
      readonly kind: 'RELATED' | 'RELATION_REJECTED';
      readonly relation: RelationKind;
      /** Whether it is this claim that bears on the other. */
      readonly bears: boolean;
      readonly other: DatedData & { readonly headline: string };
    }
  | { readonly kind: 'REVIEWED'; readonly reviewer: Who; readonly rating: string }
);

/** A claim as far as what came to it is told. */
export type ClaimSince = CameToClaim & { readonly id: string };

type RecordedData = CameToClaim['recorded']['edges'][number]['node'];

function cameOfAssertion(one: RecordedData, since: string): CameSince | null {
  const { speaker, withdrawnAt } = one;
  const of = { speaker, taken: one };
  if (withdrawnAt !== null) {
    // One that came and went since is told once.
    return withdrawnAt > since
      ? { kind: 'WITHDRAWN', at: withdrawnAt, ...of, reason: one.withdrawalReason }
      : null;
  }
  if (one.recordedAt > since) {
    const kind = one.supersedes !== null ? 'REPLACED' : one.attributedTo === null ? 'SAID' : 'REPORTED';
    return { kind, at: one.recordedAt, ...of };
  }
  const [last] = nodesOf(one.revisions);
  if (last === undefined || last.recordedAt <= since) return null;
  return { kind: last.kind === 'REINSTATED' ? 'REINSTATED' : 'REVISED', at: last.recordedAt, ...of };
}

/** What came to a claim after an instant, the newest first. */
export function cameSince(claim: ClaimSince, since: string): readonly CameSince[] {
  const assertions = new Map(
    [claim.recorded, claim.denials, claim.withdrawals].flatMap(nodesOf).map((one) => [one.id, one]),
  );
  const came: (CameSince | null)[] = [...assertions.values()].map((one) => cameOfAssertion(one, since));
  for (const { version, recordedAt } of nodesOf(claim.states))
    if (version > 1 && recordedAt > since) came.push({ kind: 'CLAIM_REVISED', at: recordedAt, version });
  for (const { kind, status, from, to, revisions } of nodesOf(claim.disputes)) {
    const at = nodesOf(revisions)[0]?.recordedAt;
    const other = from.id === claim.id ? to : from;
    // What this claim corrects is told among what it bears on.
    if (at === undefined || at <= since || (kind === 'CORRECTS' && other === to)) continue;
    const isConfirmed = status === 'CONFIRMED';
    if (kind === 'CORRECTS')
      came.push({ kind: isConfirmed ? 'CORRECTED' : 'CORRECTION_REJECTED', at, other });
    else came.push({ kind: isConfirmed ? 'CONTRADICTED' : 'CONTRADICTION_REJECTED', at, other });
  }
  for (const { kind, status, from, to, revisions } of nodesOf(claim.bearings)) {
    const at = nodesOf(revisions)[0]?.recordedAt;
    const bears = from.id === claim.id;
    const isTold = kind === 'CONTRADICTS' || (kind === 'CORRECTS' && !bears);
    if (at === undefined || at <= since || isTold || status === 'PROPOSED') continue;
    const what = status === 'CONFIRMED' ? 'RELATED' : 'RELATION_REJECTED';
    came.push({ kind: what, at, relation: kind, bears, other: bears ? to : from });
  }
  for (const { rating, reviewer, revisions } of nodesOf(claim.verdicts)) {
    const at = nodesOf(revisions)[0]?.recordedAt;
    if (at !== undefined && at > since) came.push({ kind: 'REVIEWED', at, reviewer, rating });
  }
  return came.filter((one) => one !== null).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Whether a relation was proposed after an instant: what nobody has confirmed is told on no embed, and yet was recorded. */
export function isProposedSince({ bearings }: CameToClaim, since: string): boolean {
  return nodesOf(bearings).some(
    ({ status, revisions }) =>
      status === 'PROPOSED' && nodesOf(revisions).some(({ recordedAt }) => recordedAt > since),
  );
}

const pinnedPart = /@[^"~]*Z(?:~\d{4}-\d\d-\d\d)?"/g;

/** Whether all that came to a claim was looked through, so that it can be counted; `most` of each was asked for. */
export function isLookedThrough(
  { recorded, denials, withdrawals, disputes, bearings, states }: CameToClaim,
  most = looked,
): boolean {
  return (
    [recorded, denials, withdrawals, disputes, bearings].every(({ edges }) => edges.length < most) &&
    !states.pageInfo.hasNextPage
  );
}

/** What a reader must not miss stands before what only tells more of the same. */
function weightOf(one: CameSince): number {
  switch (one.kind) {
    case 'WITHDRAWN':
    case 'CONTRADICTED':
    case 'CORRECTED':
      return 0;
    case 'SAID':
    case 'REPLACED':
    case 'REINSTATED':
      return one.taken.stance === 'AFFIRMS' ? 2 : 0;
    case 'RELATED':
      return 2;
    case 'REPORTED':
      return 3;
    default:
      return 1;
  }
}

/** As many of them as there is room for, the newest first; where there is not for all, denials and withdrawals come before others. */
export function mostTelling(came: readonly CameSince[], room: number): readonly CameSince[] {
  const chosen = new Set([...came].sort((a, b) => weightOf(a) - weightOf(b)).slice(0, room));
  return came.filter((one) => chosen.has(one));
}

/** Whether an embed of the two would show the same, whatever moment their ids carry. */
export function showsTheSame(then: EmbeddedClaim, now: LiveClaim): boolean {
  const plain = (claim: EmbeddedClaim) => JSON.stringify(claim).replaceAll(pinnedPart, '"');
  return plain(then) === plain(embedded.parse(now));
}

/** When the last of what supported it was withdrawn; null where nothing was. */
export function withdrawnOn({ withdrawals }: CameToClaim): string | null {
  return nodesOf(withdrawals)
    .map(({ withdrawnAt }) => withdrawnAt)
    .reduce((last, at) => (at !== null && (last === null || at > last) ? at : last), null);
}
