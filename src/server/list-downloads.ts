import { InvalidCursor } from '../domain/errors.ts';
import { asOfName } from '../web/as-of.ts';
import { changesQueryOf } from '../web/pages/changes-page.ts';
import { changesOptions } from '../web/pages/changes-query.ts';
import { claimsOptions, queryOf } from '../web/pages/claims-query.ts';
import { contradictionsOptions } from '../web/pages/contradictions-query.ts';
import {
  changesListed,
  claimsListed,
  contradictionsListed,
  type WholeListing,
} from '../web/record-data/list-data.ts';
import { listFile } from '../web/record-data/list-files.ts';
import { type Words, wordsFor } from '../web/words/words.ts';
import { headersOf } from './claim-downloads.ts';
import { anonymousAsked, changesAsked, claimsAsked, listOptions, WrongList } from './list-asked.ts';
import { type PageParts, type PageRequest, plain } from './page-response.ts';
import type { Route } from './routes.ts';
import { wantedLanguage } from './spoken-language.ts';
import { taggedResponse } from './tagged-response.ts';
import { TooMuchOfARecord, wholeList } from './whole-list.ts';

const path = /^\/(claims|contradictions|anonymous|changes)\.(json|csv)$/;
type Kind = 'claims' | 'contradictions' | 'anonymous' | 'changes';
type Format = 'json' | 'csv';

function listFileIn(pathname: string): { readonly kind: Kind; readonly format: Format } | null {
  const [, kind, format] = path.exec(pathname) ?? [];
  return kind === undefined ? null : { kind: kind as Kind, format: format as Format };
}

/** The route that the file of a list is counted under; null for a path that is of none. */
export function listFileRouteOf(pathname: string): Route | null {
  const file = listFileIn(pathname);
  return file && `/${file.kind}.${file.format}`;
}

/** The data of the lists beside their pages, whole, by what the address of the page says; null for an address that is of none. */
export function createListDownloads({ ask, base, told }: PageParts) {
  async function listingAt(
    kind: Kind,
    params: URLSearchParams,
    words: Words,
    asked: PageRequest,
  ): Promise<WholeListing> {
    const at = { path: `/${kind}`, retrievedAt: (await told(asked)).toISOString() };
    switch (kind) {
      case 'claims': {
        const options = { ...listOptions(kind, claimsOptions, params, words), after: undefined };
        const { variables } = await claimsAsked(options, { words, asked, ask });
        const items = await wholeList(claimsListed, variables, ask, asked);
        const titleIn = (language: string) => wordsFor(language).lists.claims;
        return { ...at, of: 'claims', query: queryOf(options), titleIn, items };
      }
      case 'anonymous': {
        const items = await wholeList(claimsListed, anonymousAsked, ask, asked);
        const titleIn = (language: string) => wordsFor(language).changes.anonymous;
        return { ...at, of: 'claims', query: [], titleIn, items };
      }
      case 'contradictions': {
        const { status } = listOptions(kind, contradictionsOptions, params, words);
        const query = status === 'CONFIRMED' ? [] : [['status', status] as const];
        const items = await wholeList(contradictionsListed, { status: [status] }, ask, asked);
        const titleIn = (language: string) => wordsFor(language).lists.contradictions;
        return { ...at, of: 'contradictions', query, titleIn, items };
      }
      case 'changes': {
        const options = { ...listOptions(kind, changesOptions, params, words), after: undefined };
        const { variables, since } = changesAsked(options, words);
        const items = await wholeList(changesListed, variables, ask, asked);
        const titleIn = (language: string) => wordsFor(language).changes.changes;
        return { ...at, of: 'changes', query: changesQueryOf(options, since), titleIn, items };
      }
    }
  }

  return async (asked: PageRequest): Promise<Response | null> => {
    const { request, caller } = asked;
    const { pathname, searchParams } = new URL(request.url);
    const file = listFileIn(pathname);
    if (file === null) return null;
    const { kind, format } = file;
    // The data are in both languages; what is said in their place is in one.
    const words = wordsFor(wantedLanguage(searchParams.get('language'), request) ?? 'en');
    if (searchParams.get(asOfName)) return plain(400, words.past.noFile);
    try {
      const { name, retrievedAt, write } = listFile(await listingAt(kind, searchParams, words, asked));
      // When it was read is no part of what was read: until that or the day changes, it need not be sent again.
      const same = write(format, retrievedAt.slice(0, 10), base());
      const body = write(format, retrievedAt, base());
      return taggedResponse(body, request, caller !== null, headersOf(format, name), 200, same);
    } catch (error) {
      if (error instanceof WrongList || error instanceof InvalidCursor) return plain(400, error.message);
      if (error instanceof TooMuchOfARecord) return plain(422, error.message);
      throw error;
    }
  };
}
