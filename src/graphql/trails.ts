import { followedChain } from '../domain/replaced.ts';
import { compareTrails, trailOf } from '../domain/trail.ts';
import type { TrailMaterial } from '../store/store.ts';
import type { ProvenanceTrail } from './shapes.ts';

/** The trails of everything that `material` is of, in the order in which they answer "how do we know". */
export function trailsOf(material: TrailMaterial): readonly ProvenanceTrail[] {
  const { tops, assertions, sources } = material;
  const records = {
    assertions: new Map([...assertions, ...tops.map((top) => [top.id, top] as const)]),
    sources,
  };
  return tops
    .map((top) => {
      const { ids, end } = followedChain(top.id, (id) => records.assertions.get(id));
      const links = ids.map((id) => records.assertions.get(id) ?? null);
      // What leads on to nothing, or back to itself, has an origin that is not recorded.
      return { trail: trailOf(top, end === 'ORIGIN' ? links : [...links, null], sources), records };
    })
    .sort((a, b) => compareTrails(a.trail, b.trail));
}

/** The trail of one assertion; null where it is not in the material. */
export function trailOfAssertion(material: TrailMaterial, id: string): ProvenanceTrail | null {
  return trailsOf(material).find(({ trail }) => trail.id === id) ?? null;
}
