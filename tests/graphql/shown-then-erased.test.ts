import { describe, expect, it } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { cy } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { hiddenDesk } from '../support/hidden-desk.ts';
import { assertion, type BundleInput, bundleOf, claim, entity } from '../support/small-bundle.ts';

const pool = 'pool.example';
const id = (type: 'Entity' | 'Claim' | 'Source' | 'Review' | 'Assertion', key: string) =>
  idOf(type, pool, key);

const source = (key: string, access: 'CONFIDENTIAL' | 'PUBLIC') => ({
  ...{ key, slug: key, kind: 'ARTICLE' as const, title: { en: key }, seen: true, access },
});
const review = (reviewer: string) => ({
  ...{ key: 'rated', claim: id('Claim', 'road'), reviewer, rating: 'no', normalized: 'FALSE' as const },
});

eachEngine((_, openEngine) => {
  const desk = hiddenDesk(openEngine);

  const told = (lists: Partial<BundleInput>) => {
    desk.moment = new Date(Date.parse(desk.moment) + 60_000).toISOString();
    return desk.store.import(bundleOf(pool, lists));
  };
  const erased = (one: string) => {
    desk.moment = new Date(Date.parse(desk.moment) + 60_000).toISOString();
    return eraseRecords(desk.store.writer, { ids: [one], reason: 'Order', by: 'Ada', requestKey: one });
  };
  const sees = async (key: string) =>
    (await desk.api.ask(`{ entity(by: { id: "${id('Entity', key)}" }) { id } }`, cy))['entity'] !== null;

  describe('whom a record showed everybody before it was erased', () => {
    it('is shown again with the tombstone, where it was erased in hiding', async () => {
      await told({
        entities: [entity('who'), entity('other'), entity('post')],
        sources: [source('memo', 'PUBLIC')],
        claims: [claim('road', { about: ['post'] })],
        assertions: [assertion('said', 'road', 'post', { source: 'memo' })],
        reviews: [review('who')],
      });
      await told({ reviews: [review(id('Entity', 'other'))] });
      await told({ sources: [source('memo', 'CONFIDENTIAL')] });
      expect(await sees('who')).toBe(false);
      await erased(id('Review', 'rated'));
      await desk.expectWhole();
      await told({
        sources: [source('letter', 'PUBLIC')],
        assertions: [assertion('again', id('Claim', 'road'), id('Entity', 'post'), { source: 'letter' })],
      });
      expect(await sees('who')).toBe(true);
      await desk.expectWhole();
    });

    it('is nobody who was named before it was recorded, by what it showed', async () => {
      await told({
        entities: [entity('who'), entity('other'), entity('post')],
        sources: [source('memo', 'CONFIDENTIAL'), source('letter', 'PUBLIC')],
        claims: [claim('road', { about: ['post'] })],
        assertions: [assertion('said', 'road', 'post', { source: 'memo' })],
        reviews: [review('who')],
      });
      await told({ reviews: [review(id('Entity', 'other'))] });
      const letter = id('Source', 'letter');
      await told({
        assertions: [assertion('again', id('Claim', 'road'), id('Entity', 'post'), { source: letter })],
      });
      expect([await sees('who'), await sees('other')]).toEqual([false, true]);
      await erased(id('Assertion', 'again'));
      expect(await sees('who')).toBe(false);
      await desk.expectWhole();
      await told({ sources: [{ ...source('memo', 'CONFIDENTIAL'), title: { en: 'Another' } }] });
      await told({ reviews: [review(id('Entity', 'post'))] });
      expect(await sees('who')).toBe(false);
      await desk.expectWhole();
    });

    it('is the public’s since the same recording, where what named them in hiding came out and is erased', async () => {
      const who = id('Entity', 'who');
      const since = async () =>
        (
          await desk.api.ask(
            `{ node(id: "${who}") { ... on Entity { revisions(first: 5) { edges { node { recordedAt } } } } } }`,
            cy,
          )
        )['node'];
      const by = (one: ReturnType<typeof source>, ...authors: string[]) => ({ ...one, authors });
      await told({ entities: [entity('who')], sources: [by(source('memo', 'CONFIDENTIAL'), 'who')] });
      await told({ sources: [by(source('note', 'CONFIDENTIAL'), who)] });
      await told({ sources: [source('note', 'CONFIDENTIAL')] });
      await told({ sources: [by(source('letter', 'PUBLIC'), who)] });
      await told({ sources: [source('note', 'PUBLIC')] });
      const before = await since();
      await erased(id('Source', 'note'));
      expect(await since()).toEqual(before);
      await desk.expectWhole();
    });

    it('gets the slug that they had taken, once they have lost it', async () => {
      const inner = entity('inner', { slug: 'acme' });
      await told({ entities: [inner], sources: [{ ...source('memo', 'CONFIDENTIAL'), authors: ['inner'] }] });
      const outer = (...affiliations: { organization: string }[]) =>
        entity('outer', { slug: 'acme', kind: 'PERSON', affiliations });
      await told({ entities: [outer()] });
      await told({ entities: [outer({ organization: id('Entity', 'inner') })] });
      const acme = async () =>
        (await desk.api.ask('{ entity(by: { slug: "acme" }) { id } }', cy))['entity'] as {
          id: string;
        } | null;
      expect((await acme())?.id).toBe(id('Entity', 'outer'));
      await erased(id('Entity', 'outer'));
      expect((await acme())?.id).toBe(id('Entity', 'inner'));
      await desk.expectWhole();
    });

    it('is shown by whoever was affiliated with them, with nothing hidden and with something', async () => {
      const body = { affiliations: [{ organization: 'body' }] };
      const who = entity('who', { kind: 'PERSON', ...body });
      const post = entity('post');
      await told({ entities: [entity('body'), who, post], claims: [claim('road', { about: ['post'] })] });
      await erased(id('Entity', 'who'));
      expect(await sees('body')).toBe(true);
      await desk.expectWhole();
    });
  });

  describe('whom somebody is affiliated with no more', () => {
    const member = (key: string, ...organizations: readonly string[]) =>
      entity(key, {
        kind: 'PERSON',
        affiliations: organizations.map((one) => ({ organization: id('Entity', one) })),
      });

    it('is seen as long as a member is whom everybody saw with them, and hidden and shown again with it', async () => {
      await told({
        entities: [entity('body'), entity('post')],
        sources: [{ ...source('memo', 'CONFIDENTIAL'), authors: ['body'] }],
        claims: [claim('road', { about: ['post'] })],
      });
      await told({ entities: [member('who')], sources: [{ ...source('open', 'PUBLIC'), authors: ['who'] }] });
      await told({ entities: [member('who', 'body')] });
      expect(await sees('body')).toBe(true);
      await told({ entities: [member('who')] });
      expect(await sees('body')).toBe(true);
      await desk.expectWhole();
      await told({ sources: [{ ...source('memo', 'CONFIDENTIAL'), authors: [], title: { en: 'Another' } }] });
      expect(await sees('body')).toBe(true);
      await desk.expectWhole();
      for (const [access, seen] of [
        ['CONFIDENTIAL', false],
        ['PUBLIC', true],
      ] as const) {
        await told({ sources: [{ ...source('open', access), authors: [id('Entity', 'who')] }] });
        expect([await sees('who'), await sees('body')]).toEqual([seen, seen]);
        await desk.expectWhole();
      }
      await erased(id('Entity', 'who'));
      expect(await sees('body')).toBe(true);
      await desk.expectWhole();
    });

    it('is not shown by a member that was hidden while they were', async () => {
      await told({
        entities: [entity('body'), member('who', 'body')],
        sources: [{ ...source('memo', 'CONFIDENTIAL'), authors: ['who'] }],
      });
      await told({ entities: [member('who')] });
      await desk.expectWhole();
      await told({ sources: [{ ...source('open', 'PUBLIC'), authors: [id('Entity', 'who')] }] });
      expect([await sees('who'), await sees('body')]).toEqual([true, false]);
      await desk.expectWhole();
      await erased(id('Entity', 'who'));
      expect(await sees('body')).toBe(false);
      await desk.expectWhole();
    });
  });
});
