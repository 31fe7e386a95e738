import { describe, expect, it } from 'vitest';
import { idOf, type RecordType } from '../../src/domain/ids.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { ada, cy } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { hiddenDesk } from '../support/hidden-desk.ts';
import { assertion, type BundleInput, bundleOf, claim, entity, idIn } from '../support/small-bundle.ts';

interface Told {
  readonly version: number;
  readonly recordedAt: string;
  readonly title: string;
}

const words = 'The road is shut.';

eachEngine((_, openEngine) => {
  const desk = hiddenDesk(openEngine);
  const { expectWhole } = desk;
  const pool = 'pool.example';
  const id = (type: RecordType, key: string) => idOf(type, pool, key);
  const source = (key: string, access: 'CONFIDENTIAL' | 'PUBLIC') => ({
    ...{ key, slug: `pool-${key}`, kind: 'ARTICLE' as const, title: { en: key }, seen: true, access },
    versions: [{ key: `v-${key}`, text: words }],
  });
  const passage = (key: string, version: string) => ({
    ...{ key, version, exact: words, start: 0, end: words.length },
    ...{ language: 'en', rendering: 'ORIGINAL' as const },
  });
  const recordedAt = (time: string, title: string, lists: Partial<BundleInput>) => {
    desk.moment = `2026-11-22T${time}:00.000Z`;
    return desk.store.import(bundleOf(pool, { ...lists, title: { en: title }, by: title }));
  };

  /** What somebody says of a company, in these words. */
  const said = (passages: readonly string[], others: object = {}): Partial<BundleInput> => ({
    entities: [entity('who'), entity('speaker', { kind: 'PERSON' })],
    claims: [claim('c', { about: ['who'] })],
    assertions: [assertion('a', 'c', 'speaker', { passages: [...passages], ...others })],
  });
  const all = [
    ['Assertion', id('Assertion', 'a')],
    ['Claim', id('Claim', 'c')],
    ['Entity', id('Entity', 'who')],
    ['Entity', id('Entity', 'speaker')],
  ] as const;

  async function revisions(type: string, record: string, caller = cy): Promise<readonly string[]> {
    const { node } = (await desk.api.ask(
      `{ node(id: "${record}") { ... on ${type} { version revisions(first: 9) { edges { node { version recordedAt title } } } } } }`,
      caller,
    )) as { node: { version: number; revisions: { edges: { node: Told }[] } } | null };
    const found = node?.revisions.edges.map((edge) => edge.node) ?? [];
    if (node) expect(found.length).toBe(node.version);
    return found.map((one) => `${one.version} ${one.recordedAt.slice(11, 16)} ${one.title}`);
  }

  async function changes(): Promise<readonly string[]> {
    const { changes: found } = (await desk.api.ask(
      '{ changes(first: 100) { edges { node { kind recordedAt record { id } } } } }',
      cy,
    )) as {
      changes: { edges: { node: { kind: string; recordedAt: string; record: { id: string } } }[] };
    };
    return found.edges.map(({ node }) => `${node.recordedAt.slice(11, 16)} ${node.kind} ${node.record.id}`);
  }

  async function stoodAt(time: string, record: string, caller = cy): Promise<boolean> {
    const at = `recorded: "2026-11-22T${time}:00.000Z"`;
    const query = `{ asOf(${at}) { assertion(id: "${record}") { id recordedAt } } }`;
    const { asOf } = (await desk.api.ask(query, caller)) as { asOf: { assertion: object | null } };
    return asOf.assertion !== null;
  }

  const ways = {
    passage: [['in-memo'], ['in-article']],
    'passage besides': [['in-memo'], ['in-memo', 'in-article']],
  } as const;

  describe.each(Object.entries(ways))(
    'an assertion that came to rest on a public %s',
    (_way, [memo, article]) => {
      const hide = () =>
        recordedAt('08:10', 'Leak', {
          ...said(memo),
          sources: [source('memo', 'CONFIDENTIAL')],
          passages: [passage('in-memo', 'v-memo')],
        });
      const show = () =>
        recordedAt('08:30', 'News', {
          ...said(article),
          sources: [source('memo', 'CONFIDENTIAL'), source('article', 'PUBLIC')],
          passages: [passage('in-memo', 'v-memo'), passage('in-article', 'v-article')],
        });
      const access = (time: string, of: 'CONFIDENTIAL' | 'PUBLIC') =>
        recordedAt(time, 'Access', { sources: [source('memo', of)] });

      it('is recorded then, with all that it names, and its first recording is told to nobody else', async () => {
        await hide();
        await recordedAt('08:20', 'Between', {
          claims: [claim('between', { about: [idIn('Entity', 'company')] })],
        });
        const before = await changes();
        await show();
        for (const [type, record] of all) {
          expect(await revisions(type, record)).toEqual(['1 08:30 News']);
          expect((await revisions(type, record, ada)).at(-1)).toBe('1 08:10 Leak');
        }
        const after = await changes();
        expect(after.slice(-before.length)).toEqual(before);
        expect(after.filter((one) => one.includes(id('Assertion', 'a')))).toEqual([
          `08:30 RECORDED ${id('Assertion', 'a')}`,
        ]);
        expect(
          await Promise.all(['08:15', '08:35'].map((time) => stoodAt(time, id('Assertion', 'a')))),
        ).toEqual([false, true]);
        expect(await stoodAt('08:15', id('Assertion', 'a'), ada)).toBe(true);
        await expectWhole();
      });

      it('has its first recording told once the source of that is published, and no more when it is hidden again', async () => {
        await hide();
        await show();
        await access('08:40', 'PUBLIC');
        expect(await revisions('Assertion', id('Assertion', 'a'))).toEqual(['2 08:30 News', '1 08:10 Leak']);
        for (const [type, record] of all.slice(1))
          expect(await revisions(type, record)).toEqual(['1 08:10 Leak']);
        await expectWhole();
        await access('08:50', 'CONFIDENTIAL');
        for (const [type, record] of all) expect(await revisions(type, record)).toEqual(['1 08:30 News']);
        await expectWhole();
      });

      it('is not told of before when it is erased', async () => {
        await hide();
        await show();
        desk.moment = '2026-11-22T08:40:00.000Z';
        const request = { reason: 'Order', by: 'Ada', requestKey: 'one' };
        await eraseRecords(desk.store.writer, { ...request, ids: [id('Assertion', 'a')] });
        const told = await revisions('Assertion', id('Assertion', 'a'));
        expect(told.map((one) => one.slice(0, 7))).toEqual(['2 08:40', '1 08:30']);
        for (const [type, record] of all.slice(1))
          expect((await revisions(type, record)).map((one) => one.slice(0, 7))).toEqual(['1 08:30']);
        expect((await changes()).join('\n')).not.toContain('08:10');
        expect(await stoodAt('08:15', id('Assertion', 'a'))).toBe(false);
        await expectWhole();
      });

      it('has no version of the time that it rested on what is hidden between two that are seen', async () => {
        const open = { sources: [source('open', 'PUBLIC')], passages: [passage('in-open', 'v-open')] };
        await recordedAt('08:05', 'First', { ...said(['in-open']), ...open });
        await hide();
        await show();
        expect(await revisions('Assertion', id('Assertion', 'a'))).toEqual(['2 08:30 News', '1 08:05 First']);
        expect((await changes()).join('\n')).not.toContain('08:10');
        expect(
          await Promise.all(['08:07', '08:15', '08:35'].map((time) => stoodAt(time, id('Assertion', 'a')))),
        ).toEqual([true, false, true]);
        await expectWhole();
      });

      it('has whom it named first while it rested on what is hidden since it rests on what is seen', async () => {
        const whose = { onBehalfOf: 'whose' };
        const lists = {
          entities: [entity('who'), entity('speaker', { kind: 'PERSON' }), entity('whose')],
          sources: [source('open', 'PUBLIC'), source('memo', 'CONFIDENTIAL'), source('article', 'PUBLIC')],
          passages: [
            passage('in-open', 'v-open'),
            passage('in-memo', 'v-memo'),
            passage('in-article', 'v-article'),
          ],
        };
        const { entities, ...first } = said(['in-open']);
        await recordedAt('08:05', 'First', { ...lists, ...first, entities: entities ?? [] });
        await recordedAt('08:10', 'Leak', { ...lists, ...said(memo, whose), entities: lists.entities });
        expect(await revisions('Entity', id('Entity', 'whose'))).toEqual([]);
        await recordedAt('08:30', 'News', { ...lists, ...said(article, whose), entities: lists.entities });
        expect(await revisions('Entity', id('Entity', 'whose'))).toEqual(['1 08:30 News']);
        await expectWhole();
      });
    },
  );

  it('a relation that something visible came to draw is recorded then', async () => {
    const relation = (...by: string[]) => ({
      ...{ key: 'r', kind: 'CAUSES' as const, from: 'c', to: 'd', status: 'PROPOSED' as const },
      ...{ reason: { en: 'Hence.' }, assertedBy: by },
    });
    const entities = [entity('who'), entity('speaker', { kind: 'PERSON' })];
    await recordedAt('08:10', 'Open', {
      entities,
      claims: [claim('c', { about: ['who'] }), claim('d', { about: ['who'] })],
      sources: [source('open', 'PUBLIC')],
      assertions: [assertion('open', 'c', 'speaker', { source: 'open' })],
    });
    await recordedAt('08:20', 'Leak', {
      sources: [source('memo', 'CONFIDENTIAL')],
      assertions: [assertion('hidden', id('Claim', 'c'), id('Entity', 'speaker'), { source: 'memo' })],
      relations: [{ ...relation('hidden'), from: id('Claim', 'c'), to: id('Claim', 'd') }],
    });
    expect(await revisions('ClaimRelation', id('ClaimRelation', 'r'))).toEqual([]);
    await recordedAt('08:30', 'News', {
      relations: [
        {
          ...relation(id('Assertion', 'hidden'), id('Assertion', 'open')),
          ...{ from: id('Claim', 'c'), to: id('Claim', 'd') },
        },
      ],
    });
    expect(await revisions('ClaimRelation', id('ClaimRelation', 'r'))).toEqual(['1 08:30 News']);
    expect((await changes()).filter((one) => one.includes(id('ClaimRelation', 'r')))).toEqual([
      `08:30 RECORDED ${id('ClaimRelation', 'r')}`,
    ]);
    await expectWhole();
    await recordedAt('08:40', 'Access', { sources: [source('memo', 'PUBLIC')] });
    expect(await revisions('ClaimRelation', id('ClaimRelation', 'r'))).toEqual([
      '2 08:30 News',
      '1 08:20 Leak',
    ]);
    await expectWhole();
  });
});
