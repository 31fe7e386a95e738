import { besideHeadline, type Citing, dayIn, isEnglish } from '../cite/cited-record.ts';
import { linkTo } from '../pages/page.ts';
import type { CorrectionKind } from '../words/feed-words.ts';
import { assertionAddress, assertionEntry } from './assertion-entry.ts';
import type { FeedEntry } from './atom.ts';
import type { ChangeData, CorrectedData } from './feed-queries.ts';

/** What bears on a claim in a way that whoever relied on it wants to know. */
const corrected = new Set(['Claim', 'Assertion', 'ClaimRelation', 'Review', 'Passage']);

/** Whether nothing differs but how a quotation was last found: no correction, and there are many. */
const onlyVerified = ({ revision }: ChangeData) =>
  (revision?.changes.length ?? 0) > 0 &&
  revision?.changes.every(({ path }) => path.startsWith('/verification'));

/** What kind of correction a change is; null where it is none. */
export function correctionKindOf(change: ChangeData): CorrectionKind | null {
  const { kind, record, claims } = change;
  if (!corrected.has(record.__typename) || claims.edges.length === 0) return null;
  switch (kind) {
    case 'REVISED':
      return onlyVerified(change) ? null : 'CORRECTED';
    case 'WITHDRAWN':
    case 'REINSTATED':
      return kind;
    case 'RECORDED':
    case 'SHOWN':
      if (record.__typename !== 'Assertion') return null;
      if (record.supersedes) return 'REPLACED';
      if (record.stance === 'RETRACTS') return 'TAKEN_BACK';
      return record.stance === 'DENIES' ? 'DENIED' : null;
  }
}

/** A correction as an entry; its record and its claim are as they are now. Null where neither is there any more. */
export function correctionEntry(
  change: ChangeData,
  kind: CorrectionKind,
  {
    record,
    claim,
  }: { readonly record: CorrectedData | undefined; readonly claim: CorrectedData | undefined },
  citing: Citing,
): FeedEntry | null {
  const { base, words } = citing;
  const { feeds } = words;
  const what = feeds.correction[kind];
  const entry = { of: [change.record.id, change.recordedAt, kind], updated: change.recordedAt };
  const fields =
    kind === 'CORRECTED' && change.revision !== null && change.revision.changes.length > 0
      ? [feeds.fields([...new Set(change.revision.changes.map(({ path }) => path.split('/')[1] ?? path))])]
      : [];
  const day = dayIn(change.recordedAt, words);
  if (record?.__typename === 'Assertion') {
    const said = assertionEntry(record, citing);
    return {
      ...entry,
      title: feeds.corrected(what, said.title),
      link: assertionAddress(record, citing),
      content: words.cites.note([`${what}, ${day}`, ...fields, said.content]),
    };
  }
  if (claim?.__typename !== 'Claim') return null;
  const headline = isEnglish(words) ? claim.headlineEn : claim.headlineZh;
  const of = feeds.record[change.record.__typename] ?? change.record.__typename;
  return {
    ...entry,
    title: feeds.corrected(`${what} (${of})`, headline),
    link: base + linkTo(`/claims/${encodeURIComponent(claim.slug)}`, words.language),
    content: words.cites.note([
      `${what}, ${day}: ${of}`,
      ...fields,
      headline,
      ...besideHeadline(claim, words),
    ]),
  };
}
