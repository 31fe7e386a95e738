import { z } from 'zod';
import { distinct, type Run } from './run.ts';
import { rowsOfBatches } from './write-batches.ts';

const row = z.tuple([z.string(), z.array(z.string()), z.string().nullable(), z.string().nullable()]);

const idsIn = (id: string | null): readonly string[] => (id === null ? [] : [id]);

/**
 * Every other assertion that each one's chain leads to, or what any of those copies, or what took the place of any of
 * those, over any number of steps: all that tells whose words it repeats. `chains` are those known already; the rest
 * are read.
 */
export async function reachesOf(
  run: Run,
  ids: readonly string[],
  chains: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const chainOf = new Map<string, readonly string[]>();
  const copied = new Map<string, readonly string[]>();
  const successors = new Map<string, readonly string[]>();
  let frontier = distinct([...ids, ...chains.values()].flat());
  while (frontier.length > 0) {
    const rows = (await rowsOfBatches(run, 'copies-of-assertions', frontier)).map((found) =>
      row.parse(found),
    );
    for (const id of frontier) chainOf.set(id, []);
    for (const [id, stored, copyOfId, supersededById] of rows) {
      chainOf.set(id, chains.get(id) ?? stored);
      copied.set(id, idsIn(copyOfId));
      successors.set(id, idsIn(supersededById));
    }
    const found = rows.flatMap(([id]) =>
      [chainOf, copied, successors].flatMap((links) => links.get(id) ?? []),
    );
    frontier = distinct(found.filter((id) => !chainOf.has(id)));
  }
  function reachedFrom(start: string): readonly string[] {
    /** What is reached, each with what follows it in the chain that led there; undefined where none did. */
    const following = new Map<string, string | null | undefined>([[start, undefined]]);
    const addChain = (chain: readonly string[]) => {
      chain.forEach((id, at) => {
        if (!following.has(id)) following.set(id, chain[at + 1] ?? null);
      });
    };
    for (const [id, follows] of following) {
      const chain = chainOf.get(id) ?? [];
      // The rest of a chain that was added whole is its own chain, link by link: a long one is not gone through again.
      if ((chain[chain.indexOf(id) + 1] ?? null) !== follows) addChain(chain);
      // What took its own place is another record of it, and none that it repeats.
      const others = [...(copied.get(id) ?? []), ...(id === start ? [] : (successors.get(id) ?? []))];
      for (const one of others) if (!following.has(one)) following.set(one, undefined);
    }
    following.delete(start);
    return [...following.keys()];
  }
  return new Map(ids.map((start) => [start, reachedFrom(start)]));
}
