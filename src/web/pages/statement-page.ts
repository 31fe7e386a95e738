import { readId } from '../../domain/moment.ts';
import { dayIn } from '../cite/cited-record.ts';
import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { type AddressQuery, linkTo, type PageAddress, type Reading } from './address.ts';
import { impossibleDate } from './impossible-date.ts';
import { page, playgroundLink } from './page.ts';
import { part } from './part.ts';
import { speech } from './speech.ts';
import type { StatedClaim, StatementData } from './statement-query.ts';

/** What the address of a claim's page says of one of its statements. */
export const statementQueryOf = (id: string): AddressQuery => [['said', id]];

/** Where one statement of a claim stands, however much else is recorded of it, and whether it stands still or not. */
export function statementLink(slug: string, id: string, to: Reading): string {
  return `${linkTo(`/claims/${encodeURIComponent(slug)}`, to, statementQueryOf(id))}#${id}`;
}

/** That it stands no more, and why; nothing of one that does. */
function standing(
  { withdrawnAt, withdrawalReason, supersededBy }: StatementData,
  slug: string,
  words: Words,
): Html | null {
  const { cites } = words;
  const withdrawn =
    withdrawnAt === null
      ? null
      : html`<p class="withdrawn"><strong>${cites.withdrawn(dayIn(withdrawnAt, words), withdrawalReason)}</strong></p>`;
  if (supersededBy === null) return withdrawn;
  const there = statementLink(slug, readId(supersededBy.id).id, words);
  return html`${withdrawn}<p class="withdrawn"><strong><a href="${there}">${cites.replaced}</a></strong></p>`;
}

/**
 * One statement, under the headline of the claim that it is of: what feeds and citations lead to. `statement` is null
 * where none of that id is on record there for whoever asks.
 */
export function statementPage(
  claim: StatedClaim,
  statement: StatementData | null,
  address: PageAddress,
  words: Words,
): string {
  const { slug, status, headline, corroboration } = claim;
  const path = `/claims/${encodeURIComponent(slug)}`;
  const content = html`<article>
<header>
<p class="kicker">${words.claim} · <span class="status ${status.toLowerCase()}">${words.status[status]}</span></p>
<h1>${headline}</h1>
${claim.dateImpossible ? html`<p>${impossibleDate(claim, words)}</p>` : null}${corroboration === null ? null : html`<p class="corroboration">${corroboration.sentence}</p>`}
<p><a href="${linkTo(path, words)}">${words.record.paging.whole}</a></p>
</header>
${part(
  'statement',
  words.changes.type.Assertion,
  statement === null
    ? html`<p class="none">${words.noStatement}</p>`
    : html`${standing(statement, slug, words)}<ul class="speeches">${speech(statement, statement.attributedTo, words)}</ul>`,
)}
<p><a href="${playgroundLink(address)}">${words.askInGraphql}</a></p>
</article>`;
  return page({
    title: headline,
    description: corroboration?.sentence ?? headline,
    content,
    address,
    words,
    linkedData: null,
    picture: address.base + linkTo(`${path}.png`, words.language),
  });
}
