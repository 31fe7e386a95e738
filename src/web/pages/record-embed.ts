import { isMachine } from '../../domain/machine-method.ts';
import { readId } from '../../domain/moment.ts';
import type { RelationStatus } from '../../domain/vocabulary.ts';
import type { RecordCard } from '../../figure/record-card.ts';
import { type Html, html, type Part } from '../html.ts';
import type { Words } from '../words/words.ts';
import { nodesOf } from './connection.ts';
import { drawers } from './drawn.ts';
import { named } from './embed-content.ts';
import { embedDocument } from './embed-document.ts';
import { dayText } from './embed-notice.ts';
import type { RecordStates } from './embed-query.ts';
import { impossibleDate } from './impossible-date.ts';
import { type AddressQuery, linkTo } from './page.ts';
import { contradictionCard, searchCard, sourceCard, speakerCard } from './record-cards.ts';
import type {
  ClaimHeaded,
  ContradictionEmbedData,
  FoundHeadlines,
  HeadedList,
  SourceEmbedData,
  SpeakerEmbedData,
} from './record-embed-query.ts';
import { dateOf, stanceOf } from './speech.ts';
import { marksOf, speakerNotes } from './who.ts';

/** Where the service is, and when it was asked. */
export interface EmbedPlace {
  readonly base: string;
  readonly now: Date;
}

/** A record that an embed is of, as far as its moments and its standing go. */
export interface EmbeddedRecord {
  readonly id: string;
  readonly erasedAt: string | null;
  readonly states: RecordStates;
}

/** What an embed shows, and where the whole record of it is. */
export interface RecordEmbed {
  readonly title: string;
  readonly full: string;
  readonly content: Html;
  /** The same as it is drawn in a picture. */
  readonly card: RecordCard;
  /** Null of a search. */
  readonly record: EmbeddedRecord | null;
  /** How far a contradiction is agreed upon; null of all else. */
  readonly status: RelationStatus | null;
  /** The claims that it shows, and how many there are. */
  readonly claims: readonly ClaimHeaded[];
  readonly total: number | null;
}

function absolute({ base }: EmbedPlace, path: string, words: Words, query: AddressQuery = []): string {
  return base + linkTo(path, words.language, query);
}

/** A claim with whose it is, which opens beside the page that the embed is in. */
function claimLine(claim: ClaimHeaded, place: EmbedPlace, words: Words): Html {
  const { slug, status, headline } = claim;
  const { id, moment } = readId(claim.id);
  // A slug may be another's by now.
  const named = moment === null ? slug : id;
  return html`<a href="${absolute(place, `/claims/${encodeURIComponent(named)}`, words)}" target="_blank" rel="noopener">${headline}</a> <span class="status ${status.toLowerCase()}">${words.status[status]}</span>${impossibleDate(claim, words)}`;
}

function items(all: readonly Part[], total: number | null, none: string, words: Words): Html {
  if (all.length === 0) return html`<p class="none">${none}</p>`;
  return html`<ul>${all.map((one) => html`<li>${one}</li>`)}</ul>${total === all.length ? null : html`<p class="note">${words.more(all.length, total)}</p>`}`;
}

/** Who somebody is, and what they have held, each with its stance. */
export function speakerEmbed(speaker: SpeakerEmbedData, place: EmbedPlace, words: Words): RecordEmbed {
  const own = words.record.speaker;
  const { name, kind, anonymity, positions, slug } = speaker;
  const kicker = [own.kind[kind], words.anonymity[anonymity]].filter((one) => one !== undefined);
  const held = nodesOf(positions).map(({ stance, changed, claim, held: occasions }) => {
    const last = occasions.at(-1);
    const method = last !== undefined && isMachine(last.method) ? words.method[last.method] : null;
    return html`${stanceOf(stance, words)}${changed ? html` <strong>(${own.changed})</strong>` : null}${words.colon}${claimLine(claim, place, words)} <span class="note">${dateOf(last?.saidOn ?? null, words)}</span>${method === null ? null : html` <strong class="machine">${method}</strong>`}`;
  });
  const content = html`<p class="kicker"><span class="${kind === 'MACHINE' ? 'kind machine' : 'kind'}">${kicker.join(' · ')}</span></p>
<h1>${name}</h1>
${speakerNotes(speaker, words).map((note) => html`<p class="note">${note}</p>`)}
<h2>${own.heading.positions}</h2>
${items(held, positions.totalCount, own.noPositions, words)}`;
  const title = [name, ...marksOf(speaker, words)].join(words.pause);
  const full = absolute(place, `/speakers/${encodeURIComponent(slug)}`, words);
  const claims = nodesOf(positions).map(({ claim }) => claim);
  const { totalCount: total } = positions;
  const card = speakerCard(speaker, words);
  return { title, full, content, card, record: speaker, status: null, claims, total };
}

/** What a source is, and what was claimed in it. */
export function sourceEmbed(
  source: SourceEmbedData,
  claims: HeadedList,
  place: EmbedPlace,
  words: Words,
): RecordEmbed {
  const own = words.record.source;
  const { title, kind, seen, publisher, publishedOn, slug } = source;
  const content = html`<p class="kicker">${own.kind[kind]} · ${seen ? own.seen : own.unseen}</p>
<h1>${title}</h1>
<p class="note">${publisher === null ? null : html`${named(publisher, words)} · `}${dateOf(publishedOn, words)}</p>
<h2>${own.heading.claims}</h2>
${items(
  nodesOf(claims).map((claim) => claimLine(claim, place, words)),
  claims.totalCount,
  own.noClaims,
  words,
)}`;
  const full = absolute(place, `/sources/${encodeURIComponent(slug)}`, words);
  const { totalCount: total } = claims;
  const card = sourceCard(source, claims, words);
  return { title, full, content, card, record: source, status: null, claims: nodesOf(claims), total };
}

/** Two claims that cannot both be true, side by side, with why; what nobody confirmed, or what was rejected, says so at the top. */
export function contradictionEmbed(
  relation: ContradictionEmbedData,
  place: EmbedPlace,
  words: Words,
): RecordEmbed {
  const { lists, embeds } = words;
  const { from, to, status, reason, states } = relation;
  const decided = nodesOf(states)[0]?.recordedAt ?? '';
  const side = (claim: typeof from) =>
    html`<section><p><strong>${claimLine(claim, place, words)}</strong></p>${claim.corroboration === null ? null : html`<p class="note">${claim.corroboration.sentence}</p>`}</section>`;
  const content = html`${
    status === 'REJECTED'
      ? html`<aside class="notice"><p class="alert"><strong>${embeds.relationRejected(dayText(decided, words))}</strong></p></aside>`
      : null
  }<h1>${embeds.contradiction}${status === 'PROPOSED' ? ` · ${words.proposed}` : null}</h1>
<div class="sides">${side(from)}${side(to)}</div>
<p><strong>${lists.why}${words.colon}</strong>${reason}</p>
<p class="note">${drawers(relation, words)}</p>`;
  return {
    title: `${from.headline} / ${to.headline}`,
    full: absolute(place, `/contradictions/${readId(relation.id).id}`, words),
    content,
    card: contradictionCard(relation, words),
    ...{ record: relation, status, claims: [from, to], total: 2 },
  };
}

/** The claims that a search finds, newest first where none says it whole. */
export function searchEmbed(
  query: string,
  found: FoundHeadlines,
  place: EmbedPlace,
  words: Words,
): RecordEmbed {
  const { lists } = words;
  const title = lists.results(query);
  const content = html`<h1>${title}</h1>
<p class="note">${lists.claimCount(found.totalCount)}</p>
${items(
  nodesOf(found).map(({ node }) => claimLine(node, place, words)),
  found.totalCount,
  lists.noHits,
  words,
)}`;
  const asked: AddressQuery = [
    ['q', query],
    ['type', 'CLAIM'],
  ];
  const full = absolute(place, '/search', words, asked);
  const claims = nodesOf(found).map(({ node }) => node);
  const card = searchCard(query, found, words);
  return { title, full, content, card, record: null, status: null, claims, total: found.totalCount };
}

function fullLink({ full }: RecordEmbed, words: Words): Html {
  return html`<a href="${full}" target="_blank" rel="noopener">${words.fullRecord} (Onrecord)</a>`;
}

/** The whole document, with the day that it is of and the way to the whole record; above it what is to be said first. */
export function recordEmbedDocument(
  found: RecordEmbed,
  { now }: EmbedPlace,
  words: Words,
  first: Html | null = null,
): string {
  const foot = html`<p class="note">${words.asOf(dayText(now.toISOString(), words))} · ${fullLink(found, words)}</p>`;
  return embedDocument(found.title, found.full, html`${first}${found.content}\n${foot}`, words);
}

/** The same as it stood: below what has come since, and with the way to the record as it is now. */
export function pinnedRecordDocument(
  then: RecordEmbed,
  now: RecordEmbed,
  notice: Html,
  words: Words,
): string {
  const foot = html`<p class="note">${fullLink(now, words)}</p>`;
  return embedDocument(then.title, now.full, html`${notice}\n${then.content}\n${foot}`, words);
}
