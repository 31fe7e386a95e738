import { readId } from '../../domain/moment.ts';
import { html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { nodesOf } from './connection.ts';
import type { ContradictionData } from './contradiction-query.ts';
import { contradictionPath, pair } from './contradictions-page.ts';
import { dayText } from './embed-notice.ts';
import { pairData } from './linked-data.ts';
import { oembedLink } from './oembed.ts';
import { inLanguage, linkTo, type PageAddress, page, playgroundLink } from './page.ts';
import { part, revisions } from './part.ts';
import { recordLinks } from './record-links.ts';
import { embeddingOf, embedPathAt } from './take-away.ts';

/** Two claims that cannot both be true, with why, who says so, since when, and how to cite and embed it. */
export function contradictionPage(relation: ContradictionData, address: PageAddress, words: Words): string {
  const { embeds, lists, heading } = words;
  const { from, to, status, version } = relation;
  const { id } = readId(relation.id);
  const title = `${from.headline} / ${to.headline}`;
  const decided = nodesOf(relation.revisions)[0]?.recordedAt ?? '';
  const full = inLanguage(address, words.language);
  const embed = embedPathAt(`/embed/v1/contradiction/${id}`, words);
  const content = html`<article>
<header><h1>${embeds.contradiction}${status === 'PROPOSED' ? html` · ${words.proposed}` : null}</h1>
${
  status === 'REJECTED'
    ? html`<p class="alert"><strong>${embeds.relationRejected(dayText(decided, words))}</strong></p>`
    : html`<p class="note">${status === 'PROPOSED' ? lists.proposedNote : lists.contradictionNote}</p>`
}</header>
${pair(relation, words)}
${part('revisions', heading.revisions, revisions(relation.revisions, words))}
${recordLinks({ at: address.path, name: id }, address, words)}
${part('embed', heading.embed, embeddingOf(embed, { title, full }, address, words))}
<p><a href="${linkTo('/contradictions', words)}">${lists.allContradictions}</a></p>
</article>`;
  return page({
    ...{ title, content, address, words },
    cited: { title, version },
    description: relation.reason,
    linkedData: pairData(relation, { base: address.base, url: full }, words),
    discovery: oembedLink(title, { ...address, query: [] }, words),
    picture: address.base + linkTo(`${contradictionPath(id)}.png`, words.language),
  });
}

/** What stands at the address of a contradiction that is not there, or not for whoever asks. */
export function missingContradiction(address: PageAddress, words: Words): string {
  const { embeds, lists, past, moment } = words;
  const title = embeds.noContradiction;
  const content = html`<h1>${title}</h1>
${moment === null || address.nothingYet ? null : html`<p class="none">${past.notThen}</p>`}
<p><a href="${linkTo('/contradictions', words)}">${lists.allContradictions}</a> · <a href="${linkTo('/claims', words)}">${lists.browse}</a> · <a href="${playgroundLink(address)}">${words.askInGraphql}</a></p>`;
  return page({ title, description: title, content, address, words, linkedData: null });
}
