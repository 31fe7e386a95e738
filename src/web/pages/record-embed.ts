import { type Html, html, type Part } from '../html.ts';
import type { Words } from '../words/words.ts';
import { nodesOf } from './connection.ts';
import { named } from './embed-content.ts';
import { embedDocument } from './embed-document.ts';
import { dayText } from './embed-notice.ts';
import type { HeadedData } from './headed.ts';
import { type AddressQuery, linkTo } from './page.ts';
import type {
  ContradictionEmbedData,
  FoundHeadlines,
  HeadedList,
  SourceEmbedData,
  SpeakerEmbedData,
} from './record-embed-query.ts';
import { dateOf, stanceOf } from './speech.ts';
import { marksOf } from './who.ts';

/** Where the service is, and when it was asked. */
export interface EmbedPlace {
  readonly base: string;
  readonly now: Date;
}

/** What an embed shows, and where the whole record of it is. */
export interface RecordEmbed {
  readonly title: string;
  readonly full: string;
  readonly content: Html;
}

function absolute({ base }: EmbedPlace, path: string, words: Words, query: AddressQuery = []): string {
  return base + linkTo(path, words.language, query);
}

/** A claim with whose it is, which opens beside the page that the embed is in. */
function claimLine({ slug, status, headline }: HeadedData, place: EmbedPlace, words: Words): Html {
  return html`<a href="${absolute(place, `/claims/${encodeURIComponent(slug)}`, words)}" target="_blank" rel="noopener">${headline}</a> <span class="status ${status.toLowerCase()}">${words.status[status]}</span>`;
}

function items(all: readonly Part[], total: number | null, none: string, words: Words): Html {
  if (all.length === 0) return html`<p class="none">${none}</p>`;
  return html`<ul>${all.map((one) => html`<li>${one}</li>`)}</ul>${total === all.length ? null : html`<p class="note">${words.more(all.length, total)}</p>`}`;
}

/** Who somebody is, and what they have held, each with its stance. */
export function speakerEmbed(speaker: SpeakerEmbedData, place: EmbedPlace, words: Words): RecordEmbed {
  const own = words.record.speaker;
  const { name, kind, anonymity, description, positions, slug } = speaker;
  const kicker = [own.kind[kind], words.anonymity[anonymity]].filter((one) => one !== undefined);
  const notes = [description, own.anonymityNote[anonymity], own.kindNote[kind]].filter((one) => one);
  const held = nodesOf(positions).map(({ stance, changed, claim, held: occasions }) => {
    const last = occasions.at(-1)?.saidOn ?? null;
    return html`${stanceOf(stance, words)}${changed ? html` <strong>(${own.changed})</strong>` : null}${words.colon}${claimLine(claim, place, words)} <span class="note">${dateOf(last, words)}</span>`;
  });
  const content = html`<p class="kicker"><span class="${kind === 'MACHINE' ? 'kind machine' : 'kind'}">${kicker.join(' · ')}</span></p>
<h1>${name}</h1>
${notes.map((note) => html`<p class="note">${note ?? null}</p>`)}
<h2>${own.heading.positions}</h2>
${items(held, positions.totalCount, own.noPositions, words)}`;
  const title = [name, ...marksOf(speaker, words)].join(words.pause);
  return { title, full: absolute(place, `/speakers/${encodeURIComponent(slug)}`, words), content };
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
  return { title, full: absolute(place, `/sources/${encodeURIComponent(slug)}`, words), content };
}

/** Two claims that cannot both be true, side by side, with why; what nobody confirmed, or what was rejected, says so at the top. */
export function contradictionEmbed(
  relation: ContradictionEmbedData,
  place: EmbedPlace,
  words: Words,
): RecordEmbed {
  const { lists, embeds } = words;
  const { from, to, status, reason, assertedBy, proposedBy, revisions } = relation;
  const decided = nodesOf(revisions)[0]?.recordedAt ?? '';
  const speakers = [...new Set(assertedBy.map(({ speaker }) => speaker.name))];
  const side = (claim: typeof from) =>
    html`<section><p><strong>${claimLine(claim, place, words)}</strong></p>${claim.corroboration === null ? null : html`<p class="note">${claim.corroboration.sentence}</p>`}</section>`;
  const content = html`${
    status === 'REJECTED'
      ? html`<aside class="notice"><p class="alert"><strong>${embeds.relationRejected(dayText(decided, words))}</strong></p></aside>`
      : null
  }<h1>${embeds.contradiction}${status === 'PROPOSED' ? ` · ${words.proposed}` : null}</h1>
<div class="sides">${side(from)}${side(to)}</div>
<p><strong>${lists.why}${words.colon}</strong>${reason}</p>
<p class="note">${speakers.length === 0 ? lists.drawnBy(proposedBy) : lists.drawnInText(speakers.join(lists.comma))}</p>`;
  return {
    title: `${from.headline} / ${to.headline}`,
    full: absolute(place, `/claims/${encodeURIComponent(from.slug)}`, words),
    content,
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
  return { title, full: absolute(place, '/search', words, asked), content };
}

/** The whole document, with the day that it is of and the way to the whole record. */
export function recordEmbedDocument(
  { title, full, content }: RecordEmbed,
  { now }: EmbedPlace,
  words: Words,
): string {
  const foot = html`<p class="note">${words.asOf(dayText(now.toISOString(), words))} · <a href="${full}" target="_blank" rel="noopener">${words.fullRecord} (Onrecord)</a></p>`;
  return embedDocument(title, full, html`${content}\n${foot}`, words);
}
