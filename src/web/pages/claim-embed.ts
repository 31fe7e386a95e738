import { html } from '../html.ts';
import type { Words } from '../words/words.ts';
import { embedContent } from './embed-content.ts';
import { embedDocument } from './embed-document.ts';
import { dayText, instantText, liveNotice, pinLabel, pinnedNotice, standInNotice } from './embed-notice.ts';
import type { EmbeddedClaim, LiveClaim } from './embed-query.ts';
import { inLanguage, type PageAddress } from './page.ts';
import type { PinnedTo } from './pin.ts';

function fullOf({ slug }: LiveClaim, address: PageAddress, words: Words): string {
  return inLanguage({ ...address, path: `/claims/${encodeURIComponent(slug)}`, query: [] }, words.language);
}

function fullLink(full: string, words: Words) {
  return html`<a href="${full}" target="_blank" rel="noopener">${words.fullRecord} (Onrecord)</a>`;
}

/** A claim in somebody else's page, as it stands: whose it is, who is against it, what was corrected, and the way to the whole record. */
export function claimEmbed(claim: LiveClaim, address: PageAddress, words: Words): string {
  const date = dayText(address.now.toISOString(), words);
  const full = fullOf(claim, address, words);
  const content = html`${liveNotice(claim, words)}
${embedContent(claim, words)}
<p class="note">${words.asOf(date)}${words.pause}${words.version(claim.version)} · ${fullLink(full, words)}</p>`;
  return embedDocument(claim.headline, full, content, words);
}

/** The same as it stood at a moment: the content stays, and above it stands what has come since. */
export function pinnedEmbed(
  then: EmbeddedClaim,
  now: LiveClaim,
  pinnedTo: PinnedTo,
  address: PageAddress,
  words: Words,
): string {
  const full = fullOf(now, address, words);
  const content = html`${pinnedNotice(then, now, { at: pinnedTo.at, label: pinLabel(pinnedTo, words) }, words)}
${embedContent(then, words)}
<p class="note">${words.version(then.version)} · ${fullLink(full, words)}</p>`;
  return embedDocument(then.headline, full, content, words);
}

/** In place of a past that cannot be shown now: the claim as it stands, and that it is not what was asked for. */
export function standInEmbed(now: LiveClaim, at: string, address: PageAddress, words: Words): string {
  const full = fullOf(now, address, words);
  const content = html`${standInNotice(instantText(at, words), words)}
${liveNotice(now, words)}
${embedContent(now, words)}
<p class="note">${words.asOf(dayText(address.now.toISOString(), words))}, ${words.version(now.version)} · ${fullLink(full, words)}</p>`;
  return embedDocument(now.headline, full, content, words);
}

/** What an embed says where there is nothing to show: no such claim, or no such revision of it. */
export function emptyEmbed(
  what: { readonly title: string; readonly hint: string; readonly link: readonly [string, string] | null },
  address: PageAddress,
  words: Words,
): string {
  const { title, hint, link } = what;
  const content = html`<h1>${title}</h1>
<p>${hint}</p>
${link === null ? null : html`<p><a href="${link[1]}" target="_blank" rel="noopener">${link[0]}</a></p>`}`;
  return embedDocument(title, inLanguage(address, words.language), content, words);
}
