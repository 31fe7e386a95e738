import type { Revision, RevisionKind } from './revision.ts';
import { revisionKindOf, revisionKinds } from './revision.ts';

/**
 * What a change of the log did to a record, as its reader sees it: what the revision did that it left, or SHOWN where it
 * left none, since nothing but who may see it was changed.
 */
export const changeKinds = [...revisionKinds, 'SHOWN'] as const;
export type ChangeKind = RevisionKind | 'SHOWN';

/** What a change did, by the revision that it left; null where it left none. */
export function changeKindOf(revision: Pick<Revision, 'before' | 'after'> | null): ChangeKind {
  return revision === null ? 'SHOWN' : revisionKindOf(revision);
}
