import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/domain/log.ts';
import { verifyExport } from '../../src/export/verify-export.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { migrate } from '../../src/store/migrate.ts';
import { numberAsides } from '../../src/store/number-asides.ts';
import { cypherFolder } from '../support/empty-neo4j.ts';
import { eachEngine } from '../support/engines.ts';
import { contentOf, exported, pieces, restoreInto } from '../support/exported.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { bundleOf, claim, idIn, smallBundle } from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';
import { asidesOf, desk, edition, keep, type Line, linesOf, problemsOf, sealed, shut } from './asides.ts';

const now = () => new Date('2026-11-28T00:00:00.000Z');

/** The export of before there were asides of what an export of now has. */
function asEarlier(bytes: Buffer): Buffer {
  const [header, ...rest] = linesOf(bytes);
  if (header === undefined) throw new Error('an export has a header');
  const { asides: _, asidesHash: __, ...head } = header['head'] as Record<string, unknown>;
  const asides = rest.filter(({ type }) => type === 'aside') as (Line & { of: string; content: object })[];
  const requests = asides.filter(({ kind }) => kind === 'request');
  // Of editions only the last was kept.
  const editions = new Map(asides.filter(({ kind }) => kind === 'edition').map((one) => [one.of, one]));
  const trailer = rest.at(-1);
  const lines = [
    { ...header, format: 'onrecord-export/2', head },
    ...rest.filter(({ type }) => type === 'activity' || type === 'state'),
    ...requests
      .sort((a, b) => (a.of < b.of ? -1 : 1))
      .map(({ of, content }) => ({ type: 'request', key: of, ...content })),
    ...[...editions.values()].map(({ of, content }) => {
      const [recordId, bundle] = of.split(' ');
      return { type: 'edition', recordId, bundle, sequence: 1, ...content };
    }),
  ];
  return sealed(lines, { ...trailer, editions: editions.size });
}

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);

  describe('what was kept before there were asides', () => {
    /** A store with two requests and two editions of which no activity tells. */
    async function unbound(): Promise<TestStore> {
      const store = await emptyStore();
      await store.import(smallBundle());
      await store.import(bundleOf(desk, { claims: [claim('late', { about: [idIn('Entity', 'firm')] })] }));
      await keep(store, 'one', '1'.repeat(32));
      await keep(store, 'two', '2'.repeat(32));
      await keep(store, 'three');
      return store;
    }

    const asBefore = [
      'MATCH (e:Edition {number: 1}) DETACH DELETE e',
      "MATCH (e:Edition) SET e.id = e.recordId + ' ' + e.bundle, e.sequence = 2",
      'MATCH (n:Aside) SET n.number = null, n.commitment = null, n.hash = null, n.salt = null REMOVE n:Aside',
      'MATCH (h:LogHead) SET h.asides = null, h.asidesHash = null',
      'MATCH (m:Migration) WHERE m.version >= 14 DELETE m',
    ];

    it('is numbered by its migration, once, the requests by their keys and then the editions', async () => {
      const store = await unbound();
      await store.engine.write(async ({ run }) => {
        for (const [at, text] of asBefore.entries()) await run(statement(`before-${at}`, text));
      });
      expect(await problemsOf(store)).not.toEqual([]);
      expect(await migrate(store.engine, store.statements, cypherFolder, now)).toContain('014-asides');
      expect(await problemsOf(store)).toEqual([]);
      const { asides } = await asidesOf(store);
      expect(asides.map(({ number, of }) => [number, of])).toEqual([
        [1, 'one'],
        [2, 'three'],
        [3, 'two'],
        [4, `${shut} ${desk}`],
      ]);
      const content = await contentOf(store);
      expect(content.filter((line) => line.includes('"Edition"') && /"id"|"sequence"/.test(line))).toEqual(
        [],
      );
      await numberAsides(store.engine, store.statements);
      expect(await contentOf(store)).toEqual(content);
      expect(await keep(store, 'two')).toMatchObject({ activityId: null, about: shut });
      const rows = await store.engine.read(store.statements.get('editions-of-records'), { ids: [shut] });
      expect(rows).toEqual([[shut, desk, false, canonicalJson({ slug: '2'.repeat(32) })]]);
      await store.import(edition('NORM'));
      expect(await problemsOf(store)).toEqual([]);
    });

    it('is restored from an export of then, and chained', async () => {
      const earlier = asEarlier(await exported(await unbound()));
      expect(await verifyExport(pieces(earlier))).toMatchObject({ requests: 3, editions: 1 });
      const store = await emptyStore();
      await restoreInto(store, earlier);
      expect(await problemsOf(store)).toEqual([]);
      const { asides } = await asidesOf(store);
      expect(asides.map(({ of }) => of)).toEqual(['one', 'three', 'two', `${shut} ${desk}`]);
      expect(asEarlier(await exported(store)).equals(earlier)).toBe(true);
      expect(await keep(store, 'two')).toMatchObject({ activityId: null, about: shut });
    });

    it('is refused as an export of then where an edition is of a record that was erased', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      await eraseRecords(store.writer, { ids: [shut], reason: 'Order.', by: 'Ada', requestKey: 'erase' });
      const lines = linesOf(asEarlier(await exported(store)));
      const content = { own: true, said: { slug: '1'.repeat(32) } };
      const line = { type: 'edition', recordId: shut, bundle: desk, sequence: 1, ...content };
      const bytes = sealed([...lines.slice(0, -1), line], { ...lines.at(-1), editions: 1 });
      await expect(verifyExport(pieces(bytes))).rejects.toThrow(/that was erased/);
    });

    it('is refused as an export of then where an activity tells of asides', async () => {
      const store = await unbound();
      await store.import(edition('NORM'));
      await expect(verifyExport(pieces(asEarlier(await exported(store))))).rejects.toThrow(
        /that an activity tells of/,
      );
    });
  });
});
