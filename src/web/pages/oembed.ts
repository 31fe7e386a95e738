import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import type { ClaimData } from './claim-query.ts';
import { inLanguage, type PageAddress } from './page.ts';
import { type Embedded, iframeOf } from './take-away.ts';

/** How large an embed is where nobody says otherwise, in pixels. */
const usual = { width: 640, height: 360 };

/** What whoever embeds a claim's address is told (https://oembed.com, type `rich`): one line, without a script. */
export function oembedOf(
  claim: Embedded,
  {
    base,
    language,
    most,
  }: { readonly base: string; readonly language: string; readonly most: Partial<typeof usual> },
): object {
  const width = Math.min(usual.width, most.width ?? usual.width);
  const height = Math.min(usual.height, most.height ?? usual.height);
  return {
    version: '1.0',
    type: 'rich',
    title: claim.headline,
    provider_name: 'Onrecord',
    provider_url: base,
    html: iframeOf(claim, base, language, { width, height }).toString(),
    width,
    height,
    // What is corrected, withdrawn or denied is to show soon.
    cache_age: 300,
  };
}

/** Where a page's embed is described, for those who discover it. */
export function oembedLink({ headline }: ClaimData, address: PageAddress, words: Words): Html {
  const query = new URLSearchParams({ url: inLanguage(address, words.language), format: 'json' });
  return html`<link rel="alternate" type="application/json+oembed" href="${address.base}/oembed?${query.toString()}" title="${headline}">`;
}
