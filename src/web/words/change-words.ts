import type { ChangeKind } from '../../domain/change-kind.ts';
import type { RelationKind, RelationStatus } from '../../domain/vocabulary.ts';
import type { Html } from '../html.ts';

/** The types of records, as a list of changes names them. */
export const changedTypes = [
  'Assertion',
  'Claim',
  'ClaimRelation',
  'Entity',
  'IdentityJudgement',
  'Passage',
  'ReplyRequest',
  'Review',
  'Source',
  'SourceVersion',
] as const;
export type ChangedType = (typeof changedTypes)[number];

/** What the list of changes and the history of a record say, in one language. */
export interface ChangeWords {
  readonly changes: string;
  readonly note: string;
  readonly since: string;
  readonly show: string;
  /** The list begins at a moment. */
  sinceWhen(moment: string): string;
  readonly fromBeginning: string;
  readonly kind: Readonly<Record<ChangeKind, string>>;
  readonly kindFacet: string;
  readonly type: Readonly<Record<ChangedType, string>>;
  readonly relation: Readonly<Record<RelationKind, string>>;
  readonly relationStatus: Readonly<Record<RelationStatus, string>>;
  readonly by: (who: string) => string;
  /** Of what came to be seen, and was recorded before. */
  readonly shown: string;
  readonly claims: string;
  readonly none: string;
  readonly noneSince: string;
  readonly before: string;
  readonly after: string;
  readonly absent: string;
  differs(fields: number): string;
  readonly textsOf: (title: Html) => Html;
  readonly anonymous: string;
  readonly noAnonymous: string;
  readonly narrow: string;
  /** What else there is to look at. */
  readonly singleOrigin: string;
  wrongSince(came: string): string;
  readonly copyLink: string;
  readonly copied: string;
  /** Of a position whose dates do not tell whether it was the last. */
  readonly uncertainStance: string;
  readonly thisClaim: string;
  /** Where a record has nothing of a kind: the way to look for it elsewhere. */
  lookFor(name: string): string;
}
