import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { correcting } from '../../src/ingest/correct.ts';
import { judging } from '../../src/ingest/curate.ts';
import { placeHold } from '../../src/ingest/hold.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { standingBeside } from '../../src/store/standing-beside.ts';
import type { StoreReader } from '../../src/store/store.ts';
import { eachEngine } from '../support/engines.ts';
import { exported, restoreInto } from '../support/exported.ts';
import { hiddenBundle } from '../support/hidden-bundle.ts';
import { attachIdentity, withdrawIdentity } from '../support/identities.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { edit } from '../support/varied-history.ts';
import { erase, foundIn, once, readerFor, runOf, storesToEraseIn } from './erasing.ts';

const admin: Caller = { id: 'key-dee', name: 'Dee Admin', role: 'admin' };
const witness = idIn('Entity', 'witness');

eachEngine((_, openEngine) => {
  const { emptyStore, filled, historyOf } = storesToEraseIn(openEngine);

  describe('erasing an entity', () => {
    const identityWords = ['Xanthippe Quill', 'rings on Sundays', 'Pemberton', 'A mistaken identity'];
    /** Two identities of the witness, one of them withdrawn, and one of somebody else. */
    async function withIdentities(hidden = false) {
      const store = await emptyStore();
      await store.import(
        smallBundle(({ entities = [] }) => {
          for (const one of entities)
            if (one.key === 'somebody') Object.assign(one, { kind: 'PERSON', anonymity: 'UNNAMED_HERE' });
        }),
      );
      if (hidden) await store.import(hiddenBundle());
      const names = [{ text: 'Xanthippe Quill', language: 'en' }];
      const first = await attachIdentity(store, 'first', {
        entity: witness,
        names,
        note: 'She rings on Sundays.',
      });
      const wrong = await attachIdentity(store, 'wrong', { entity: witness, names: [{ text: 'Pemberton' }] });
      await withdrawIdentity(store, { id: wrong, expectedVersion: 1 }, 'A mistaken identity.');
      const other = await attachIdentity(store, 'other', {
        entity: idIn('Entity', 'somebody'),
        names: [{ text: 'Ottoline Marsh' }],
      });
      return { store, first, wrong, other };
    }

    it.each([
      ['nothing is hidden', false],
      ['something is hidden', true],
    ])(
      'erases who it is with it, what was withdrawn too, and nobody else, where %s',
      async (_where, hidden) => {
        const { store, first, wrong, other } = await withIdentities(hidden);
        expect(await foundIn(store, identityWords)).toEqual(identityWords);
        expect(await erase(store, witness)).toMatchObject({
          revised: 3,
          about: witness,
          along: [first, wrong].sort().map((id) => ({ id, with: witness })),
        });
        expect(await foundIn(store, identityWords)).toEqual([]);
        expect(await foundIn(store, ['Ottoline Marsh'])).toHaveLength(1);
        expect(await checkGraph(store)).toEqual([]);
        const own = await readerFor(store, admin);
        expect(await own.identitiesOf([witness, idIn('Entity', 'somebody')])).toMatchObject([
          [],
          [{ id: other }],
        ]);
        for (const which of [true, false]) {
          const bytes = await exported(store, which);
          const restored = await emptyStore();
          await restoreInto(restored, bytes);
          expect((await exported(restored, which)).equals(bytes)).toBe(true);
        }
      },
    );

    it('leaves the identity of whoever is judged the same, and tells it', async () => {
      const { store, first, wrong, other } = await withIdentities();
      const between = [witness, idIn('Entity', 'somebody')];
      const reason = [{ language: 'en', text: 'They are one.' }];
      await edit(store, 'judge', 'same', judging({ between, verdict: 'SAME', reason, expectedVersion: 1 }));
      const beside = await standingBeside(await runOf(store), [witness, first, wrong]);
      expect(beside.map(({ id }) => id)).toContain(other);
      const { along } = await erase(store, witness);
      expect(along.map(({ id }) => id)).toEqual([first, wrong].sort());
      expect(await foundIn(store, ['Ottoline Marsh'])).toHaveLength(1);
    });

    it('is refused where one of its identities is on hold, and names it', async () => {
      const { store, wrong } = await withIdentities();
      await placeHold(store.writer, once(wrong));
      await expect(erase(store, witness)).rejects.toMatchObject({
        code: 'NOT_POSSIBLE',
        message: expect.stringContaining(`${wrong}, which says who ${witness} is`),
        ids: [wrong, expect.stringMatching(/^Hold_/)],
      });
      expect(await foundIn(store, identityWords)).toEqual(identityWords);
    });

    it('erases what is there where identities were left out by a restore', async () => {
      const { store } = await withIdentities();
      const bytes = await exported(store);
      const restored = await emptyStore();
      await restoreInto(restored, bytes);
      expect(await erase(restored, witness)).toMatchObject({ revised: 1, along: [] });
      expect(await checkGraph(restored)).toEqual([]);
    });
  });

  describe('a withdrawn identity', () => {
    it('stands with its entity no more, nor with whoever is judged the same, in the present, in the past and restored', async () => {
      const store = await filled();
      const wrong = await attachIdentity(store, 'wrong', { entity: witness, names: [{ text: 'Pemberton' }] });
      const somebody = idIn('Entity', 'somebody');
      const target = { id: somebody, expectedVersion: 1 };
      await edit(
        store,
        'correct',
        'kind',
        correcting('Entity', target, () => ({ kind: 'PERSON' })),
      );
      const reason = [{ language: 'en', text: 'They are one.' }];
      const judged = { between: [witness, somebody], verdict: 'SAME' as const, reason, expectedVersion: 1 };
      await edit(store, 'judge', 'same', judging(judged));
      const present = () => readerFor(store, admin);
      expect(await (await present()).identitiesOf([witness, somebody])).toMatchObject([
        [{ id: wrong }],
        [{ id: wrong }],
      ]);
      await withdrawIdentity(store, { id: wrong, expectedVersion: 1 }, 'A mistaken identity.');
      const { recordedAt: then } = await store.reader.logPlace();
      await edit(store, 'correct', 'later', (gathering, view) =>
        correcting('Assertion', { id: idIn('Assertion', 'seen'), expectedVersion: 1 }, () => ({
          cue: 'swears',
        }))(gathering, view),
      );
      const history = historyOf(store);
      const expectWithdrawn = async (reader: StoreReader) => {
        expect(await reader.identitiesOf([witness, somebody])).toEqual([[], []]);
        expect(await reader.recordsByIds([wrong])).toMatchObject([
          { id: wrong, withdrawalReason: 'A mistaken identity.', withdrawnAt: then },
        ]);
      };
      await expectWithdrawn(await present());
      const viewer = { present: await present(), seesHidden: true, seesIdentities: true };
      await expectWithdrawn(
        await history.readerAsOf({ recorded: then, said: null }, { ...viewer, drafts: 'NONE' }),
      );
      const bytes = await exported(store, true);
      const restored = await emptyStore();
      await restoreInto(restored, bytes);
      await expectWithdrawn(await readerFor(restored, admin));
    });
  });
});
