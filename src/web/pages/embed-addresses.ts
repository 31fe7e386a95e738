import { asOfName } from '../as-of.ts';
import { pinText } from './pin.ts';
import { embedAddress, iframeOf } from './take-away.ts';

/** How large a frame is where nobody says otherwise, in pixels. */
export const usualFrame = { width: 640, height: 360 };

/** Where a claim's embed, its picture and its description by oEmbed stand, and the HTML to put into a page. */
export function embedAddresses(
  {
    slug,
    headline,
    pin: at,
  }: { readonly slug: string; readonly headline: string; readonly pin: string | null },
  base: string,
  language: string | null,
): { readonly url: string; readonly svgUrl: string; readonly html: string; readonly oembedUrl: string } {
  const pin = at === null ? null : pinText(at);
  const claim = { slug, headline, pin };
  const url = embedAddress(claim, base, language);
  const asked = new URLSearchParams({
    ...(pin === null ? {} : { [asOfName]: pin }),
    ...(language === null ? {} : { language }),
  });
  return {
    url,
    svgUrl: `${base}/claims/${encodeURIComponent(slug)}.svg${asked.size === 0 ? '' : `?${asked}`}`,
    html: iframeOf(claim, base, language, usualFrame).toString(),
    oembedUrl: `${base}/oembed?${new URLSearchParams({ url, format: 'json' })}`,
  };
}
