import { z } from 'zod';
import { changeKinds } from '../../domain/change-kind.ts';
import {
  recordMethods,
  relationKinds,
  relationStatuses,
  replyStates,
  verdicts,
} from '../../domain/vocabulary.ts';
import { cited, citedFragment } from './cited.ts';
import { counted, list } from './connection.ts';
import { fieldChange, fieldChangeFields } from './field-changes.ts';
import { headed, headedFragment } from './headed.ts';
import { pageSize } from './paging.ts';
import { taken, takenFields } from './said.ts';
import { who, whoFragment } from './who.ts';

/** A page of what changed: each record as it is now, with what was done to it. */
export const changesQuery = `query ChangesPage($since: DateTime, $kind: [ChangeKind!], $after: String, $language: BCP47!) {
  changes(since: $since, kind: $kind, first: ${pageSize}, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node {
      kind recordedAt
      revision { version by method title ${fieldChangeFields} }
      claims(first: 3) { totalCount edges { node { ...Headed } } }
      record {
        __typename
        ... on Claim { ...Headed }
        ... on Assertion { ${takenFields} withdrawnAt speaker { ...Who } claim { ...Headed } }
        ... on Entity { ...Who }
        ... on Source { ...Cited }
        ... on SourceVersion { source { ...Cited } }
        ... on Passage { exact language version { source { ...Cited } } }
        ... on ClaimRelation { relation: kind relationStatus: status from { ...Headed } to { ...Headed } }
        ... on Review { rating reviewer { ...Who } claim { ...Headed } }
        ... on ReplyRequest { state to { ...Who } }
        ... on IdentityJudgement { verdict reason(language: $language) }
      }
    } }
  }
}
${headedFragment}
${whoFragment}
${citedFragment}`;

const text = z.string();
const of = <Name extends string>(name: Name) => ({ __typename: z.literal(name) });

const record = z.union([
  headed.extend(of('Claim')),
  taken.extend({
    ...of('Assertion'),
    withdrawnAt: text.nullable(),
    speaker: who,
    claim: headed,
  }),
  cited.extend(of('Source')),
  z.object({ ...of('SourceVersion'), source: cited }),
  z.object({
    ...of('Passage'),
    exact: text,
    language: text,
    version: z.object({ source: cited }).nullable(),
  }),
  z.object({
    ...of('ClaimRelation'),
    relation: z.enum(relationKinds),
    relationStatus: z.enum(relationStatuses),
    from: headed,
    to: headed,
  }),
  z.object({ ...of('Review'), rating: text, reviewer: who, claim: headed }),
  z.object({ ...of('ReplyRequest'), state: z.enum(replyStates), to: who }),
  z.object({ ...of('IdentityJudgement'), verdict: z.enum(verdicts), reason: text }),
  who.extend({ __typename: text }),
]);

const change = z.object({
  kind: z.enum(changeKinds),
  recordedAt: text,
  revision: z
    .object({
      version: z.number(),
      by: text,
      method: z.enum(recordMethods),
      title: text,
      changes: z.array(fieldChange),
    })
    .nullable(),
  claims: counted(headed),
  record,
});

export const changesAnswer = z.object({
  changes: list(change).extend({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: text.nullable() }),
  }),
});

export type ChangesData = z.infer<typeof changesAnswer>['changes'];
export type ChangeData = z.infer<typeof change>;

/** What an address may say of the list; `since` is read as a moment by whoever takes it. */
export const changesOptions = z.object({
  since: text.optional(),
  kind: z
    .array(z.enum(changeKinds))
    .default([])
    // In the order of the vocabulary, so that the same choice has one address and one cursor.
    .transform((chosen) => changeKinds.filter((kind) => chosen.includes(kind))),
  after: text.optional(),
});

export type ChangesOptions = z.infer<typeof changesOptions>;
