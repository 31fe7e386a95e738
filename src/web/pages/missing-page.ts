import { html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { type PageAddress, page, playgroundLink } from './page.ts';

const search = `query FindClaims($text: String!) {
  claims(filter: { text: $text }, first: 20) { edges { node { slug headline } } }
}`;

/** What stands at the address of a claim that is not there, or not for whoever asks. */
export function missingPage(address: PageAddress, words: Words): string {
  const graphql = { query: search, variables: { text: '' } };
  const content = html`<h1>${words.notFound}</h1>
<p>${words.notFoundHint} <a href="${playgroundLink({ ...address, graphql })}">${words.askInGraphql}</a></p>`;
  return page({
    title: words.notFound,
    description: words.notFound,
    content,
    address,
    words,
    linkedData: null,
  });
}
