import { stableUuid } from '../../domain/stable-uuid.ts';
import { html, markup } from '../html.ts';

/** One entry of a feed. All texts are plain: a reader of feeds takes none of them for HTML. */
export interface FeedEntry {
  /** What it is of: the same words are the same entry for ever. */
  readonly of: readonly string[];
  readonly title: string;
  /** An instant. */
  readonly updated: string;
  /** The page that shows it. */
  readonly link: string;
  readonly content: string;
}

export interface Feed {
  /** What it is a feed of, as entries have it. */
  readonly of: readonly string[];
  readonly title: string;
  readonly language: string;
  readonly self: string;
  /** The page that shows the same. */
  readonly alternate: string;
  /** Where it goes on, and where it begins (RFC 5005, 3); null where that is nowhere, or here. */
  readonly next: string | null;
  readonly first: string | null;
  readonly rights: string;
  readonly entries: readonly FeedEntry[];
  /** An instant at which there was nothing in it; where there are no entries, it was updated then. */
  readonly emptyAt: string;
}

/** What XML 1.0 cannot hold, not even escaped, is seen to have been there. */
function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd');
}

const idOf = (of: readonly string[]) => `urn:uuid:${stableUuid('feed', ...of)}`;

/** A feed as Atom (RFC 4287). */
export function atom(feed: Feed): string {
  const { title, language, self, alternate, next, first, rights, entries, emptyAt } = feed;
  const updated =
    entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? emptyAt;
  const link = (rel: string, href: string | null, type: string) =>
    href === null ? null : markup`\n<link rel="${rel}" type="${type}" href="${xmlText(href)}"/>`;
  const feedType = 'application/atom+xml';
  return `<?xml version="1.0" encoding="utf-8"?>\n${markup`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${idOf(feed.of)}</id>
<title>${xmlText(title)}</title>
<updated>${updated}</updated>
<author><name>Onrecord</name></author>
<rights>${rights}</rights>
<generator>Onrecord</generator>${link('self', self, feedType)}${link('alternate', alternate, 'text/html')}${link('first', first, feedType)}${link('next', next, feedType)}
${entries.map(
  (entry) => markup`<entry>
<id>${idOf(entry.of)}</id>
<title>${xmlText(entry.title)}</title>
<updated>${entry.updated}</updated>
<link rel="alternate" type="text/html" href="${xmlText(entry.link)}"/>
<content type="text">${xmlText(entry.content)}</content>
</entry>
`,
)}</feed>
`.toString()}`;
}

/** The way from a page to its feed. */
export function feedLink(href: string, title: string) {
  return html`<link rel="alternate" type="application/atom+xml" href="${href}" title="${title}">`;
}
