import { isMachine } from '../../domain/machine-method.ts';
import { readId } from '../../domain/moment.ts';
import { type Stance, stances } from '../../domain/vocabulary.ts';
import { feedLink } from '../feed/atom.ts';
import { followable, type Html, html, type Part } from '../html.ts';
import type { Words } from '../words/words.ts';
import { titled } from './cited.ts';
import { headedLink } from './headed.ts';
import { oembedLink } from './oembed.ts';
import { type AddressQuery, linkTo, type PageAddress, page } from './page.ts';
import { contentsOf, type Listing, pagedList } from './paged-list.ts';
import { part, revisions } from './part.ts';
import { recordLinks } from './record-links.ts';
import { narrowableLists, type PositionData, type SpeakerData, type SpeakerList } from './speaker-query.ts';
import { dateOf, stanceOf, utterance } from './speech.ts';
import { embeddingOf, embedPathAt } from './take-away.ts';
import { verbatim } from './verbatim.ts';
import { marksOf, speakerNotes, whoLink, whoMarked } from './who.ts';

/** What the page was asked for with, beside whose it is. */
export interface SpeakerView {
  /** The one list that is followed; null for all of them from their start. */
  readonly list: SpeakerList | null;
  /** Only what was said with this stance; null for all. */
  readonly stance: Stance | null;
}

function listItems<Item>(all: readonly Item[], item: (one: Item) => Html): Html | null {
  return all.length === 0
    ? null
    : html`<ul class="plain">${all.map((one) => html`<li>${item(one)}</li>`)}</ul>`;
}

function names({ names: all, name, wikidata }: SpeakerData, words: Words): Html | null {
  const { nameKind } = words.record.speaker;
  const others = all.filter(({ text }) => text !== name);
  const known = followable(wikidata === null ? null : `https://www.wikidata.org/wiki/${wikidata}`);
  if (others.length === 0 && known === null) return null;
  return html`${listItems(
    others,
    ({ text, language, kind }) =>
      html`<span${language === null ? null : html` lang="${language}"`}>${text}</span> <span class="note">(${[nameKind[kind], language].filter((one) => one !== null).join(words.pause)})</span>`,
  )}${known === null ? null : html`<p class="note">Wikidata${words.colon}<a class="outside" href="${known}" rel="noreferrer">${wikidata}</a></p>`}`;
}

function affiliations({ affiliations: all = [] }: SpeakerData, words: Words): Html | null {
  return listItems(
    all,
    ({ role, asOf, organization }) =>
      html`<strong>${whoLink(organization, words)}</strong>${role === null ? null : html`${words.colon}${verbatim(role, words)}`} <span class="note">(${dateOf(asOf, words)})</span>`,
  );
}

function judgements({ id, judgements: all }: SpeakerData, words: Words): Html | null {
  return listItems(all, ({ verdict, method, reason, between }) => {
    const other = between.find((one) => one.id !== id);
    return html`${words.record.speaker.verdict[verdict]}${
      other !== undefined && 'slug' in other ? html`${words.colon}${whoLink(other, words)}` : null
    }${isMachine(method) ? html` <strong class="machine">${words.method[method]}</strong>` : null} <span class="note">${reason}</span>`;
  });
}

function position(
  { stance, stanceCertain, changed, onBehalfOf, claim, held }: PositionData,
  ownId: string,
  words: Words,
): Html {
  const { speaker: own } = words.record;
  return html`<li class="speech">
<p class="who">${stanceOf(stance, words)}${changed ? html` <strong class="changed">(${own.changed})</strong>` : null}${stanceCertain ? null : html` <span class="note">(${words.changes.uncertainStance})</span>`}${onBehalfOf ? html` <span class="note">(${words.speakingFor(whoMarked(onBehalfOf, words))})</span>` : null}${words.colon}${headedLink(claim, words)}</p>
<ol class="plain">${held.map(({ stance: then, commitment, saidOn, speaker, source, attributedTo }) => {
    const parts: readonly Part[] = [
      dateOf(saidOn, words),
      stanceOf(then, words),
      attributedTo && words.commitment[commitment],
      speaker.id === ownId ? null : own.saidBy(whoMarked(speaker, words)),
      source && titled(source, words),
    ].filter((one) => one !== null);
    return html`<li class="note line">${parts.map((one) => html`<span>${one}</span> `)}</li>`;
  })}</ol></li>`;
}

/** The ways to see of one list only what was said with one stance; the one that is chosen leads nowhere. */
function stanceFilter(
  list: SpeakerList,
  heading: string,
  address: PageAddress,
  { stance: chosen }: SpeakerView,
  words: Words,
): Html {
  const { filter, all } = words.record.paging;
  const choice = (stance: Stance | null) => {
    const text = stance === null ? all : words.stance[stance];
    const query: AddressQuery = [['list', list], ...(stance === null ? [] : [['stance', stance] as const])];
    return stance === chosen
      ? html`<span><strong aria-current="true">${text}</strong></span> `
      : html`<span><a href="${linkTo(address.path, words, query)}">${text}</a></span> `;
  };
  return html`<nav class="note line" aria-label="${filter}${words.colon}${heading}">${filter}${words.colon}${[null, ...stances].map(choice)}</nav>`;
}

/** Who speaks, and all that it said, passed on and held, and that was said about it. */
export function speakerPage(
  speaker: SpeakerData,
  view: SpeakerView,
  address: PageAddress,
  words: Words,
): string {
  const { speaker: own, paging } = words.record;
  const { name, kind, anonymity, source } = speaker;
  const filter: AddressQuery = view.stance === null ? [] : [['stance', view.stance]];
  const listing = (list: SpeakerList, heading: string, none: string, note: string | null): Listing => {
    const isFiltered = narrowableLists.some((one) => one === list);
    const whole = linkTo(address.path, words, [['list', list]]);
    return {
      name: list,
      heading,
      note: html`${note === null ? null : html`<p class="note">${note}</p>`}${isFiltered ? stanceFilter(list, heading, address, view, words) : null}`,
      none:
        view.stance === null
          ? html`${none} <a href="${linkTo('/search', words, [['q', name]])}">${words.changes.lookFor(name)}</a>`
          : html`${own.noneOfStance} <a href="${whole}">${paging.showAll}</a>`,
      filter: isFiltered ? filter : [],
      isKeptEmpty: view.list !== null || list === 'said',
    };
  };
  const said = listing('said', own.heading.said, own.nothingSaid, null);
  const passedOn = listing('passed-on', own.heading.passedOn, own.nothingPassedOn, own.passedOnNote);
  const positions = listing('positions', own.heading.positions, own.noPositions, own.positionsNote);
  const about = listing('about', own.heading.about(name), own.nothingAbout, null);
  const isWhole = view.list === null;
  const notes = speakerNotes(speaker, words);
  const kicker = [own.kind[kind], words.anonymity[anonymity]].filter((one) => one !== undefined);
  const title = [name, ...marksOf(speaker, words)].join(words.pause);
  // By its id: a name in somebody else's page tells nothing once it is erased here.
  const embed = embedPathAt(`/embed/v1/speaker/${readId(speaker.id).id}`, words);
  const content = html`<article>
<header>
<p class="kicker"><span class="${kind === 'MACHINE' ? 'kind machine' : 'kind'}">${kicker.join(' · ')}</span></p>
<h1>${name}</h1>
${notes.map((note) => html`<p class="about">${note}</p>`)}
${source ? html`<p>${own.speaksAs}${words.colon}${titled(source, words)}</p>` : null}
${
  isWhole
    ? contentsOf(
        [
          [said, speaker.said],
          [passedOn, speaker.passedOn],
          [positions, speaker.positions],
          [about, speaker.claimsAbout],
        ],
        words,
      )
    : html`<p><a href="${linkTo(address.path, words)}">${paging.whole}</a></p>`
}
</header>
${isWhole ? part('names', own.heading.names, names(speaker, words)) : null}
${isWhole ? part('affiliations', own.heading.affiliations, affiliations(speaker, words)) : null}
${isWhole ? part('judgements', own.heading.judgements, judgements(speaker, words)) : null}
${pagedList(speaker.said, said, address, words, (one) => utterance(one, null, headedLink(one.claim, words), words))}
${pagedList(speaker.passedOn, passedOn, address, words, (one) => utterance(one, one.attributedTo, headedLink(one.claim, words), words))}
${pagedList(speaker.positions, positions, address, words, (one) => position(one, speaker.id, words))}
${pagedList(speaker.claimsAbout, about, address, words, (claim) => html`<li class="speech"><p class="who">${headedLink(claim, words)}</p></li>`)}
${isWhole ? part('revisions', words.heading.revisions, revisions(speaker.revisions, words)) : null}
${recordLinks({ at: address.path, name: speaker.slug }, address, words)}
${isWhole ? part('embed', words.heading.embed, embeddingOf(embed, { title, full: address.base + linkTo(address.path, words.language) }, address, words)) : null}
</article>`;
  const told = [...kicker, ...notes].join('. ');
  const feed = feedLink(
    linkTo(`/speakers/${encodeURIComponent(speaker.slug)}.atom`, words.language),
    words.feeds.speaker(name),
  );
  const discovery =
    words.moment === null ? html`${feed}${oembedLink(title, { ...address, query: [] }, words)}` : feed;
  return page({
    ...{ title: name, description: told, content, address, words, linkedData: null, discovery },
    cited: { title: words.cites.marked(name, marksOf(speaker, words)), version: speaker.version },
    picture: address.base + linkTo(`${address.path}.png`, words),
  });
}
