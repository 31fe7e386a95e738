import type { createFindRecord } from './find-record.ts';
import { decoded, type PageParts, type PageRequest, wronglyEncoded } from './page-response.ts';
import { createRecordDownloads } from './record-downloads.ts';
import { recordFileIn } from './record-file-address.ts';
import { createRecordPictures } from './record-pictures.ts';

/** The files beside the pages of speakers, sources, contradictions and searches; null for an address that is of none. */
export function createRecordFiles(parts: PageParts, find: ReturnType<typeof createFindRecord>) {
  const picture = createRecordPictures(parts, find);
  const download = createRecordDownloads(parts);
  return async (asked: PageRequest): Promise<Response | null> => {
    const given = recordFileIn(new URL(asked.request.url));
    if (given === null) return null;
    const named = given.kind === 'search' ? given.named : decoded(given.named);
    if (named === null) return wronglyEncoded();
    const address = { ...given, named };
    return address.format === 'svg' || address.format === 'png'
      ? picture(address, asked)
      : download(address, asked);
  };
}
