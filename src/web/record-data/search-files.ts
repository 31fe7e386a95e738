import { quotationOf, sourceOf, who } from './assertion-json.ts';
import { both, maybeBoth } from './both.ts';
import type { Attribution } from './claim-json.ts';
import { claimAddress, claimNamed } from './claim-row.ts';
import { csv } from './csv.ts';
import type { FoundRecord, WholeSearch } from './search-data.ts';

/** Where the page of what was found stands; of words whose source is not shown, their citation. */
function addressOf(found: FoundRecord, base: string): string {
  if (!('__typename' in found)) return `${base}/speakers/${encodeURIComponent(found.slug)}`;
  switch (found.__typename) {
    case 'Claim':
      return claimAddress(found.slug, base);
    case 'Source':
      return `${base}/sources/${encodeURIComponent(found.slug)}`;
    case 'Passage': {
      const source = found.version?.source ?? null;
      return source === null
        ? `${base}/passages/${found.id}.txt`
        : `${base}/sources/${encodeURIComponent(source.slug)}#${found.id}`;
    }
  }
}

function findOf(found: FoundRecord, base: string): object {
  const address = addressOf(found, base);
  if (!('__typename' in found)) {
    const description = maybeBoth(found.descriptionEn, found.descriptionZh);
    return { type: 'ENTITY', address, ...who(found), description };
  }
  switch (found.__typename) {
    case 'Claim': {
      const { corroboration } = found;
      const sentence = corroboration && both(corroboration.sentenceEn, corroboration.sentenceZh);
      return { type: 'CLAIM', ...claimNamed(found, base), corroboration: sentence && { sentence } };
    }
    case 'Source':
      return { type: 'SOURCE', address, ...sourceOf(found) };
    case 'Passage':
      return { type: 'PASSAGE', address, ...quotationOf(found) };
  }
}

/** All that a search finds as one JSON document; its shape is described in docs/downloads.md. */
export function searchJson(
  { query, type, finds, retrievedAt }: WholeSearch,
  base: string,
  { citation, rights }: Attribution,
): string {
  const asked = new URLSearchParams({ q: query, ...(type === null ? {} : { type }) });
  return `${JSON.stringify(
    {
      format: 'onrecord-search/1',
      retrievedAt,
      address: `${base}/search?${asked}`,
      query,
      type,
      found: finds.map((one) => findOf(one, base)),
      citation,
      rights,
    },
    null,
    2,
  )}\n`;
}

type Cell = string | null;

const columns = [
  ...['type', 'id', 'address', 'title_en', 'title_zh', 'claim_status', 'speaker_kind', 'speaker_anonymity'],
  ...['quotation', 'quotation_language', 'quotation_rendering', 'quotation_verification'],
  ...['translation_en', 'translation_zh', 'published_on_edtf', 'corroboration_en', 'corroboration_zh'],
] as const;
type Row = Partial<Readonly<Record<(typeof columns)[number], Cell>>>;

function rowOf(found: FoundRecord, base: string): Row {
  const own = { id: found.id, address: addressOf(found, base) };
  if (!('__typename' in found)) {
    const { nameEn, nameZh, kind, anonymity } = found;
    const told = { title_en: nameEn, title_zh: nameZh, speaker_kind: kind, speaker_anonymity: anonymity };
    return { type: 'ENTITY', ...own, ...told };
  }
  switch (found.__typename) {
    case 'Claim':
      return {
        type: 'CLAIM',
        ...own,
        title_en: found.headlineEn,
        title_zh: found.headlineZh,
        claim_status: found.status,
        corroboration_en: found.corroboration?.sentenceEn ?? null,
        corroboration_zh: found.corroboration?.sentenceZh ?? null,
      };
    case 'Source':
      return {
        type: 'SOURCE',
        ...own,
        title_en: found.titleEn,
        title_zh: found.titleZh,
        published_on_edtf: found.publishedOn?.edtf ?? null,
      };
    case 'Passage':
      return {
        type: 'PASSAGE',
        ...own,
        title_en: found.version?.source.titleEn ?? null,
        title_zh: found.version?.source.titleZh ?? null,
        published_on_edtf: found.version?.source.publishedOn?.edtf ?? null,
        quotation: found.exact,
        quotation_language: found.language,
        quotation_rendering: found.rendering,
        quotation_verification: found.verification.state,
        translation_en: found.translationEn,
        translation_zh: found.translationZh,
      };
  }
}

/** All that a search finds as CSV, one find a row: a claim under its headline, words under what they stand in. */
export function searchCsv(
  { finds, retrievedAt }: WholeSearch,
  base: string,
  { citation, rights }: Attribution,
): string {
  const beside = { cite_as_en: citation.en, cite_as_zh: citation['zh-Hans'] };
  const whose = { rights_en: rights.en, rights_zh: rights['zh-Hans'] };
  const last = { retrieved_at: retrievedAt, ...beside, ...whose };
  const rows = finds.map((found) => {
    const row = rowOf(found, base);
    return [...columns.map((name) => row[name] ?? null), ...Object.values(last)];
  });
  return csv([[...columns, ...Object.keys(last)], ...rows]);
}
