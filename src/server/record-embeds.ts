import { asOfName } from '../web/as-of.ts';
import { emptyEmbed } from '../web/pages/claim-embed.ts';
import { instantText, standInNotice } from '../web/pages/embed-notice.ts';
import { erasedEmbed } from '../web/pages/erased-page.ts';
import { linkTo, type PageAddress } from '../web/pages/page.ts';
import { pinnedRecordDocument, recordEmbedDocument } from '../web/pages/record-embed.ts';
import { recordNotice } from '../web/pages/record-notice.ts';
import { type Words, wordsFor } from '../web/words/words.ts';
import { wrongName } from './asked-moment.ts';
import type { createFindRecord } from './find-record.ts';
import {
  decoded,
  embedHeaders,
  type PageParts,
  type PageRequest,
  plain,
  wronglyEncoded,
} from './page-response.ts';
import { retryAfter } from './pinned-moment.ts';
import type { RecordEmbedAddress } from './record-embed-address.ts';
import { wantedLanguage } from './spoken-language.ts';
import { taggedResponse } from './tagged-response.ts';

/** The same with its parts decoded; null where their percent-encoding is none. */
export function decodedAddress({ kind, named, pin }: RecordEmbedAddress): RecordEmbedAddress | null {
  const name = kind === 'search' ? named : decoded(named);
  const at = pin === null ? null : decoded(pin);
  return name === null || (at === null && pin !== null) ? null : { kind, named: name, pin: at };
}

/** The embeds of speakers, sources, contradictions and searches, as they stand or as they stood. */
export function createRecordEmbeds({ base, now }: PageParts, find: ReturnType<typeof createFindRecord>) {
  return async (given: RecordEmbedAddress, asked: PageRequest): Promise<Response> => {
    const { request, caller } = asked;
    const { kind } = given;
    const { pathname, searchParams } = new URL(request.url);
    const address = decodedAddress(given);
    if (address === null) return wronglyEncoded();
    const wanted = wantedLanguage(searchParams.get('language'), request);
    if (wanted === null) return plain(400, 'language: expected a language tag, such as en or zh-Hans');
    const words = wordsFor(wanted);
    if (searchParams.get(asOfName)) return plain(400, words.past.noEmbed);
    const wrong = kind === 'search' ? null : wrongName(address.named, words);
    if (wrong !== null) return plain(400, wrong);
    const headers = { ...embedHeaders, 'content-language': words.language };
    const answered = (body: string, status = 200, more: Readonly<Record<string, string>> = {}) =>
      taggedResponse(body, request, caller !== null, { ...headers, ...more }, status);
    const place = { base: base(), now: now() };
    const at: PageAddress = { ...place, path: pathname, graphql: { query: '', variables: {} } };

    const found = await find(address, words, asked);
    switch (found.kind) {
      case 'NONE': {
        const link = [words.lists.browse, place.base + linkTo('/claims', words.language)] as const;
        return answered(emptyEmbed({ title: titleOf(kind, words), hint: '', link }, at, words), 404);
      }
      case 'ERASED':
        return answered(erasedEmbed(found.at, at, words, 'record'), 410);
      case 'NO_MOMENT': {
        const { noMoment: title, noMomentHint: hint, recordAsItStands } = words.embeds;
        const link = [recordAsItStands, found.now.full] as const;
        return answered(emptyEmbed({ title, hint, link }, at, words), 404);
      }
      case 'LIVE':
        return answered(recordEmbedDocument(found.now, place, words));
      case 'PINNED': {
        const notice = recordNotice(found.stood, found.now, found.claims, found.moment, words);
        return answered(pinnedRecordDocument(found.stood, found.now, notice, words));
      }
      case 'NOT_NOW': {
        const notice = standInNotice(instantText(found.moment.at, words), words);
        const body = recordEmbedDocument(found.now, place, words, notice);
        return answered(body, 503, { 'retry-after': retryAfter });
      }
    }
  };
}

function titleOf(kind: RecordEmbedAddress['kind'], words: Words): string {
  switch (kind) {
    case 'speaker':
    case 'source':
      return words.record[kind].notFound;
    case 'contradiction':
      return words.embeds.noContradiction;
    case 'search':
      return words.lists.nothingToLookFor;
  }
}
