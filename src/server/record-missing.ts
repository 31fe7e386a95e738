import { needlesOf } from '../domain/search-text.ts';
import { plain } from './page-response.ts';
import type { RecordFileAddress } from './record-file-address.ts';

/** What stands for a file of what is not there, or not for whoever asks; of a search, that it looks for nothing. */
export function missingRecord({ kind, named }: Pick<RecordFileAddress, 'kind' | 'named'>): Response {
  if (kind === 'search' && needlesOf(named).length === 0)
    return plain(400, 'q: expected at least one letter, digit or character to look for');
  return plain(404, `There is no such ${kind}.`);
}
