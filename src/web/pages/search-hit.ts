import { readsApart } from '../../domain/bidi.ts';
import { matchesLanguage } from '../../domain/localize.ts';
import { isStandIn } from '../../domain/stand-in.ts';
import { followable, type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { titled } from './cited.ts';
import { claimLink } from './claims-page.ts';
import { impossibleDate } from './impossible-date.ts';
import { marked, unmarked } from './marked.ts';
import { linkTo } from './page.ts';
import { quotedFor } from './quoted-for.ts';
import type { FoundClaim, FoundEntity, FoundPassage, FoundSource, HitData } from './search-query.ts';
import { dateOf, quotation } from './speech.ts';
import { whoLink } from './who.ts';

/** A text with its marks; of a language that is not the page's, it says which. */
function hit({ highlight, language }: HitData, words: Words): Html {
  const shown = marked(highlight);
  const apart = readsApart(unmarked(highlight)) ? shown : html`<bdi>${shown}</bdi>`;
  if (language === 'und') return html`<span lang="">${apart}</span>`;
  return matchesLanguage(words.language, language) ? apart : html`<span lang="${language}">${apart}</span>`;
}

/** The name in the reader's language, marked where the hits are in it; else with what they are in beside it. */
function named(
  found: HitData,
  name: string,
  label: string,
  words: Words,
): { lead: Html; beside: Html | null } {
  if (unmarked(found.highlight) === name) return { lead: hit(found, words), beside: null };
  return {
    lead: html`${name}`,
    beside: html`<p class="note">${label}${words.colon}${hit(found, words)}</p>`,
  };
}

function claimHit(found: HitData, claim: FoundClaim, words: Words): Html {
  const { slug, status, headline, corroboration } = claim;
  const { lead, beside } = named(found, headline, words.lists.hit, words);
  return html`<p class="kicker">${words.claim} · <span class="status ${status.toLowerCase()}">${words.status[status]}</span></p>
<h2><a href="${claimLink(slug, words)}">${lead}</a></h2>
${impossibleDate(claim, words)}${beside}${corroboration === null ? null : html`<p>${corroboration.sentence}</p>`}`;
}

function entityHit(found: HitData, entity: FoundEntity, words: Words): Html {
  const { slug, kind, anonymity, name, description } = entity;
  const { lists } = words;
  const { lead, beside } = named(found, name, lists.alsoNamed, words);
  const about = [lists.one.ENTITY, words.kind[kind], words.anonymity[anonymity]];
  return html`<p class="kicker">${about.filter((part) => part !== undefined).join(' · ')}</p>
<h2>${isStandIn(entity) ? lead : html`<a href="${linkTo(`/speakers/${encodeURIComponent(slug)}`, words)}">${lead}</a>`}</h2>
${beside}${description === null ? null : html`<p>${description}</p>`}
<p class="note"><a href="${linkTo('/claims', words, [['speaker', slug]])}">${lists.claimsBySpeaker}</a> · <a href="${linkTo('/claims', words, [['about', slug]])}">${lists.claimsAbout}</a></p>`;
}

function sourceHit(found: HitData, source: FoundSource, words: Words): Html {
  const { slug, title, publisher, publishedOn } = source;
  const { lists } = words;
  const { lead, beside } = named(found, title, lists.hit, words);
  const url = followable(source.url);
  return html`<p class="kicker">${lists.one.SOURCE}</p>
<h2><cite><a href="${linkTo(`/sources/${encodeURIComponent(slug)}`, words)}">${lead}</a></cite></h2>
${beside}<p class="note line">${publisher === null ? null : html`<span>${whoLink(publisher, words)}</span> `}<span>${dateOf(publishedOn, words)}</span> <span><a href="${linkTo('/claims', words, [['source', slug]])}">${lists.claimsInSource}</a></span>${
    url === null
      ? null
      : html` <span><a class="outside" href="${url}" rel="noreferrer">${words.theText}</a></span>`
  }</p>`;
}

function passageHit({ highlight }: HitData, passage: FoundPassage, words: Words): Html {
  const { version } = passage;
  return html`<p class="kicker">${words.lists.one.PASSAGE}</p>
${quotation(passage, words, marked(highlight))}${quotedFor(passage, words)}
<p class="note">${version === null ? words.lists.sourceNotShown : titled(version.source, words)}</p>`;
}

/** One find of a search: what it is, with what was looked for marked in it, and where it leads. */
export function searchHit(found: HitData, words: Words): Html {
  const { node } = found;
  if (!('__typename' in node)) return entityHit(found, node, words);
  switch (node.__typename) {
    case 'Claim':
      return claimHit(found, node, words);
    case 'Source':
      return sourceHit(found, node, words);
    case 'Passage':
      return passageHit(found, node, words);
  }
}
