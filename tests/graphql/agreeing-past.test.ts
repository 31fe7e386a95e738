import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { createReaders } from '../../src/store/readers.ts';
import { cy } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { assertion, type BundleInput, claim, entity } from '../support/small-bundle.ts';
import { agreeingDesk, said } from './agreeing-desk.ts';
import { id, instantOf, passage, source } from './quoted-pool.ts';

const instants = ['08:07', '08:10', '08:15', '08:20', '08:25', '08:29', '08:30', '08:35'];

eachEngine((_, openEngine) => {
  const { desk, hidden, recordedAt, told } = agreeingDesk(openEngine);

  const all = [
    id('Assertion', 'a'),
    id('Assertion', 'told'),
    id('Claim', 'c'),
    id('Entity', 'who'),
    id('Entity', 'speaker'),
    id('ClaimRelation', 'r'),
  ];

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
});
