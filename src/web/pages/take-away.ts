import { citeLinks } from '../cite/cite-links.ts';
import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { citedDate } from './as-of-control.ts';
import type { ClaimData } from './claim-query.ts';
import { inLanguage, linkTo, type PageAddress, playgroundLink } from './page.ts';

/** A sentence ready for print, the page's own address, and the same as data. */
export function citing({ slug, headline, version }: ClaimData, address: PageAddress, words: Words): Html {
  const permalink = inLanguage(address, words.language);
  const date = citedDate(address.now, words);
  const beside = (format: string) => `/claims/${encodeURIComponent(slug)}.${format}`;
  const picture = (format: string) =>
    html`<a href="${linkTo(beside(format), words)}" download="${slug}.${format}">${format.toUpperCase()}</a>`;
  return html`<p class="citation">${words.citation(headline, version, date, permalink)}</p>
<ul class="links">
<li><a href="${permalink}">${words.permalink}</a></li>
<li>${words.downloads}${words.colon}${picture('svg')} ${picture('png')}</li>
${
  words.moment === null
    ? html`<li>${citeLinks(`/claims/${encodeURIComponent(slug)}`, words)}</li>
<li>${words.cites.asData}${words.colon}<a href="${beside('json')}" type="application/json">JSON</a> <a href="${beside('csv')}" type="text/csv">CSV</a> <span class="note">${words.cites.csvNote}</span></li>`
    : null
}
<li><a href="${playgroundLink(address)}">${words.askInGraphql}</a></li>
</ul>`;
}

/** Where a claim's embed stands; it stays there. */
export function embedAddress({ slug }: Pick<ClaimData, 'slug'>, base: string, language: string): string {
  return `${base}/embed/v1/claim/${encodeURIComponent(slug)}?language=${language}`;
}

/** What a page that carries the claim has in it: no script, no cookie, the claim's words should it not load. */
export function iframeOf(
  claim: Pick<ClaimData, 'slug' | 'headline'>,
  base: string,
  language: string,
  size: { readonly width: number | '100%'; readonly height: number },
): Html {
  const { width, height } = size;
  return html`<iframe src="${embedAddress(claim, base, language)}" title="${claim.headline}" width="${width}" height="${height}" frameborder="0" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
}

export function embedding(claim: ClaimData, { base }: PageAddress, words: Words): Html {
  const markup = iframeOf(claim, base, words.language, { width: '100%', height: 360 });
  return html`<p>${words.embedHint}</p>
<pre><code>${markup.toString()}</code></pre>
${markup}`;
}
