import { asOfName } from '../web/as-of.ts';
import { assertionsCsv } from '../web/record-data/assertions-csv.ts';
import { attributionOf } from '../web/record-data/attribution.ts';
import { claimJson } from '../web/record-data/claim-json.ts';
import { wordsFor } from '../web/words/words.ts';
import { decoded, gone, type PageParts, type PageRequest, plain } from './page-response.ts';
import type { Route } from './routes.ts';
import { wantedLanguage } from './spoken-language.ts';
import { taggedResponse } from './tagged-response.ts';
import { wholeClaim } from './whole-claim.ts';
import { TooMuchOfARecord } from './whole-list.ts';

const path = /^\/claims\/([^/.]+)\.(json|csv)$/;

/** The route that a download's requests are counted under; null for a path that is of none. */
export function downloadRouteOf(pathname: string): Route | null {
  const [, , format] = path.exec(pathname) ?? [];
  return format === undefined ? null : `/claims/:slug.${format as 'json' | 'csv'}`;
}

/** What is handed out may be read from any page, and runs nothing where a browser shows it. */
export const dataHeaders = {
  'access-control-allow-origin': '*',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** The headers of a file; `name` is what a spreadsheet is saved as. */
export function headersOf(format: 'json' | 'csv', name: string): Readonly<Record<string, string>> {
  if (format === 'json') return { ...dataHeaders, 'content-type': 'application/json; charset=utf-8' };
  return {
    ...dataHeaders,
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${name}.csv"`,
  };
}

/** A claim's data beside its page, as JSON and as CSV; null for an address that is neither. */
export function createClaimDownloads({ ask, base, told }: PageParts) {
  return async (asked: PageRequest): Promise<Response | null> => {
    const { request, caller } = asked;
    const { pathname, searchParams } = new URL(request.url);
    const [, part = '', format] = path.exec(pathname) ?? [];
    if (format === undefined || downloadRouteOf(pathname) === null) return null;
    const named = decoded(part);
    if (named === null)
      return plain(400, 'The address is wrongly encoded: a % stands before two hex digits.');
    const words = wordsFor(wantedLanguage(searchParams.get('language'), request) ?? 'en');
    if (searchParams.get(asOfName)) return plain(400, words.past.noFile);
    try {
      const whole = await wholeClaim(named, asked, { ask, told });
      if (whole === null) return plain(404, 'There is no such claim.');
      if (whole.claim.erasedAt !== null) return gone(whole.claim.erasedAt, words);
      const write = (retrievedAt: string): string => {
        const at = { ...whole, retrievedAt };
        const attribution = attributionOf(at, base());
        if (format === 'json') return claimJson(at, base(), attribution);
        const rows = whole.assertions.map((said) => ({ said, claim: whole.claim }));
        return assertionsCsv(rows, retrievedAt, attribution);
      };
      const headers = headersOf(format as 'json' | 'csv', whole.claim.slug);
      // When it was read is no part of what was read: until that or the day changes, it need not be sent again.
      const same = write(whole.retrievedAt.slice(0, 10));
      return taggedResponse(write(whole.retrievedAt), request, caller !== null, headers, 200, same);
    } catch (error) {
      if (error instanceof TooMuchOfARecord) return plain(422, error.message);
      throw error;
    }
  };
}
