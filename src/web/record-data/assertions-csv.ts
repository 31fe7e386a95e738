import type { AnchoredData, NamedData, StatedData } from './assertion-fields.ts';
import type { Attribution } from './claim-json.ts';
import { csv } from './csv.ts';

type Cell = string | number | null;
type Column = readonly [name: string, of: (said: StatedData, claim: ClaimOfRow, retrievedAt: string) => Cell];

/** What a row tells of the claim that is spoken of. */
export interface ClaimOfRow {
  readonly slug: string;
  readonly version: number;
  readonly status: string;
  readonly headlineEn: string;
  readonly headlineZh: string;
}

/** One occasion, and what was spoken of. */
export interface AssertionRow {
  readonly said: StatedData;
  readonly claim: ClaimOfRow;
}

const names = (who: NamedData | null | undefined): readonly [Cell, Cell] => [
  who?.nameEn ?? null,
  who?.nameZh ?? null,
];

function standingOf({ withdrawnAt, supersededBy }: StatedData): string {
  if (withdrawnAt !== null) return 'WITHDRAWN';
  return supersededBy === null ? 'CURRENT' : 'REPLACED';
}

const columns: readonly Column[] = [
  ['claim', (_, claim) => claim.slug],
  ['claim_version', (_, claim) => claim.version],
  ['claim_status', (_, claim) => claim.status],
  ['headline_en', (_, claim) => claim.headlineEn],
  ['headline_zh', (_, claim) => claim.headlineZh],
  ['assertion', ({ id }) => id],
  ['assertion_version', ({ version }) => version],
  ['standing', standingOf],
  ['said_or_reported', ({ attributedTo }) => (attributedTo === null ? 'SAID' : 'REPORTED')],
  ['speaker_en', ({ speaker }) => names(speaker)[0]],
  ['speaker_zh', ({ speaker }) => names(speaker)[1]],
  ['speaker_kind', ({ speaker }) => speaker.kind],
  ['speaker_anonymity', ({ speaker }) => speaker.anonymity],
  ['speaker_as_named', ({ speakerAsNamed }) => speakerAsNamed],
  ['role', ({ role }) => role],
  ['on_behalf_of_en', ({ onBehalfOf }) => names(onBehalfOf)[0]],
  ['on_behalf_of_zh', ({ onBehalfOf }) => names(onBehalfOf)[1]],
  ['stance', ({ stance }) => stance],
  ['commitment', ({ commitment }) => commitment],
  ['modality', ({ modality }) => modality],
  ['condition', ({ condition }) => condition],
  ['passes_on_assertion', ({ attributedTo }) => attributedTo?.id ?? null],
  ['passes_on_en', ({ attributedTo }) => names(attributedTo?.speaker)[0]],
  ['passes_on_zh', ({ attributedTo }) => names(attributedTo?.speaker)[1]],
  ['said_on_edtf', ({ saidOn }) => saidOn?.edtf ?? null],
  ['said_on_as_written', ({ saidOn }) => saidOn?.original ?? null],
  ['source_en', ({ source }) => source?.titleEn ?? null],
  ['source_zh', ({ source }) => source?.titleZh ?? null],
  ['source_url', ({ source }) => source?.url ?? null],
  ['source_publisher_en', ({ source }) => names(source?.publisher)[0]],
  ['source_publisher_zh', ({ source }) => names(source?.publisher)[1]],
  ['source_published_on_edtf', ({ source }) => source?.publishedOn?.edtf ?? null],
  ['recorded_by', ({ method }) => method],
  ['recorded_at', ({ recordedAt }) => recordedAt],
  ['withdrawn_at', ({ withdrawnAt }) => withdrawnAt],
  ['withdrawal_reason', ({ withdrawalReason }) => withdrawalReason],
  ['replaced_by', ({ supersededBy }) => supersededBy?.id ?? null],
  ['warnings_en', ({ warnings }) => warnings.map(({ messageEn }) => messageEn).join('\n') || null],
  ['warnings_zh', ({ warnings }) => warnings.map(({ messageZh }) => messageZh).join('\n') || null],
  ['retrieved_at', (_, __, retrievedAt) => retrievedAt],
];

/** Each quotation has columns of its own, so that none is run together with another. */
const quotationColumns: readonly (readonly [name: string, of: (passage: AnchoredData) => Cell])[] = [
  ['', ({ exact }) => exact],
  ['_language', ({ language }) => language],
  ['_rendering', ({ rendering }) => rendering],
  ['_translation_en', ({ translationEn }) => translationEn],
  ['_translation_zh', ({ translationZh }) => translationZh],
  ['_verification', ({ verification }) => verification.state],
  ['_read_in_en', ({ version }) => version?.source.titleEn ?? null],
  ['_read_in_zh', ({ version }) => version?.source.titleZh ?? null],
  ['_archived_at', ({ version }) => version?.archivedAt ?? null],
];

/** Assertions as CSV, one a row, those that stand no more marked as such; the columns are described in docs/downloads.md. */
export function assertionsCsv(
  rows: readonly AssertionRow[],
  retrievedAt: string,
  { citation, rights }: Attribution,
): string {
  const most = rows.reduce((max, { said }) => Math.max(max, said.passages.length), 0);
  const quotations = Array.from({ length: most }, (_, at) => at);
  const head = [
    ...columns.map(([name]) => name),
    ...quotations.flatMap((at) => quotationColumns.map(([name]) => `quotation_${at + 1}${name}`)),
    'cite_as_en',
    'cite_as_zh',
    'rights_en',
    'rights_zh',
  ];
  const written = rows.map(({ said, claim }) => [
    ...columns.map(([, of]) => of(said, claim, retrievedAt)),
    ...quotations.flatMap((at) => {
      const passage = said.passages[at];
      return quotationColumns.map(([, of]) => (passage === undefined ? null : of(passage)));
    }),
    citation.en,
    citation['zh-Hans'],
    rights.en,
    rights['zh-Hans'],
  ]);
  return csv([head, ...written]);
}
