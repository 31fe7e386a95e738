import { citeLinks } from '../cite/cite-links.ts';
import { besideHeadline } from '../cite/cited-record.ts';
import { elementScriptPath } from '../embed/element-script.ts';
import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { citedDate } from './as-of-control.ts';
import type { ClaimData } from './claim-query.ts';
import { dataLinks, pictureLinks } from './file-links.ts';
import { type AddressQuery, inLanguage, linkTo, type PageAddress, playgroundLink } from './page.ts';
import { pinText } from './pin.ts';

/** A sentence ready for print, the page's own address, and the same as data. */
export function citing(claim: ClaimData, address: PageAddress, words: Words): Html {
  const { slug, headline, version } = claim;
  const permalink = inLanguage(address, words.language);
  const date = citedDate(address.now, words);
  const files = { at: `/claims/${encodeURIComponent(slug)}`, name: slug };
  const data = dataLinks(files, words);
  return html`<p class="citation">${words.citation(headline, version, date, permalink, besideHeadline(claim, words))}</p>
<ul class="links">
<li><a href="${permalink}">${words.permalink}</a></li>
<li>${pictureLinks(files, words)}</li>
${
  data === null
    ? null
    : html`<li>${citeLinks(files.at, words)}</li>
<li>${data}</li>`
}
<li><a href="${playgroundLink(address)}">${words.askInGraphql}</a></li>
</ul>`;
}

/** What an embed is of: a claim as it stands or, with an instant, as it stood then. */
export interface Embedded {
  readonly slug: string;
  readonly headline: string;
  readonly pin?: string | null;
}

/** Where a claim's embed stands; it stays there. Without a language it is in the reader's own. */
export function embedAddress(
  { slug, pin = null }: Omit<Embedded, 'headline'>,
  base: string,
  language: string | null,
): string {
  const at = pin === null ? '' : `@${pin}`;
  const asked = language === null ? '' : `?language=${encodeURIComponent(language)}`;
  return `${base}/embed/v1/claim/${encodeURIComponent(slug)}${at}${asked}`;
}

interface FrameSize {
  readonly width: number | '100%';
  readonly height: number;
}

/** What a page that carries the claim has in it: no script, no cookie, in one line. */
export function iframeOf(claim: Embedded, base: string, language: string | null, size: FrameSize): Html {
  return frameAt(embedAddress(claim, base, language), claim.headline, size);
}

/** A title on one line, whatever line ends its names and texts have: what is put into another page is kept whole on one. */
const onOneLine = (title: string) => title.replaceAll(/\s*[\n\r\u2028\u2029]\s*/g, ' ');

/** The same for any embed. */
export function frameAt(src: string, title: string, { width, height }: FrameSize): Html {
  return html`<iframe src="${src}" title="${onOneLine(title)}" width="${width}" height="${height}" frameborder="0" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>`;
}

const usualSize = { width: '100%', height: 360 } as const;

/** The same as an element that is as high as it needs to be: the frame is there without script, and a link without frames. */
export function elementOf(claim: Embedded, base: string, language: string): Html {
  const full = `${base}/claims/${encodeURIComponent(claim.slug)}?language=${language}`;
  return elementAt(embedAddress(claim, base, language), { title: claim.headline, full }, base);
}

/** The same for any embed; `full` is where the whole record is. */
function elementAt(
  src: string,
  { title, full }: { readonly title: string; readonly full: string },
  base: string,
): Html {
  return html`<onrecord-claim src="${src}"><template shadowrootmode="open">${frameAt(src, title, usualSize)}</template><a href="${full}">${onOneLine(title)}</a></onrecord-claim><script async src="${base}${elementScriptPath}"></script>`;
}

/** A way in which an embed is offered: as it stands, or pinned. */
interface Offer {
  readonly heading: string;
  readonly hint: string;
  readonly pin: string | null;
}

/** Live and pinned to this moment; on a page of the past pinned to what it shows, once that moment is over. */
function offers({ now }: PageAddress, liveHint: string, { embeds, moment }: Words): readonly Offer[] {
  const { pinnedHint: hint } = embeds;
  if (moment === null)
    return [
      { heading: embeds.live, hint: liveHint, pin: null },
      { heading: embeds.pinnedNow, hint, pin: pinText(now.toISOString()) },
    ];
  if (moment.recorded > now.toISOString()) return [];
  return [{ heading: embeds.pinnedThen, hint, pin: moment.text }];
}

/** The path of an embed with its query, as it stands and pinned; to whatever language the page is in. */
export type EmbedPath = (pin: string | null) => string;

/** The path of the embed of a record that stands at `at`, but for the query. */
export const embedPathAt =
  (at: string, { language }: Words, query: AddressQuery = []): EmbedPath =>
  (pin) =>
    linkTo(pin === null ? at : `${at}@${pin}`, language, query);

/** The markup that is offered of anything but a claim, as it stands and pinned, each with how it looks. */
export function embeddingOf(
  path: EmbedPath,
  { title, full }: { readonly title: string; readonly full: string },
  address: PageAddress,
  words: Words,
): Html | null {
  const { embeds, embedHint } = words;
  const { base } = address;
  const all = offers(address, embeds.liveRecordHint, words);
  if (all.length === 0) return null;
  return html`<p>${embedHint}</p>
${all.map(
  ({ heading, hint, pin }) => html`<h3>${heading}</h3>
<p class="note">${hint}</p>
<p>${embeds.asFrame}</p>
<pre><code>${frameAt(base + path(pin), title, usualSize).toString()}</code></pre>
<details><summary>${embeds.asElement}</summary>
<pre><code>${elementAt(base + path(pin), { title, full }, base).toString()}</code></pre></details>
<p>${embeds.preview}</p>
${frameAt(path(pin), title, usualSize)}`,
)}`;
}

/** The markup that is offered, of the claim as it stands and as it stands at this moment for good, each with how it looks. */
export function embedding(claim: ClaimData, address: PageAddress, words: Words): Html | null {
  const { language, embeds } = words;
  const { base } = address;
  const all = offers(address, embeds.liveHint, words);
  if (all.length === 0) return null;
  return html`<p>${words.embedHint}</p>
${all.map(({ heading, hint, pin }) => {
  const { slug, headline } = claim;
  const frame = iframeOf({ slug, headline, pin }, base, language, usualSize);
  const element = elementOf({ slug, headline, pin }, base, language);
  return html`<h3>${heading}</h3>
<p class="note">${hint}</p>
<p>${embeds.asFrame}</p>
<pre><code>${frame.toString()}</code></pre>
<details><summary>${embeds.asElement}</summary>
<pre><code>${element.toString()}</code></pre></details>
<p>${embeds.preview}</p>
${iframeOf({ slug, headline, pin }, '', language, usualSize)}`;
})}`;
}
