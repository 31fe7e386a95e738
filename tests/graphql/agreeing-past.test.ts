import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { idOf, type RecordType } from '../../src/domain/ids.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { createReaders } from '../../src/store/readers.ts';
import { cy } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { hiddenDesk } from '../support/hidden-desk.ts';
import {
  assertion,
  type BundleInput,
  bundleOf,
  claim,
  entity,
  idIn,
  relay,
} from '../support/small-bundle.ts';

interface Told {
  readonly version: number;
  readonly recordedAt: string;
  readonly until: string | null;
  readonly title: string;
}

const words = 'The road is shut.';
const instants = ['08:07', '08:10', '08:15', '08:20', '08:25', '08:29', '08:30', '08:35'];
const instantOf = (time: string) => `2026-11-22T${time}:00.000Z`;

eachEngine((_, openEngine) => {
  const desk = hiddenDesk(openEngine);
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
    desk.moment = instantOf(time);
    return desk.store.import(bundleOf(pool, { ...lists, title: { en: title }, by: 'Desk' }));
  };

  /** What somebody says of a company, read in one source; of a memo that is shown still when all of it is recorded. */
  const said = (where: string, others: object = {}): Partial<BundleInput> => ({
    entities: [entity('who'), entity('speaker', { kind: 'PERSON' })],
    claims: [claim('c', { about: ['who'] }), claim('d', { about: ['who'] })],
    sources: [source(where, 'PUBLIC')],
    passages: [passage(`in-${where}`, `v-${where}`)],
    assertions: [
      assertion('a', 'c', 'speaker', { passages: [`in-${where}`], ...others }),
      relay('told', 'c', idIn('Entity', 'paper'), 'a'),
    ],
    relations: [
      {
        ...{ key: 'r', kind: 'CAUSES', from: 'c', to: 'd', status: 'PROPOSED', reason: { en: 'Hence.' } },
        assertedBy: ['a'],
      },
    ],
  });
  const all = [
    id('Assertion', 'a'),
    id('Assertion', 'told'),
    id('Claim', 'c'),
    id('Entity', 'who'),
    id('Entity', 'speaker'),
    id('ClaimRelation', 'r'),
  ];
  const hidden = () => recordedAt('08:40', 'Access', { sources: [source('memo', 'CONFIDENTIAL')] });

  const fields = (record: string) =>
    `node(id: "${record}") { ... on ${record.split('_')[0]} { version revisions(first: 9) { edges { node { version recordedAt until title } } } } }`;
  async function told(record: string, at?: string) {
    const asked =
      at === undefined ? fields(record) : `asOf(recorded: "${instantOf(at)}") { ${fields(record)} }`;
    const found = await desk.api.ask(`{ ${asked} }`, cy);
    const { node } = (at === undefined ? found : found['asOf']) as {
      node: { version: number; revisions: { edges: { node: Told }[] } } | null;
    };
    return node && { version: node.version, revisions: node.revisions.edges.map((edge) => edge.node) };
  }

  /** At every instant what stood then is the version that the revisions say held then, and the last of those that are told then. */
  async function expectAgreement() {
    for (const record of all) {
      const now = await told(record);
      for (const time of instants) {
        const at = instantOf(time);
        const holds = now?.revisions.find(
          ({ recordedAt: from, until }) => from <= at && (until === null || at < until),
        );
        const then = await told(record, time);
        expect([record, time, then?.version]).toEqual([record, time, holds?.version]);
        const last = then?.revisions[0];
        expect(last && [last.version, last.recordedAt, last.until]).toEqual(
          holds && [holds.version, holds.recordedAt, null],
        );
      }
    }
  }

  describe('a record that was seen, rested on what is hidden for a time, and is seen again,', () => {
    const ways: readonly (readonly [string, object, object, object])[] = [
      ['saying the same', {}, {}, {}],
      ['corrected meanwhile', {}, { cue: 'between' }, { cue: 'after' }],
      ['withdrawn meanwhile', {}, { withdrawn: { reason: 'No.' } }, { withdrawn: { reason: 'No.' } }],
      ['reinstated meanwhile', { withdrawn: { reason: 'No.' } }, {}, {}],
    ];
    it.each(ways)(
      'stands as it did until then, in the past as in its revisions: %s',
      async (_way, ...states) => {
        const [first, second, third] = states;
        await recordedAt('08:05', 'First', said('open', first));
        await recordedAt('08:10', 'Leak', said('memo', second));
        await recordedAt('08:20', 'Between', { entities: [entity('between')] });
        await recordedAt('08:30', 'News', said('article', third));
        await hidden();
        await expectAgreement();
        const revisions = (await told(id('Assertion', 'a')))?.revisions.map(({ title, until }) => [
          title,
          until,
        ]);
        expect(revisions).toEqual([
          ['News', null],
          ['First', instantOf('08:30')],
        ]);
        const withdrawnAt = async (time: string) => {
          const { asOf } = (await desk.api.ask(
            `{ asOf(recorded: "${instantOf(time)}") { assertion(id: "${id('Assertion', 'a')}") { withdrawnAt } } }`,
            cy,
          )) as { asOf: { assertion: { withdrawnAt: string | null } } };
          return asOf.assertion.withdrawnAt;
        };
        expect(await withdrawnAt('08:15')).toBe('withdrawn' in first ? instantOf('08:05') : null);
        expect(await withdrawnAt('08:35')).toBe('withdrawn' in third ? instantOf('08:30') : null);
        await desk.expectWhole();
      },
    );

    it('is told to have been withdrawn by the recording that the public saw it in', async () => {
      const withdrawn = { withdrawn: { reason: 'No.' } };
      await recordedAt('08:05', 'First', said('open'));
      await recordedAt('08:10', 'Leak', said('memo', withdrawn));
      await recordedAt('08:30', 'News', said('article', withdrawn));
      await hidden();
      const { engine, statements, writer } = desk.store;
      const reader = await createReaders(engine, statements, writer, () => new Date(desk.moment))(cy);
      const changes = await reader.changesAfter({ recordedAt: '', recordId: '' }, 200);
      const seen = changes.filter((one) => one.isSeen && one.recordId === id('Assertion', 'a'));
      expect(seen.map(({ recordedAt: at, withdraws }) => [at, withdraws])).toEqual([
        [instantOf('08:05'), false],
        [instantOf('08:30'), true],
      ]);
    });
  });

  describe('what the public has by a later state', () => {
    const other = (key: string) =>
      assertion(key, 'c', 'speaker', { passages: ['in-article'], stance: 'DOUBTS' });
    const listed = async (at?: string) => {
      const field = `claim(by: { id: "${id('Claim', 'c')}" }) { whoSaid(first: 9) { edges { cursor node { id } } } firstAssertion { id } }`;
      const asked = await desk.api.ask(
        at === undefined ? `{ ${field} }` : `{ asOf(recorded: "${instantOf(at)}") { ${field} } }`,
        cy,
      );
      const { claim: found } = (at === undefined ? asked : asked['asOf']) as {
        claim: {
          whoSaid: { edges: { cursor: string; node: { id: string } }[] };
          firstAssertion: { id: string };
        };
      };
      const { edges } = found.whoSaid;
      expect(new Set(edges.map(({ cursor }) => placeIn(cursor))).size).toBe(edges.length);
      return [found.firstAssertion.id, ...edges.map(({ node }) => node.id)].map((one) => one.split('@')[0]);
    };
    const placeIn = (cursor: string) =>
      z
        .object({ k: z.string() })
        .parse(JSON.parse(Buffer.from(cursor.split('.').at(-1) ?? '', 'base64url').toString())).k;

    it.each([
      ['behind what is new', ['x', 'a']],
      ['between what is new', ['x', 'a', 'y']],
      ['before what is new', ['a', 'x']],
    ])('stands in lists where the recording of that has it: %s', async (_where, keys) => {
      const { assertions: [a] = [], relations: _, ...rest } = said('memo');
      await recordedAt('08:10', 'Leak', { ...rest, assertions: a ? [a] : [] });
      const { assertions: [moved] = [], relations: __, ...news } = said('article');
      await recordedAt('08:30', 'News', {
        ...news,
        assertions: keys.flatMap((key) => (key === 'a' ? (moved ?? []) : other(key))),
      });
      await hidden();
      const ids = keys.map((key) => id('Assertion', key));
      expect(await listed()).toEqual([ids[0], ...ids]);
      await recordedAt('08:50', 'After', { entities: [entity('after')] });
      expect(await listed('08:45')).toEqual([ids[0], ...ids]);
      await desk.expectWhole();
    });
  });

  it.each([
    ['from then on', ['08:07', '08:15', '08:45', '08:55'], false],
    ['backwards', ['08:55', '08:45', '08:15', '08:07'], false],
    ['beside what is hidden', ['08:07', '08:15', '08:45', '08:55'], true],
  ] as const)(
    'says of an erased record since when it is withdrawn alike in whatever order it is asked: %s',
    async (_order, times, isBesideHidden) => {
      const states: Partial<BundleInput> = {
        entities: [entity('who'), entity('speaker', { kind: 'PERSON' })],
        claims: [claim('c', { about: ['who'] })],
      };
      await recordedAt('08:05', 'First', { ...states, assertions: [assertion('a', 'c', 'speaker')] });
      const more = assertion('a', 'c', 'speaker', { cue: 'more' });
      await recordedAt('08:10', 'More', { ...states, assertions: [more] });
      if (isBesideHidden) await recordedAt('08:20', 'Memo', { sources: [source('memo', 'CONFIDENTIAL')] });
      desk.moment = instantOf('08:50');
      const erasure = { ids: [id('Assertion', 'a')], reason: 'An order', by: 'Desk', requestKey: 'erase:a' };
      await eraseRecords(desk.store.writer, erasure);
      await recordedAt('08:56', 'After', { entities: [entity('after')] });
      for (const time of times) {
        const { asOf } = (await desk.api.ask(
          `{ asOf(recorded: "${instantOf(time)}") { assertion(id: "${id('Assertion', 'a')}") { withdrawnAt } } }`,
          cy,
        )) as { asOf: { assertion: { withdrawnAt: string } } };
        const since = time === '08:55' ? '08:50' : '08:05';
        expect([time, asOf.assertion.withdrawnAt]).toEqual([time, instantOf(since)]);
      }
    },
  );

  it('quotes no passage that the public has since another recording, before that', async () => {
    const quoting = (where: readonly string[], ...quoted: string[]): Partial<BundleInput> => ({
      entities: [entity('who'), entity('speaker', { kind: 'PERSON' })],
      claims: [claim('c', { about: ['who'] })],
      sources: where.map((key) => source(key, 'PUBLIC')),
      passages: [
        passage('in-open', 'v-open'),
        ...(where.at(-1) === 'open' ? [] : [passage('moved', `v-${where.at(-1)}`)]),
      ],
      assertions: [assertion('a', 'c', 'speaker', { passages: quoted })],
    });
    await recordedAt('08:05', 'First', quoting(['open'], 'in-open'));
    await recordedAt('08:10', 'Leak', quoting(['open', 'memo'], 'in-open', 'moved'));
    await recordedAt('08:30', 'News', quoting(['open', 'memo', 'article'], 'in-open', 'moved'));
    await hidden();
    const revisions = (await told(id('Assertion', 'a')))?.revisions ?? [];
    expect(revisions.map(({ title }) => title)).not.toContain('Leak');
    expect((await told(id('Assertion', 'a'), '08:15'))?.version).toBe(1);
    await desk.expectWhole();
  });

  describe('what names an assertion that the public has since another recording', () => {
    const request = (others: object = {}) => ({
      ...{ key: 'q', claim: id('Claim', 'c'), to: id('Entity', 'who'), channel: 'a call' },
      ...{
        question: { en: 'Is it so?' },
        askedOn: { edtf: '2023' },
        deadline: '2023-12-15T18:00:00Z',
        ...others,
      },
    });
    const relation = (...by: string[]) => ({
      ...{ key: 'drawn', kind: 'CAUSES' as const, from: id('Claim', 'c'), to: id('Claim', 'd') },
      ...{ status: 'PROPOSED' as const, reason: { en: 'Hence.' }, assertedBy: by },
    });
    const warning = { code: 'SCOPE_UNCLEAR' as const, message: { en: 'Unclear.' } };
    const layered = { ...warning, layer: 'answer' };
    const x = (others: object = {}) =>
      assertion('x', id('Claim', 'c'), id('Entity', 'speaker'), {
        source: id('Source', 'open'),
        warnings: [warning],
        ...others,
      });
    const answer = (where: string) =>
      assertion('answer', id('Claim', 'c'), id('Entity', 'who'), {
        passages: [`in-${where}`],
        stance: 'DENIES',
      });
    const named = id('Assertion', 'answer');
    const ways: readonly (readonly [string, string, Partial<BundleInput>, string])[] = [
      ['a reply', id('ReplyRequest', 'q'), { replyRequests: [request({ reply: 'answer' })] }, 'reply { id }'],
      [
        'who draws a relation',
        id('ClaimRelation', 'drawn'),
        { relations: [relation(id('Assertion', 'x'), 'answer')] },
        'assertedBy { id }',
      ],
      [
        'what is copied',
        id('Assertion', 'x'),
        { assertions: [x({ copyOf: 'answer', copyReason: 'The same.' })] },
        'copyOf { id }',
      ],
      [
        'what is responded to',
        id('Assertion', 'x'),
        { assertions: [x({ inResponseTo: 'answer' })] },
        'inResponseTo { id }',
      ],
      [
        'a layer that is warned of',
        id('Assertion', 'x'),
        { assertions: [x({ warnings: [layered] })] },
        'warnings { layer { id } }',
      ],
    ];

    it.each(ways)(
      'tells by no version of when it came to name it: %s',
      async (_way, record, lists, field) => {
        const { relations: _, assertions: __, ...open } = said('open');
        await recordedAt('08:05', 'First', {
          ...open,
          assertions: [assertion('x', 'c', 'speaker', { source: 'open', warnings: [warning] })],
        });
        await recordedAt('08:07', 'Second', {
          relations: [relation(id('Assertion', 'x'))],
          replyRequests: [request()],
        });
        const leak = (where: string) => ({
          sources: [source('memo', 'PUBLIC'), source('article', 'PUBLIC')],
          passages: [passage('in-memo', 'v-memo'), passage('in-article', 'v-article')],
          ...lists,
          assertions: [answer(where), ...(lists.assertions ?? [])],
        });
        await recordedAt('08:10', 'Leak', leak('memo'));
        expect((await told(record))?.revisions.map(({ title }) => title)).toContain('Leak');
        await recordedAt('08:30', 'News', leak('article'));
        await hidden();
        expect((await told(record))?.revisions.map(({ title }) => title)).not.toContain('Leak');
        expect((await told(record, '08:35'))?.version).toBe(1);
        const names = async (at: string) =>
          JSON.stringify(
            await desk.api.ask(
              `{ asOf(recorded: "${instantOf(at)}") { node(id: "${record}") { ... on ${record.split('_')[0]} { ${field} } } } }`,
              cy,
            ),
          ).includes(named);
        expect([await names('08:25'), await names('08:35')]).toEqual([false, true]);
        const { changes } = (await desk.api.ask(
          '{ changes(first: 99) { edges { node { recordedAt record { id } } } } }',
          cy,
        )) as { changes: { edges: { node: { recordedAt: string; record: { id: string } } }[] } };
        const own = changes.edges.filter(({ node }) => node.record.id === record);
        expect(own.map(({ node }) => node.recordedAt)).not.toContain(instantOf('08:10'));
        await desk.expectWhole();
        await recordedAt('08:50', 'Access', { sources: [source('memo', 'PUBLIC')] });
        expect((await told(record))?.revisions.map(({ title }) => title)).toContain('Leak');
        await desk.expectWhole();
      },
    );
  });
});
