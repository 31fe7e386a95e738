import { describe, expect, it } from 'vitest';
import { activityIdOf } from '../../src/domain/ids.ts';
import { openNeo4j } from '../../src/engine/neo4j-engine.ts';
import { importBundle } from '../../src/ingest/import-bundle.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { currentAssertions } from '../../src/store/query.ts';
import { createWriter } from '../../src/store/write-store.ts';
import { eachEngine } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { ownNeo4j } from '../support/own-neo4j.ts';
import { seedBundle, storesOf } from '../support/seeded-store.ts';
import { assertion, bundleOf, claim, entity, idIn, relay, smallBundle } from '../support/small-bundle.ts';

/** A bundle of one claim, in a namespace and with slugs of its own. */
const oneClaim = (name: string) =>
  bundleOf(`test.example/${name}`, {
    entities: [entity('e', { slug: `e-${name}` })],
    claims: [claim('c', { slug: `c-${name}`, about: ['e'] })],
    assertions: [assertion('a', 'c', 'e')],
  });

/** Claims of ten assertions each, half of them relays, by a hundred speakers in a hundred sources that derive from one another. */
const manyAssertions = (assertions: number) =>
  bundleOf('test.example/many', {
    entities: Array.from({ length: 100 }, (_, index) => entity(`e${index}`)),
    sources: Array.from({ length: 100 }, (_, index) => ({
      key: `s${index}`,
      slug: `s${index}`,
      kind: 'ARTICLE' as const,
      title: { en: `Source ${index}` },
      publisher: `e${index}`,
      seen: true,
      derivedFrom:
        index % 10 === 0
          ? []
          : [{ kind: 'CITES' as const, from: `s${index - 1}`, status: 'CONFIRMED' as const }],
    })),
    claims: Array.from({ length: assertions / 10 }, (_, index) =>
      claim(`c${index}`, { about: [`e${index % 100}`] }),
    ),
    assertions: Array.from({ length: assertions }, (_, index) => {
      const [ofClaim, speaker, source] = [`c${Math.floor(index / 10)}`, `e${index % 100}`, `s${index % 100}`];
      const others = { source, saidOn: { edtf: '2023-12-15' } };
      return index % 2 === 0
        ? assertion(`a${index}`, ofClaim, speaker, others)
        : relay(`a${index}`, ofClaim, speaker, `a${index - 1}`, others);
    }),
  });

describe('importing a bundle', () => {
  eachEngine((name, openEngine) => {
    const emptyStore = storesOf(openEngine);

    it('a second time writes nothing at all', async () => {
      const store = await emptyStore();
      const first = await store.import(smallBundle());
      expect(first).toMatchObject({ activityId: activityIdOf('test:1'), revised: 0, unchanged: 0 });
      const before = await graphDump(store.engine);
      expect(await store.import(smallBundle())).toEqual({
        activityId: null,
        recordedAt: null,
        added: 0,
        revised: 0,
        unchanged: first.added,
        about: null,
      });
      expect(await graphDump(store.engine)).toEqual(before);
    });

    it('that lacks what an earlier edition had takes nothing away', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      const before = await store.reader.holdings();
      const less = smallBundle((input) => {
        input.relations = [];
        input.reviews = [];
      });
      expect(await store.import(less)).toMatchObject({ added: 0, revised: 0 });
      expect(await store.reader.holdings()).toEqual(before);
    });

    it('in a later edition revises what differs: version 2, the first instant kept, the old state closed', async () => {
      const store = await emptyStore();
      const { recordedAt: first } = await store.import(smallBundle());
      const edition = smallBundle((input) => {
        for (const one of input.assertions ?? []) if (one.key === 'seen') one.cue = 'states';
      });
      const { recordedAt: second, ...counts } = await store.import(edition);
      expect(counts).toMatchObject({ added: 0, revised: 1 });
      const id = idIn('Assertion', 'seen');
      const [seen] = await store.reader.assertionsByIds([id]);
      expect(seen).toMatchObject({ version: 2, recordedAt: first, cue: 'states' });
      const rows = await store.engine.read(store.statements.get('history-of-records'), { ids: [id] });
      const states = rows.map((row) => [row[1], row[8], row[9]]).sort();
      expect(states).toEqual([
        [`${id}/1`, first, second],
        [`${id}/2`, second, null],
      ]);
      expect(await checkGraph(store)).toEqual([]);
    });

    it('refers to what another bundle recorded, by full id', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      const other = bundleOf('test.example/other', {
        assertions: [
          relay('again', idIn('Claim', 'shut'), idIn('Entity', 'bot'), idIn('Assertion', 'reported'), {
            source: idIn('Source', 'article'),
          }),
        ],
      });
      expect((await store.import(other)).added).toBe(1);
      const { items } = (
        await store.reader.listAssertions(
          {
            anchor: { by: 'attributedTo', ids: [[idIn('Assertion', 'reported')]] },
            filter: currentAssertions,
            order: 'AS_RECORDED',
          },
          { limit: 9, beyond: null, backward: false },
        )
      )[0] ?? { items: [] };
      expect(items.map(({ item }) => item.chain.slice(1))).toEqual([
        [idIn('Assertion', 'reported'), idIn('Assertion', 'seen')],
      ]);
      expect(await checkGraph(store)).toEqual([]);
    });

    it('sent again under the same request key answers with the same receipt, whatever it holds', async () => {
      const store = await emptyStore();
      const receipt = await store.import(smallBundle(), 'one-request');
      const before = await graphDump(store.engine);
      expect(await store.import(smallBundle(), 'one-request')).toEqual(receipt);
      expect(await store.import(oneClaim('x'), 'one-request')).toEqual(receipt);
      expect(await graphDump(store.engine)).toEqual(before);
    });

    it('gets a later instant each time, when the clock stands still and when it goes back', async () => {
      const instants = ['2026-11-22T08:00:00.000Z', '2026-11-22T08:00:00.000Z', '2020-01-01T00:00:00.000Z'];
      const clock = instants.values();
      const store = await emptyStore(() => new Date(clock.next().value ?? '2026-11-22T09:00:00.000Z'));
      const recorded: (string | null)[] = [];
      for (const one of ['a', 'b', 'c', 'd']) recorded.push((await store.import(oneClaim(one))).recordedAt);
      expect(recorded).toEqual([
        '2026-11-22T08:00:00.000Z',
        '2026-11-22T08:00:00.001Z',
        '2026-11-22T08:00:00.002Z',
        '2026-11-22T09:00:00.000Z',
      ]);
    });

    it('waits for another import at the same time, and both are in the log', async () => {
      const store = await emptyStore();
      const names = Array.from({ length: 8 }, (_none, index) => `n${index}`);
      await Promise.all(names.map((one) => store.import(oneClaim(one))));
      expect(await store.reader.holdings()).toMatchObject({ claims: 8, activities: 8 });
      expect(await checkGraph(store)).toEqual([]);
    });

    it('makes the same graph whichever way its texts are ordered', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      const turned = smallBundle((input) => {
        for (const one of input.claims ?? [])
          one.text = Object.fromEntries(Object.entries(one.text).reverse());
      });
      expect(await store.import(turned)).toMatchObject({ revised: 0 });
    });

    it('of thousands of assertions takes time in proportion, not with the square', async () => {
      const time = async (count: number): Promise<number> => {
        const store = await emptyStore();
        const bundle = manyAssertions(count);
        const start = performance.now();
        expect((await store.import(bundle)).added).toBe(count * 1.1 + 200);
        return performance.now() - start;
      };
      const few = await time(500);
      const many = await time(5_000);
      process.stderr.write(
        `${name}: ${Math.round(few)} ms for 500 assertions, ${Math.round(many)} ms for 5,000\n`,
      );
      // Ten times as much in ten times the time; with the square it would be a hundred times.
      expect(many / few).toBeLessThan(40);
    }, 300_000);

    it('from two instances at once writes the same nodes once', async () => {
      const store = await emptyStore();
      const server = ownNeo4j();
      const other = name === 'neo4j' && server !== null ? await openNeo4j(server) : null;
      try {
        const writer = createWriter(other ?? store.engine, store.statements, () => new Date());
        const receipts = await Promise.all([
          store.import(seedBundle(), 'one'),
          importBundle(writer, seedBundle(), { requestKey: 'other' }),
        ]);
        const added = receipts.map((receipt) => receipt.added).sort((a, b) => a - b);
        expect(added[0]).toBe(0);
        expect(added[1]).toBeGreaterThan(500);
        expect(await store.reader.holdings()).toMatchObject({ activities: 1 });
        expect(await checkGraph(store)).toEqual([]);
      } finally {
        await other?.close();
      }
    }, 120_000);
  });
});
