import { nodesOf } from '../pages/connection.ts';
import { quotationOf, sourceOf, who } from './assertion-json.ts';
import { attributionAt } from './attribution.ts';
import { both } from './both.ts';
import { type ClaimRow, claimNamed } from './claim-row.ts';
import { contradictionPath } from './contradiction-json.ts';
import { listCsv } from './list-csv.ts';
import type { ListedChange, ListedClaim, ListedContradiction, WholeListing } from './list-data.ts';
import type { RecordFile } from './record-file.ts';

type Supported = ClaimRow & Pick<ListedClaim, 'corroboration'>;

const supported = (claim: Supported, base: string) => {
  const { corroboration } = claim;
  const sentence = corroboration && both(corroboration.sentenceEn, corroboration.sentenceZh);
  return { ...claimNamed(claim, base), corroboration: sentence && { sentence } };
};

const claimItem = (claim: ListedClaim, base: string) => ({
  ...supported(claim, base),
  nature: claim.nature,
  dateImpossible: claim.dateImpossible,
  about: claim.about.map(who),
  latestReview: claim.latestReview && {
    rating: claim.latestReview.rating,
    reviewer: who(claim.latestReview.reviewer),
  },
});

const contradictionItem = (one: ListedContradiction, base: string) => ({
  id: one.id,
  address: base + contradictionPath(one.id),
  version: one.version,
  status: one.status,
  reason: both(one.reasonEn, one.reasonZh),
  proposedBy: one.proposedBy,
  recordedAt: one.recordedAt,
  claims: [supported(one.from, base), supported(one.to, base)],
});

/** A record that was changed, as it is now: never a proposition alone. */
function recordOf({ record }: ListedChange, base: string): object {
  if (!('__typename' in record)) return { type: 'Entity', ...who(record) };
  const { __typename: type, id } = record;
  switch (record.__typename) {
    case 'Claim':
      return { type, ...claimNamed(record, base) };
    case 'Assertion': {
      const { stance, speaker, claim } = record;
      return { type, id, stance, speaker: who(speaker), claim: claimNamed(claim, base) };
    }
    case 'Source':
      return { type, ...sourceOf(record) };
    case 'SourceVersion':
      return { type, id, source: sourceOf(record.source) };
    case 'Passage':
      return { type, ...quotationOf(record) };
    case 'ClaimRelation': {
      const { relation: kind, relationStatus: status, from, to } = record;
      return { type, id, kind, status, from: claimNamed(from, base), to: claimNamed(to, base) };
    }
    case 'Review': {
      const { rating, reviewer, claim } = record;
      return { type, id, rating, reviewer: who(reviewer), claim: claimNamed(claim, base) };
    }
    case 'ReplyRequest':
      return { type, id, state: record.state, to: who(record.to) };
    case 'IdentityJudgement':
      return { type, id, verdict: record.verdict, reason: both(record.reasonEn, record.reasonZh) };
  }
}

const changeItem = (change: ListedChange, base: string) => ({
  kind: change.kind,
  recordedAt: change.recordedAt,
  record: recordOf(change, base),
  revision: change.revision,
  claims: nodesOf(change.claims).map((claim) => claimNamed(claim, base)),
  claimCount: change.claims.totalCount,
});

/** The items as they stand in the JSON. */
function itemsOf(listing: WholeListing, base: string): readonly object[] {
  switch (listing.of) {
    case 'claims':
      return listing.items.map((one) => claimItem(one, base));
    case 'contradictions':
      return listing.items.map((one) => contradictionItem(one, base));
    case 'changes':
      return listing.items.map((one) => changeItem(one, base));
  }
}

/** A list read whole, as the files beside its page; their shape is described in docs/downloads.md. */
export function listFile(listing: WholeListing): RecordFile {
  const { of, path, query, titleIn, retrievedAt } = listing;
  return {
    name: path.slice(1),
    retrievedAt,
    write: (format, at, base) => {
      const attribution = attributionAt({ titleIn, version: null, path, query }, at, base);
      if (format === 'csv') return listCsv({ ...listing, retrievedAt: at }, base, attribution);
      const asked = query.length === 0 ? '' : `?${new URLSearchParams(query.map((pair) => [...pair]))}`;
      const head = { format: `onrecord-${of}/1`, retrievedAt: at, address: base + path + asked };
      return `${JSON.stringify({ ...head, [of]: itemsOf(listing, base), ...attribution }, null, 2)}\n`;
    },
  };
}
