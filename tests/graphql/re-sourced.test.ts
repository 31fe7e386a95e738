import { describe, expect, it } from 'vitest';
import type { RecordType } from '../../src/domain/ids.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { ada, cy } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { assertion, type BundleInput, claim, entity, idIn } from '../support/small-bundle.ts';
import { id, passage, source } from './quoted-pool.ts';
import { reSourcedDesk, said } from './re-sourced-desk.ts';

eachEngine((_, openEngine) => {
  const { desk, recordedAt, revisions } = reSourcedDesk(openEngine);
  const { expectWhole } = desk;

  const all = [
    ['Assertion', id('Assertion', 'a')],
    ['Claim', id('Claim', 'c')],
    ['Entity', id('Entity', 'who')],
    ['Entity', id('Entity', 'speaker')],
  ] as const;

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
    'an assertion whose first words are hidden, and that came to rest on a public %s before,',
    (_way, [memo, article]) => {
      const quoteMemo = (access: 'CONFIDENTIAL' | 'PUBLIC') =>
        recordedAt('08:10', 'Leak', {
          ...said(memo),
          sources: [source('memo', access)],
          passages: [passage('in-memo', 'v-memo')],
        });
      const quoteArticle = (access: 'CONFIDENTIAL' | 'PUBLIC') =>
        recordedAt('08:30', 'News', {
          ...said(article),
          sources: [source('memo', access), source('article', 'PUBLIC')],
          passages: [passage('in-memo', 'v-memo'), passage('in-article', 'v-article')],
        });
      const access = (time: string, of: 'CONFIDENTIAL' | 'PUBLIC') =>
        recordedAt(time, 'Access', { sources: [source('memo', of)] });
      const hiddenSince = async (between: () => Promise<unknown> = async () => {}) => {
        await quoteMemo('PUBLIC');
        await between();
        await quoteArticle('PUBLIC');
        await access('08:35', 'CONFIDENTIAL');
      };

      it('is recorded then, with all that it names, and its first recording is told to nobody else', async () => {
        const between = { claims: [claim('between', { about: [idIn('Entity', 'company')] })] };
        await hiddenSince(() => recordedAt('08:20', 'Between', between));
        for (const [type, record] of all) {
          expect(await revisions(type, record)).toEqual(['1 08:30 News']);
          expect((await revisions(type, record, ada)).at(-1)).toBe('1 08:10 Leak');
        }
        const told = await changes();
        expect(told.join('\n')).not.toContain('08:10');
        expect(told).toContain(`08:20 RECORDED ${id('Claim', 'between')}`);
        expect(told.filter((one) => all.some(([, record]) => one.includes(`RECORDED ${record}`)))).toEqual(
          all
            .map(([, record]) => `08:30 RECORDED ${record}`)
            .sort()
            .reverse(),
        );
        expect(
          await Promise.all(['08:15', '08:40'].map((time) => stoodAt(time, id('Assertion', 'a')))),
        ).toEqual([false, true]);
        expect(await stoodAt('08:15', id('Assertion', 'a'), ada)).toBe(true);
        await expectWhole();
      });

      it('has its first recording told once the source of that is published, and no more when it is hidden again', async () => {
        await hiddenSince();
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
        await hiddenSince();
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
        await quoteMemo('CONFIDENTIAL');
        await quoteArticle('CONFIDENTIAL');
        expect(await revisions('Assertion', id('Assertion', 'a'))).toEqual(['2 08:30 News', '1 08:05 First']);
        expect((await changes()).join('\n')).not.toContain('08:10');
        expect(
          // In between stands what was seen last.
          await Promise.all(['08:07', '08:15', '08:35'].map((time) => stoodAt(time, id('Assertion', 'a')))),
        ).toEqual([true, true, true]);
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

  /** An assertion whose first words are hidden, and that quotes others before they are. */
  const moved = async (lists: Partial<BundleInput>, others: object = {}) => {
    const with_ = (passages: readonly string[]) => {
      const { assertions = [], ...rest } = said(passages, others);
      return { ...rest, ...lists, assertions: [...assertions, ...(lists.assertions ?? [])] };
    };
    await recordedAt('08:10', 'Leak', {
      ...with_(['in-memo']),
      ...{ sources: [source('memo', 'PUBLIC')], passages: [passage('in-memo', 'v-memo')] },
    });
    await recordedAt('08:30', 'News', {
      ...said(['in-article'], others),
      sources: [source('memo', 'PUBLIC'), source('article', 'PUBLIC')],
      passages: [passage('in-memo', 'v-memo'), passage('in-article', 'v-article')],
    });
    await recordedAt('08:35', 'Access', { sources: [source('memo', 'CONFIDENTIAL')] });
  };

  it('what rests on an assertion that came to rest on something visible is recorded then, by whoever recorded that', async () => {
    const shut = idIn('Claim', 'shut');
    await moved({
      relations: [
        {
          ...{ key: 'r', kind: 'CAUSES', from: shut, to: idIn('Claim', 'open'), status: 'PROPOSED' },
          ...{ reason: { en: 'Hence.' }, assertedBy: ['a'] },
        },
      ],
      judgements: [
        {
          ...{ key: 'j', verdict: 'SAME', between: ['a', idIn('Assertion', 'denied')] },
          reason: { en: 'One occasion.' },
        },
      ],
      replyRequests: [
        {
          ...{ key: 'q', claim: 'c', assertion: 'a', to: idIn('Entity', 'paper'), channel: 'a call' },
          ...{ question: { en: 'Is it so?' }, askedOn: { edtf: '2023' }, deadline: '2023-12-15T18:00:00Z' },
        },
      ],
    });
    const named = { ClaimRelation: 'proposedBy', IdentityJudgement: 'by', ReplyRequest: 'by' } as const;
    for (const [type, by] of Object.entries(named)) {
      const record = id(
        type as RecordType,
        type === 'ClaimRelation' ? 'r' : type === 'ReplyRequest' ? 'q' : 'j',
      );
      expect(await revisions(type, record)).toEqual(['1 08:30 News']);
      const { node } = await desk.api.ask(`{ node(id: "${record}") { ... on ${type} { by: ${by} } } }`, cy);
      expect(node).toEqual({ by: 'News' });
      const { asOf } = await desk.api.ask(
        `{ asOf(recorded: "2026-11-22T08:35:00.000Z") { node(id: "${record}") { ... on ${type} { by: ${by} } } } }`,
        cy,
      );
      expect(asOf).toEqual({ node: { by: 'News' } });
    }
    expect((await changes()).join('\n')).not.toContain('08:10');
    await expectWhole();
    await recordedAt('08:40', 'Access', { sources: [source('memo', 'PUBLIC')] });
    expect(await revisions('ClaimRelation', id('ClaimRelation', 'r'))).toEqual(['1 08:10 Leak']);
    await expectWhole();
  });

  it('what was withdrawn in hiding is withdrawn since it rests on what is seen', async () => {
    const withdrawnAt = async (at: string) => {
      const field = `assertion(id: "${id('Assertion', 'a')}") { withdrawnAt }`;
      const asked = `{ ${field} asOf(recorded: "2026-11-22T${at}:00.000Z") { ${field} } }`;
      const found = (await desk.api.ask(asked, cy)) as {
        assertion: { withdrawnAt: string };
        asOf: { assertion: { withdrawnAt: string } };
      };
      return [found.assertion.withdrawnAt, found.asOf.assertion.withdrawnAt].map((one) => one.slice(11, 16));
    };
    await moved({}, { withdrawn: { reason: 'It was not said.' } });
    expect(await withdrawnAt('08:35')).toEqual(['08:30', '08:30']);
    await expectWhole();
    desk.moment = '2026-11-22T08:40:00.000Z';
    const request = { reason: 'Order', by: 'Ada', requestKey: 'one' };
    await eraseRecords(desk.store.writer, { ...request, ids: [id('Assertion', 'a')] });
    expect(await withdrawnAt('08:35')).toEqual(['08:40', '08:30']);
    await expectWhole();
  });
});
