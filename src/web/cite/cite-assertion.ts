import { statementLink } from '../pages/statement-page.ts';
import type { CitedAssertion } from './citation-queries.ts';
import { quoteOf } from './cite-passage.ts';
import {
  archives,
  besideHeadline,
  type CitedRecord,
  type Citing,
  dateIn,
  dayIn,
  inSource,
  issuedOf,
} from './cited-record.ts';
import { statementOf } from './statement.ts';

/** The record of one occasion: who took which position, never without its word, on the claim as its headline has it. */
export function citeAssertion(said: CitedAssertion, { base, today, words }: Citing): CitedRecord {
  const { claim, source, saidOn, version, id } = said;
  const { cites } = words;
  const title = statementOf(said, words);
  const address = base + statementLink(claim.slug, id, words.language);
  const kept = archives(said.passages.map((passage) => passage.version?.archivedAt));
  const recordedAt = said.revisions.edges[0]?.node.recordedAt;
  const [only, ...others] = kept;
  const standing = [
    said.withdrawnAt === null ? null : cites.withdrawn(dayIn(said.withdrawnAt, words), said.withdrawalReason),
    said.supersededBy === null ? null : cites.replaced,
  ].filter((part) => part !== null);
  const circumstances = [
    ...besideHeadline(claim, words),
    cites.saidOn(saidOn === null ? words.onDateUnknown : dateIn(words)(saidOn)),
    ...(source === null ? [] : [inSource(source, words)]),
    ...kept.map(cites.archivedAt),
  ];
  const quotes = said.passages.map((passage) => quoteOf(passage, words));
  return {
    citation: {
      key: `onrecord-assertion-${id.slice(-12)}-v${version}`,
      type: 'webpage',
      title,
      authors: [],
      container: 'Onrecord',
      publisher: null,
      url: address,
      archive: only !== undefined && others.length === 0 ? only : null,
      issued: recordedAt === undefined ? null : { edtf: recordedAt.slice(0, 10) },
      happened: issuedOf(saidOn),
      accessed: today,
      version,
      language: words.language,
      note: cites.note([...standing, ...circumstances, ...quotes, cites.rights]),
      dateInWords: dateIn(words),
    },
    sentence: cites.sentence([...standing, title, ...circumstances], version, dayIn(today, words), address),
  };
}
