import { NotPossible } from '../domain/errors.ts';
import type { Target } from './correct.ts';
import { expectReadable, refused } from './gather-parts.ts';
import type { GatheredType } from './gathering.ts';
import type { Gather } from './record-gathered.ts';
import { changed, stateToChange } from './revise.ts';

/** Records that can be withdrawn: they say something, where the others are only said of. */
export type Withdrawable = Extract<GatheredType, 'Assertion' | 'Review' | 'ReplyRequest'>;

/**
 * Withdraws a record with a reason: it stays, marked, and counts no more. A link of a chain keeps its place, so that
 * what relays it does not become an origin.
 */
export function withdrawing(type: Withdrawable, { id, expectedVersion }: Target, reason: string): Gather {
  return async (gathering, view) => {
    if (reason.trim() === '') throw refused('reason', 'expected why it is withdrawn; nothing came');
    expectReadable(reason, 'reason');
    const before = await stateToChange(view, type, id, expectedVersion);
    if (before['withdrawn'] !== undefined) throw new NotPossible('it is withdrawn already', [id]);
    const [assertion] = type === 'Assertion' ? await view.reader.assertionsByIds([id]) : [];
    const successor = assertion?.supersededById ?? null;
    if (successor !== null)
      throw new NotPossible(`it does not stand: ${successor} took its place, and can be withdrawn`, [
        successor,
      ]);
    if ((await view.holdsOn([id])).length > 0)
      throw new NotPossible('it is on hold while a dispute runs, and stays as it is until it is released', [
        id,
      ]);
    return { type, reference: gathering.add(type, '', { ...before, withdrawn: { reason } }, id) };
  };
}

/** Takes a withdrawal back: the record stands again as it was; both are in its history. */
export function reinstating(type: Withdrawable, { id, expectedVersion }: Target): Gather {
  return async (gathering, view) => {
    const before = await stateToChange(view, type, id, expectedVersion);
    if (before['withdrawn'] === undefined) {
      throw new NotPossible('expected a record that is withdrawn; this one stands', [id]);
    }
    return { type, reference: gathering.add(type, '', changed(before, { withdrawn: null }), id) };
  };
}
