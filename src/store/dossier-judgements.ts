import { z } from 'zod';
import { standingJudgements } from '../domain/clusters.ts';
import type { DossierJudgement } from '../domain/dossier.ts';
import { verdicts } from '../domain/vocabulary.ts';

/** A judgement as a dossier brings it: what it joins or parts, when it was recorded, the pair judged. */
export const dossierJudgementRow = z
  .tuple([
    z.enum(verdicts),
    z.string(),
    z.string(),
    z.string(),
    z.number(),
    z.tuple([z.string(), z.string()]),
  ])
  .transform(([verdict, one, other, recordedAt, position, pair]) => ({
    verdict,
    joins: [one, other] as const,
    recordedAt,
    position,
    between: pair,
  }));
type FoundJudgement = z.output<typeof dossierJudgementRow>;

/**
 * Those that stand: a judgement that a later one on the same pair replaced says nothing any more. What is judged of an
 * assertion is judged of what `standsFor` it.
 */
export function standingOf(
  found: readonly FoundJudgement[],
  standsFor: (id: string) => string = (id) => id,
): readonly DossierJudgement[] {
  const ordered = found
    .map(({ verdict, joins, between, recordedAt, position }) => ({
      verdict,
      recordedAt,
      position,
      joins: [standsFor(joins[0]), standsFor(joins[1])] as const,
      between: [standsFor(between[0]), standsFor(between[1])] as const,
    }))
    .sort((a, b) =>
      a.recordedAt === b.recordedAt ? a.position - b.position : a.recordedAt < b.recordedAt ? -1 : 1,
    );
  const standing = new Set<unknown>(standingJudgements(ordered));
  return ordered
    .filter((judgement) => standing.has(judgement))
    .map(({ verdict, joins }) => ({ verdict, between: joins }));
}
