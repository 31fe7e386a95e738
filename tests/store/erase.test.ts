import { describe, expect, it } from 'vitest';
import { idOf, isInViews, recordTypes } from '../../src/domain/ids.ts';
import { slugAfterErasure } from '../../src/domain/tombstone.ts';
import { trailOf } from '../../src/domain/trail.ts';
import { correcting } from '../../src/ingest/correct.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { createFullReader } from '../../src/store/graph-store.ts';
import { verifyLog } from '../../src/store/verify-log.ts';
import { readCases } from '../contract/read-cases.ts';
import { eachEngine } from '../support/engines.ts';
import { ownTexts } from '../support/erased-texts.ts';
import { contentOf, exported, restoreInto } from '../support/exported.ts';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { seedBundle, storesOf, type TestStore } from '../support/seeded-store.ts';
import { bundleOf, claim, idIn, smallBundle } from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';
import { edit, openDraft, variedHistory } from '../support/varied-history.ts';

let requests = 0;
const erase = (store: TestStore, ...ids: string[]) =>
  eraseRecords(store.writer, { ids, reason: 'Order 17', by: 'Ada', requestKey: `erase:${++requests}` });

/** One of each type, some of which others hang on. */
const oneOfEach = [
  idIn('Entity', 'witness'),
  idIn('Source', 'article'),
  idIn('SourceVersion', 'text'),
  idIn('Passage', 'shut'),
  idIn('Claim', 'shut'),
  idIn('Assertion', 'seen'),
  idIn('ClaimRelation', 'either'),
  idIn('Review', 'check'),
  idIn('IdentityJudgement', 'same'),
  idIn('ReplyRequest', 'asked-company'),
];

describe('erasing', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);

    it('leaves a graph that holds, of whichever type the record is, and its text nowhere', async () => {
      const store = await emptyStore();
      await variedHistory(store, 1);
      // Holds and confidential identities are erased with the tests of each.
      const types = recordTypes.filter((type) => isInViews(type) || type === 'Draft');
      const some = [...oneOfEach, openDraft];
      expect(new Set(some.map((id) => id.split('_')[0]))).toEqual(new Set(types));
      for (const id of some) {
        const texts = await ownTexts(store.engine, [id]);
        const before = (await contentOf(store)).join('\n');
        for (const text of texts) expect(before).toContain(text);
        expect(await erase(store, id)).toMatchObject({ revised: 1, added: 0, about: id });
        const after = `${(await contentOf(store)).join('\n')}\n${await exported(store)}`;
        expect(
          texts.filter((text) => after.includes(text) || after.includes(JSON.stringify(text).slice(1, -1))),
        ).toEqual([]);
        expect({ id, problems: await checkGraph(store) }).toEqual({ id, problems: [] });
      }
    });

    it.each([
      ['in the order of their recording', false],
      ['the last first', true],
    ])(
      'leaves a graph that holds, whichever records are erased, %s',
      async (_order, backward) => {
        const store = await emptyStore();
        await variedHistory(store, 1);
        const recorded = await store.engine.read(
          statement('ids', 'MATCH (s:State {version: 1}) RETURN s.of AS id ORDER BY s.from, s.index'),
        );
        const ids = recorded.map(([id]) => String(id));
        expect(ids.length).toBeGreaterThan(50);
        if (backward) ids.reverse();
        const gone = new Set<string>();
        for (const [index, id] of ids.entries()) {
          if (gone.has(id)) continue;
          for (const one of [{ id }, ...(await erase(store, id)).along]) gone.add(one.id);
          // Each is checked in the one order, in the other every tenth: a check looks at all there is.
          if (!backward || index % 10 === 0)
            expect({ id, problems: await checkGraph(store) }).toEqual({ id, problems: [] });
        }
        expect(gone.size).toBe(ids.length);
        const bytes = await exported(store);
        await restoreInto(await emptyStore(), bytes);
      },
      600_000,
    );

    it('is restored as it stands, to the property', async () => {
      const store = await emptyStore();
      await variedHistory(store, 1);
      await erase(store, ...oneOfEach, openDraft);
      const [bytes, content] = [await exported(store), await contentOf(store)];
      const other = await emptyStore();
      await restoreInto(other, bytes);
      expect(await contentOf(other)).toEqual(content);
      expect((await exported(other)).equals(bytes)).toBe(true);
    });

    it('leaves every read answering', async () => {
      const store = await emptyStore();
      for (const bundle of [seedBundle(), smallBundle()]) await store.import(bundle);
      await erase(store, ...oneOfEach);
      let rows = 0;
      const parsed = Object.entries(readCases).filter(
        ([name, { parse }]) => parse && !name.startsWith('count-'),
      );
      expect(parsed.length).toBeGreaterThan(50);
      for (const [name, { parameters, parse }] of parsed) {
        const found = await store.engine.read(store.statements.get(name), parameters[0]);
        for (const row of found) parse?.(row);
        rows += found.length;
      }
      expect(rows).toBeGreaterThan(1_000);
    }, 600_000);

    it('puts a sentence in both languages where texts were', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      await erase(store, ...oneOfEach);
      const { reader } = store;
      const [claim] = await reader.claimsByIds([idIn('Claim', 'shut')]);
      expect(claim).toMatchObject({
        text: [
          { language: 'en', text: '[this claim was erased for legal reasons]' },
          { language: 'zh-Hans', text: '［此主张已因法律原因删除］' },
        ],
        concerns: null,
        slug: slugAfterErasure('shut'),
      });
      const [entity] = await reader.entitiesByIds([idIn('Entity', 'witness')]);
      expect(entity).toMatchObject({ kind: 'REDACTED', anonymity: 'UNNAMED_HERE', description: [] });
      expect(entity?.names.map(({ text }) => text)).toEqual([
        '[this name was erased for legal reasons]',
        '［此名称已因法律原因删除］',
      ]);
      const [passage] = await reader.passagesByIds([idIn('Passage', 'shut')]);
      expect(passage).toMatchObject({
        exact: '[this quotation was erased for legal reasons]',
        start: 0,
        prefix: null,
      });
      const [slug] = await reader.claimsBySlugs(['shut']);
      expect(slug).toBeNull();
    });

    it('keeps of a claim’s address a mark that only whoever has the address can read, and none of a hidden one', async () => {
      const store = await emptyStore();
      for (const bundle of [smallBundle(), hiddenBundle()]) await store.import(bundle);
      const slugOf = async (id: string) =>
        (await createFullReader(store.engine, store.statements).claimsByIds([id]))[0]?.slug;
      const whispered = hiddenId('Claim', 'purpose');
      await erase(store, idIn('Claim', 'shut'));
      await erase(store, whispered);
      expect(await slugOf(idIn('Claim', 'shut'))).toBe(slugAfterErasure('shut'));
      expect(await slugOf(whispered)).toBe(whispered);
      const texts = JSON.stringify(
        await store.engine.read(statement('all', 'MATCH (s:State) RETURN s.payload AS payload')),
      );
      expect(texts).toContain(slugAfterErasure('shut'));
      for (const { slug } of hiddenBundle().claims) expect(texts).not.toContain(slugAfterErasure(slug));
      // Another claim may take the slug, and be erased like any other.
      await store.import(
        bundleOf('test.example/again', { claims: [claim('shut', { about: [idIn('Entity', 'company')] })] }),
      );
      const again = idOf('Claim', 'test.example/again', 'shut');
      expect(await slugOf(again)).toBe('shut');
      await erase(store, again);
      expect(await slugOf(again)).toMatch(/^erased-[0-9a-f]{32}$/);
      expect(await slugOf(again)).not.toBe(slugAfterErasure('shut'));
    });

    it('keeps the same mark of a source that was public, and none of one that was not, nor of whoever spoke', async () => {
      const store = await emptyStore();
      for (const bundle of [smallBundle(), hiddenBundle()]) await store.import(bundle);
      const reader = createFullReader(store.engine, store.statements);
      const [open, ...hidden] = [
        idIn('Source', 'article'),
        hiddenId('Source', 'leak'),
        hiddenId('Source', 'later'),
      ];
      const witness = idIn('Entity', 'witness');
      await erase(store, open, ...hidden, witness);
      const slugs = (await reader.sourcesByIds([open, ...hidden])).map((one) => one?.slug);
      expect(slugs[0]).toBe(slugAfterErasure('article'));
      const ofId = (id: string) => `erased-${id.slice(id.indexOf('_') + 1)}`;
      expect(slugs.slice(1)).toEqual(hidden);
      expect((await reader.entitiesByIds([witness]))[0]?.slug).toBe(ofId(witness));
    });

    it('keeps a link of a chain in its place: its relay is no origin, does not count, and its trail is incomplete', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      const id = idIn('Assertion', 'reported');
      const [before] = await store.reader.dossiers([idIn('Claim', 'shut')]);
      expect(before?.entries.some((entry) => entry.id === idIn('Assertion', 'seen'))).toBe(true);
      await erase(store, idIn('Assertion', 'seen'));
      const [relay, erased] = await store.reader.assertionsByIds([id, idIn('Assertion', 'seen')]);
      expect(relay).toMatchObject({ attributedToId: idIn('Assertion', 'seen'), withdrawnAt: null });
      expect(relay?.chain).toEqual([id, idIn('Assertion', 'seen')]);
      expect(erased).toMatchObject({ passages: [], saidOn: null, cue: null, role: null, basedOn: [] });
      expect(erased?.withdrawnAt).not.toBeNull();
      const [material] = await store.reader.trailsOfAssertions([id]);
      if (!material) throw new Error('there is no trail');
      if (!relay) throw new Error('there is no relay');
      const chain = relay.chain.map((one) => material.assertions.get(one) ?? null);
      const trail = trailOf(relay, chain, material.sources);
      expect(trail).toMatchObject({ complete: false });
    });

    it('is told to those who listen as a withdrawal, once', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      const change = correcting('Assertion', { id: idIn('Assertion', 'seen'), expectedVersion: 1 }, () => ({
        cue: 'swears',
      }));
      await edit(store, 'correct', 'before', change);
      await erase(store, idIn('Assertion', 'seen'));
      const changes = await store.reader.changesAfter({ recordedAt: '', recordId: '' }, 1_000);
      const of = changes.filter(({ recordId }) => recordId === idIn('Assertion', 'seen'));
      expect(of.map(({ version, withdraws }) => [version, withdraws])).toEqual([
        [1, false],
        [2, false],
        [3, true],
      ]);
    });

    it('is refused for what is not there, for what is erased already, and without a reason', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      const id = idIn('Claim', 'open');
      const nothing = `Claim_${'f'.repeat(32)}`;
      await expect(erase(store, id, nothing)).rejects.toMatchObject({ code: 'NOT_FOUND', ids: [nothing] });
      const without = { ids: [id], reason: ' ', by: 'Ada', requestKey: 'without' };
      expect(() => eraseRecords(store.writer, without)).toThrow(/--reason/);
      await erase(store, id);
      await expect(erase(store, id)).rejects.toMatchObject({ code: 'NOT_POSSIBLE', ids: [id] });
      expect((await store.reader.holdings()).activities).toBe(2);
    });

    it('lasts: nothing revises what was erased, and the bundle that it came in is refused', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      const id = idIn('Claim', 'open');
      await erase(store, id);
      const change = correcting('Claim', { id, expectedVersion: 2 }, () => ({ nature: 'NORM' }));
      await expect(edit(store, 'correct', 'erased', change)).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
      await expect(store.import(smallBundle())).rejects.toMatchObject({
        code: 'REFUSED_BUNDLE',
        issues: [{ path: 'claims[1]', message: expect.stringContaining('was erased') }],
      });
    });

    it('is told apart from tampering', async () => {
      const store = await emptyStore();
      await store.import(smallBundle());
      await erase(store, idIn('Claim', 'open'));
      const state = `MATCH (s:State {id: '${idIn('Claim', 'open')}/1'})`;
      const other = `MATCH (s:State {id: '${idIn('Claim', 'asked')}/1'})`;
      const done = `MATCH (a:Activity {title: 'erase'})`;
      const tamperings = [
        `${other} SET s.salt = null`,
        `${other} ${done} SET s.salt = null, s.erasedBy = a.id`,
        `${other} SET s.erasedBy = 'Activity_1'`,
        `${state} SET s.erasedBy = 'Activity_1'`,
        `${state} SET s.erasedBy = null`,
        `${state} SET s.payload = replace(s.payload, 'claim', 'clam')`,
        `${state} SET s.salt = '${'0'.repeat(64)}'`,
        `${state} SET s.commitment = '${'0'.repeat(64)}'`,
      ];
      const unseen: string[] = [];
      for (const text of tamperings) {
        class Undone extends Error {}
        const undone = store.engine.write(async (transaction) => {
          await transaction.run(statement('tamper', text));
          const engine = { read: transaction.run.bind(transaction) };
          const { problems } = await verifyLog({ engine, statements: store.statements }, null);
          if (problems.length === 0) unseen.push(text);
          throw new Undone();
        });
        await expect(undone).rejects.toThrow(Undone);
      }
      expect(unseen).toEqual([]);
      expect((await verifyLog(store, null)).problems).toEqual([]);
    });
  });
});
