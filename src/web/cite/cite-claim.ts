import { linkTo } from '../pages/page.ts';
import type { CitedClaim } from './citation-queries.ts';
import {
  archives,
  besideHeadline,
  type CitedRecord,
  type Citing,
  dateIn,
  dayIn,
  isEnglish,
} from './cited-record.ts';

/** A claim's record, under its headline: the record is the service's, the claim is whoever's the headline says. */
export function citeClaim(claim: CitedClaim, { base, today, words }: Citing): CitedRecord {
  const { slug, version, corroboration } = claim;
  const headline = isEnglish(words) ? claim.headlineEn : claim.headlineZh;
  const address = base + linkTo(`/claims/${encodeURIComponent(slug)}`, words.language);
  const kept = archives(
    claim.assertions.edges.flatMap(({ node }) => node.passages.map((passage) => passage.version?.archivedAt)),
  );
  const support =
    corroboration === null ? [] : [isEnglish(words) ? corroboration.sentenceEn : corroboration.sentenceZh];
  const recordedAt = claim.revisions.edges[0]?.node.recordedAt;
  const { cites } = words;
  const [only, ...others] = kept;
  const beside = besideHeadline(claim, words);
  const archived = kept.map(cites.archivedAt);
  return {
    citation: {
      key: `onrecord-${slug.replaceAll(/[^A-Za-z0-9-]/g, '')}-v${version}`,
      type: 'webpage',
      title: headline,
      authors: [],
      container: 'Onrecord',
      publisher: null,
      url: address,
      archive: only !== undefined && others.length === 0 ? only : null,
      issued: recordedAt === undefined ? null : { edtf: recordedAt.slice(0, 10) },
      happened: null,
      accessed: today,
      version,
      language: words.language,
      note: cites.note([...beside, ...support, ...archived, cites.rights]),
      dateInWords: dateIn(words),
    },
    sentence: words.citation(headline, version, dayIn(today, words), address, [...beside, ...archived]),
  };
}
