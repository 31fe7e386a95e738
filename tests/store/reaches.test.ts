import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reachesOf } from '../../src/store/reaches.ts';
import type { Run } from '../../src/store/run.ts';

interface Links {
  /** The assertion that it relays, that it copies, and that took its place: by their numbers. */
  readonly parent: number | null;
  readonly copied: number | null;
  readonly successor: number | null;
}

const idOf = (number: number): string => `a${number}`;

/** Each relays one before it, so that chains end; it may copy and be replaced by any. */
const graphs = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.tuple(
    ...Array.from({ length: size }, (_none, at) =>
      fc.record<Links>({
        parent: at === 0 ? fc.constant(null) : fc.option(fc.nat(at - 1)),
        copied: fc.option(fc.nat(size - 1), { freq: 3 }),
        successor: fc.option(fc.nat(size - 1), { freq: 3 }),
      }),
    ),
  ),
);

function chainOf(graph: readonly Links[], start: number): readonly number[] {
  const parent = graph[start]?.parent ?? null;
  return [start, ...(parent === null ? [] : chainOf(graph, parent))];
}

/** Link by link, without the chains. */
function reachedBySteps(graph: readonly Links[], start: number): ReadonlySet<string> {
  const seen = new Set([start]);
  for (const at of seen) {
    const { parent, copied, successor } = graph[at] ?? { parent: null, copied: null, successor: null };
    for (const one of [parent, copied, at === start ? null : successor]) if (one !== null) seen.add(one);
  }
  seen.delete(start);
  return new Set([...seen].map(idOf));
}

it('leads from an assertion to all that its chain, what any copies, and what replaced any of these lead to', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, fc.array(fc.boolean(), { minLength: 12 }), async (graph, known) => {
      const isKnown = (at: number) => known[at] === true;
      const chain = (at: number) => chainOf(graph, at).map(idOf);
      const nullable = (at: number | null | undefined) => (at == null ? null : idOf(at));
      const run: Run = async (_name, parameters = {}) =>
        (parameters['ids'] as readonly string[]).map((id) => {
          const at = Number(id.slice(1));
          // What is known already need not be what the store has yet.
          const stored = isKnown(at) ? [] : chain(at);
          return [id, stored, nullable(graph[at]?.copied), nullable(graph[at]?.successor)];
        });
      const all = graph.map((_none, at) => at);
      const chains = new Map(all.filter(isKnown).map((at) => [idOf(at), chain(at)]));
      const reaches = await reachesOf(run, all.map(idOf), chains);
      for (const at of all) {
        const reached = reaches.get(idOf(at)) ?? [];
        expect(new Set(reached)).toEqual(reachedBySteps(graph, at));
        expect(reached).toHaveLength(new Set(reached).size);
      }
    }),
    { numRuns: 500 },
  );
});
