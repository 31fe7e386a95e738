import { z } from 'zod';
import type { ClaimRelation, IdentityJudgement, ReplyRequest, Review } from '../domain/model.ts';
import {
  recordMethods,
  relationKinds,
  relationStatuses,
  reviewRatings,
  verdicts,
} from '../domain/vocabulary.ts';
import { date, optional, recorded, text, texts, toDate, toLocalized, toRecorded } from './rows.ts';

/** Rows of what stands between records: relations, reviews, judgements, reply requests, affiliations. */

export const relationRow = z
  .tuple([
    ...recorded,
    z.enum(relationKinds),
    text,
    text,
    texts,
    texts,
    z.enum(relationStatuses),
    texts,
    text,
  ])
  .transform(
    ([
      id,
      at,
      position,
      version,
      kind,
      fromId,
      toId,
      languages,
      reasons,
      status,
      assertedByIds,
      proposedBy,
    ]): ClaimRelation => ({
      type: 'ClaimRelation',
      ...toRecorded(id, at, position, version),
      kind,
      fromId,
      toId,
      reason: toLocalized(languages, reasons),
      status,
      assertedByIds,
      proposedBy,
    }),
  );

export const reviewRow = z
  .tuple([...recorded, text, text, text, z.enum(reviewRatings), optional, ...date, optional, optional])
  .transform(
    (row): Review => ({
      type: 'Review',
      ...toRecorded(row[0], row[1], row[2], row[3]),
      claimId: row[4],
      reviewerId: row[5],
      rating: row[6],
      normalized: row[7],
      url: row[8],
      publishedOn: toDate([row[9], row[10], row[11], row[12], row[13]]),
      withdrawnAt: row[14],
      withdrawalReason: row[15],
    }),
  );

export const judgementRow = z
  .tuple([...recorded, z.enum(verdicts), z.tuple([text, text]), text, z.enum(recordMethods), texts, texts])
  .transform(
    ([
      id,
      at,
      position,
      version,
      verdict,
      betweenIds,
      by,
      method,
      languages,
      reasons,
    ]): IdentityJudgement => ({
      type: 'IdentityJudgement',
      ...toRecorded(id, at, position, version),
      verdict,
      betweenIds,
      by,
      method,
      reason: toLocalized(languages, reasons),
    }),
  );

export const replyRequestRow = z
  .tuple([
    ...recorded,
    text,
    optional,
    text,
    optional,
    texts,
    texts,
    ...date,
    text,
    optional,
    text,
    optional,
    optional,
  ])
  .transform(
    (row): ReplyRequest => ({
      type: 'ReplyRequest',
      ...toRecorded(row[0], row[1], row[2], row[3]),
      claimId: row[4],
      assertionId: row[5],
      toId: row[6],
      channel: row[7],
      question: toLocalized(row[8], row[9]),
      askedOn: toDate([row[10], row[11], row[12], row[13], row[14]]),
      deadline: row[15],
      replyId: row[16],
      by: row[17],
      withdrawnAt: row[18],
      withdrawalReason: row[19],
    }),
  );

/** A row of `affiliations-of-entities`; `place` is its place among the entity's. */
export const affiliationRow = z
  .tuple([text, z.number(), text, optional, ...date])
  .transform(([, place, organizationId, role, ...asOf]) => ({
    place,
    organizationId,
    role,
    asOf: toDate(asOf),
  }));
