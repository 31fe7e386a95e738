import { readId } from '../../domain/moment.ts';
import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { type CameSince, cameSince, isLookedThrough } from './came-since.ts';
import { nodesOf } from './connection.ts';
import { dayText, events, pinLabel, withdrawal } from './embed-notice.ts';
import { headlineOf } from './headed.ts';
import type { PinnedTo } from './pin.ts';
import type { RecordEmbed } from './record-embed.ts';
import { type ClaimHeaded, type ClaimSinceThen, lookedEach } from './record-embed-query.ts';

/** So much of what came to each claim is told. */
const toldOfEach = 4;

const idOf = ({ id }: ClaimHeaded) => readId(id).id;

/** Whose claims are asked for again: those that it showed, and those that it shows now. */
export function claimsToAskFor(then: RecordEmbed, now: RecordEmbed): readonly string[] {
  return [...new Set([...then.claims, ...now.claims].map(idOf))];
}

/** What became of one claim; null where nothing did that was recorded since. */
function ofClaim(
  claim: ClaimSinceThen,
  was: ClaimHeaded | undefined,
  isShown: boolean,
  at: string,
  words: Words,
): Html | null {
  const { embeds } = words;
  const came: readonly CameSince[] = cameSince(claim, at);
  const first = nodesOf(claim.states).at(-1);
  // One that was there already, of which nothing is known that it came in by, is not told as new.
  const isNew = was === undefined;
  const turned = was !== undefined && was.status !== claim.status;
  const reads = was !== undefined && was.headline !== claim.headline;
  const left = !isNew && !isShown;
  if (claim.erasedAt !== null) {
    const day = dayText(claim.erasedAt, words);
    return claim.erasedAt > at ? html`<li><p><strong>${embeds.claimErased(day)}</strong></p></li>` : null;
  }
  if (came.length === 0 && !turned && !reads && !isNew && !left) return null;
  const recorded =
    isNew && first?.version === 1 && first.recordedAt > at
      ? html`<span class="date">${dayText(first.recordedAt, words)}</span> ${embeds.claimRecorded}`
      : isNew
        ? embeds.listedSince
        : null;
  return html`<li><p>${headlineOf(was ?? claim, words)}</p>
${claim.status === 'WITHDRAWN' && was?.status !== 'WITHDRAWN' ? withdrawal(claim, words) : null}${
  recorded === null ? null : html`<p>${recorded}</p>`
}${left ? html`<p>${embeds.listedNoMore}</p>` : null}${
  turned && was !== undefined
    ? html`<p><strong>${embeds.status(words.status[was.status], words.status[claim.status])}</strong></p>`
    : null
}${reads ? html`<p>${embeds.headline(headlineOf(claim, words))}</p>` : null}${events(came, isLookedThrough(claim, lookedEach), words, toldOfEach)}</li>`;
}

/** What an embed shows, wherever it leads. */
const faceOf = ({ content }: RecordEmbed) => content.toString().replaceAll(/ href="[^"]*"/g, '');

/** How far a contradiction is agreed upon now, where that is otherwise than it was. */
function decision(then: RecordEmbed, now: RecordEmbed, words: Words): Html | null {
  if (then.status === null || now.status === null || then.status === now.status) return null;
  const { embeds, lists, changes, proposed } = words;
  const decided = dayText(
    now.record === null ? '' : (nodesOf(now.record.states)[0]?.recordedAt ?? ''),
    words,
  );
  const named = { CONFIRMED: lists.confirmed, PROPOSED: proposed, REJECTED: changes.relationStatus.REJECTED };
  return now.status === 'REJECTED'
    ? html`<p class="alert"><strong>${embeds.relationRejected(decided)}</strong></p>`
    : html`<p><span class="date">${decided}</span> <strong>${embeds.status(named[then.status], named[now.status])}</strong></p>`;
}

/** The corrections of the record itself, the last first. */
function corrections({ record }: RecordEmbed, at: string, words: Words): Html | null {
  if (record === null) return null;
  const later = nodesOf(record.states).filter((one) => one.version > 1 && one.recordedAt > at);
  if (later.length === 0) return null;
  return html`<ul>${later.map(
    ({ version, recordedAt }) =>
      html`<li><span class="date">${dayText(recordedAt, words)}</span> ${words.embeds.recordRevised(version)}</li>`,
  )}</ul>`;
}

/**
 * On a pinned embed of anything but a claim: since when its content stands, and what came since, to itself and to the
 * claims that it showed or shows now. `claims` are those, as they stand.
 */
export function recordNotice(
  then: RecordEmbed,
  now: RecordEmbed,
  claims: readonly (ClaimSinceThen | null)[],
  pinnedTo: PinnedTo,
  words: Words,
): Html {
  const { embeds } = words;
  const { at } = pinnedTo;
  const was = new Map(then.claims.map((one) => [idOf(one), one]));
  const is = new Set(now.claims.map(idOf));
  const told = claims.flatMap((one) => {
    const line = one && ofClaim(one, was.get(one.id), is.has(one.id), at, words);
    return line === null ? [] : [line];
  });
  const own = [
    decision(then, now, words),
    corrections(now, at, words),
    then.title === now.title || now.status !== null
      ? null
      : html`<p>${embeds.headline(html`${now.title}`)}</p>`,
    then.total === now.total || then.total === null || now.total === null
      ? null
      : html`<p>${embeds.counts(then.total, now.total)}</p>`,
  ].filter((one) => one !== null);
  const isTold = own.length > 0 || told.length > 0;
  const isSame = faceOf(then) === faceOf(now);
  const rest = isTold ? null : html`<p>${isSame ? embeds.unchangedHere : embeds.otherwise}</p>`;
  return html`<aside class="notice"><p>${pinLabel(pinnedTo, words)}</p>${rest ?? html`<h2>${embeds.since}</h2>`}${own}${
    told.length === 0 ? null : html`<ul>${told}</ul>`
  }</aside>`;
}
