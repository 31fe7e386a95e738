import { z } from 'zod';
import {
  bundleAssertion,
  bundleClaim,
  bundleEntity,
  bundleJudgement,
  bundlePassage,
  bundleRelation,
  bundleReplyRequest,
  bundleReview,
  bundleSource,
  bundleVersion,
} from './bundle.ts';
import { draftState } from './draft.ts';
import type { RecordType } from './ids.ts';
import type { Entry } from './state.ts';
import { entityKinds } from './vocabulary.ts';

/** What is hidden, or came out under a slug that was taken, has its id for one. */
const slug = z.string();
const erased = z
  .strictObject({
    reason: z.string(),
    unseen: z.array(z.int().positive()).min(1).optional(),
    hidden: z.literal(true).optional(),
    hiddenBy: z.array(z.string()).min(1).optional(),
    named: z.array(z.string()).min(1).optional(),
    showed: z.array(z.string()).min(1).optional(),
    namedSince: z
      .array(z.strictObject({ entity: z.string(), version: z.int().positive() }))
      .min(1)
      .optional(),
    shownWhile: z.array(z.array(z.string()).min(1).max(2)).optional(),
  })
  .optional();

function recorded<Type extends RecordType, Shape extends z.ZodRawShape>(
  type: Type,
  state: z.ZodObject<Shape>,
) {
  return z.object({
    type: z.literal(type),
    id: z.string(),
    position: z.number(),
    state: state.extend({ erased }),
  });
}

/** States as they are recorded: a bundle's items without their keys (see `StateOf`). */
const entry = z.discriminatedUnion('type', [
  recorded('Entity', bundleEntity.omit({ key: true }).extend({ slug, kind: z.enum(entityKinds) })),
  recorded('Source', bundleSource.omit({ key: true, versions: true }).extend({ slug })),
  recorded(
    'SourceVersion',
    bundleVersion.omit({ key: true, text: true }).extend({ source: z.string(), sha256: z.string() }),
  ),
  recorded('Passage', bundlePassage.omit({ key: true })),
  recorded('Claim', bundleClaim.omit({ key: true }).extend({ slug })),
  recorded('Assertion', bundleAssertion.omit({ key: true })),
  recorded('ClaimRelation', bundleRelation.omit({ key: true }).extend({ proposedBy: z.string() })),
  recorded('Review', bundleReview.omit({ key: true })),
  recorded('IdentityJudgement', bundleJudgement.omit({ key: true }).extend({ by: z.string() })),
  recorded('ReplyRequest', bundleReplyRequest.omit({ key: true }).extend({ by: z.string() })),
  recorded(
    'Hold',
    z.strictObject({
      record: z.string(),
      reason: z.string(),
      by: z.string(),
      released: z.strictObject({ reason: z.string(), by: z.string() }).optional(),
    }),
  ),
  recorded(
    'ConfidentialIdentity',
    z.strictObject({
      entity: z.string(),
      names: bundleEntity.shape.names,
      note: z.string().optional(),
      by: z.string(),
      withdrawn: z.strictObject({ reason: z.string() }).optional(),
    }),
  ),
  recorded('Draft', draftState),
]);

/** The record that a payload of the log says; null where it says none of that type. */
export function recordedEntry(type: RecordType, id: string, position: number, payload: string): Entry | null {
  let state: unknown;
  try {
    state = JSON.parse(payload);
  } catch {
    return null;
  }
  const parsed = entry.safeParse({ type, id, position, state });
  return parsed.success ? parsed.data : null;
}
