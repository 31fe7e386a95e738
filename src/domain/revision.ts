import { z } from 'zod';
import { diffOf, type FieldChange } from './diff.ts';
import { shownDraft } from './draft.ts';
import type { RecordMethod } from './vocabulary.ts';

/** What a revision did. WITHDRAWN and REINSTATED are of records that can be withdrawn: assertions, reviews, requests for a reply, confidential identities. */
export const revisionKinds = ['RECORDED', 'REVISED', 'WITHDRAWN', 'REINSTATED'] as const;
export type RevisionKind = (typeof revisionKinds)[number];

/** One state that a record has had, and the recording that gave it that state. */
export interface Revision {
  /** Of the state: the record's id, a slash and the version. */
  readonly id: string;
  /** 1 when recorded, one more with each. */
  readonly version: number;
  /** When it was recorded, which is from when on it held. */
  readonly recordedAt: string;
  /** When the next one took its place; null while it holds. */
  readonly until: string | null;
  /** Who recorded it, as the log names them. */
  readonly by: string;
  /** Who, by what no other has; empty where nobody but `by` stands behind it. */
  readonly callerId: string;
  readonly method: RecordMethod;
  /** What the log says of the recording. */
  readonly title: string;
  readonly activityId: string;
  /** Canonical JSON of the state before; null for the first. */
  readonly before: string | null;
  /** Canonical JSON of the state. */
  readonly after: string;
}

const state = z.record(z.string(), z.unknown());
const fieldsOf = (payload: string | null) => (payload === null ? {} : state.parse(JSON.parse(payload)));

/** What a revision did, by the two states. */
export function revisionKindOf({ before, after }: Pick<Revision, 'before' | 'after'>): RevisionKind {
  if (before === null) return 'RECORDED';
  const [was, is] = [fieldsOf(before), fieldsOf(after)].map((fields) => fields['withdrawn'] !== undefined);
  if (was === is) return 'REVISED';
  return is ? 'WITHDRAWN' : 'REINSTATED';
}

/** What differs between the two states; of the first revision all that was recorded, each with no `before`. */
export function changesOf({
  id,
  before,
  after,
}: Pick<Revision, 'id' | 'before' | 'after'>): readonly FieldChange[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  if (!id.startsWith('Draft_')) return diffOf(was, is);
  return diffOf(before === null ? {} : shownDraft(was), shownDraft(is));
}
