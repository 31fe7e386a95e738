import { asOfName } from '../as-of.ts';
import { embedAddress, iframeOf } from './take-away.ts';

/** How large a frame is where nobody says otherwise, in pixels. */
export const usualFrame = { width: 640, height: 360 };

/** Where a claim's embed, its picture and its description by oEmbed stand, and the HTML to put into a page. */
export function embedAddresses(
  claim: { readonly slug: string; readonly headline: string; readonly pin: string | null },
  base: string,
  language: string | null,
): { readonly url: string; readonly svgUrl: string; readonly html: string; readonly oembedUrl: string } {
  const url = embedAddress(claim, base, language);
  const asked = new URLSearchParams({
    ...(claim.pin === null ? {} : { [asOfName]: claim.pin }),
    ...(language === null ? {} : { language }),
  });
  return {
    url,
    svgUrl: `${base}/claims/${encodeURIComponent(claim.slug)}.svg${asked.size === 0 ? '' : `?${asked}`}`,
    html: iframeOf(claim, base, language, usualFrame).toString(),
    oembedUrl: `${base}/oembed?${new URLSearchParams({ url, format: 'json' })}`,
  };
}
