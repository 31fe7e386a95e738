import { marksOf } from '../pages/who.ts';
import { wordsFor } from '../words/words.ts';
import type { NamedData } from './assertion-fields.ts';
import { type AssertionRow, assertionsCsv } from './assertions-csv.ts';
import { attributionAt, type CitedPlace } from './attribution.ts';
import type { WholeContradiction } from './contradiction-data.ts';
import { contradictionJson, contradictionPath } from './contradiction-json.ts';
import type { WholeSearch } from './search-data.ts';
import { searchCsv, searchJson } from './search-files.ts';
import type { WholeSource } from './source-data.ts';
import { sourceJson } from './source-json.ts';
import type { WholeSpeaker } from './speaker-data.ts';
import { speakerJson } from './speaker-json.ts';

/** A record that is no claim, read whole, as the files beside its page. */
export interface RecordFile {
  /** What it is saved as, without its ending. */
  readonly name: string;
  readonly retrievedAt: string;
  /** The file as of an instant: that alone differs between two readings of the same. */
  write(format: 'json' | 'csv', retrievedAt: string, base: string): string;
}

const isEnglish = (language: string) => language === 'en';

/** A name with what is to be known of its bearer: a machine is one in print too. */
function nameIn(one: NamedData, language: string): string {
  const words = wordsFor(language);
  return words.cites.marked(isEnglish(language) ? one.nameEn : one.nameZh, marksOf(one, words));
}

export function speakerFile(whole: WholeSpeaker): RecordFile {
  const { speaker, assertions, retrievedAt } = whole;
  const cited: CitedPlace = {
    titleIn: (language) => nameIn(speaker, language),
    version: speaker.version,
    path: `/speakers/${encodeURIComponent(speaker.slug)}`,
  };
  return {
    name: speaker.slug,
    retrievedAt,
    write: (format, at, base) => {
      const attribution = attributionAt(cited, at, base);
      if (format === 'json') return speakerJson({ ...whole, retrievedAt: at }, base, attribution);
      const rows = assertions.map((said): AssertionRow => ({ said, claim: said.claim }));
      return assertionsCsv(rows, at, attribution);
    },
  };
}

export function sourceFile(whole: WholeSource): RecordFile {
  const { source, assertions, retrievedAt } = whole;
  const cited: CitedPlace = {
    titleIn: (language) => (isEnglish(language) ? source.titleEn : source.titleZh),
    version: source.version,
    path: `/sources/${encodeURIComponent(source.slug)}`,
  };
  return {
    name: source.slug,
    retrievedAt,
    write: (format, at, base) => {
      const attribution = attributionAt(cited, at, base);
      if (format === 'json') return sourceJson({ ...whole, retrievedAt: at }, base, attribution);
      const rows = assertions.map((said): AssertionRow => ({ said, claim: said.claim }));
      return assertionsCsv(rows, at, attribution);
    },
  };
}

export function contradictionFile(whole: WholeContradiction): RecordFile {
  const { relation, said, retrievedAt } = whole;
  const { from, to, id, version } = relation;
  const cited: CitedPlace = {
    titleIn: (language) =>
      isEnglish(language) ? `${from.headlineEn} / ${to.headlineEn}` : `${from.headlineZh} / ${to.headlineZh}`,
    version,
    path: contradictionPath(id),
  };
  return {
    name: id,
    retrievedAt,
    write: (format, at, base) => {
      const attribution = attributionAt(cited, at, base);
      if (format === 'json') return contradictionJson({ ...whole, retrievedAt: at }, base, attribution);
      const rows: readonly AssertionRow[] = [
        ...said.from.map((one) => ({ said: one, claim: from })),
        ...said.to.map((one) => ({ said: one, claim: to })),
      ];
      return assertionsCsv(rows, at, attribution);
    },
  };
}

export function searchFile(whole: WholeSearch): RecordFile {
  const { query, type, retrievedAt } = whole;
  const cited: CitedPlace = {
    titleIn: (language) => wordsFor(language).lists.results(query),
    version: null,
    path: '/search',
    query: [['q', query], ...(type === null ? [] : [['type', type] as const])],
  };
  return {
    name: 'search',
    retrievedAt,
    write: (format, at, base) => {
      const attribution = attributionAt(cited, at, base);
      const then = { ...whole, retrievedAt: at };
      return format === 'json' ? searchJson(then, base, attribution) : searchCsv(then, base, attribution);
    },
  };
}
