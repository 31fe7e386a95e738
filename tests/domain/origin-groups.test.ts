import { describe, expect, test } from 'vitest';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import { dossier, entity, entry, judged } from './records.ts';

const openai = entity('OpenAI', { kind: 'ORGANIZATION' });
const felix = entity('Felix');
const seth = entity('Seth');
const huxiu = entity('Huxiu', { kind: 'ORGANIZATION' });
const grok = entity('Grok', { kind: 'MACHINE' });

const origin = (id: string, options = {}) => entry(id, options);
const groups = (...args: Parameters<typeof dossier>) =>
  corroborationOf(dossier(...args)).origins.map(({ memberIds }) => memberIds);

describe('what belongs together', () => {
  test('two voices that nothing joins are two origins', () => {
    expect(groups([origin('a'), origin('b')])).toEqual([['a'], ['b']]);
  });

  test('the same speaker, also under two records judged the same', () => {
    const other = entity('N. Felix', { clusterId: 'Felix' });
    expect(groups([origin('a', { speaker: felix }), origin('b', { speaker: other })])).toEqual([['a', 'b']]);
  });

  test('two who speak for the same body, and the body itself', () => {
    const entries = [
      origin('a', { speaker: felix, onBehalfOf: openai }),
      origin('b', { speaker: seth, onBehalfOf: openai }),
      origin('c', { speaker: openai }),
    ];
    expect(groups(entries)).toEqual([['a', 'b', 'c']]);
  });

  test('a copy and what it copies', () => {
    expect(groups([origin('a'), origin('b', { copyOfId: 'a' })])).toEqual([['a', 'b']]);
  });

  test('not what only a machine holds to be a copy: it proposes, until a person has the record as theirs', () => {
    for (const method of ['MODEL', 'RULES'] as const)
      expect(groups([origin('a'), origin('b', { copyOfId: 'a', method })])).toEqual([['a'], ['b']]);
  });

  test('a copy of a relay belongs to that relay’s origin', () => {
    const said = origin('a');
    const relay = entry('r', { of: said });
    expect(groups([said, relay, origin('b', { copyOfId: 'r' })])).toEqual([['a', 'b']]);
  });

  test('two copies of the same third, on another claim', () => {
    const copies = [origin('a', { copyOfId: 'x' }), origin('b', { copyOfId: 'x' })];
    const elsewhere = origin('x', { claimId: 'another' });
    expect(groups(copies, { others: [elsewhere] })).toEqual([['a', 'b']]);
  });

  test('nobody who copied what was withdrawn, taken back, a machine’s or an unknown voice’s', () => {
    const copies = [origin('a', { copyOfId: 'x' }), origin('b', { copyOfId: 'a' })];
    expect(groups(copies)).toEqual([['a', 'b']]);
    const ann = entity('ann');
    for (const copied of [
      [origin('x', { withdrawnAt: '2024-02-01T00:00:00.000Z' })],
      [origin('x', { speaker: ann }), entry('back', { speaker: ann, stance: 'RETRACTS' })],
      [origin('x', { speaker: grok })],
      [origin('x', { speaker: entity('?', { kind: 'UNKNOWN' }) })],
    ])
      expect(groups([...copies, ...copied])).toEqual([]);
    const relay = entry('x', { of: origin('y', { withdrawnAt: '2024-02-01T00:00:00.000Z' }) });
    expect(groups([...copies, relay, origin('y', { withdrawnAt: '2024-02-01T00:00:00.000Z' })])).toEqual([]);
  });

  test('two assertions judged the same', () => {
    expect(groups([origin('a'), origin('b')], { judgements: [judged('SAME', 'a', 'b')] })).toEqual([
      ['a', 'b'],
    ]);
  });

  test('two that are joined through one that does not count itself', () => {
    const entries = [origin('a'), origin('b'), origin('machine', { speaker: grok })];
    const judgements = [judged('SAME', 'a', 'machine'), judged('SAME', 'b', 'machine')];
    expect(groups(entries, { judgements })).toEqual([['a', 'b']]);
  });

  test('being employed by a body, without speaking for it, joins nobody', () => {
    expect(groups([origin('a', { role: 'OpenAI engineer' }), origin('b', { speaker: openai })])).toHaveLength(
      2,
    );
  });

  test('the representative is the one said first, whatever the order of recording', () => {
    const entries = [
      origin('late', { speaker: felix, said: '2023-12-15' }),
      origin('early', { speaker: felix, said: '2023-12-01', recordedAt: '2024-05-01T00:00:00.000Z' }),
    ];
    expect(corroborationOf(dossier(entries)).origins[0]?.representativeId).toBe('early');
  });

  test.each([
    ['alone', [origin('a')], [], 'No other origin belongs with it'],
    [
      'one speaker',
      [origin('a', { speaker: felix }), origin('b', { speaker: felix })],
      [],
      'The same speaker',
    ],
    [
      'one body',
      [origin('a', { onBehalfOf: openai }), origin('b', { onBehalfOf: openai })],
      [],
      'Speaking for the same body',
    ],
    [
      'a body and its voice',
      [origin('a', { onBehalfOf: openai }), origin('b', { speaker: openai })],
      [],
      'Speaking for the same body',
    ],
    ['a copy', [origin('a'), origin('b', { copyOfId: 'a' })], [], 'One copied from another'],
    [
      'a judgement',
      [origin('a'), origin('b')],
      [judged('SAME', 'a', 'b')],
      'Judged to be the same statement',
    ],
    [
      'a doubt',
      [origin('a'), origin('b')],
      [judged('UNSURE', 'a', 'b')],
      'Perhaps the same, which is not decided',
    ],
    [
      'a doubt about speakers',
      [origin('a', { speaker: felix }), origin('b', { speaker: seth })],
      [judged('UNSURE', 'Felix', 'Seth')],
      'Perhaps the same, which is not decided',
    ],
  ])('a group says what joins it: %s', (_, entries, judgements, reason) => {
    const [group] = corroborationOf(dossier(entries, { judgements })).origins;
    expect(group?.reason[0]).toEqual({ language: 'en', text: reason });
  });
});

describe('unsure judgements', () => {
  test.each([
    ['between speakers', judged('UNSURE', 'Felix', 'Seth')],
    ['between assertions', judged('UNSURE', 'a', 'b')],
  ])('%s make a range', (_, judgement) => {
    const entries = [origin('a', { speaker: felix }), origin('b', { speaker: seth })];
    expect(corroborationOf(dossier(entries, { judgements: [judgement] }))).toMatchObject({
      independentOrigins: 1,
      independentOriginsAtMost: 2,
    });
  });

  test('count by cluster, and are outranked by DIFFERENT on the same clusters', () => {
    const other = entity('N. Felix', { clusterId: 'Felix' });
    const entries = [origin('a', { speaker: other }), origin('b', { speaker: seth })];
    const unsure = judged('UNSURE', 'Felix', 'Seth');
    const range = (judgements: (typeof unsure)[]) => {
      const { independentOrigins, independentOriginsAtMost } = corroborationOf(
        dossier(entries, { judgements }),
      );
      return [independentOrigins, independentOriginsAtMost];
    };
    expect(range([unsure])).toEqual([1, 2]);
    expect(range([unsure, judged('DIFFERENT', 'N. Felix', 'Seth')])).toEqual([2, 2]);
  });
});

describe('an own voice beside those it reports', () => {
  const sourced = origin('sourced', { speaker: felix });
  const relay = entry('relay', { speaker: huxiu, of: sourced });
  const own = origin('own', { speaker: huxiu, basis: 'UNSTATED' });

  test('does not count', () => {
    expect(groups([sourced, relay, own])).toEqual([['sourced']]);
  });

  test('counts where it says how it knows, and where it relays nothing here', () => {
    expect(groups([sourced, relay, { ...own, basis: 'WITNESSED' }])).toHaveLength(2);
    expect(groups([sourced, own])).toHaveLength(2);
  });

  test('does not count beside a machine that it relays, from which it may have it', () => {
    expect(groups([{ ...sourced, speaker: grok }, relay, own])).toEqual([]);
  });

  test('counts beside a denial that it relays, which supports nothing', () => {
    const denial = origin('denial', { speaker: seth, stance: 'DENIES' });
    expect(groups([sourced, denial, entry('relayed', { speaker: huxiu, of: denial }), own])).toHaveLength(2);
  });
});

describe('what its speaker takes back', () => {
  const affirmed = origin('affirmed', { speaker: felix, onBehalfOf: openai, said: '2023-12-15' });
  const retraction = (options: Parameters<typeof entry>[1]) =>
    entry('retraction', { stance: 'RETRACTS', speaker: felix, said: '2023-12-20', ...options });

  test.each([
    ['by the speaker', {}],
    ['by another for the same body', { speaker: seth, onBehalfOf: openai }],
    ['at a time that is not known', { said: '../2023-12-31' }],
    ['on the same day', { said: '2023-12-15' }],
  ])('does not count: %s', (_, options) => {
    expect(corroborationOf(dossier([affirmed, retraction(options)]))).toMatchObject({
      independentOrigins: 0,
      noOrigin: 'RETRACTED',
    });
  });

  test.each([
    ['certainly before it was said', { said: '2023-12-01' }],
    ['by someone else', { speaker: seth }],
    ['in a record that was withdrawn', { withdrawnAt: '2024-02-01T00:00:00.000Z' }],
  ])('counts still, where it was taken back %s', (_, options) => {
    expect(corroborationOf(dossier([affirmed, retraction(options)])).independentOrigins).toBe(1);
  });
});
