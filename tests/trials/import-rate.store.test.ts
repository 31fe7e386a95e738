import { describe, expect, it } from 'vitest';
import { generateBundles } from '../../bench/generate.ts';
import type { Entry } from '../../src/domain/state.ts';
import { bundleRecords } from '../../src/ingest/bundle-records.ts';
import { parseBundle } from '../../src/ingest/parse-bundle.ts';
import { refreshFacets } from '../../src/store/facets.ts';
import { recordNode } from '../../src/store/record-nodes.ts';
import { writeNodesAndLinks } from '../../src/store/write-graph.ts';
import { createWriter } from '../../src/store/write-store.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { statement } from '../support/statement.ts';
import { full, roundsOf, seed } from './trial.ts';
import { tellRow } from './trial-row.ts';

const METHOD = 'IMPORT';
/** How many records the naive way is tried with. */
const NAIVELY = 40;

/** How many assertions are imported. */
const sizes = { embedded: roundsOf(20_000, 600), neo4j: roundsOf(100_000, 600) };
/** What the full form promises; the short one runs cold and beside other tests, and must not be far off. */
const expected = full ? 0.6 : 0.3;

const linksOfAll = statement('linksOfAll', 'MATCH (a:Assertion)-[link]->() RETURN count(link) AS found');
const linksOfRecorded = statement(
  'linksOfRecorded',
  'MATCH (s:State)-[:STATE_OF]->(a:Assertion) MATCH (a)-[link]->() RETURN count(link) AS found',
);

/** The same records under other ids and slugs, so that both ways write the same into one store. */
function twinsOf(entries: readonly Entry[]): readonly Entry[] {
  const text = JSON.stringify(entries)
    .replace(/\b([A-Z][A-Za-z]+_)([0-9a-f]{31})([0-9a-f])\b/g, '$1$3$2')
    .replace(/"slug":"([^"]+)"/g, '"slug":"$1-twin"');
  return JSON.parse(text) as readonly Entry[];
}

/** What an import would be without activities: nodes, links and what is counted, by the same statements. */
async function writeWithoutHistory(
  { engine, statements }: TestStore,
  entries: readonly Entry[],
): Promise<void> {
  const recordedAt = new Date().toISOString();
  await engine.write(async (transaction) => {
    const run = (name: string, parameters = {}) => transaction.run(statements.get(name), parameters);
    const changes = entries.map((entry) => ({
      entry,
      payload: '',
      before: null,
      version: 1,
      node: recordNode(entry, METHOD, recordedAt),
      firstRecordedAt: recordedAt,
      position: entry.position,
    }));
    await writeNodesAndLinks(run, changes);
    await refreshFacets(
      run,
      entries.map((entry) => ({ entry, before: null })),
    );
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

eachEngine((name, openEngine) => {
  const emptyStore = storesOf(openEngine);
  const assertions = sizes[name];

  describe(`an import of ${assertions} assertions`, () => {
    it(`keeps at least ${expected} of the rate that the same rows have without activities`, {
      timeout: full ? 7_200_000 : 300_000,
    }, async ({ task }) => {
      const store = await emptyStore();
      const writer = createWriter(store.engine, store.statements, () => new Date());
      let requests = 0;
      const record = (entries: readonly Entry[]) =>
        writer.record(
          { requestKey: `rate:${++requests}`, inputHash: null, by: 'trial', method: METHOD, title: 'rate' },
          async () => ({ entries, about: null }),
        );
      const spent = { withHistory: 0, without: 0, naively: 0, naiveBase: 0 };
      let written = 0;
      let stories = 0;
      for (const bundle of generateBundles({ seed, assertions })) {
        const { entries } = bundleRecords(parseBundle(bundle));
        const twins = twinsOf(entries);
        // Who speaks and where goes first, and warms both up; then each goes first in turn.
        const isStory = bundle.assertions !== undefined;
        const before = spent.withHistory;
        const ways = [
          async () => {
            const ms = await timed(() => record(entries));
            if (isStory) spent.withHistory += ms;
          },
          async () => {
            const ms = await timed(() => writeWithoutHistory(store, twins));
            if (isStory) spent.without += ms;
          },
        ];
        for (const way of stories % 2 === 1 ? ways : ways.reverse()) await way();
        if (isStory) {
          stories++;
          expect(spent.withHistory).toBeGreaterThan(before);
          written += entries.filter(({ type }) => type === 'Assertion').length;
        }
      }
      const [[all] = []] = await store.engine.read(linksOfAll);
      const [[ofRecorded] = []] = await store.engine.read(linksOfRecorded);
      expect(Number(ofRecorded)).toBeGreaterThan(written * 3);
      expect(all).toBe(Number(ofRecorded) * 2);

      const [speakers] = generateBundles({ seed: seed + 1, assertions: 2_000 });
      const extra = bundleRecords(parseBundle(speakers)).entries;
      const some = extra
        .filter(({ type }) => type === 'Entity')
        .slice(0, NAIVELY)
        .map((entry, index) => ({
          ...entry,
          id: entry.id.replace(/.{4}$/, String(index).padStart(4, '0')),
          state: { ...entry.state, slug: `naive-${index}` },
        })) as readonly Entry[];
      spent.naively = await timed(async () => {
        for (const entry of some) await record([entry]);
      });
      spent.naiveBase = await timed(() => writeWithoutHistory(store, twinsOf(some)));

      const ratio = spent.without / spent.withHistory;
      const naive = spent.naiveBase / spent.naively;
      tellRow(task, {
        what: 'an import beside the same rows without activities, interleaved',
        rounds: stories,
        outcome:
          `${written} assertions at ${Math.round((written / spent.withHistory) * 1000)}/s and ` +
          `${Math.round((written / spent.without) * 1000)}/s without: ${ratio.toFixed(2)} of the rate`,
        control: `an activity for each record keeps ${naive.toFixed(2)}`,
      });
      expect(written).toBeGreaterThanOrEqual(assertions);
      expect(ratio).toBeGreaterThanOrEqual(expected);
      expect(naive).toBeLessThan(0.6);
    });
  });
});
