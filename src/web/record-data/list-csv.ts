import { nodesOf } from '../pages/connection.ts';
import type { NamedData } from './assertion-fields.ts';
import { type Both, both } from './both.ts';
import type { Attribution } from './claim-json.ts';
import { type ClaimRow, claimAddress } from './claim-row.ts';
import { contradictionPath } from './contradiction-json.ts';
import { csv } from './csv.ts';
import type { ListedChange, ListedClaim, ListedContradiction, WholeListing } from './list-data.ts';

type Cell = string | number | null;
type Column<Item> = readonly [name: string, of: (item: Item, base: string) => Cell];

/** Several texts in one cell, each on a line of its own. */
const lines = (all: readonly string[]): Cell => all.join('\n') || null;

/** The columns of a claim, `before` the name of each where several claims share a row. */
const columnsOf = <Item>(
  before: string,
  claimOf: (item: Item) => Omit<ClaimRow, 'slug'> & Pick<ListedClaim, 'slug' | 'corroboration'>,
): readonly Column<Item>[] => [
  [`${before}id`, (item) => claimOf(item).id],
  [`${before}address`, (item, base) => claimAddress(claimOf(item).slug, base)],
  [`${before}version`, (item) => claimOf(item).version],
  [`${before}status`, (item) => claimOf(item).status],
  [`${before}headline_en`, (item) => claimOf(item).headlineEn],
  [`${before}headline_zh`, (item) => claimOf(item).headlineZh],
  [`${before}corroboration_en`, (item) => claimOf(item).corroboration?.sentenceEn ?? null],
  [`${before}corroboration_zh`, (item) => claimOf(item).corroboration?.sentenceZh ?? null],
];

const claimColumns: readonly Column<ListedClaim>[] = [
  ...columnsOf<ListedClaim>('', (claim) => claim),
  ['nature', ({ nature }) => nature],
  ['date_impossible', ({ dateImpossible }) => String(dateImpossible)],
  ['about_en', ({ about }) => lines(about.map(({ nameEn }) => nameEn))],
  ['about_zh', ({ about }) => lines(about.map(({ nameZh }) => nameZh))],
  ['review_rating', ({ latestReview }) => latestReview?.rating ?? null],
  ['reviewer_en', ({ latestReview }) => latestReview?.reviewer.nameEn ?? null],
  ['reviewer_zh', ({ latestReview }) => latestReview?.reviewer.nameZh ?? null],
];

const contradictionColumns: readonly Column<ListedContradiction>[] = [
  ['id', ({ id }) => id],
  ['address', ({ id }, base) => base + contradictionPath(id)],
  ['version', ({ version }) => version],
  ['status', ({ status }) => status],
  ['reason_en', ({ reasonEn }) => reasonEn],
  ['reason_zh', ({ reasonZh }) => reasonZh],
  ['proposed_by', ({ proposedBy }) => proposedBy],
  ['recorded_at', ({ recordedAt }) => recordedAt],
  ...columnsOf<ListedContradiction>('claim_1_', ({ from }) => from),
  ...columnsOf<ListedContradiction>('claim_2_', ({ to }) => to),
];

const headlines = (...claims: readonly ClaimRow[]) =>
  both(
    claims.map(({ headlineEn }) => headlineEn).join(' / '),
    claims.map(({ headlineZh }) => headlineZh).join(' / '),
  );

/** What a change's row calls its record: a claim's headline, a name, or the title of what words stand in. */
function titleOf({ record }: ListedChange): Both | null {
  if (!('__typename' in record)) return both(record.nameEn, record.nameZh);
  switch (record.__typename) {
    case 'Claim':
      return headlines(record);
    case 'Assertion':
    case 'Review':
      return headlines(record.claim);
    case 'ClaimRelation':
      return headlines(record.from, record.to);
    case 'Source':
      return both(record.titleEn, record.titleZh);
    case 'SourceVersion':
      return both(record.source.titleEn, record.source.titleZh);
    case 'Passage': {
      const source = record.version?.source ?? null;
      return source && both(source.titleEn, source.titleZh);
    }
    case 'ReplyRequest':
      return both(record.to.nameEn, record.to.nameZh);
    case 'IdentityJudgement':
      return both(record.reasonEn, record.reasonZh);
  }
}

/** Who took the position that was recorded, or gave the verdict; null of what is nobody's. */
function whose({ record }: ListedChange): NamedData | null {
  if ('speaker' in record) return record.speaker;
  return 'reviewer' in record ? record.reviewer : null;
}

const changeColumns: readonly Column<ListedChange>[] = [
  ['recorded_at', ({ recordedAt }) => recordedAt],
  ['kind', ({ kind }) => kind],
  ['type', ({ record }) => ('__typename' in record ? record.__typename : 'Entity')],
  ['id', ({ record }) => record.id],
  ['version', ({ revision }) => revision?.version ?? null],
  ['title_en', (change) => titleOf(change)?.en ?? null],
  ['title_zh', (change) => titleOf(change)?.['zh-Hans'] ?? null],
  ['whose_en', (change) => whose(change)?.nameEn ?? null],
  ['whose_zh', (change) => whose(change)?.nameZh ?? null],
  ['whose_kind', (change) => whose(change)?.kind ?? null],
  ['stance', ({ record }) => ('stance' in record ? record.stance : null)],
  ['fields', ({ revision }) => lines(revision?.changes.map(({ path }) => path) ?? [])],
  ['recorded_by', ({ revision }) => revision?.by ?? null],
  ['method', ({ revision }) => revision?.method ?? null],
  ['recording', ({ revision }) => revision?.title ?? null],
  ['claims', ({ claims }, base) => lines(nodesOf(claims).map(({ slug }) => claimAddress(slug, base)))],
  ['claim_count', ({ claims }) => claims.totalCount],
];

/** A list as CSV, one item a row: a claim stands under its headline, with how it stands. */
export function listCsv(listing: WholeListing, base: string, { citation, rights }: Attribution): string {
  const last: readonly (readonly [string, Cell])[] = [
    ['retrieved_at', listing.retrievedAt],
    ['cite_as_en', citation.en],
    ['cite_as_zh', citation['zh-Hans']],
    ['rights_en', rights.en],
    ['rights_zh', rights['zh-Hans']],
  ];
  const written = <Item>(columns: readonly Column<Item>[], items: readonly Item[]) =>
    csv([
      [...columns, ...last].map(([name]) => name),
      ...items.map((item) => [...columns.map(([, of]) => of(item, base)), ...last.map(([, cell]) => cell)]),
    ]);
  switch (listing.of) {
    case 'claims':
      return written(claimColumns, listing.items);
    case 'contradictions':
      return written(contradictionColumns, listing.items);
    case 'changes':
      return written(changeColumns, listing.items);
  }
}
