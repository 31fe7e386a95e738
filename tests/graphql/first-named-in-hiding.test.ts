import { describe, expect, it } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { ada, bo, cy } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { article, english } from '../support/hidden-desk.ts';
import { assertion, claim, entity, idIn } from '../support/small-bundle.ts';
import { leak, named, news, pool, poolDesk, saying, source } from './named-in-hiding.ts';

eachEngine((_, openEngine) => {
  const { changes, desk, later, recorded, revisionsOf } = poolDesk(openEngine);
  const { done, expectWhole, hiddenSource, published } = desk;

  /** The claims that somebody lists, the newest first. */
  async function newest(caller = cy): Promise<readonly string[]> {
    const answer = await desk.api.ask('{ claims(first: 20) { edges { node { id } } } }', caller);
    return (answer as { claims: { edges: { node: { id: string } }[] } }).claims.edges.map(
      ({ node }) => node.id,
    );
  }

  /** What whoever asks is told of records, without their versions' times of the day. */
  const titles = async (type: string, id: string, caller = cy) =>
    (await revisionsOf(type, id, caller)).map(({ version, title, by, kind }) => [version, title, by, kind]);

  const all = [
    ['Entity', named('Entity', 'who')],
    ['Entity', named('Entity', 'member')],
    ['Entity', named('Entity', 'owner')],
    ['Claim', named('Claim', 'c')],
  ] as const;

  describe('what was recorded first in hiding, and is named in public since,', () => {
    it('did not stand in the past before, though a hidden member is affiliated with them no more', async () => {
      const member = (some: readonly string[]) => ({
        entities: [
          entity('member', {
            kind: 'PERSON',
            affiliations: some.map((organization) => ({ organization })),
          }),
        ],
      });
      const hidden = member(['who']);
      hidden.entities.push(entity('who'));
      await recorded({ ...hidden, sources: [source('memo', 'CONFIDENTIAL', { authors: ['member'] })] }, leak);
      later('08:10');
      await recorded(member([]), leak);
      later('08:20');
      await recorded({ sources: [source('news', 'PUBLIC', { authors: [named('Entity', 'who')] })] }, news);
      const stood: boolean[] = [];
      for (const time of ['08:05', '08:15', '08:25']) {
        const at = `recorded: "2026-11-22T${time}:00.000Z"`;
        const query = `{ asOf(${at}) { entity(by: { id: "${named('Entity', 'who')}" }) { id } } }`;
        const { asOf } = (await desk.api.ask(query, cy)) as { asOf: { entity: object | null } };
        stood.push(asOf.entity !== null);
      }
      expect(stood).toEqual([false, false, true]);
      await expectWhole();
    });

    it('is recorded with what names them, though they were seen for what showed them once', async () => {
      const said = (key: string) =>
        assertion(`said-${key}`, named('Claim', 'c'), idIn('Entity', 'paper'), { source: key });
      const one = source('one', 'PUBLIC');
      const about = (...some: string[]) => [claim('c', { about: [...some, idIn('Entity', 'company')] })];
      await recorded(
        {
          entities: [entity('who')],
          claims: about('who'),
          sources: [one],
          assertions: [{ ...said('one'), claim: 'c' }],
        },
        news,
      );
      later('08:10');
      await recorded({ claims: about() }, news);
      later('08:20');
      await recorded({ sources: [{ ...one, access: 'CONFIDENTIAL' }] }, news);
      later('08:30');
      await recorded({ sources: [source('two', 'PUBLIC')], assertions: [said('two')] }, news);
      await expectWhole();
      later('08:40');
      const authors = [named('Entity', 'who')];
      await recorded(
        { sources: [source('three', 'PUBLIC', { authors })] },
        { ...news, title: { en: 'Other news' } },
      );
      expect(await titles('Entity', named('Entity', 'who'))).toEqual([
        [1, 'Other news', 'The desk', 'RECORDED'],
      ]);
      await expectWhole();
    });

    it('is told by bundles as recorded with what named it', async () => {
      await recorded(saying('memo', 'CONFIDENTIAL'), leak);
      later('08:10');
      await recorded({ claims: [claim('between', { about: [idIn('Entity', 'company')] })] }, {});
      later('08:20');
      await recorded(saying('article', 'PUBLIC'), news);
      const [c, between] = [named('Claim', 'c'), named('Claim', 'between')];
      expect((await newest()).slice(0, 2)).toEqual([c, between]);
      expect((await newest(ada)).slice(0, 2)).toEqual([between, c]);
      const [own] = await revisionsOf('Source', named('Source', 'article'));
      for (const [type, id] of all) {
        expect(await revisionsOf(type, id)).toEqual([own]);
        expect(await titles(type, id, ada)).toEqual([
          [1, 'Leak of Zanzibar', 'Quagga the whistleblower', 'RECORDED'],
        ]);
        expect(await desk.versionOf(type, id)).toBe(1);
      }
      const told = await changes();
      expect(JSON.stringify(told)).not.toContain('Zanzibar');
      expect(told.filter(([at]) => at > '2026-11-22T08:10').map(([, id]) => id)).toContain(
        named('Claim', 'c'),
      );
      const early = told.filter(([at]) => at < '2026-11-22T08:10').map(([, id]) => id);
      for (const [, id] of all) expect(early).not.toContain(id);
      expect(JSON.stringify(await changes(ada))).toContain('Leak of Zanzibar');
      await expectWhole();
    });

    it('has one first version of all that was recorded of it in hiding', async () => {
      await recorded(saying('memo', 'CONFIDENTIAL'), leak);
      later('08:10');
      await recorded(saying('memo', 'CONFIDENTIAL', 'It is nearly shut'), {
        ...leak,
        title: { en: 'Again' },
      });
      later('08:20');
      await recorded(saying('article', 'PUBLIC', 'It is nearly shut'), news);
      const id = named('Claim', 'c');
      expect(await titles('Claim', id)).toEqual([[1, 'News', 'The desk', 'RECORDED']]);
      expect(await titles('Claim', id, ada)).toHaveLength(2);
      expect([await desk.versionOf('Claim', id), await desk.versionOf('Claim', id, ada)]).toEqual([1, 2]);
      await expectWhole();
      later('08:30');
      await done('correctClaim', { id, expectedVersion: 1, text: english('It was shut') }, cy);
      expect(await desk.versionOf('Claim', id)).toBe(2);
      expect((await titles('Claim', id)).map(([version, , , kind]) => [version, kind])).toEqual([
        [2, 'REVISED'],
        [1, 'RECORDED'],
      ]);
      await expectWhole();
      later('08:40');
      await published(named('Source', 'memo'));
      expect(await desk.versionOf('Claim', id)).toBe(3);
      expect((await titles('Claim', id)).at(-1)).toEqual([
        ...[1, 'Leak of Zanzibar', 'Quagga the whistleblower', 'RECORDED'],
      ]);
      await expectWhole();
    });

    it('is told so of whom mutations named, also when the hidden one names them no more, or is erased', async () => {
      const person = { new: { kind: 'PERSON', names: [{ text: 'Jane', language: 'en' }] } };
      const memo = await hiddenSource({ access: 'CONFIDENTIAL', authors: [person] });
      const { source: read } = (await desk.api.ask(
        `{ source(by: { id: "${memo}" }) { authors { id } } }`,
        ada,
      )) as { source: { authors: { id: string }[] } };
      const id = read.authors[0]?.id ?? '';
      later('08:20');
      const { source: open } = await done(
        'addSource',
        { source: { ...article('News'), authors: [{ id }] } },
        bo,
      );
      const openId = (open as { id: string }).id;
      const own = await revisionsOf('Source', openId);
      expect(own[0]?.by).toBe('Bo Editor');
      expect(await revisionsOf('Entity', id)).toEqual(own);
      expect((await revisionsOf('Entity', id, ada))[0]?.by).toBe('Ada Editor');
      const isTold = async () => (await changes()).some(([at, of]) => of === id && at < '2026-11-22T08:10');
      expect(await isTold()).toBe(false);
      await expectWhole();
      later('08:30');
      await done('correctSource', { id: memo, expectedVersion: 1, authors: [] });
      expect(await revisionsOf('Entity', id)).toEqual(own);
      expect(await isTold()).toBe(false);
      await expectWhole();
      later('08:40');
      await done('correctSource', { id: openId, expectedVersion: 1, authors: [] });
      expect(await revisionsOf('Entity', id)).toEqual(own.map((one) => ({ ...one })));
      await expectWhole();
      later('08:50');
      await done(
        'correctEntity',
        { id, expectedVersion: 1, names: [{ text: 'Janet', language: 'en', kind: 'NAME' }] },
        cy,
      );
      expect(await desk.versionOf('Entity', id)).toBe(2);
      await eraseRecords(desk.store.writer, { ids: [id], reason: 'Order', by: 'Ada', requestKey: 'one' });
      expect(await desk.versionOf('Entity', id)).toBe(3);
      await expectWhole();
    });

    it('is told so also where an older claim came to be of them, and is erased', async () => {
      await recorded({ claims: [claim('old', { about: [idIn('Entity', 'company')] })] }, {});
      later('08:10');
      const naming = (key: string, access: 'CONFIDENTIAL' | 'PUBLIC') => ({
        entities: [entity('who')],
        sources: [source(key, access, { authors: ['who'] })],
      });
      await recorded(naming('memo', 'CONFIDENTIAL'), leak);
      later('08:20');
      await recorded(naming('article', 'PUBLIC'), news);
      const [who, old] = [named('Entity', 'who'), named('Claim', 'old')];
      const told = await revisionsOf('Entity', who);
      expect(told[0]?.title).toBe('News');
      later('08:30');
      await done('correctClaim', { id: old, expectedVersion: 1, about: [{ id: who }] });
      for (const id of [old, named('Source', 'memo')]) {
        await eraseRecords(desk.store.writer, { ids: [id], reason: 'Order', by: 'Ada', requestKey: id });
        expect(await revisionsOf('Entity', who)).toEqual(told);
        await expectWhole();
      }
    });

    it('is told so also where only a request for a reply named them, names somebody else since, and is erased', async () => {
      const asking = (claimId: string, to: string) => ({
        replyRequests: [{ key: 'q', claim: claimId, to, deadline: '2026-12-01T00:00:00Z' }],
      });
      const said = (key: string, claimId: string) => [
        assertion(`said-${key}`, claimId, idIn('Entity', 'paper'), { source: key }),
      ];
      await recorded(
        {
          entities: [entity('who')],
          claims: [claim('c', { about: [idIn('Entity', 'company')] })],
          ...{ sources: [source('memo', 'CONFIDENTIAL')], assertions: said('memo', 'c') },
          ...asking('c', 'who'),
        },
        leak,
      );
      const c = named('Claim', 'c');
      later('08:10');
      await recorded({ sources: [source('article', 'PUBLIC')], assertions: said('article', c) }, news);
      const told = [[1, 'News', 'The desk', 'RECORDED']];
      expect(await titles('Entity', named('Entity', 'who'))).toEqual(told);
      later('08:20');
      await recorded(asking(c, idIn('Entity', 'company')), news);
      expect(await titles('Entity', named('Entity', 'who'))).toEqual(told);
      await expectWhole();
      later('08:30');
      const ids = [idOf('ReplyRequest', pool, 'q')];
      await eraseRecords(desk.store.writer, { ids, reason: 'Order', by: 'Ada', requestKey: 'one' });
      expect(await titles('Entity', named('Entity', 'who'))).toEqual(told);
      await expectWhole();
    });
  });

  describe('what stood in public at first', () => {
    it('is told as it was, though something hidden came with it', async () => {
      const both = saying('memo', 'CONFIDENTIAL');
      const open = saying('article', 'PUBLIC');
      await recorded(
        {
          ...both,
          sources: [...both.sources, ...open.sources],
          assertions: [...both.assertions, ...open.assertions],
        },
        leak,
      );
      later('08:20');
      await recorded(saying('other', 'PUBLIC'), news);
      for (const [type, id] of all)
        expect(await titles(type, id)).toEqual([
          [1, 'Leak of Zanzibar', 'Quagga the whistleblower', 'RECORDED'],
        ]);
      await expectWhole();
    });

    it('is told as it was where it was nobody’s', async () => {
      await hiddenSource();
      await recorded({ entities: [entity('who')] }, { title: { en: 'First' } });
      later('08:20');
      await recorded(saying('memo', 'CONFIDENTIAL'), leak);
      later('08:30');
      await recorded(saying('article', 'PUBLIC'), news);
      expect((await titles('Entity', named('Entity', 'who'))).map(([, title]) => title)).toEqual(['First']);
      expect((await titles('Entity', named('Entity', 'member'))).map(([, title]) => title)).toEqual(['News']);
      await expectWhole();
    });
  });
});
