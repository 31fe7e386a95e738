import type { RelationKind } from '../../domain/vocabulary.ts';
import { dateText } from '../../figure/date-text.ts';
import { messagesFor } from '../../figure/messages.ts';
import { type Html, html, type Part } from '../html.ts';
import type { Words } from '../words/words.ts';
import {
  type CameSince,
  cameSince,
  isLookedThrough,
  isProposedSince,
  mostTelling,
  showsTheSame,
  withdrawnOn,
} from './came-since.ts';
import { named } from './embed-content.ts';
import type { CameToClaim, EmbeddedClaim, LiveClaim } from './embed-query.ts';
import { headlineOf } from './headed.ts';
import { type PinnedTo, pinText } from './pin.ts';
import type { TakenData } from './said.ts';
import { stanceOf } from './speech.ts';
import type { Who } from './who.ts';

/** So much of what came is told on an embed's face. */
const told = 8;

/** The day of an instant, in the reader's words. */
export function dayText(instant: string, words: Words): string {
  return dateText(instant.slice(0, 10), messagesFor(words.language));
}

/** An instant to the second, or as precise as it is. */
export function instantText(instant: string, words: Words): string {
  const time = pinText(instant).slice(11).replace('Z', ' UTC');
  return `${dayText(instant, words)} ${time}`;
}

/** What a pinned embed says of its moment. */
export function pinLabel({ at, version }: PinnedTo, words: Words): string {
  const instant = instantText(at, words);
  if (version === null) return words.embeds.pinned(instant);
  return version.isCurrent
    ? words.embeds.currentVersion(version.number)
    : words.embeds.pinnedVersion(version.number, instant);
}

/** How this claim bears on another, or that on it. */
function bearingOf(
  { relation, bears }: { readonly relation: RelationKind; readonly bears: boolean },
  words: Words,
): string {
  const { edge, reverse } = messagesFor(words.language);
  return (bears ? null : reverse[relation]) ?? edge[relation];
}

function happened(one: CameSince, words: Words): Part {
  const { embeds } = words;
  const held = (speaker: Who, { stance, commitment, attributedTo }: TakenData) => {
    const passedOn =
      attributedTo &&
      html`${words.attributedTo(named(attributedTo.speaker, words))} (${words.commitment[commitment]})${words.colon}`;
    return html`${named(speaker, words)} ${passedOn}${stanceOf(stance, words)}`;
  };
  switch (one.kind) {
    case 'SAID':
      return embeds.said(held(one.speaker, one.taken));
    case 'REPORTED':
      return embeds.reported(held(one.speaker, one.taken));
    case 'REPLACED':
      return embeds.replaced(held(one.speaker, one.taken));
    case 'REVISED':
      return embeds.revised(held(one.speaker, one.taken));
    case 'REINSTATED':
      return embeds.reinstated(held(one.speaker, one.taken));
    case 'WITHDRAWN':
      return embeds.withdrawn(held(one.speaker, one.taken), one.reason);
    case 'CLAIM_REVISED':
      return embeds.claimRevised(one.version);
    case 'CONTRADICTED':
      return embeds.contradicted(headlineOf(one.other, words));
    case 'CONTRADICTION_REJECTED':
      return embeds.contradictionRejected(headlineOf(one.other, words));
    case 'CORRECTED':
      return embeds.corrected(headlineOf(one.other, words));
    case 'CORRECTION_REJECTED':
      return embeds.correctionRejected(headlineOf(one.other, words));
    case 'RELATED':
      return embeds.related(bearingOf(one, words), headlineOf(one.other, words));
    case 'RELATION_REJECTED':
      return embeds.relatedNoMore(bearingOf(one, words), headlineOf(one.other, words));
    case 'REVIEWED':
      return embeds.reviewed(one.reviewer.name, html`<q>${one.rating}</q>`);
  }
}

/** What came, dated: as much as there is room for. `isAll`: nothing else may have come. */
export function events(came: readonly CameSince[], isAll: boolean, words: Words, room = told): Html | null {
  if (came.length === 0) return null;
  const left = came.length - room;
  return html`<ul>${mostTelling(came, room).map(
    (one) => html`<li><span class="date">${dayText(one.at, words)}</span> ${happened(one, words)}</li>`,
  )}</ul>${
    left > 0 || !isAll ? html`<p class="note">${words.embeds.moreCame(isAll ? left : null)}</p>` : null
  }`;
}

/** That a claim is withdrawn, and since when; null where it is not. */
export function withdrawal(claim: CameToClaim & Pick<LiveClaim, 'status'>, words: Words): Html | null {
  const at = claim.status === 'WITHDRAWN' ? withdrawnOn(claim) : null;
  return at === null
    ? null
    : html`<p class="alert"><strong>${words.embeds.claimWithdrawn(dayText(at, words))}</strong></p>`;
}

/** On a pinned embed: since when its content stands, and what came to the claim afterwards. */
export function pinnedNotice(
  then: EmbeddedClaim,
  now: LiveClaim,
  { at, label }: { readonly at: string; readonly label: string },
  words: Words,
): Html {
  const { embeds } = words;
  const came = cameSince(now, at);
  const turned = then.status !== now.status;
  const reads = then.headline !== now.headline;
  const isAll = isLookedThrough(now);
  // What cannot be told one by one is told in general.
  const isTold = came.length > 0 && isAll;
  const otherwise = !isTold && !turned && !reads && !showsTheSame(then, now);
  const nothing = came.length === 0 && !turned && !reads && !otherwise;
  return html`<aside class="notice"><p>${label}</p>${
    nothing
      ? html`<p>${isAll && !isProposedSince(now, at) ? embeds.unchanged : embeds.unchangedHere}</p>`
      : html`${withdrawal(now, words)}<h2>${embeds.since}</h2>
${turned ? html`<p><strong>${embeds.status(words.status[then.status], words.status[now.status])}</strong></p>` : null}
${reads ? html`<p>${embeds.headline(headlineOf(now, words))}</p>` : null}
${events(came, isAll, words)}
${otherwise ? html`<p>${embeds.otherwise}</p>` : null}`
  }</aside>`;
}

/** Not of those who say again what is there: what a reader is to know who saw the claim before. */
function isToBeTold(one: CameSince): boolean {
  if (one.kind === 'SAID') return one.taken.stance !== 'AFFIRMS';
  return one.kind !== 'REPORTED' && one.kind !== 'RELATED' && one.kind !== 'RELATION_REJECTED';
}

/** On a live embed: that the claim is withdrawn, and what of it was corrected, withdrawn or denied since it was recorded. */
export function liveNotice(claim: LiveClaim, words: Words): Html | null {
  const first = claim.states.edges.at(-1)?.node.recordedAt ?? '';
  const came = cameSince(claim, first).filter(isToBeTold);
  const gone = withdrawal(claim, words);
  if (came.length === 0 && gone === null) return null;
  return html`<aside class="notice">${gone}${came.length === 0 ? null : html`<h2>${words.embeds.changes}</h2>${events(came, isLookedThrough(claim), words)}`}</aside>`;
}

/** Above the record as it stands, where how it stood cannot be shown now. */
export function standInNotice(instant: string, words: Words): Html {
  return html`<aside class="notice"><p class="alert"><strong>${words.embeds.notNow(instant)}</strong></p></aside>`;
}
