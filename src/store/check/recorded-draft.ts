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
} from '../../domain/bundle.ts';
import type { RecordType } from '../../domain/ids.ts';
import type { Draft } from '../../domain/state.ts';

function recorded<Type extends RecordType, State extends z.ZodType>(type: Type, state: State) {
  return z.object({ type: z.literal(type), id: z.string(), position: z.number(), state });
}

/** States as they are recorded: a bundle's items without their keys (see `StateOf`). */
const draft = z.discriminatedUnion('type', [
  recorded('Entity', bundleEntity.omit({ key: true })),
  recorded('Source', bundleSource.omit({ key: true, versions: true })),
  recorded(
    'SourceVersion',
    bundleVersion.omit({ key: true, text: true }).extend({ source: z.string(), sha256: z.string() }),
  ),
  recorded('Passage', bundlePassage.omit({ key: true })),
  recorded('Claim', bundleClaim.omit({ key: true })),
  recorded('Assertion', bundleAssertion.omit({ key: true })),
  recorded('ClaimRelation', bundleRelation.omit({ key: true }).extend({ proposedBy: z.string() })),
  recorded('Review', bundleReview.omit({ key: true })),
  recorded('IdentityJudgement', bundleJudgement.omit({ key: true }).extend({ by: z.string() })),
  recorded('ReplyRequest', bundleReplyRequest.omit({ key: true }).extend({ by: z.string() })),
]);

/** The record that a payload of the log says; null where it says none of that type. */
export function recordedDraft(type: RecordType, id: string, position: number, payload: string): Draft | null {
  let state: unknown;
  try {
    state = JSON.parse(payload);
  } catch {
    return null;
  }
  const parsed = draft.safeParse({ type, id, position, state });
  return parsed.success ? parsed.data : null;
}
