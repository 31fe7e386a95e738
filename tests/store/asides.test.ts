import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type AsidesHead, commitmentToAside, hashOfAside, noAsides } from '../../src/domain/aside.ts';
import { canonicalJson } from '../../src/domain/log.ts';
import { verifyExport } from '../../src/export/verify-export.ts';
import { writeExport } from '../../src/export/write-export.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { createLogSource } from '../../src/store/log-source.ts';
import { migrate } from '../../src/store/migrate.ts';
import { numberAsides } from '../../src/store/number-asides.ts';
import { readLogHead, verifyLog } from '../../src/store/verify-log.ts';
import type { Receipt } from '../../src/store/write-port.ts';
import { cypherFolder } from '../support/empty-neo4j.ts';
import { eachEngine } from '../support/engines.ts';
import { contentOf, exported, pieces, restoreInto } from '../support/exported.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { bundleOf, claim, idIn, smallBundle } from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';

const shut = idIn('Claim', 'shut');
const desk = 'test.example/desk';
const now = () => new Date('2026-11-28T00:00:00.000Z');

/** The small bundle's next edition, which says of one claim that it is of another nature. */
const edition = (nature: 'NORM' | 'PREDICTION') =>
  smallBundle(({ claims = [] }) => {
    for (const one of claims) if (one.key === 'shut') one.nature = nature;
  });

/** A request that records nothing, and keeps what a bundle said of a claim where there is a digest. */
function keep({ writer }: TestStore, requestKey: string, digest?: string): Promise<Receipt> {
  const recording = { requestKey, inputHash: 'ff', by: 'Ada', method: 'HUMAN' as const, title: 'Nothing' };
  const editions =
    digest === undefined ? [] : [{ recordId: shut, bundle: desk, own: false, said: { slug: digest } }];
  return writer.record(recording, async () => ({ entries: [], about: shut, editions }));
}

async function all<Thing>(things: AsyncIterable<Thing>): Promise<readonly Thing[]> {
  const found: Thing[] = [];
  for await (const one of things) found.push(one);
  return found;
}

async function asidesOf({ engine, statements }: TestStore) {
  const source = createLogSource(engine, statements);
  const head = await source.head();
  return { head, asides: await all(source.asides(head?.asides ?? 0)) };
}

const problemsOf = async (store: TestStore) => (await verifyLog(store, null)).problems;

/** A line of an export as it is read. */
type Line = Record<string, unknown> & { readonly type: string };
const linesOf = (bytes: Buffer): Line[] =>
  bytes
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Lines as an export, with a trailer whose checksum is theirs. */
function sealed(lines: readonly object[], trailer: object): Buffer {
  const text = lines.map((line) => `${canonicalJson(line)}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return Buffer.from(`${text}${canonicalJson({ ...trailer, sha256 })}\n`);
}

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

  describe('what is kept beside the log', () => {
    it('is numbered and chained, opens with its salt, and each activity says where that chain stood', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      expect(await readLogHead(store)).toMatchObject(noAsides);
      await store.import(edition('NORM'));
      await keep(store, 'nothing');
      await store.import(edition('PREDICTION'));
      const { head, asides } = await asidesOf(store);
      expect(asides.map(({ number, kind, of }) => [number, kind, of])).toEqual([
        [1, 'edition', `${shut} test.example/small`],
        [2, 'request', 'nothing'],
        [3, 'edition', `${shut} test.example/small`],
      ]);
      let previousHash = noAsides.asidesHash;
      for (const aside of asides) {
        expect(aside.hash).toBe(hashOfAside({ ...aside, previousHash }));
        previousHash = aside.hash;
      }
      expect(head).toMatchObject({ asides: 3, asidesHash: previousHash });
      const lines = linesOf(await exported(store)).filter(({ type }) => type === 'activity');
      expect(lines.map(({ asides: number }) => number)).toEqual([undefined, 1, 3]);
      expect(lines.map(({ asidesHash }) => asidesHash)).toEqual([
        undefined,
        asides[0]?.hash,
        asides[2]?.hash,
      ]);
      expect(await problemsOf(store)).toEqual([]);
    });

    it('is kept once of a request that is repeated, and of an edition that is loaded again', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      for (const _time of [1, 2]) await store.import(edition('NORM'));
      for (const _time of [1, 2]) expect(await keep(store, 'nothing')).toMatchObject({ activityId: null });
      expect((await asidesOf(store)).head).toMatchObject({ asides: 2 });
      // An edition that goes back is one more, and is what was said last.
      expect(await store.import(smallBundle())).toMatchObject({ revised: 1 });
      expect(await store.import(smallBundle())).toMatchObject({ activityId: null });
      expect((await asidesOf(store)).head).toMatchObject({ asides: 3 });
      expect(await problemsOf(store)).toEqual([]);
    });

    it('is not kept by a preview', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      const before = await contentOf(store);
      const recording = {
        requestKey: 'seen',
        inputHash: 'ff',
        by: 'Ada',
        method: 'HUMAN' as const,
        title: 'Seen',
      };
      const editions = [{ recordId: shut, bundle: desk, own: false, said: { slug: '0'.repeat(32) } }];
      await store.writer.preview(recording, async () => ({ entries: [], about: null, editions }));
      expect(await contentOf(store)).toEqual(before);
    });

    it('says nothing any more of a record that is erased, and the chain holds, restored too', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      for (const nature of ['NORM', 'PREDICTION'] as const) await store.import(edition(nature));
      const { asides: before } = await asidesOf(store);
      const digests = before.flatMap(({ content }) =>
        content && 'said' in content ? Object.values(content.said) : [],
      );
      expect(digests.length).toBeGreaterThan(9);
      await eraseRecords(store.writer, { ids: [shut], reason: 'An order.', by: 'Ada', requestKey: 'erase' });
      const gone = before.map((aside) => ({ ...aside, salt: null, content: null }));
      expect((await asidesOf(store)).asides).toEqual(gone);
      expect(await problemsOf(store)).toEqual([]);
      const bytes = await exported(store);
      const content = await contentOf(store);
      for (const text of [bytes.toString(), content.join('\n')])
        expect(digests.filter((digest) => text.includes(digest))).toEqual([]);
      const other = await emptyStore();
      await restoreInto(other, bytes);
      expect(await contentOf(other)).toEqual(content);
      expect((await exported(other)).equals(bytes)).toBe(true);
    });

    it('is in an export as far as its head, whatever is kept meanwhile', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      await store.import(edition('NORM'));
      await keep(store, 'nothing');
      const before = await exported(store);
      const source = createLogSource(store.engine, store.statements);
      async function* entries(upTo: number) {
        await store.import(edition('PREDICTION'));
        await keep(store, 'meanwhile', '1'.repeat(32));
        yield* source.entries(upTo);
      }
      const options = { program: 'test', withIdentities: false };
      const parts = await all(writeExport({ ...source, entries }, options));
      expect(Buffer.concat(parts).equals(before)).toBe(true);
      expect((await asidesOf(store)).head?.asides).toBeGreaterThan(2);
    });

    it('is told from tampering where a part of what it said of an erased record is put back', async () => {
      for (const part of ['own = true', "said = '{}'"]) {
        const store = await emptyStore();
        await store.import(smallBundle());
        await store.import(edition('NORM'));
        await eraseRecords(store.writer, { ids: [shut], reason: 'Order.', by: 'Ada', requestKey: 'erase' });
        await store.engine.write(({ run }) => run(statement('part', `MATCH (e:Edition) SET e.${part}`)));
        expect(await problemsOf(store)).toContainEqual(
          expect.objectContaining({ code: 'LOG_UNREADABLE', id: 'Aside_1' }),
        );
      }
    });

    it('is refused in an export where an edition tells of no record and bundle, though its hashes and the head fit', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      await keep(store, 'one', '1'.repeat(32));
      const lines = linesOf(await exported(store));
      const { head } = lines[0] as Line & { head: AsidesHead };
      const said = {
        kind: 'edition',
        of: shut,
        content: { own: true, said: { slug: '2'.repeat(32) } },
      } as const;
      const salt = 'ab'.repeat(32);
      const aside = {
        number: head.asides + 1,
        kind: said.kind,
        of: said.of,
        commitment: commitmentToAside(salt, said),
      };
      const hash = hashOfAside({ ...aside, previousHash: head.asidesHash });
      const [header, trailer] = [lines[0], lines.at(-1)];
      const forged = [
        { ...header, head: { ...head, asides: aside.number, asidesHash: hash } },
        ...lines.slice(1, -1),
        { type: 'aside', ...aside, hash, salt, content: said.content },
      ];
      const bytes = sealed(forged, { ...trailer, editions: 2 });
      await expect(verifyExport(pieces(bytes))).rejects.toThrow(/the record and the bundle/);
    });

    it('is told from what was cut by a head that was kept, and by one of before there were asides as little as ever', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      await keep(store, 'one');
      await keep(store, 'two');
      const kept = await readLogHead(store);
      if (kept === null) throw new Error('the store has no log');
      await store.engine.write(async ({ run }) => {
        await run(statement('cut', 'MATCH (n:Aside {number: 2}) DETACH DELETE n'));
        await run(
          statement(
            'rewind',
            "MATCH (n:Aside {number: 1}) MATCH (h:LogHead {id: 'head'}) SET h.asides = 1, h.asidesHash = n.hash",
          ),
        );
      });
      expect(await problemsOf(store)).toEqual([]);
      expect((await verifyLog(store, { sequence: kept.sequence, hash: kept.hash })).problems).toEqual([]);
      const cut = [{ code: 'LOG_CUT', id: 'head', message: expect.stringContaining('their tail was cut') }];
      expect((await verifyLog(store, kept)).problems).toEqual(cut);
      await keep(store, 'another');
      const [first] = (await verifyLog(store, kept)).problems;
      expect(first).toMatchObject({ code: 'LOG_REWRITTEN', id: 'Aside_2' });
    });
  });

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
