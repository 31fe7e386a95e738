import { NotPossible } from '../domain/errors.ts';
import { canonicalJson } from '../domain/log.ts';
import { assertionIdentity } from '../domain/state.ts';
import type { GatheredType, Gathering } from './gathering.ts';
import type { Gather } from './record-gathered.ts';
import { changed, stateToChange } from './revise.ts';

/** Which record, and the version that the caller has seen of it. */
export interface Target {
  readonly id: string;
  readonly expectedVersion: number;
}

/** What to change, given where new records may be put: undefined stays as it is, null is taken away. */
export type Changes = (gathering: Gathering) => Readonly<Record<string, unknown>>;

/**
 * Corrects a record: a revision of it, unless that changes what makes an assertion that assertion, when another takes
 * its place. Throws NotFound, StaleVersion, NotPossible.
 */
export function correcting(type: GatheredType, { id, expectedVersion }: Target, changes: Changes): Gather {
  return async (gathering, view) => {
    const before = await stateToChange(view, type, id, expectedVersion);
    const after = changed(before, changes(gathering));
    if (canonicalJson(after) === canonicalJson(before)) {
      throw new NotPossible('expected something that differs from what is recorded; nothing does', [id]);
    }
    const another =
      type === 'Assertion' &&
      assertionIdentity.some((field) => (before[field] ?? null) !== (after[field] ?? null));
    if (!another) return { type, reference: gathering.add(type, '', after, id) };
    if (before['withdrawn'] !== undefined) {
      throw new NotPossible('expected an assertion that stands: this one is withdrawn', [id]);
    }
    return { type, reference: gathering.add(type, '', { ...after, supersedes: id }) };
  };
}
