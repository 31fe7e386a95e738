import type { Entity } from './model.ts';

/** Whether it stands in for somebody hidden. One that was erased is of the same kind, and has a slug of its own. */
export function isStandIn({ kind, slug, id }: Pick<Entity, 'kind' | 'slug' | 'id'>): boolean {
  return kind === 'REDACTED' && slug === id;
}
