import { describe, expect, it } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { decideAnew } from '../../src/store/decide-anew.ts';
import { migrate } from '../../src/store/migrate.ts';
import { cypherFolder } from '../support/empty-neo4j.ts';
import { eachEngine } from '../support/engines.ts';
import { contentOf } from '../support/exported.ts';
import { publicDump } from '../support/public-dump.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import {
  assertion,
  type BundleInput,
  bundleOf,
  claim,
  entity,
  smallBundle,
} from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';

const pool = 'pool.example';
const id = (type: 'Entity' | 'Claim', key: string) => idOf(type, pool, key);
const now = () => new Date('2026-11-23T00:00:00.000Z');

const source = (key: string, access: 'CONFIDENTIAL' | 'PUBLIC', ...authors: string[]) => ({
  ...{ key, slug: key, kind: 'ARTICLE' as const, title: { en: key }, seen: true, access, authors },
});

/** As an earlier program left a store: without what it did not keep, by its rule for whom a record named no more. */
const asLeft = [
  'MATCH (e:FullEntity) WHERE e.onceNamedBy IS NOT NULL SET e.shownBy = e.onceNamedBy, e.onceNamedBy = NULL',
  'MATCH (n) WHERE n.shownSince IS NOT NULL SET n.shownSince = NULL',
  `MATCH (e:FullEntity {id: "${id('Entity', 'dropped')}"}) SET e.hidden = true, e.slug = e.id`,
  `MATCH (e:Entity {id: "${id('Entity', 'dropped')}"}) DETACH DELETE e`,
  'MATCH (m:Migration) WHERE m.version > 9 DELETE m',
];

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);
  const told = (store: TestStore, lists: Partial<BundleInput>) => store.import(bundleOf(pool, lists));
  const migrated = ({ engine, statements }: TestStore) => migrate(engine, statements, cypherFolder, now);

  async function hiding(): Promise<TestStore> {
    const store = await emptyStore();
    await store.import(smallBundle());
    await told(store, {
      entities: [entity('dropped'), entity('later'), entity('post')],
      sources: [source('memo', 'CONFIDENTIAL', 'dropped', 'later'), source('open', 'PUBLIC', 'dropped')],
      claims: [claim('road', { about: ['later'] })],
      assertions: [assertion('said', 'road', 'post', { source: 'memo' })],
    });
    await told(store, { sources: [source('open', 'PUBLIC')] });
    await told(store, {
      sources: [source('letter', 'PUBLIC', id('Entity', 'later'))],
      assertions: [assertion('again', id('Claim', 'road'), id('Entity', 'later'), { source: 'letter' })],
    });
    return store;
  }

  describe('a store that was kept by earlier rules', () => {
    it('is brought to these by its migration, in place, as a restore would', async () => {
      const store = await hiding();
      const before = await publicDump(store.engine);
      await store.engine.write(async (transaction) => {
        for (const text of asLeft) await transaction.run(statement('asLeft', text));
      });
      expect(await checkGraph(store)).not.toEqual([]);
      expect(await migrated(store)).toEqual([
        '010-shown-since',
        '011-speaker-and-day',
        '012-decided-anew',
        '013-shown-since-own-states',
        '014-asides',
        '015-places-decided-anew',
      ]);
      expect(await checkGraph(store)).toEqual([]);
      expect(await publicDump(store.engine)).toEqual(before);
    });

    it('is the same when it is decided anew once more, and where nothing is hidden', async () => {
      for (const make of [hiding, emptyStore]) {
        const store = await make();
        const before = await contentOf(store);
        await decideAnew(store.engine, store.statements, now);
        expect(await contentOf(store)).toEqual(before);
      }
    });
  });
});
