import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { usualFrame } from './embed-addresses.ts';
import { inLanguage, type PageAddress } from './page.ts';
import { frameAt } from './take-away.ts';

/** What whoever embeds an address is told (https://oembed.com, type `rich`): one line, without a script. `src` is the embed's. */
export function oembedOf(
  src: string,
  title: string,
  { base, most }: { readonly base: string; readonly most: Partial<typeof usualFrame> },
): object {
  const width = Math.min(usualFrame.width, most.width ?? usualFrame.width);
  const height = Math.min(usualFrame.height, most.height ?? usualFrame.height);
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Onrecord',
    provider_url: base,
    html: frameAt(src, title, { width, height }).toString(),
    width,
    height,
    // What is corrected, withdrawn or denied is to show soon.
    cache_age: 300,
  };
}

/** Where a page's embed is described, for those who discover it. */
export function oembedLink(title: string, address: PageAddress, words: Words): Html {
  const query = new URLSearchParams({ url: inLanguage(address, words.language), format: 'json' });
  return html`<link rel="alternate" type="application/json+oembed" href="${address.base}/oembed?${query.toString()}" title="${title}">`;
}
