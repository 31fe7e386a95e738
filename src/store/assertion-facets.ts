import { z } from 'zod';
import { chainOf } from '../domain/chain.ts';
import { standingJudgements } from '../domain/clusters.ts';
import { languageFamilies } from '../domain/language-families.ts';
import type { Assertion } from '../domain/model.ts';
import { warningsOf } from '../domain/warnings.ts';
import type { Row } from '../engine/engine.ts';
import { readerOver } from './graph-store.ts';
import { distinct, type Run } from './run.ts';
import type { StoreReader } from './store.ts';
import { batchSize, runBatches } from './write-batches.ts';

const facts = z.tuple([
  z.string(),
  z.array(z.array(z.string())),
  z.array(z.array(z.string())),
  z.array(z.array(z.string())),
  z.array(z.array(z.string())),
  z.array(z.string()),
  z.array(z.string()),
  z.string().nullable(),
  z.array(z.array(z.string())),
]);

async function batched(run: Run, statement: string, ids: readonly string[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += batchSize) {
    rows.push(...(await run(statement, { ids: ids.slice(start, start + batchSize) })));
  }
  return rows;
}

const attribution = z.tuple([z.string(), z.string().nullable(), z.array(z.string())]);

/** The chain of each assertion; a link that leads out of the given ones is looked up with its own, finished chain. */
async function chainsOf(run: Run, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = (await batched(run, 'attributions-of-assertions', ids)).map((row) => attribution.parse(row));
  const attributedTo = new Map(rows.map(([id, to]) => [id, to]));
  const outside = distinct(rows.flatMap(([, to]) => (to === null || attributedTo.has(to) ? [] : [to])));
  for (const row of await batched(run, 'attributions-of-assertions', outside)) {
    const [, , chain] = attribution.parse(row);
    chain.forEach((id, index) => {
      if (!attributedTo.has(id)) attributedTo.set(id, chain[index + 1] ?? null);
    });
  }
  return new Map(ids.map((id) => [id, chainOf(id, (one) => attributedTo.get(one))]));
}

/** The claims of all that is attributed to, or copies, the assertions, by any number of steps. */
async function dependantClaims(run: Run, start: readonly string[]): Promise<readonly string[]> {
  const seen = new Set(start);
  const claims = new Set<string>();
  let frontier = [...start];
  while (frontier.length > 0) {
    const rows = await batched(run, 'dependants-of-assertions', frontier);
    frontier = [];
    for (const row of rows) {
      const [id, claimId] = [String(row[0]), String(row[1])];
      claims.add(claimId);
      if (seen.has(id)) continue;
      seen.add(id);
      frontier.push(id);
    }
  }
  return [...claims];
}

/** Those of the assertions and their speakers that a standing judgement leaves unsure. */
async function unsureAmong(
  reader: StoreReader,
  assertions: readonly Assertion[],
): Promise<ReadonlySet<string>> {
  const ids = distinct(assertions.flatMap(({ id, speaker }) => [id, speaker.id, speaker.clusterId]));
  const judgements = (await reader.judgementsOf(ids)).flat();
  const standing = standingJudgements(
    judgements.map(({ verdict, betweenIds }) => ({ verdict, between: betweenIds })),
  );
  return new Set(standing.flatMap(({ verdict, between }) => (verdict === 'UNSURE' ? between : [])));
}

async function refreshWarnings(run: Run, ids: readonly string[]): Promise<void> {
  const reader = readerOver(run);
  for (let start = 0; start < ids.length; start += batchSize) {
    const some = ids.slice(start, start + batchSize);
    const assertions = (await reader.assertionsByIds(some)).filter((one) => one !== null);
    const unsureIds = await unsureAmong(reader, assertions);
    const rows = assertions.map((assertion) => ({
      id: assertion.id,
      properties: { warningCodes: distinct(warningsOf(assertion, { unsureIds }).map((one) => one.code)) },
    }));
    await runBatches(run, 'set-assertion-facets', 'rows', rows);
  }
}

/**
 * Counts anew what assertions are found by. `written` are new or revised; `found` are those that something they hang
 * on has changed for; `superseded` are those whose place another takes. Answers the ids of all claims whose counting
 * may have changed by it, besides those of the assertions written.
 */
export async function refreshAssertions(
  run: Run,
  touched: {
    readonly written: readonly string[];
    readonly found: readonly string[];
    readonly superseded: readonly { readonly id: string; readonly successorId: string }[];
  },
): Promise<readonly string[]> {
  await runBatches(
    run,
    'set-superseded',
    'rows',
    touched.superseded.map((one) => ({ ...one })),
  );
  const ids = distinct([...touched.written, ...touched.found, ...touched.superseded.map((one) => one.id)]);
  if (ids.length === 0) return [];
  const found = new Map(
    (await batched(run, 'facts-of-assertions', ids))
      .map((row) => facts.parse(row))
      .map((row) => [row[0], row]),
  );
  const chains = await chainsOf(run, ids);
  const rows = ids.flatMap((id) => {
    const row = found.get(id);
    if (!row) return [];
    const [, bodies, madeInPublishers, readInPublishers, topics, languages, readIn, saidIn, copied] = row;
    const chain = chains.get(id) ?? [id];
    return {
      id,
      properties: {
        chain,
        reaches: distinct([...chain, ...copied.flat()].filter((one) => one !== id)),
        bodyMembers: distinct(bodies.flat()),
        publisherMembers: distinct([...madeInPublishers, ...readInPublishers].flat()),
        aboutMembers: distinct(topics.flat()),
        languages: languageFamilies(saidIn === null ? languages : [...languages, saidIn]),
        readInIds: distinct(readIn),
      },
    };
  });
  await runBatches(run, 'set-assertion-facets', 'rows', rows);
  await runBatches(run, 'set-current', 'ids', ids);
  await runBatches(run, 'unlink-read-in', 'ids', ids);
  await runBatches(
    run,
    'link-assertion-read-in-source',
    'links',
    rows.flatMap(({ id, properties }) =>
      properties.readInIds.map((to) => ({ from: id, to, properties: {} })),
    ),
  );
  await refreshWarnings(run, ids);
  return dependantClaims(run, ids);
}
