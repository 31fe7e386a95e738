import { linkTo } from '../pages/page.ts';
import type { StatedData } from '../record-data/assertion-fields.ts';
import type { Words } from '../words/words.ts';
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
  isEnglish,
  issuedOf,
  markedName,
  nameOf,
} from './cited-record.ts';

/** Who spoke, as whom. */
function speakerOf({ speaker, onBehalfOf }: StatedData, words: Words): string {
  const name = markedName(speaker, words);
  return onBehalfOf === null ? name : words.cites.speakingFor(name, nameOf(onBehalfOf, words));
}

function hedgeOf({ modality, condition }: StatedData, words: Words): string | null {
  const hedge = words.modality[modality];
  return hedge !== null && condition !== null ? words.cites.under(hedge, condition) : hedge;
}

/** The record of one occasion: who took which position, never without its word, on the claim as its headline has it. */
export function citeAssertion(said: CitedAssertion, { base, today, words }: Citing): CitedRecord {
  const { claim, attributedTo, source, saidOn, version, id } = said;
  const { cites } = words;
  const title = cites.statement({
    speaker: speakerOf(said, words),
    stance: words.stance[said.stance],
    hedge: hedgeOf(said, words),
    passesOn: attributedTo && {
      name: markedName(attributedTo.speaker, words),
      commitment: words.commitment[said.commitment],
    },
    headline: isEnglish(words) ? claim.headlineEn : claim.headlineZh,
  });
  const address = `${base}${linkTo(`/claims/${encodeURIComponent(claim.slug)}`, words.language)}#${id}`;
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
