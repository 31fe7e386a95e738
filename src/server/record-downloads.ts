import { z } from 'zod';
import { needlesOf } from '../domain/search-text.ts';
import { searchTypes } from '../domain/vocabulary.ts';
import { asOfName } from '../web/as-of.ts';
import {
  contradictionFile,
  type RecordFile,
  searchFile,
  sourceFile,
  speakerFile,
} from '../web/record-data/record-file.ts';
import { wordsFor } from '../web/words/words.ts';
import { wrongName } from './asked-moment.ts';
import { headersOf } from './claim-downloads.ts';
import { gone, type PageParts, type PageRequest, plain } from './page-response.ts';
import type { RecordFileAddress } from './record-file-address.ts';
import { missingRecord } from './record-missing.ts';
import { wantedLanguage } from './spoken-language.ts';
import { taggedResponse } from './tagged-response.ts';
import { TooMuchOfARecord } from './whole-list.ts';
import { type Reading, wholeContradiction, wholeSearch, wholeSource, wholeSpeaker } from './whole-records.ts';

const typeWanted = z.enum(searchTypes).nullable();

/** What there is to hand out: a file, the instant at which it was erased, the answer to a wrong address, or nothing. */
type Found = RecordFile | { readonly erasedAt: string } | Response | null;

function made<Whole extends object>(
  whole: Whole | { readonly erasedAt: string } | null,
  make: (whole: Whole) => RecordFile,
): Found {
  if (whole === null) return null;
  return 'retrievedAt' in whole ? make(whole as Whole) : (whole as { readonly erasedAt: string });
}

async function fileAt(
  { kind, named }: RecordFileAddress,
  params: URLSearchParams,
  reading: Reading,
): Promise<Found> {
  switch (kind) {
    case 'speaker':
      return made(await wholeSpeaker(named, reading), speakerFile);
    case 'source':
      return made(await wholeSource(named, reading), sourceFile);
    case 'contradiction':
      return made(await wholeContradiction(named, reading), contradictionFile);
    case 'search': {
      if (needlesOf(named).length === 0) return null;
      const type = typeWanted.safeParse(params.get('type') || null);
      if (!type.success) return plain(400, `type: expected ${searchTypes.join(', ')}`);
      return made(await wholeSearch(named, type.data, reading), searchFile);
    }
  }
}

/** The data of speakers, sources, contradictions and searches beside their pages, as JSON and as CSV, as they stand. */
export function createRecordDownloads({ ask, base, told }: PageParts) {
  return async (address: RecordFileAddress, asked: PageRequest): Promise<Response> => {
    const { request, caller } = asked;
    const { searchParams } = new URL(request.url);
    // The data are in both languages; what is said in their place is in one.
    const words = wordsFor(wantedLanguage(searchParams.get('language'), request) ?? 'en');
    const wrong = address.kind === 'search' ? null : wrongName(address.named, words);
    if (wrong !== null) return plain(400, wrong);
    if (searchParams.get(asOfName)) return plain(400, words.past.noFile);
    const format = address.format === 'csv' ? 'csv' : 'json';
    try {
      const reading: Reading = { ask, asked, retrievedAt: (await told(asked)).toISOString() };
      const found = await fileAt(address, searchParams, reading);
      if (found === null) return missingRecord(address);
      if (found instanceof Response) return found;
      if ('erasedAt' in found) return gone(found.erasedAt, words);
      const { name, retrievedAt } = found;
      // When it was read is no part of what was read: until that or the day changes, it need not be sent again.
      const same = found.write(format, retrievedAt.slice(0, 10), base());
      const body = found.write(format, retrievedAt, base());
      return taggedResponse(body, request, caller !== null, headersOf(format, name), 200, same);
    } catch (error) {
      if (error instanceof TooMuchOfARecord) return plain(422, error.message);
      throw error;
    }
  };
}
