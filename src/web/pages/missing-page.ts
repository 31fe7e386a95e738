import { html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { linkTo, type PageAddress, page, playgroundLink } from './page.ts';

const claims = `query FindClaims($text: String!) {
  claims(filter: { text: $text }, first: 20) { edges { node { slug headline } } }
}`;
const speakers = `query FindSpeakers($text: String!) {
  search(query: $text, types: [ENTITY], first: 20) { edges { node { node { id ... on Entity { slug name } } } } }
}`;
const sources = `query FindSources($text: String!) {
  search(query: $text, types: [SOURCE], first: 20) { edges { node { node { id ... on Source { slug title } } } } }
}`;

/** What stands at the address of something that is not there, or not for whoever asks. */
export function missingPage(
  address: PageAddress,
  words: Words,
  what: 'claim' | 'speaker' | 'source' = 'claim',
): string {
  const query = { claim: claims, speaker: speakers, source: sources }[what];
  const { notFound, notFoundHint } = what === 'claim' ? words : words.record[what];
  const { past, moment } = words;
  const content = html`<h1>${notFound}</h1>
${
  moment === null || address.nothingYet
    ? null
    : html`<p class="none">${past.notThen}</p>
`
}<p>${notFoundHint} <a href="${playgroundLink({ ...address, graphql: { query, variables: { text: '' } } })}">${words.askInGraphql}</a> · <a href="${linkTo('/claims', words)}">${words.lists.browse}</a></p>`;
  return page({ title: notFound, description: notFound, content, address, words, linkedData: null });
}
