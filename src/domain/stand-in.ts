import type { Entity } from './model.ts';

/**
 * Whether it stands in for somebody hidden. One that was erased is of the same kind, and is not called protected: its slug does
 * not tell, since what is hidden has its id for one where all is seen.
 */
export function isStandIn({
  kind,
  slug,
  id,
  anonymity,
}: Pick<Entity, 'kind' | 'slug' | 'id' | 'anonymity'>): boolean {
  return kind === 'REDACTED' && slug === id && anonymity === 'PROTECTED';
}
