import { OnrecordError } from '../domain/errors.ts';
import { wordsFor } from '../web/words/words.ts';
import { plain } from './page-response.ts';
import { wantedLanguage } from './spoken-language.ts';

/** After how many seconds a moment may be asked for again that others stand in the way of. */
const retrySeconds = 10;

/** The answer to who asks for a moment that is not rebuilt, or not yet; null for any other error. */
export function pastRefusal(error: unknown, request: Request): Response | null {
  if (!(error instanceof OnrecordError)) return null;
  const named = URL.parse(request.url)?.searchParams.get('language') ?? null;
  const { past } = wordsFor(wantedLanguage(named, request) ?? 'en');
  if (error.code === 'AS_OF_TOO_LARGE') return plain(400, past.tooLarge);
  if (error.code === 'AS_OF_BUSY') return plain(503, past.busy, { 'retry-after': String(retrySeconds) });
  return null;
}
