import { describe, expect, it } from 'vitest';
import { type AsidesHead, commitmentToAside, hashOfAside, noAsides } from '../../src/domain/aside.ts';
import { verifyExport } from '../../src/export/verify-export.ts';
import { writeExport } from '../../src/export/write-export.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { createLogSource } from '../../src/store/log-source.ts';
import { readLogHead, verifyLog } from '../../src/store/verify-log.ts';
import { eachEngine } from '../support/engines.ts';
import { contentOf, exported, pieces, restoreInto } from '../support/exported.ts';
import { storesOf } from '../support/seeded-store.ts';
import { smallBundle } from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';
import {
  all,
  asidesOf,
  desk,
  edition,
  keep,
  type Line,
  linesOf,
  problemsOf,
  sealed,
  shut,
} from './asides.ts';

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
});
