import type { Assertion } from './model.ts';
import type { ReplyState } from './vocabulary.ts';

/** The answer that stands, of the one recorded and all that took its place; null where it was withdrawn, or none is. */
export function standingReply(
  recorded: string | null,
  assertionOf: (id: string) => Assertion | undefined,
): Assertion | null {
  const passed = new Set<string>();
  let id = recorded;
  while (id !== null && !passed.has(id)) {
    passed.add(id);
    const reply = assertionOf(id);
    if (reply === undefined) return null;
    if (reply.supersededById === null) return reply.withdrawnAt === null ? reply : null;
    id = reply.supersededById;
  }
  return null;
}

/** What came of a request, by the answer that stands. */
export function replyStateOf(reply: Pick<Assertion, 'stance'> | null): ReplyState {
  if (reply === null) return 'OPEN';
  return reply.stance === 'NO_RESPONSE' ? 'NO_RESPONSE' : 'ANSWERED';
}
