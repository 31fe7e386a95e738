import { afterAll, describe, expect, it } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import type { Caller } from '../../src/domain/caller.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { placeHold, releaseHold } from '../../src/ingest/hold.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { createHistory } from '../../src/store/history.ts';
import { createReaders } from '../../src/store/readers.ts';
import { verifyLog } from '../../src/store/verify-log.ts';
import { eachEngine } from '../support/engines.ts';
import { contentOf, exported, restoreInto } from '../support/exported.ts';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { attachIdentity, withdrawIdentity } from '../support/identities.ts';
import { publicDump } from '../support/public-dump.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';

const admin: Caller = { id: 'key-1', name: 'Dee Admin', role: 'admin' };
const editor: Caller = { id: 'key-2', name: 'Ada Editor', role: 'editor' };
const witness = idIn('Entity', 'witness');
const jane = {
  entity: witness,
  names: [{ text: 'Xanthippe Quill', language: 'en' }, { text: '夏小姐' }],
  note: 'Works at the lock; rings on Sundays only.',
};
const telling = /Xanthippe|夏小姐|rings on Sundays|Pemberton|mistaken identity/;
const clock = () => new Date('2026-11-23T08:00:00.000Z');

let requests = 0;
const once = (id: string) => ({ id, reason: 'A letter', by: 'Bo', requestKey: `keep:${++requests}` });

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);
  const closing: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closing) await close();
  });
  const readersOf = (store: TestStore) => createReaders(store.engine, store.statements, store.writer, clock);
  const filled = async (): Promise<TestStore> => {
    const store = await emptyStore();
    await store.import(smallBundle());
    return store;
  };
  /** An identity that stands, one that was withdrawn and one of somebody hidden. */
  const withThree = async (): Promise<{ store: TestStore; first: string; wrong: string; hidden: string }> => {
    const store = await filled();
    const first = await attachIdentity(store, 'first', jane);
    const wrong = await attachIdentity(store, 'wrong', { entity: witness, names: [{ text: 'Pemberton' }] });
    await store.import(
      hiddenBundle(({ entities }) => {
        for (const one of entities) if (one.key === 'cell') Object.assign(one, { anonymity: 'PROTECTED' });
      }),
    );
    await withdrawIdentity(store, { id: wrong, expectedVersion: 1 }, 'A mistaken identity.');
    const entity = hiddenId('Entity', 'cell');
    const hidden = await attachIdentity(store, 'hidden', {
      entity,
      names: [{ text: 'Xanthippe the Elder' }],
    });
    return { store, first, wrong, hidden };
  };

  describe('a confidential identity', () => {
    it('is there for whoever may read identities, before and after something is hidden, and for nobody else', async () => {
      const { store, first, wrong, hidden } = await withThree();
      const ids = [first, wrong, hidden];
      const readerFor = readersOf(store);
      const own = await readerFor(admin);
      const cell = hiddenId('Entity', 'cell');
      expect(await own.identitiesOf([witness, cell, idIn('Entity', 'paper')])).toMatchObject([
        [{ id: first, names: [{ text: 'Xanthippe Quill' }, { text: '夏小姐', kind: 'NAME' }], version: 1 }],
        [{ id: hidden }],
        [],
      ]);
      expect(await own.recordsByIds([wrong])).toMatchObject([
        { withdrawalReason: 'A mistaken identity.', version: 2, by: 'Dee Admin' },
      ]);
      for (const caller of [editor, null]) {
        const reader = await readerFor(caller);
        expect(await reader.identitiesOf([witness, cell])).toEqual([[], []]);
        expect(await reader.recordsByIds(ids)).toEqual([null, null, null]);
      }
      expect(await checkGraph(store)).toEqual([]);
    });

    it('changes nothing of what others see', async () => {
      const store = await filled();
      const [before, changes] = [await publicDump(store.engine), await store.reader.logPlace()];
      const [entity] = await store.reader.entitiesByIds([witness]);
      const id = await attachIdentity(store, 'one', jane);
      await withdrawIdentity(store, { id, expectedVersion: 1 }, 'A mistaken identity.');
      expect(await publicDump(store.engine)).toEqual(before);
      expect(await store.reader.entitiesByIds([witness])).toEqual([entity]);
      const told = await (await readersOf(store)(editor)).changesAfter(changes, 10);
      expect(told.map(({ type, isSeen }) => [type, isSeen])).toEqual([
        ['ConfidentialIdentity', false],
        ['ConfidentialIdentity', false],
      ]);
    });

    it('is attached to whoever is there and unnamed, several times over', async () => {
      const store = await filled();
      const other = await attachIdentity(store, 'one', jane);
      expect(await attachIdentity(store, 'two', jane)).not.toBe(other);
      // The same request once more.
      expect(await attachIdentity(store, 'two', jane)).not.toBe(other);
      const named = { ...jane, entity: idIn('Entity', 'paper') };
      await expect(attachIdentity(store, 'named', named)).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
      const nobody = { ...jane, entity: idIn('Entity', 'nobody-at-all') };
      await expect(attachIdentity(store, 'nobody', nobody)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const control = { ...jane, names: [{ text: 'Xanthippe\u0007Quill' }] };
      const failure = attachIdentity(store, 'control', control);
      await expect(failure).rejects.toMatchObject({ issues: [{ path: 'names[0].text' }] });
      await expect(failure).rejects.not.toThrow(/Xanthippe/);
    });

    it('is in the past for whoever may read identities now', async () => {
      const { store, first, wrong } = await withThree();
      const history = createHistory(store, rebuildGraph);
      closing.push(() => history.close());
      const readerFor = readersOf(store);
      const [, , , then = ''] = (
        await store.engine.read(
          statement('instants', 'MATCH (a:Activity) RETURN a.recordedAt AS at ORDER BY at'),
        )
      ).map(([at]) => String(at));
      const moment = { recorded: then, said: null };
      const present = await readerFor(admin);
      const own = await history.readerAsOf(moment, {
        present,
        seesHidden: true,
        seesIdentities: true,
        drafts: 'NONE',
      });
      expect((await own.identitiesOf([witness])).flat().map(({ id }) => id)).toEqual([first, wrong]);
      expect(await own.recordsByIds([wrong])).toMatchObject([{ withdrawnAt: null, version: 1 }]);
      for (const seesHidden of [true, false]) {
        const others = { present: store.reader, seesHidden, seesIdentities: false, drafts: 'NONE' as const };
        const reader = await history.readerAsOf(moment, others);
        expect(await reader.identitiesOf([witness])).toEqual([[]]);
        expect(await reader.recordsByIds([first, wrong])).toEqual([null, null]);
        expect(await reader.entitiesByIds([witness])).toMatchObject([{ id: witness }]);
      }
    });

    it('is kept by a hold, and erased to a tombstone that says nothing of it', async () => {
      const { store, first } = await withThree();
      const erase = () =>
        eraseRecords(store.writer, {
          ids: [first],
          reason: 'Order 17',
          by: 'Bo',
          requestKey: `e:${++requests}`,
        });
      await placeHold(store.writer, once(first));
      await expect(erase()).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
      const withdrawal = withdrawIdentity(store, { id: first, expectedVersion: 1 }, 'Held.');
      await expect(withdrawal).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
      await releaseHold(store.writer, once(first));
      expect((await contentOf(store)).join('\n')).toMatch(/Xanthippe Quill/);
      expect(await erase()).toMatchObject({ revised: 1, about: first });
      expect((await contentOf(store)).join('\n')).not.toMatch(/Xanthippe Quill|rings on Sundays/);
      const own = await readersOf(store)(admin);
      expect(await own.identitiesOf([witness])).toEqual([[]]);
      expect(await own.recordsByIds([first])).toMatchObject([{ note: null, entityId: witness }]);
      expect(await checkGraph(store)).toEqual([]);
      for (const which of [true, false]) {
        const bytes = await exported(store, which);
        const other = await emptyStore();
        await restoreInto(other, bytes);
        expect((await exported(other, which)).equals(bytes)).toBe(true);
      }
    });
  });

  describe('an export', () => {
    it('has identities where that is asked for, and is restored to the property', async () => {
      const { store } = await withThree();
      const [bytes, content] = [await exported(store, true), await contentOf(store)];
      expect(bytes.toString()).toMatch(telling);
      expect(bytes.toString().split('\n')[0]).toContain('"identities":true');
      const other = await emptyStore();
      await restoreInto(other, bytes);
      expect(await contentOf(other)).toEqual(content);
      expect((await exported(other, true)).equals(bytes)).toBe(true);
      expect((await exported(other)).equals(await exported(store))).toBe(true);
    });

    it('has else their commitments alone, and is restored to a store that holds, in which none is there', async () => {
      const { store, first } = await withThree();
      await placeHold(store.writer, once(first));
      const bytes = await exported(store);
      expect(bytes.toString()).not.toMatch(telling);
      expect(bytes.toString().split('\n')[0]).toContain('"identities":false');
      expect(bytes.toString().split('"ofType":"ConfidentialIdentity","payload":null').length).toBe(5);
      const other = await emptyStore();
      await restoreInto(other, bytes);
      expect(await verifyLog(other, null)).toMatchObject({ problems: [] });
      expect((await exported(other)).equals(bytes)).toBe(true);
      const own = await readersOf(other)(admin);
      expect(await own.identitiesOf([witness])).toEqual([[]]);
      expect(await own.recordsByIds([first])).toEqual([null]);
      expect(await publicDump(other.engine)).toEqual(await publicDump(store.engine));
      const start = { recordedAt: '', recordId: '' };
      const all = await (await readersOf(other)(null)).changesAfter(start, 1000);
      expect(all.filter(({ type }) => type === 'ConfidentialIdentity').map(({ isSeen }) => isSeen)).toEqual([
        ...[false, false, false, false],
      ]);
      expect(all.filter(({ isSeen }) => isSeen).length).toBeGreaterThan(20);
      const history = createHistory(other, rebuildGraph);
      closing.push(() => history.close());
      const moment = { recorded: '2026-11-22T08:02:30.000Z', said: null };
      const past = await history.readerAsOf(moment, {
        present: own,
        seesHidden: true,
        seesIdentities: true,
        drafts: 'NONE',
      });
      expect(await past.entitiesByIds([witness])).toMatchObject([{ id: witness }]);
      expect(await past.identitiesOf([witness])).toEqual([[]]);

      // What is attached from now on is whole, and what went before is said to be missing.
      await attachIdentity(other, 'afresh', jane);
      expect(await checkGraph(other)).toEqual([]);
      const mixed = await exported(other, true);
      expect(mixed.toString().split('\n')[0]).toContain('"identities":true,"identitiesLeftOutUpTo":');
      const third = await emptyStore();
      await restoreInto(third, mixed);
      expect((await exported(third, true)).equals(mixed)).toBe(true);
      expect((await (await readersOf(third)(admin)).identitiesOf([witness]))[0]).toHaveLength(1);
    });

    it('says of one that was changed behind the service which, and nothing that it says', async () => {
      const store = await filled();
      const id = await attachIdentity(store, 'one', jane);
      await store.engine.write(({ run }) =>
        run(
          statement(
            'change',
            "MATCH (n:ConfidentialIdentity {id: $id})-[link:IDENTIFIES]->() SET n.nameTexts = ['Pemberton'] DELETE link",
          ),
          { id },
        ),
      );
      const problems = await checkGraph(store);
      expect(problems.map((problem) => `${problem.code} ${problem.id}`).sort()).toEqual([
        `LINK_MISSING ${id}`,
        `NODE_PROPERTY ${id}`,
      ]);
      expect(JSON.stringify(problems)).not.toMatch(telling);
    });

    it('is not taken for whole where one was destroyed behind the service', async () => {
      const store = await filled();
      const id = await attachIdentity(store, 'one', jane);
      await store.engine.write(({ run }) =>
        run(
          statement(
            'destroy',
            'MATCH (s:State {of: $id})-[:STATE_OF]->(n) SET s.payload = null, s.salt = null DETACH DELETE n',
          ),
          { id },
        ),
      );
      const codes = (await checkGraph(store)).map((problem) => `${problem.code} ${problem.id}`);
      expect(codes).toContain(`LOG_COMMITMENT ${id}/1`);
    });
  });
});
