import { edgeWord } from '../../figure/edge-words.ts';
import type { GraphView, ViewNode } from '../../figure/graph-view.ts';
import { messagesFor } from '../../figure/messages.ts';
import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { linkTo, type PageAddress } from './address.ts';
import { page, playgroundLink } from './page.ts';
import { part } from './part.ts';

/** The same graph of the API; of relations that is the confirmed ones alone. */
export const graphQuery = `query ClaimGraph($by: IdOrSlug!, $language: BCP47!) {
  claim(by: $by) {
    headline(language: $language)
    graph {
      nodes { id kind label(language: $language) date { edtf } }
      edges { from kind stance to status withdrawn }
      truncated relaysBeyond
    }
  }
}`;

/** Where the figure of a claim stands as a table, in the language and at the moment of the page that leads there. */
export const graphPath = (slug: string): string => `/claims/${encodeURIComponent(slug)}/graph`;

const places = { CLAIM: 'claims', SPEAKER: 'speakers', PUBLISHER: 'speakers', SOURCE: 'sources' } as const;

/** What stands on a node, with what its sign in the picture means, and the way to the record. */
function nodeCell(
  { node, kind, label, language, date }: ViewNode,
  standIns: ReadonlySet<string>,
  words: Words,
): Html {
  const { machine, unnamed } = messagesFor(words.language);
  const marks = [node.machine ? machine : null, node.anonymous ? unnamed : null, date === '' ? null : date];
  const told = marks.filter((mark) => mark !== null);
  const path = `/${places[kind]}/${encodeURIComponent(node.recordId)}`;
  const name = standIns.has(node.recordId)
    ? html`<span lang="${language}">${label}</span>`
    : html`<a href="${linkTo(path, words)}" lang="${language}">${label}</a>`;
  return html`${name}${told.length === 0 ? null : html` <span class="note">${told.join(' · ')}</span>`}`;
}

/** A claim's figure as a table: all that is drawn in it, as the picture has it. */
export function graphPage(
  {
    slug,
    headline,
    view,
    standIns,
    notes,
  }: {
    readonly slug: string;
    readonly headline: string;
    readonly view: GraphView;
    /** Those who stand in for somebody hidden: they lead nowhere. */
    readonly standIns: ReadonlySet<string>;
    /** What stands below the picture. */
    readonly notes: readonly string[];
  },
  address: PageAddress,
  words: Words,
): string {
  const messages = messagesFor(words.language);
  const { figure } = words;
  const kinds = (['SPEAKER', 'CLAIM', 'SOURCE', 'PUBLISHER'] as const).flatMap((kind) =>
    view.nodes.filter((node) => node.kind === kind),
  );
  const cell = (id: string) => {
    const node = view.byId.get(id);
    return node === undefined ? null : nodeCell(node, standIns, words);
  };
  const nodes = html`<table><thead><tr><th scope="col">${figure.kind}</th><th scope="col">${figure.node}</th></tr></thead><tbody>${kinds.map(
    (node) => html`<tr><td>${messages.lane[node.kind]}</td><td>${nodeCell(node, standIns, words)}</td></tr>`,
  )}</tbody></table>`;
  const edges = html`<table class="joins"><thead><tr><th scope="col">${figure.from}</th><th scope="col">${figure.edge}</th><th scope="col">${figure.to}</th></tr></thead><tbody>${view.edges.map(
    (edge) =>
      html`<tr><td>${cell(edge.from)}</td><td>${edgeWord(edge, messages)}</td><td>${cell(edge.to)}</td></tr>`,
  )}</tbody></table>`;
  const content = html`<article>
<header>
<p class="kicker">${words.heading.graph}</p>
<h1>${headline}</h1>
<p><a href="${linkTo(`/claims/${encodeURIComponent(slug)}`, words)}">${words.record.paging.whole}</a></p>
</header>
${part('edges', figure.edges, view.edges.length === 0 ? null : edges)}
${part('nodes', figure.nodes, view.nodes.length === 0 ? null : nodes)}
${notes.map((note) => html`<p class="note">${note}</p>`)}
<p><a href="${playgroundLink(address)}">${words.askInGraphql}</a></p>
</article>`;
  return page({
    title: headline,
    description: words.graphOf(headline),
    content,
    address,
    words,
    linkedData: null,
    picture: address.base + linkTo(`/claims/${encodeURIComponent(slug)}.png`, words.language),
  });
}
