import { describe, expect, test } from 'vitest';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import { derivation, dossier, entity, entry, judged, source } from './records.ts';

const openai = entity('OpenAI', { kind: 'ORGANIZATION' });
const bytedance = entity('ByteDance', { kind: 'ORGANIZATION' });
const felix = entity('Felix');
const seth = entity('Seth');
const huxiu = entity('Huxiu', { kind: 'ORGANIZATION' });
const verge = entity('The Verge', { kind: 'ORGANIZATION' });
const grok = entity('Grok', { kind: 'MACHINE' });
const unknown = entity('Unknown', { kind: 'UNKNOWN' });
const engineer = entity('an engineer', { anonymity: 'UNNAMED_HERE' });

const origin = (id: string, options = {}) => entry(id, options);
const groups = (...args: Parameters<typeof dossier>) =>
  corroborationOf(dossier(...args)).origins.map(({ memberIds }) => memberIds);

describe('what is counted', () => {
  test('an origin and its relays are one origin and as many reports', () => {
    const said = origin('said', { speaker: felix });
    const reported = entry('reported', { speaker: verge, of: said });
    const again = entry('again', { speaker: huxiu, of: reported });
    expect(corroborationOf(dossier([said, reported, again]))).toMatchObject({
      assertions: 3,
      independentOrigins: 1,
      independentOriginsAtMost: 1,
      unnamedOrigins: 0,
      noOrigin: null,
    });
  });

  test('a claim that nobody affirms has no support at all', () => {
    expect(corroborationOf(dossier([origin('no', { stance: 'DENIES' })]))).toMatchObject({
      assertions: 0,
      sources: 0,
      independentOrigins: 0,
      origins: [],
      noOrigin: null,
      deniedBy: 1,
    });
  });

  test.each([
    ['a machine', { speaker: grok }, 'MACHINES'],
    ['an unknown speaker', { speaker: unknown }, 'UNKNOWN'],
  ])('%s is never an origin that counts', (_, options, noOrigin) => {
    expect(corroborationOf(dossier([origin('a', options)]))).toMatchObject({
      assertions: 1,
      independentOrigins: 0,
      independentOriginsAtMost: 0,
      noOrigin,
    });
  });

  test('machines are counted apart, by groups', () => {
    const answers = [
      origin('a', { speaker: grok }),
      origin('b', { speaker: grok }),
      origin('c', { speaker: felix }),
    ];
    expect(corroborationOf(dossier(answers))).toMatchObject({ machineOrigins: 1, independentOrigins: 1 });
  });

  test('what is withdrawn or replaced does not count', () => {
    const gone = origin('gone', { withdrawnAt: '2024-02-01T00:00:00.000Z' });
    const old = origin('old', { supersededById: 'new' });
    expect(corroborationOf(dossier([gone, old, origin('new')]))).toMatchObject({
      assertions: 1,
      independentOrigins: 1,
    });
  });

  test('a relay of something withdrawn neither becomes an origin nor counts as a report', () => {
    const gone = origin('gone', { withdrawnAt: '2024-02-01T00:00:00.000Z' });
    const relay = entry('relay', { of: gone });
    const further = entry('further', { of: relay, commitment: 'ENDORSES' });
    expect(corroborationOf(dossier([gone, relay, further]))).toMatchObject({
      assertions: 0,
      independentOrigins: 0,
      endorsements: 0,
    });
  });

  test('a relay of something replaced counts as long as what replaced it stands', () => {
    const old = origin('old', { supersededById: 'new', speaker: felix });
    const relay = entry('relay', { of: old });
    const standing = origin('new', { speaker: felix });
    const gone = origin('new', { speaker: felix, withdrawnAt: '2024-02-01T00:00:00.000Z' });
    expect(corroborationOf(dossier([old, relay, standing])).assertions).toBe(2);
    expect(corroborationOf(dossier([old, relay, gone])).assertions).toBe(0);
  });

  test('an endorsing relay is counted as an endorsement, never as an origin', () => {
    const said = origin('said');
    const relay = entry('relay', { of: said, commitment: 'ENDORSES' });
    expect(corroborationOf(dossier([said, relay]))).toMatchObject({ independentOrigins: 1, endorsements: 1 });
  });

  test('sources are those it was made in, and where that is unknown those it was read in', () => {
    const entries = [
      origin('a', { sourceId: 'one', readInIds: ['repost'] }),
      origin('b', { sourceId: 'one' }),
      origin('c', { readInIds: ['repost', 'two'] }),
      origin('d', { stance: 'DENIES', sourceId: 'three' }),
    ];
    expect(corroborationOf(dossier(entries)).sources).toBe(3);
  });

  test('a group is unnamed when none of its speakers is named', () => {
    const unnamed = origin('a', { speaker: engineer });
    const copy = origin('b', { speaker: felix, copyOfId: 'a' });
    expect(corroborationOf(dossier([unnamed])).unnamedOrigins).toBe(1);
    expect(corroborationOf(dossier([unnamed, copy])).unnamedOrigins).toBe(0);
  });

  test('at most fifty groups are listed, and all are counted', () => {
    const many = Array.from({ length: 60 }, (_, index) => origin(`o${index}`));
    const { origins, independentOrigins } = corroborationOf(dossier(many));
    expect([origins.length, independentOrigins]).toEqual([50, 60]);
  });
});

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

  test('a copy of a relay belongs to that relay’s origin', () => {
    const said = origin('a');
    const relay = entry('r', { of: said });
    expect(groups([said, relay, origin('b', { copyOfId: 'r' })])).toEqual([['a', 'b']]);
  });

  test('two copies of the same third, on another claim or withdrawn', () => {
    const copies = [origin('a', { copyOfId: 'x' }), origin('b', { copyOfId: 'x' })];
    const elsewhere = origin('x', { claimId: 'another' });
    expect(groups(copies, { others: [elsewhere] })).toEqual([['a', 'b']]);
    expect(groups([...copies, origin('x', { withdrawnAt: '2024-02-01T00:00:00.000Z' })])).toEqual([
      ['a', 'b'],
    ]);
  });

  test('two assertions judged the same', () => {
    expect(groups([origin('a'), origin('b')], { judgements: [judged('SAME', 'a', 'b')] })).toEqual([
      ['a', 'b'],
    ]);
  });

  test('two that are joined through one that does not count itself', () => {
    const entries = [
      origin('a', { copyOfId: 'machine' }),
      origin('b', { copyOfId: 'machine' }),
      origin('machine', { speaker: grok }),
    ];
    expect(groups(entries)).toEqual([['a', 'b']]);
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

  test('counts where it says how it knows, where it relays nothing here, and where it stands alone', () => {
    expect(groups([sourced, relay, { ...own, basis: 'WITNESSED' }])).toHaveLength(2);
    expect(groups([sourced, own])).toHaveLength(2);
    const machine = { ...sourced, speaker: grok };
    expect(groups([machine, relay, own])).toEqual([['own']]);
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

describe('denials and refusals', () => {
  test('count entities: the body spoken for, else the speaker, each once', () => {
    const entries = [
      origin('a', { stance: 'DENIES', speaker: seth, onBehalfOf: bytedance }),
      origin('b', { stance: 'DENIES', speaker: bytedance }),
      origin('c', { stance: 'DENIES', speaker: felix }),
      origin('d', { stance: 'DECLINES_TO_COMMENT', speaker: engineer }),
    ];
    const result = corroborationOf(dossier(entries));
    expect(result).toMatchObject({ deniedBy: 2, declinedBy: 1 });
    expect(result.deniers.map(({ id }) => id)).toEqual(['ByteDance', 'Felix']);
  });

  test('leave out machines, unknown speakers, relays, doubts and what is no longer current', () => {
    const denial = origin('denial', { stance: 'DENIES', withdrawnAt: '2024-02-01T00:00:00.000Z' });
    const entries = [
      denial,
      entry('relay', { of: denial, commitment: 'ENDORSES' }),
      origin('machine', { stance: 'DENIES', speaker: grok }),
      origin('unknown', { stance: 'DENIES', speaker: unknown }),
      origin('doubt', { stance: 'DOUBTS' }),
    ];
    expect(corroborationOf(dossier(entries)).deniedBy).toBe(0);
  });
});

describe('sources that lead back to themselves', () => {
  test('are listed in the order of derivation, rejected derivations aside', () => {
    const sources = [
      source('c', { derivedFrom: [derivation('a', { status: 'PROPOSED' })] }),
      source('a', { derivedFrom: [derivation('b')] }),
      source('b', { derivedFrom: [derivation('c'), derivation('d', { status: 'REJECTED' })] }),
      source('d', { derivedFrom: [derivation('b')] }),
      source('self', { derivedFrom: [derivation('self')] }),
    ];
    expect(corroborationOf(dossier([], { sources })).circular).toEqual([['a', 'b', 'c'], ['self']]);
  });
});
