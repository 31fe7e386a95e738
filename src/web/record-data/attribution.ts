import { dateText } from '../../figure/date-text.ts';
import { messagesFor } from '../../figure/messages.ts';
import { besideHeadline } from '../cite/cited-record.ts';
import { type AddressQuery, linkTo } from '../pages/page.ts';
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

/** What is cited, and where it stands. */
export interface CitedPlace {
  /** In each language. */
  readonly titleIn: (language: string) => string;
  /** What is to be said beside the title, each a sentence. */
  readonly besideIn?: (language: string) => readonly string[];
  /** Null of what has no versions. */
  readonly version: number | null;
  readonly path: string;
  readonly query?: AddressQuery;
}

/** How a record is cited in print, as of when it was read. */
export function attributionAt(
  { titleIn, besideIn = () => [], version, path, query = [] }: CitedPlace,
  retrievedAt: string,
  base: string,
): Attribution {
  return {
    citation: inEach((language) => {
      const words = wordsFor(language);
      const [title, day] = [titleIn(language), dayIn(retrievedAt, language)];
      const address = base + linkTo(path, language, query);
      return version === null
        ? words.cites.list(title, day, address)
        : words.citation(title, version, day, address, besideIn(language));
    }),
    rights: inEach((language) => wordsFor(language).cites.rights),
  };
}

/** The same of a claim. */
export function attributionOf({ claim, retrievedAt }: WholeClaim, base: string): Attribution {
  const { slug, version, headlineEn, headlineZh } = claim;
  const path = `/claims/${encodeURIComponent(slug)}`;
  const titleIn = (language: string) => (language === 'en' ? headlineEn : headlineZh);
  const besideIn = (language: string) => besideHeadline(claim, wordsFor(language));
  return attributionAt({ titleIn, besideIn, version, path }, retrievedAt, base);
}
