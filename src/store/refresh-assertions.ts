import { z } from 'zod';
import { chainOf } from '../domain/chain.ts';
import { assertionFacets } from './assertion-facets.ts';
import { distinct, type Run } from './run.ts';
import { rowsOfBatches, runBatches } from './write-batches.ts';

const attribution = z.tuple([
  z.string(),
  z.string().nullable(),
  z.array(z.string()),
  z.string(),
  z.string().nullable(),
]);
const successors = z.tuple([z.string(), z.array(z.tuple([z.string(), z.string()]))]);

/** The chain of each assertion; a link that leads out of the given ones is looked up with its own, finished chain. */
async function chainsOf(
  run: Run,
  attributions: readonly z.output<typeof attribution>[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const attributedTo = new Map(attributions.map(([id, to]) => [id, to]));
  const outside = distinct(
    attributions.flatMap(([, to]) => (to === null || attributedTo.has(to) ? [] : [to])),
  );
  for (const row of await rowsOfBatches(run, 'attributions-of-assertions', outside)) {
    const [, , chain] = attribution.parse(row);
    chain.forEach((id, index) => {
      if (!attributedTo.has(id)) attributedTo.set(id, chain[index + 1] ?? null);
    });
  }
  return new Map(attributions.map(([id]) => [id, chainOf(id, (one) => attributedTo.get(one))]));
}

/**
 * All that is attributed to the assertions, copies them or was replaced by them, by any number of steps, themselves
 * included; and its claims.
 * @param added those among them that were not there before: what leads to these was written with them
 */
async function dependantsOf(run: Run, start: readonly string[], added: ReadonlySet<string>) {
  const seen = new Set(start);
  const claims = new Set<string>();
  let frontier = start.filter((id) => !added.has(id));
  while (frontier.length > 0) {
    const rows = await rowsOfBatches(run, 'dependants-of-assertions', frontier);
    frontier = [];
    for (const row of rows) {
      const [id, claimId] = [String(row[0]), String(row[1])];
      claims.add(claimId);
      if (seen.has(id)) continue;
      seen.add(id);
      frontier.push(id);
    }
  }
  return { ids: [...seen], claimIds: [...claims] };
}

async function refreshSuperseded(run: Run, ids: readonly string[]): Promise<void> {
  const rows = (await rowsOfBatches(run, 'successors-of-assertions', ids)).map((row) => {
    const [id, found] = successors.parse(row);
    const last = found.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1)).at(-1);
    return { id, successorId: last?.[1] ?? null };
  });
  await runBatches(run, 'set-superseded', 'rows', rows);
}

/**
 * Counts anew what assertions are found by. `added` are new, `revised` are not; `found` are those that something they hang
 * on has changed for; `superseded` are those whose place another takes, or no longer takes. Answers the claims
 * whose counting may have changed by it, and who speaks in those assertions.
 */
export async function refreshAssertions(
  run: Run,
  touched: {
    readonly added: readonly string[];
    readonly revised: readonly string[];
    readonly found: readonly string[];
    readonly superseded: readonly string[];
  },
): Promise<{ readonly claimIds: readonly string[]; readonly speakerIds: readonly string[] }> {
  await refreshSuperseded(run, distinct(touched.superseded));
  const added = new Set(touched.added);
  const dependants = await dependantsOf(
    run,
    distinct([...added, ...touched.revised, ...touched.found, ...touched.superseded]),
    added,
  );
  const { ids } = dependants;
  if (ids.length === 0) return { claimIds: [], speakerIds: [] };
  const attributions = (await rowsOfBatches(run, 'attributions-of-assertions', ids)).map((row) =>
    attribution.parse(row),
  );
  const rows = await assertionFacets(run, ids, await chainsOf(run, attributions));
  await runBatches(
    run,
    'set-assertion-facets',
    'rows',
    rows.map(({ id, properties }) => ({ id, properties: { ...properties } })),
  );
  const linked = ids.filter((id) => !added.has(id));
  await runBatches(run, 'unlink-read-in', 'ids', linked);
  await runBatches(
    run,
    'link-assertion-read-in-source',
    'links',
    rows.flatMap(({ id, properties }) => properties.readInIds.map((to) => [id, to])),
  );
  return {
    claimIds: distinct([...attributions.map(([, , , claimId]) => claimId), ...dependants.claimIds]),
    speakerIds: distinct(attributions.flatMap(([, , , , speakerId]) => speakerId ?? [])),
  };
}
