import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { draftSightOf } from '../../src/domain/draft.ts';
import type { Engine, Transaction } from '../../src/engine/engine.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { placeHold, releaseHold } from '../../src/ingest/hold.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { createReaders } from '../../src/store/readers.ts';
import type { Run } from '../../src/store/run.ts';
import { saidElsewhere, tellingTextsOf } from '../../src/store/said-elsewhere.ts';
import { assertionDraft, newClaimDraft } from '../support/draft-contents.ts';
import { eachEngine } from '../support/engines.ts';
import { contentOf, exported, restoreInto } from '../support/exported.ts';
import { hiddenBundle } from '../support/hidden-bundle.ts';
import { draftIdOf, draftsOf } from '../support/recorded-drafts.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';

const ada: Caller = { id: 'key-ada', name: 'Ada Editor', role: 'editor' };
const cy: Caller = { id: 'key-cy', name: 'Cy Contributor', role: 'contributor' };
const key = 'a-draft-of-cys';
const draft = draftIdOf(cy, key);
const whole = { limit: 20, beyond: null, backward: false };
const all = { status: null, author: null };

let requests = 0;
const erase = (store: TestStore, ...ids: string[]) =>
  eraseRecords(store.writer, { ids, reason: 'Order 17', by: 'Ada', requestKey: `erase:${++requests}` });
const runOf =
  ({ engine, statements }: TestStore): Run =>
  (name, parameters) =>
    engine.read(statements.get(name), parameters);
const readerFor = (store: TestStore, caller: Caller | null) =>
  createReaders(store.engine, store.statements, store.writer, () => new Date('2027-01-01T00:00:00Z'))(caller);

class Undone extends Error {}

/** A store's engine whose reads see what a transaction has done so far. */
const within = ({ run }: Transaction): Pick<Engine, 'read'> => ({ read: run });

describe('a draft', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);
    async function filled(): Promise<TestStore> {
      const store = await emptyStore();
      await store.import(smallBundle());
      await draftsOf(store, cy).begin(key, newClaimDraft('Dugong'), 'A note on Dugong');
      return store;
    }

    it('is read by whoever may see it, before and after something is hidden', async () => {
      const store = await filled();
      for (const hidden of [false, true]) {
        if (hidden) await store.import(hiddenBundle());
        for (const caller of [ada, cy]) {
          const reader = await readerFor(store, caller);
          expect(await reader.recordsByIds([draft, idIn('Claim', 'shut'), 'nothing'])).toMatchObject([
            { type: 'Draft', id: draft, note: 'A note on Dugong', version: 1 },
            { type: 'Claim' },
            null,
          ]);
          expect(await reader.countDrafts(all)).toBe(1);
        }
        for (const caller of [null, { ...cy, id: 'key-of-another' }, { ...cy, role: 'reader' as const }]) {
          const reader = await readerFor(store, caller);
          expect(await reader.recordsByIds([draft])).toEqual([null]);
          expect(await reader.listDrafts(all, whole)).toEqual({ items: [], more: false });
          expect(await reader.listDrafts({ ...all, author: cy.id }, whole)).toEqual({
            items: [],
            more: false,
          });
          expect(await reader.countDrafts(all)).toBe(0);
        }
        expect(await checkGraph(store)).toEqual([]);
      }
      expect(draftSightOf({ ...cy, role: 'guest' as Caller['role'] })).toBe('NONE');
    });

    it('changes nothing that is read: no count, no record, no change that is seen', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      const place = await store.reader.logPlace();
      const { activities: _, ...before } = await store.reader.holdings();
      await draftsOf(store, cy).begin(key, newClaimDraft('Dugong'));
      await draftsOf(store, ada).approve('approve-dugong', draft, 1);
      const { activities: __, ...after } = await store.reader.holdings();
      expect(after).toEqual(before);
      for (const hidden of [false, true]) {
        if (hidden) await store.import(hiddenBundle());
        const reader = await readerFor(store, null);
        const changes = (await reader.changesAfter(place, 100)).filter(({ type }) => type === 'Draft');
        expect(changes.map(({ isSeen }) => isSeen)).toEqual([false, false]);
        expect(await reader.claimsTouchedBy([draft])).toEqual([[]]);
      }
      expect(await store.reader.claimsBySlugs(['dugong-claim'])).toEqual([null]);
    });

    it('is kept from being erased and discarded while it is on hold', async () => {
      const store = await filled();
      const hold = { id: draft, reason: 'A letter', by: 'Ada', requestKey: 'hold:draft' };
      await placeHold(store.writer, hold);
      await expect(erase(store, draft)).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
      const own = draftsOf(store, cy);
      await expect(own.discard('discard-held-1', draft, 1, 'No.')).rejects.toMatchObject({
        code: 'NOT_POSSIBLE',
        message: expect.stringContaining('on hold'),
      });
      await releaseHold(store.writer, { ...hold, requestKey: 'release:draft' });
      expect(await own.discard('discard-held-2', draft, 1, 'No.')).toMatchObject({
        revised: 1,
        about: draft,
      });
      expect(await checkGraph(store)).toEqual([]);
    });

    it('is erased with every version of it, and stays so', async () => {
      const store = await filled();
      const own = draftsOf(store, cy);
      await own.revise('revise-to-erase', draft, 1, newClaimDraft('Manatee'));
      await draftsOf(store, ada).approve('approve-to-erase', draft, 2);
      expect(await erase(store, draft)).toMatchObject({ revised: 1, about: draft });
      const left = `${(await contentOf(store)).join('\n')}\n${await exported(store)}`;
      for (const word of ['Dugong', 'dugong', 'Manatee', '1907-03']) expect(left).not.toContain(word);
      const [erased] = await (await readerFor(store, ada)).recordsByIds([draft]);
      expect(erased).toMatchObject({
        status: 'DISCARDED',
        content: {},
        writers: [{ name: 'Cy Contributor' }],
      });
      await expect(own.revise('revise-erased', draft, 4, assertionDraft())).rejects.toMatchObject({
        code: 'NOT_POSSIBLE',
        message: expect.stringContaining('erased'),
      });
      expect(await checkGraph(store)).toEqual([]);
    });

    it('is named where what it says is erased elsewhere, and keeps no date alive', async () => {
      const store = await filled();
      await draftsOf(store, ada).approve('approve-to-publish', draft, 1);
      await draftsOf(store, ada).publish('publish-dugong', draft, 2);
      const [published] = await (await readerFor(store, ada)).recordsByIds([draft]);
      if (published?.type !== 'Draft') throw new Error('there is no draft');
      const as = published.published?.as ?? '';
      const [assertion] = await store.reader.assertionsByIds([as]);
      const claim = assertion?.claim.id ?? '';
      const run = runOf(store);
      for (const [erased, other] of [
        [claim, draft],
        [draft, claim],
      ] as const) {
        const texts = await tellingTextsOf(run, [erased]);
        expect(texts).toContain('Dugong sold the bridge');
        expect(await saidElsewhere(run, texts, [erased])).toContain(other);
      }
      const dates = () => run('dates', { edtfs: ['1907-03'] });
      expect(await dates()).toHaveLength(1);
      expect(await erase(store, as)).toMatchObject({ along: [{ id: draft }] });
      expect(await dates()).toHaveLength(0);
      const [tombstone] = await (await readerFor(store, ada)).recordsByIds([draft]);
      expect(tombstone).toMatchObject({ status: 'PUBLISHED', published: { as }, content: {} });
      expect(await checkGraph(store)).toEqual([]);
    });

    it('keeps what was written to the character, whatever it is', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      const odd = ['\u0000', '👩‍👩‍👧', 'e\u0301', '"\\', '$x', "'); MATCH (n) DETACH DELETE n //", '\u2028'];
      const texts = [
        ...odd,
        ...fc.sample(fc.string({ unit: 'grapheme', maxLength: 60 }), { numRuns: 20, seed: 7 }),
      ];
      expect(texts).toHaveLength(27);
      for (const [number, cue] of texts.entries()) {
        const content = assertionDraft({ cue });
        const name = `text-of-draft-${number}`;
        await draftsOf(store, cy).begin(name, content);
        const [read] = await (await readerFor(store, cy)).recordsByIds([draftIdOf(cy, name)]);
        expect(read).toMatchObject({ type: 'Draft', content });
      }
      expect(await checkGraph(store)).toEqual([]);
    });

    it('is exported and restored to the byte, beside what is hidden too', async () => {
      const store = await filled();
      await store.import(hiddenBundle());
      await draftsOf(store, cy).revise('revise-to-export', draft, 1, assertionDraft());
      const [bytes, content] = [await exported(store), await contentOf(store)];
      expect(bytes.toString()).toContain('Dugong');
      const other = await emptyStore();
      await restoreInto(other, bytes);
      expect(await contentOf(other)).toEqual(content);
      expect((await exported(other)).equals(bytes)).toBe(true);
      const [restored] = await (await readerFor(other, cy)).recordsByIds([draft]);
      expect(restored).toMatchObject({ version: 2, savedVersion: 2 });
      expect(await checkGraph(other)).toEqual([]);
    });

    it.each([
      [
        'its node says something else',
        `MATCH (d:Draft {id: '${draft}'}) SET d.status = 'PUBLISHED'`,
        'NODE_PROPERTY',
      ],
      ['its node is gone', `MATCH (d:Draft {id: '${draft}'}) DETACH DELETE d`, 'STATE_ORPHAN'],
      [
        'it is linked',
        `MATCH (d:Draft {id: '${draft}'}), (c:Claim) CREATE (d)-[:ABOUT]->(c)`,
        'LINK_UNRECORDED',
      ],
      [
        'an approval was slipped in',
        `MATCH (s:State {id: '${draft}/1'})-[:STATE_OF]->(d) SET s.payload = replace(s.payload, '"approvals":[]', '"approvals":[{"at":"2027-01-01T00:00:00.000Z","by":{"id":"x","name":"X"},"version":1}]'), d.state = s.payload`,
        'LOG_COMMITMENT',
      ],
    ])('is found where %s', async (_damage, cypher, code) => {
      const { engine, statements } = await filled();
      let found: readonly string[] = [];
      const damaged = engine.write(async (transaction) => {
        await transaction.run(statement('damage', cypher));
        const problems = await checkGraph({ engine: within(transaction), statements });
        found = problems.map((one) => one.code);
        throw new Undone();
      });
      await expect(damaged).rejects.toThrow(Undone);
      expect(found).toContain(code);
    });
  });
});
