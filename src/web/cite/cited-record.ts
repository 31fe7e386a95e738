import { isolated } from '../../domain/bidi.ts';
import { isStandIn } from '../../domain/stand-in.ts';
import { dateText } from '../../figure/date-text.ts';
import { messagesFor } from '../../figure/messages.ts';
import { followable } from '../html.ts';
import { type DatedData, impossibleDateText } from '../pages/impossible-date.ts';
import type { DateData, NamedData, SourcedData } from '../record-data/assertion-fields.ts';
import type { Words } from '../words/words.ts';
import type { Citation } from './citation.ts';

/** A record as it is cited in one language. */
export interface CitedRecord {
  readonly citation: Citation;
  /** Ready for print. */
  readonly sentence: string;
}

/** Where and when it is cited. */
export interface Citing {
  /** Of the service, without a slash at its end. */
  readonly base: string;
  /** In ISO 8601. */
  readonly today: string;
  readonly words: Words;
}

export const isEnglish = ({ language }: Words) => language === 'en';

export function nameOf(one: Pick<NamedData, 'nameEn' | 'nameZh'>, words: Words): string {
  return isEnglish(words) ? one.nameEn : one.nameZh;
}

/** A name, with that it is a machine's, a document's or nobody's in particular, where that is so. */
export function markedName(one: NamedData, words: Words): string {
  const marks = [words.kind[one.kind], words.anonymity[one.anonymity]].filter((mark) => mark !== undefined);
  return words.cites.marked(nameOf(one, words), marks);
}

export const dateIn =
  (words: Words) =>
  ({ edtf }: { readonly edtf: string }): string =>
    dateText(edtf, messagesFor(words.language));

export const dayIn = (instant: string, words: Words) => dateIn(words)({ edtf: instant.slice(0, 10) });

/** What is to be said beside a claim's headline wherever that is cited, each a sentence. */
export function besideHeadline(claim: DatedData, words: Words): readonly string[] {
  const text = impossibleDateText(claim, words);
  return text === null ? [] : [text.replace(/^./u, (first) => first.toUpperCase())];
}

export function titleOf({ titleEn, titleZh }: SourcedData, words: Words): string {
  return isEnglish(words) ? titleEn : titleZh;
}

/** Who wrote it, as far as readers may know: whoever only stands in for somebody is none. */
export function authorsOf({ authors }: SourcedData, words: Words): readonly string[] {
  return authors.filter((author) => !isStandIn(author)).map((author) => markedName(author, words));
}

/** A text and what is known of it, in one part of a sentence. */
export function inSource(source: SourcedData, words: Words): string {
  const { publisher, publishedOn } = source;
  const url = followable(source.url);
  const about = [
    ...authorsOf(source, words),
    publisher === null ? null : isolated(nameOf(publisher, words)),
    publishedOn === null ? words.onDateUnknown : dateIn(words)(publishedOn),
    url === null ? null : words.cites.address(url),
  ];
  return words.cites.inSource(
    titleOf(source, words),
    about.filter((part) => part !== null),
  );
}

/** The addresses that may be followed, each once. */
export function archives(all: readonly (string | null | undefined)[]): readonly string[] {
  const found = all.map((url) => followable(url ?? null)).filter((url) => url !== null && URL.canParse(url));
  return [...new Set(found)].filter((url) => url !== null);
}

export function issuedOf(date: DateData | null): { readonly edtf: string } | null {
  return date === null ? null : { edtf: date.edtf };
}
