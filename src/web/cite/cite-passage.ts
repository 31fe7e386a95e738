import type { SourceKind } from '../../domain/vocabulary.ts';
import { followable } from '../html.ts';
import { linkTo } from '../pages/page.ts';
import type { AnchoredData } from '../record-data/assertion-fields.ts';
import type { Words } from '../words/words.ts';
import type { CslType } from './citation.ts';
import type { CitedPassage } from './citation-queries.ts';
import {
  archives,
  authorsOf,
  type CitedRecord,
  type Citing,
  dateIn,
  dayIn,
  inSource,
  issuedOf,
  nameOf,
  titleOf,
} from './cited-record.ts';
import { quotedFor } from './statement.ts';

/** What is known of a text is its kind, not which sort of periodical it stood in. */
const types: Readonly<Record<SourceKind, CslType>> = {
  ARTICLE: 'webpage',
  POST: 'post',
  STATEMENT: 'document',
  TERMS: 'document',
  INTERVIEW: 'interview',
  DOCUMENT: 'document',
  SCREENSHOT: 'graphic',
  DATASET: 'dataset',
  BROADCAST: 'broadcast',
  OTHER: 'document',
};

/** Words as they stand in a text, with their language, and whether they are the speaker's own. */
export function quoteOf(
  { exact, language, rendering }: Pick<AnchoredData, 'exact' | 'language' | 'rendering'>,
  { cites, rendering: marks }: Words,
): string {
  return cites.quote(exact, [language, marks[rendering] ?? cites.ownWords]);
}

/** Words in a text: the text is cited as its own work, the words and their place in its note. */
export function citePassage(passage: CitedPassage, { base, today, words }: Citing): CitedRecord {
  const { cites, lists } = words;
  const { id, revision, start, end, version } = passage;
  const source = version?.source ?? null;
  const [kept = null] = archives([version?.archivedAt]);
  // Where the text is not shown its words have no page, and are found by their id.
  const address =
    source === null
      ? `${base}/passages/${id}.txt`
      : `${base}${linkTo(`/sources/${encodeURIComponent(source.slug)}`, words.language)}#${id}`;
  const quote = [quoteOf(passage, words), ...quotedFor(passage, words)];
  const place = start === null || end === null ? [] : [cites.characters(start + 1, end)];
  const retrieved = version?.retrievedAt ?? null;
  const about = [
    source === null ? lists.sourceNotShown : inSource(source, words),
    ...(kept === null ? [] : [cites.archivedAt(kept)]),
    ...(retrieved === null ? [] : [cites.readOn(dayIn(retrieved, words))]),
    ...place,
  ];
  const publisher = source?.publisher ?? null;
  const url = followable(source?.url ?? null);
  const type = source === null ? 'document' : types[source.sourceKind];
  const house = publisher === null ? null : nameOf(publisher, words);
  const inHouse = type === 'webpage' || type === 'post' || type === 'broadcast';
  return {
    citation: {
      key: `onrecord-passage-${id.slice(-12)}-v${revision}`,
      type,
      title: source === null ? lists.sourceNotShown : titleOf(source, words),
      authors: source === null ? [] : authorsOf(source, words),
      container: inHouse ? house : null,
      publisher: inHouse ? null : house,
      url,
      archive: kept,
      issued: issuedOf(source?.publishedOn ?? null),
      happened: null,
      accessed: retrieved === null ? null : retrieved.slice(0, 10),
      version: revision,
      language: source?.writtenIn ?? null,
      note: cites.sentence([...quote, ...place], revision, dayIn(today, words), address),
      dateInWords: dateIn(words),
    },
    sentence: cites.sentence([...quote, ...about], revision, dayIn(today, words), address),
  };
}
