import { dateText } from '../../figure/date-text.ts';
import { messagesFor } from '../../figure/messages.ts';
import { linkTo } from '../pages/page.ts';
import { catalogues, wordsFor } from '../words/words.ts';
import { type Both, both } from './both.ts';
import type { Attribution } from './claim-json.ts';
import type { WholeClaim } from './whole-claim-query.ts';

/** The same in both languages, from the words of each. */
export function inEach(make: (language: string) => string): Both {
  const [en = '', zh = ''] = catalogues.map(({ language }) => make(language));
  return both(en, zh);
}

/** A day as it is written in a language. */
export function dayIn(instant: string, language: string): string {
  return dateText(instant.slice(0, 10), messagesFor(language));
}

/** How a claim's record is cited in print, as of when it was read. */
export function attributionOf({ claim, retrievedAt }: WholeClaim, base: string): Attribution {
  const path = `/claims/${encodeURIComponent(claim.slug)}`;
  return {
    citation: inEach((language) =>
      wordsFor(language).citation(
        language === 'en' ? claim.headlineEn : claim.headlineZh,
        claim.version,
        dayIn(retrievedAt, language),
        base + linkTo(path, language),
      ),
    ),
    rights: inEach((language) => wordsFor(language).cites.rights),
  };
}
