import { isolated } from '../../domain/bidi.ts';
import { asOfName } from '../as-of.ts';
import { feedLink } from '../feed/atom.ts';
import { type Html, html, trusted } from '../html.ts';
import { catalogues, type Words } from '../words/words.ts';
import { inLanguage, linkTo, type PageAddress } from './address.ts';
import { asOfControl, citedDate, pastNotice } from './as-of-control.ts';
import { scriptHash, scriptPath } from './page-script.ts';
import { orSign, signPath } from './sign.ts';
import { style } from './style.ts';

export {
  type AddressQuery,
  inLanguage,
  linkTo,
  type PageAddress,
  playgroundLink,
  type Reading,
} from './address.ts';

export interface PageParts {
  readonly title: string;
  readonly description: string;
  readonly content: Html;
  readonly address: PageAddress;
  readonly words: Words;
  /** What search engines read of it, by schema.org; null where there is nothing to say. */
  readonly linkedData: object | null;
  /** Addresses that tell others how to show it: oEmbed's. */
  readonly discovery?: Html;
  /** The address of a picture of it with its language, for those who show links with one; without it they show the service's sign. */
  readonly picture?: string;
  /** How the page is cited in print; nothing where it says so itself, or there is nothing to cite. */
  readonly cited?: CitedPage;
  /** What stands in the search field, and which type is looked for. */
  readonly searched?: { readonly query: string; readonly type: string | null };
}

/** What a page is cited as; its version is null where it is a list, which has none. */
export interface CitedPage {
  readonly title: string;
  readonly version: number | null;
}

/** The service's sign: an opening quotation mark. */
export const iconPath = '/icon.svg';
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="none" stroke="#888" stroke-width="2" d="M3 13V8a5 5 0 0 1 5-5M9 13V8a5 5 0 0 1 5-5"/></svg>';

// Inside a script element only `<` could end it or open a comment; the escape is JSON's own.
function dataBlock(data: object): Html {
  return html`<script type="application/ld+json">${trusted(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>`;
}

function languages(address: PageAddress, words: Words): Html {
  return html`<nav aria-label="${words.otherLanguage}">${catalogues.map(({ language, name }) =>
    language === words.language
      ? html`<span lang="${language}" aria-current="true">${name}</span> `
      : html`<a href="${linkTo(address.path, language, address.query)}" hreflang="${language}" lang="${language}">${name}</a> `,
  )}</nav>`;
}

/** The way to all else: a search that needs no script, the lists, the playground, the other language. */
function header(address: PageAddress, words: Words, searched: PageParts['searched']): Html {
  const { lists, language } = words;
  const places = [
    ['/claims', lists.claims],
    ['/contradictions', lists.contradictions],
    ['/anonymous', words.changes.anonymous],
    ['/changes', words.changes.changes],
  ] as const;
  return html`<header class="site"><a class="home" href="${linkTo('/claims', words)}">Onrecord</a>
<form class="find" role="search" action="/search" method="get"><input type="search" name="q" value="${searched?.query ?? ''}" aria-label="${lists.searchField}" placeholder="${lists.search}" maxlength="1000" accesskey="/">${
    searched?.type ? html`<input type="hidden" name="type" value="${searched.type}">` : null
  }${words.moment === null ? null : html`<input type="hidden" name="${asOfName}" value="${words.moment.text}">`}<input type="hidden" name="language" value="${language}"><button>${lists.search}</button></form>
<nav aria-label="${lists.site}">${places.map(([path, name]) => html`<a href="${linkTo(path, words)}"${address.path === path ? html` aria-current="page"` : null}>${name}</a> `)}<a href="/graphql">${lists.playground}</a></nav>
${languages(address, words)}${address.timeless ? null : asOfControl(address, words)}</header>`;
}

/** A sentence ready for print, with the day that it is of and the page's own address. */
function citation({ title, version }: CitedPage, address: PageAddress, words: Words): Html {
  const [day, permalink] = [citedDate(address.now, words), inLanguage(address, words.language)];
  const sentence =
    version === null
      ? words.cites.list(title, day, permalink)
      : words.citation(title, version, day, permalink);
  return html`<p class="citation">${words.cites.cite}${words.colon}${sentence}</p>`;
}

/** That something in the address was left aside, which may have been meant to narrow what stands here. */
function strangeNotice({ strange = [] }: PageAddress, { lists }: Words): Html | null {
  if (strange.length === 0) return null;
  return html`<div class="past" role="note"><p><span aria-hidden="true">⚠</span> <strong>${lists.strange(strange)}</strong></p></div>
`;
}

/** A whole page. It carries its style and asks for nothing but pictures of the service's own. */
export function page({
  title,
  description,
  content,
  address,
  words,
  linkedData,
  discovery,
  picture,
  cited,
  searched,
}: PageParts): string {
  const canonical = inLanguage(address, words.language);
  // What others show and find of it is how it stands now.
  const isPast = words.moment !== null;
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${isolated(title)} · Onrecord</title>
<meta name="description" content="${description}">
<link rel="canonical" href="${canonical}">
<link rel="icon" href="${iconPath}" type="image/svg+xml">
${catalogues.map(({ language }) => html`<link rel="alternate" hreflang="${language}" href="${inLanguage(address, language)}">`)}
<meta property="og:type" content="article">
<meta property="og:site_name" content="Onrecord">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${canonical}">
<meta property="og:image" content="${picture === undefined ? address.base + signPath : `${picture}&${orSign.join('=')}`}">
<meta property="og:image:type" content="image/png">
<meta name="twitter:card" content="${picture === undefined ? 'summary' : 'summary_large_image'}">
<meta property="og:locale" content="${words.language === 'en' ? 'en_US' : 'zh_CN'}">
${
  isPast
    ? html`<meta name="robots" content="noindex">`
    : html`${feedLink(linkTo('/corrections.atom', words), words.feeds.corrections)}
${discovery ?? null}`
}
${linkedData === null || isPast ? null : dataBlock(linkedData)}
<style>${trusted(style)}</style>
<script src="${scriptPath}" integrity="${scriptHash}" defer></script>
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
${header(address, words, searched)}
<main id="content">
${pastNotice(address, words)}${strangeNotice(address, words)}${content}
</main>
<footer><p>${words.madeBy}</p>${cited === undefined ? null : citation(cited, address, words)}<p><a href="${canonical}" data-copy="${words.changes.copyLink}" data-copied="${words.changes.copied}">${words.permalink}</a></p></footer>
</body>
</html>
`.toString();
}
