import { asOfName } from '../web/as-of.ts';
import { bibtex } from '../web/cite/bibtex.ts';
import { cslJson } from '../web/cite/citation.ts';
import {
  assertionCitationAnswer,
  assertionCitationQuery,
  claimCitationAnswer,
  claimCitationQuery,
  passageCitationAnswer,
  passageCitationQuery,
} from '../web/cite/citation-queries.ts';
import { citeAssertion } from '../web/cite/cite-assertion.ts';
import { citeClaim } from '../web/cite/cite-claim.ts';
import { citePassage } from '../web/cite/cite-passage.ts';
import type { CitedRecord, Citing } from '../web/cite/cited-record.ts';
import { catalogues, type Words, wordsFor } from '../web/words/words.ts';
import { dataHeaders } from './claim-downloads.ts';
import { decoded, gone, type PageParts, type PageRequest, plain } from './page-response.ts';
import type { Route } from './routes.ts';
import { wantedLanguage } from './spoken-language.ts';
import { taggedResponse } from './tagged-response.ts';
import { byOfClaim } from './whole-claim.ts';

const path = /^\/(claims|assertions|passages)\/([^/.]+)\.(csl\.json|bib|txt)$/;
const ids = { assertions: /^Assertion_[0-9a-f]{32}$/, passages: /^Passage_[0-9a-f]{32}$/ };

/** The route that a citation's requests are counted under; null for a path that is of none. */
export function citationRouteOf(pathname: string): Route | null {
  const [, kind, , suffix] = path.exec(pathname) ?? [];
  if (kind === undefined) return null;
  const format = suffix as 'csl.json' | 'bib' | 'txt';
  return kind === 'claims'
    ? `/claims/:slug.${format}`
    : `/${kind as 'assertions' | 'passages'}/:id.${format}`;
}

const types: Readonly<Record<string, string>> = {
  'csl.json': 'application/vnd.citationstyles.csl+json; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

type Cite = (citing: Citing) => CitedRecord;
type Found = { readonly cite: Cite } | { readonly erasedAt: string };

function foundOf<Data extends { readonly erasedAt: string | null }>(
  found: Data | null,
  cite: (found: Data, citing: Citing) => CitedRecord,
): Found | null {
  if (found === null) return null;
  const { erasedAt } = found;
  return erasedAt === null ? { cite: (citing) => cite(found, citing) } : { erasedAt };
}

/** Claims, assertions and passages as others cite them; null for an address that is none of theirs. */
export function createCitations({ ask, base, now }: PageParts) {
  /** How a record is cited, or when it was erased; null where there is none that whoever asks may see. */
  async function recordOf(kind: string, named: string, asked: PageRequest): Promise<Found | null> {
    if (kind === 'claims') {
      const answer = await ask(claimCitationQuery, { by: byOfClaim(named) }, asked);
      return foundOf(claimCitationAnswer.parse(answer).found, citeClaim);
    }
    if (kind === 'assertions') {
      if (!ids.assertions.test(named)) return null;
      const answer = await ask(assertionCitationQuery, { id: named }, asked);
      return foundOf(assertionCitationAnswer.parse(answer).found, citeAssertion);
    }
    if (!ids.passages.test(named)) return null;
    const answer = await ask(passageCitationQuery, { id: named }, asked);
    return foundOf(passageCitationAnswer.parse(answer).found, citePassage);
  }

  return async (asked: PageRequest): Promise<Response | null> => {
    const { request, caller } = asked;
    const url = new URL(request.url);
    const [, kind, part = '', format = ''] = path.exec(url.pathname) ?? [];
    if (kind === undefined || citationRouteOf(url.pathname) === null) return null;
    const named = decoded(part);
    if (named === null)
      return plain(400, 'The address is wrongly encoded: a % stands before two hex digits.');
    const wanted = wantedLanguage(url.searchParams.get('language'), request);
    if (wanted === null) return plain(400, 'language: expected a language tag, such as en or zh-Hans');
    const words = wordsFor(wanted);
    if (url.searchParams.get(asOfName)) return plain(400, words.past.noFile);
    const found = await recordOf(kind, named, asked);
    if (found === null) return plain(404, 'There is no such record.');
    if ('erasedAt' in found) return gone(found.erasedAt, words);
    const { cite } = found;
    const citedIn = (language: Words) =>
      cite({ base: base(), today: now().toISOString().slice(0, 10), words: language });
    const written = () => {
      // The sentence is handed out in every language, the one asked for first.
      if (format === 'txt') {
        const all = [words, ...catalogues.filter((one) => one !== words)];
        return all.map((language) => `${citedIn(language).sentence}\n`).join('\n');
      }
      const { citation } = citedIn(words);
      return format === 'bib' ? bibtex(citation) : cslJson(citation);
    };
    return taggedResponse(written(), request, caller !== null, {
      ...dataHeaders,
      'content-type': types[format] ?? 'text/plain; charset=utf-8',
      'content-language': words.language,
      // A browser shows plain text; the others are for programs.
      ...(format === 'txt'
        ? {}
        : { 'content-disposition': `attachment; filename="${citedIn(words).citation.key}.${format}"` }),
    });
  };
}
