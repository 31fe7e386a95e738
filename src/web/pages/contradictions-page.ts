import { readId } from '../../domain/moment.ts';
import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { claimLink } from './claims-page.ts';
import { nodesOf } from './connection.ts';
import type { ContradictionsData, ContradictionsOptions, SideData } from './contradictions-query.ts';
import { type DrawnData, drawnBy } from './drawn.ts';
import { impossibleDate } from './impossible-date.ts';
import { listData } from './linked-data.ts';
import { linkTo, type PageAddress, page } from './page.ts';
import { fromTheStart, paging } from './paging.ts';
import { listLinks } from './record-links.ts';
import { stanceOf } from './speech.ts';
import { whoLink } from './who.ts';

/** The first who said it, and among them who denies it, or else doubts it or takes it back, however many came before. */
function behind({ whoSaid, against }: SideData) {
  const first = nodesOf(whoSaid);
  const opposed = nodesOf(against);
  const most = opposed.find(({ stance }) => stance === 'DENIES') ?? opposed[0];
  if (most === undefined || first.some(({ stance }) => stance === most.stance)) return first;
  return [...first.slice(0, -1), most];
}

/** One of two claims that stand side by side; `label` says which of them is the page's own. */
export function side(claim: SideData, words: Words, label: string | null = null): Html {
  const { slug, status, headline, corroboration, whoSaid } = claim;
  const all = behind(claim);
  return html`<div class="speech">
<p class="kicker">${label === null ? null : `${label} · `}<span class="status ${status.toLowerCase()}">${words.status[status]}</span></p>
<p>${label === null ? html`<a href="${claimLink(slug, words)}">${headline}</a>` : headline}${impossibleDate(claim, words)}</p>
${corroboration === null ? null : html`<p>${corroboration.sentence}</p>`}
${
  all.length === 0
    ? html`<p class="none">${words.nobodySaid}</p>`
    : html`<ul>${all.map(({ stance, speaker }) => {
        const about = [words.kind[speaker.kind], words.anonymity[speaker.anonymity]].filter(
          (part) => part !== undefined,
        );
        return html`<li><strong>${whoLink(speaker, words)}</strong> ${stanceOf(stance, words)}${about.length === 0 ? null : html` <span class="note">${about.join(' · ')}</span>`}</li>`;
      })}</ul>`
}
${whoSaid.totalCount === all.length ? null : html`<p class="note">${words.more(all.length, whoSaid.totalCount)}</p>`}
</div>`;
}

/** Where a contradiction stands alone. */
export const contradictionPath = (id: string) => `/contradictions/${id}`;

/** Both claims side by side, with why they cannot both be true and who says so. */
export function pair(
  relation: DrawnData & { readonly reason: string; readonly from: SideData; readonly to: SideData },
  words: Words,
): Html {
  const { reason, from, to } = relation;
  return html`<div class="sides">${side(from, words)}${side(to, words)}</div>
<p><strong>${words.lists.why}${words.colon}</strong>${reason}</p>
<p class="note">${drawnBy(relation, words)}</p>`;
}

/** Claims that cannot both be true, side by side, with why; what is only proposed never stands among what is confirmed. */
export function contradictionsPage(
  contradictions: ContradictionsData,
  { status }: ContradictionsOptions,
  { address, words }: { readonly address: PageAddress; readonly words: Words },
): string {
  const { lists } = words;
  const all = nodesOf(contradictions);
  const [newest] = all;
  const proposed = status === 'PROPOSED';
  const confirmedLink = linkTo('/contradictions', words);
  const proposedLink = linkTo('/contradictions', words, [['status', 'PROPOSED']]);
  const current = html` class="chosen" aria-current="page"`;
  const content = html`<h1>${lists.contradictions}</h1>
<nav class="facets" aria-label="${lists.facets}"><ul><li><span class="facet">${lists.facet.status}</span> <span><a href="${confirmedLink}"${proposed ? null : current}>${lists.confirmed}</a> <a href="${proposedLink}"${proposed ? current : null}>${lists.proposed}</a></span></li></ul></nav>
<p class="note">${proposed ? lists.proposedNote : lists.contradictionsNote}</p>
<p class="total" role="status">${lists.contradictionCount(contradictions.totalCount)}</p>
${
  all.length === 0
    ? html`<p class="none">${proposed ? lists.noProposed : lists.noContradictions} <a href="${proposed ? confirmedLink : proposedLink}">${proposed ? lists.confirmed : lists.proposed}</a> · <a href="${linkTo('/claims', words)}">${lists.browse}</a></p>`
    : html`<ol class="items">${all.map((relation) => {
        const { id } = readId(relation.id);
        return html`<li class="item" id="${id}">
${pair(relation, words)}
<p><a href="${linkTo(contradictionPath(id), words)}">${lists.contradictionAlone}</a></p>
</li>`;
      })}</ol>`
}
${paging(contradictions.pageInfo, address, words)}
${listLinks(address, fromTheStart(address), words)}`;
  return page({
    title: lists.contradictions,
    cited: { title: lists.contradictions, version: null },
    description: proposed ? lists.proposedNote : lists.contradictionsNote,
    content,
    address,
    words,
    linkedData: listData(
      lists.contradictions,
      all.map(({ id, from, to }) => ({
        name: `${from.headline} / ${to.headline}`,
        url: address.base + linkTo(contradictionPath(readId(id).id), words.language),
      })),
    ),
    ...(newest === undefined
      ? {}
      : { picture: address.base + linkTo(`${contradictionPath(readId(newest.id).id)}.png`, words.language) }),
  });
}
