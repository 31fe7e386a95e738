import { recordPicture } from '../figure/record-picture.ts';
import { momentText } from '../web/pages/as-of-control.ts';
import { dayText } from '../web/pages/embed-notice.ts';
import { erasedPicture } from '../web/pages/erased-page.ts';
import { wordsFor } from '../web/words/words.ts';
import type { createFindRecord } from './find-record.ts';
import { type PageParts, type PageRequest, plain } from './page-response.ts';
import { pictureHeaders, pictureOptions, readPictureOptions } from './picture-options.ts';
import { retryAfter } from './pinned-moment.ts';
import { pngPicture } from './png-picture.ts';
import type { RecordFileAddress } from './record-file-address.ts';
import { missingRecord } from './record-missing.ts';
import { wantedLanguage } from './spoken-language.ts';
import { taggedResponse } from './tagged-response.ts';

/**
 * Speakers, sources, contradictions and searches as pictures: what their embeds show, as it stands or, with `asOf`, as it
 * stood, which its title then says. 404 where there is no such record, 410 where it was erased, 400 where an option is wrong.
 */
export function createRecordPictures(
  { base, now, pngs }: PageParts,
  find: ReturnType<typeof createFindRecord>,
) {
  async function drawn(address: RecordFileAddress, asked: PageRequest): Promise<Response> {
    const { request, caller } = asked;
    const url = new URL(request.url);
    const options = readPictureOptions(pictureOptions, url);
    if (options instanceof Response) return options;
    const { width, theme, asOf: moment } = options;
    const words = wordsFor(wantedLanguage(options.language ?? null, request) ?? 'en');
    const { language } = words;
    const headers = { ...pictureHeaders, 'content-language': language };
    const place = { ...address, pin: null };
    const found = await find(place, words, asked, moment?.recorded ?? null);
    switch (found.kind) {
      case 'NONE':
        return missingRecord(address);
      case 'ERASED':
        return taggedResponse(
          erasedPicture(found.at, words, 'record'),
          request,
          caller !== null,
          headers,
          410,
        );
      case 'NO_MOMENT':
        return plain(404, words.past.notThen);
      case 'NOT_NOW':
        return plain(503, words.past.busy, { 'retry-after': retryAfter });
      case 'LIVE':
      case 'PINNED': {
        const { card, title, full } = found.kind === 'LIVE' ? found.now : found.stood;
        const when =
          moment === null
            ? words.asOf(dayText(now().toISOString(), words))
            : words.past.asItStood(momentText(moment, words));
        const svg = recordPicture(card, {
          ...{ language, width, theme },
          title: moment === null ? title : `${title} (${when})`,
          foot: [`${when} · Onrecord`, full.startsWith(base()) ? full : base()],
        });
        return taggedResponse(svg, request, caller !== null, headers);
      }
    }
  }

  return (address: RecordFileAddress, asked: PageRequest): Promise<Response> =>
    address.format === 'png'
      ? pngPicture((request) => drawn(address, { ...asked, request }), pngs, asked)
      : drawn(address, asked);
}
