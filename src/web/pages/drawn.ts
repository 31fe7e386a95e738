import { z } from 'zod';
import { isolated } from '../../domain/bidi.ts';
import { type RelationStatus, relationStatuses } from '../../domain/vocabulary.ts';
import type { Words } from '../words/words.ts';
import { who } from './who.ts';

/** What is asked of a relation to say who draws it. */
export const drawnFields = 'status proposedBy assertedBy { speaker { ...Who } }';

export const drawn = z.object({
  status: z.enum(relationStatuses),
  proposedBy: z.string(),
  assertedBy: z.array(z.object({ speaker: who })),
});

export type DrawnData = z.infer<typeof drawn>;

/** How far a relation is agreed upon, and who draws it: those in the text who do, else whoever recorded it. */
export function drawnBy({ status, proposedBy, assertedBy }: DrawnData, words: Words): string {
  const { lists } = words;
  const standing: Readonly<Record<RelationStatus, string>> = {
    CONFIRMED: lists.confirmed,
    PROPOSED: words.proposed,
    REJECTED: words.changes.relationStatus.REJECTED,
  };
  const speakers = [...new Set(assertedBy.map(({ speaker }) => isolated(speaker.name)))];
  const whose =
    speakers.length === 0 ? lists.drawnBy(proposedBy) : lists.drawnInText(speakers.join(lists.comma));
  return `${standing[status]} · ${whose}`;
}
