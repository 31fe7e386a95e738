import { describe, expect, test } from 'vitest';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import { derivation, dossier, entity, entry, source } from './records.ts';

const bytedance = entity('ByteDance', { kind: 'ORGANIZATION' });
const felix = entity('Felix');
const seth = entity('Seth');
const huxiu = entity('Huxiu', { kind: 'ORGANIZATION' });
const verge = entity('The Verge', { kind: 'ORGANIZATION' });
const grok = entity('Grok', { kind: 'MACHINE' });
const unknown = entity('Unknown', { kind: 'UNKNOWN' });
const engineer = entity('an engineer', { anonymity: 'UNNAMED_HERE' });

const origin = (id: string, options = {}) => entry(id, options);

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
