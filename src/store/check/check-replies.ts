import type { GraphIndex } from './graph-index.ts';
import type { Report } from './problem.ts';

/** Verifies that what is put to someone, and what they answered, is of the claim that they were asked about. */
export function checkReplies({ replyRequests, assertions }: GraphIndex, report: Report): void {
  for (const [id, request] of replyRequests) {
    for (const one of request.assertions) {
      const claim = assertions.get(one)?.claim;
      // One that is not there is a broken reference, which is reported as such.
      if (claim === undefined || claim === request.claim) continue;
      report('REPLY_CLAIM', id, `expected ${one} to be of the claim ${request.claim}; it is of ${claim}`);
    }
  }
}
