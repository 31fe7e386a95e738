import { z } from 'zod';
import { type RelationStatus, relationStatuses } from '../../domain/vocabulary.ts';
import type { Words } from '../words/words.ts';
import { marksOf, who } from './who.ts';

/** What is asked of a relation to say who draws it. */
export const drawnFields = 'status proposedBy assertedBy { speaker { ...Who } }';

export const drawn = z.object({
  status: z.enum(relationStatuses),
  proposedBy: z.string(),
  assertedBy: z.array(z.object({ speaker: who })),
});

export type DrawnData = z.infer<typeof drawn>;

/** Who draws a relation: those in the text who do, a machine as one, else whoever recorded it. */
export function drawers(
  { proposedBy, assertedBy }: Pick<DrawnData, 'proposedBy' | 'assertedBy'>,
  words: Words,
): string {
  const { lists, cites } = words;
  const speakers = new Set(
    assertedBy.map(({ speaker }) => cites.marked(speaker.name, marksOf(speaker, words))),
  );
  return speakers.size === 0 ? lists.drawnBy(proposedBy) : lists.drawnInText([...speakers].join(lists.comma));
}

/** How far a relation is agreed upon, and who draws it. */
export function drawnBy(relation: DrawnData, words: Words): string {
  const { lists } = words;
  const standing: Readonly<Record<RelationStatus, string>> = {
    CONFIRMED: lists.confirmed,
    PROPOSED: words.proposed,
    REJECTED: words.changes.relationStatus.REJECTED,
  };
  return `${standing[relation.status]} · ${drawers(relation, words)}`;
}
