import { needlesOf } from '../../domain/search-text.ts';
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

/** The end of the address, to look for what was meant by it; a word that finds much where that holds none. */
function meant(path: string): string {
  const [last = ''] = path.split('/').slice(-1);
  const text = [...decodeURIComponent(last)].slice(0, 100).join('');
  return needlesOf(text).length > 0 ? text : 'the';
}

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
}<p>${notFoundHint} <a href="${linkTo('/search', words, [['q', meant(address.path)]])}">${words.lists.search}</a> · <a href="${playgroundLink({ ...address, graphql: { query, variables: { text: meant(address.path) } } })}">${words.askInGraphql}</a> · <a href="${linkTo('/claims', words)}">${words.lists.browse}</a></p>`;
  return page({ title: notFound, description: notFound, content, address, words, linkedData: null });
}
