import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesIn, isVoiceOf, positionsOf } from '../../src/domain/positions.ts';
import { anyDossier } from './random-dossier.ts';
import { entity, entry } from './records.ts';

const bytedance = entity('ByteDance', { kind: 'ORGANIZATION' });
const seth = entity('Seth');
const verge = entity('The Verge');
const accusation = entry('accusation', { speaker: verge });
const denial = entry('denial', { speaker: seth, onBehalfOf: bytedance, stance: 'DENIES' });

test('a body’s position is its own and that of whoever speaks for it', () => {
  const own = entry('own', { claimId: 'other', speaker: bytedance, recordedAt: '2024-02-01T00:00:00.000Z' });
  expect(positionsOf('ByteDance', [own, denial, accusation])).toEqual([
    {
      claimId: 'claim',
      bodyId: null,
      heldIds: ['denial'],
      stance: 'DENIES',
      isStanceCertain: true,
      changed: false,
    },
    {
      claimId: 'other',
      bodyId: null,
      heldIds: ['own'],
      stance: 'AFFIRMS',
      isStanceCertain: true,
      changed: false,
    },
  ]);
});

test('what one says for a body and what one says for oneself are two positions, and no change of either', () => {
  const forBody = entry('for the body', {
    speaker: seth,
    onBehalfOf: bytedance,
    stance: 'DENIES',
    said: '2024-01-01',
  });
  const own = entry('own', { speaker: seth, said: '2024-06-01' });
  expect(positionsOf('Seth', [own, forBody])).toMatchObject([
    { bodyId: 'ByteDance', heldIds: ['for the body'], stance: 'DENIES', changed: false },
    { bodyId: null, heldIds: ['own'], stance: 'AFFIRMS', changed: false },
  ]);
  expect(positionsOf('ByteDance', [own, forBody])).toMatchObject([
    { bodyId: null, heldIds: ['for the body'], stance: 'DENIES', changed: false },
  ]);
  expect(changesIn([own, forBody])).toEqual([]);
  const ofBody = entry('of the body', { speaker: bytedance, said: '2024-07-01' });
  expect(positionsOf('ByteDance', [own, forBody, ofBody])).toMatchObject([{ changed: true }]);
  expect(changesIn([own, forBody, ofBody])).toEqual([ofBody]);
});

test('a reporter who relays an accusation and its denial holds neither', () => {
  const huxiu = entity('Huxiu');
  const entries = [
    accusation,
    denial,
    entry('a', { speaker: huxiu, of: accusation }),
    entry('b', { speaker: huxiu, of: denial, commitment: 'DISTANCES' }),
  ];
  expect(positionsOf('Huxiu', entries)).toEqual([]);
});

test('a relay that vouches for what it relays holds it', () => {
  const relay = entry('relay', { speaker: verge, of: denial, commitment: 'ENDORSES' });
  expect(positionsOf('The Verge', [denial, relay])).toMatchObject([{ heldIds: ['relay'], stance: 'DENIES' }]);
});

test('the last side taken is the stance, and one that certainly followed another is a change', () => {
  const entries = [
    entry('denied', { speaker: seth, stance: 'DENIES', said: '2023-12-20' }),
    entry('affirmed', { speaker: seth, said: '2023-12-01' }),
  ];
  expect(positionsOf('Seth', entries)).toEqual([
    {
      claimId: 'claim',
      bodyId: null,
      heldIds: ['affirmed', 'denied'],
      stance: 'DENIES',
      isStanceCertain: true,
      changed: true,
    },
  ]);
});

describe('an order that the dates do not settle', () => {
  test.each([
    ['an open beginning', '2023-12-15', '../2023-12-18~'],
    ['a year around a month', '2023-06', '2023'],
    ['a day that is not certain', '2023-06', '2024~'],
    ['one date', '2023-06-01', '2023-06-01'],
    ['a date that is missing', '2023-06-01', undefined],
    ['no dates', undefined, undefined],
  ])('is no change of position: %s', (_, said, other) => {
    const at = (edtf: string | undefined) => (edtf === undefined ? {} : { said: edtf });
    const entries = [
      entry('a', { speaker: seth, ...at(said) }),
      entry('b', { speaker: seth, stance: 'DENIES', ...at(other), recordedAt: '2024-02-01T00:00:00.000Z' }),
    ];
    expect(positionsOf('Seth', entries)).toMatchObject([{ isStanceCertain: false, changed: false }]);
    expect(positionsOf('Seth', entries)[0]?.heldIds.toSorted()).toEqual(['a', 'b']);
    expect(changesIn(entries)).toEqual([]);
  });

  test('leaves what is settled: the last is certain, and so is that there was a change, not when', () => {
    const entries = [
      entry('a', { speaker: seth, said: '2023-06' }),
      entry('b', { speaker: seth, stance: 'DENIES', said: '2023' }),
      entry('c', { speaker: seth, stance: 'DENIES', said: '2024' }),
    ];
    expect(positionsOf('Seth', entries)).toMatchObject([
      { stance: 'DENIES', isStanceCertain: true, changed: true },
    ]);
    expect(changesIn(entries)).toEqual([]);
  });
});

test('whoever declines to comment or does not respond has changed no position', () => {
  for (const stance of ['DECLINES_TO_COMMENT', 'NO_RESPONSE'] as const) {
    const entries = [
      entry('first', { speaker: seth, stance, said: '2023-01' }),
      entry('said', { speaker: seth, said: '2023-06' }),
      entry('later', { speaker: seth, stance, said: '2023-09' }),
    ];
    expect(positionsOf('Seth', entries)).toMatchObject([
      { heldIds: ['first', 'said', 'later'], stance: 'AFFIRMS', isStanceCertain: true, changed: false },
    ]);
    expect(changesIn(entries)).toEqual([]);
    expect(positionsOf('Seth', entries.slice(0, 1))).toMatchObject([{ stance, isStanceCertain: true }]);
  }
});

describe('a retraction', () => {
  const back = (said?: string) =>
    entry('back', { speaker: seth, stance: 'RETRACTS', ...(said ? { said } : {}) });

  test.each(['AFFIRMS', 'DENIES', 'DOUBTS'] as const)('is the last word after it %s', (stance) => {
    for (const retraction of [back('2024-02-01'), back()]) {
      const entries = [entry('said', { speaker: seth, stance, said: '2024-01-01' }), retraction];
      expect(positionsOf('Seth', entries)).toMatchObject([
        { heldIds: ['said', 'back'], stance: 'RETRACTS', isStanceCertain: true, changed: true },
      ]);
      expect(changesIn(entries)).toEqual([retraction]);
    }
  });

  test('is followed by what is said again', () => {
    const entries = [
      entry('said', { speaker: seth, said: '2024-01-01' }),
      back('2024-01-05'),
      entry('again', { speaker: seth, said: '2024-01-09' }),
    ];
    expect(positionsOf('Seth', entries)).toMatchObject([
      { stance: 'AFFIRMS', isStanceCertain: true, changed: true },
    ]);
    expect(changesIn(entries).map(({ id }) => id)).toEqual(['back', 'again']);
  });

  test('of what is not recorded here is a change all the same, and an event of the timeline', () => {
    expect(positionsOf('Seth', [back()])).toMatchObject([{ stance: 'RETRACTS', changed: true }]);
    expect(changesIn([back()])).toEqual([back()]);
  });

  test('for oneself leaves what was said for a body', () => {
    expect(positionsOf('ByteDance', [denial, back()])).toMatchObject([{ stance: 'DENIES', changed: false }]);
    expect(positionsOf('Seth', [denial, back()])).toMatchObject([
      { bodyId: null, stance: 'RETRACTS', changed: true },
      { bodyId: 'ByteDance', stance: 'DENIES', changed: false },
    ]);
  });

  test('without a date leaves open which of two it took back', () => {
    const entries = [
      entry('said', { speaker: seth, said: '2024-01-01' }),
      entry('again', { speaker: seth, said: '2024-01-09' }),
      back(),
    ];
    expect(positionsOf('Seth', entries)).toMatchObject([{ isStanceCertain: false, changed: true }]);
  });
});

test('what has no date stands after what has one, as it was recorded', () => {
  const at = (id: string, recordedAt: string) => entry(id, { speaker: seth, recordedAt });
  const entries = [
    at('late', '2024-03-01T00:00:00.000Z'),
    entry('dated', { speaker: seth, said: '2024-02-01', recordedAt: '2024-05-01T00:00:00.000Z' }),
    at('early', '2024-01-01T00:00:00.000Z'),
  ];
  expect(positionsOf('Seth', entries)[0]?.heldIds).toEqual(['dated', 'early', 'late']);
});

test('what was withdrawn or replaced is not held any more', () => {
  const entries = [
    entry('gone', { speaker: seth, withdrawnAt: '2024-02-01T00:00:00.000Z' }),
    entry('old', { speaker: seth, supersededById: 'new' }),
  ];
  expect(positionsOf('Seth', entries)).toEqual([]);
});

test('on any dossier everyone holds only what is current, its own and not merely passed on, in one order', () => {
  fc.assert(
    fc.property(anyDossier, fc.constantFrom('p1', 'p3', 'body'), (one, clusterId) => {
      const all = [...one.entries, ...one.others];
      const positions = positionsOf(clusterId, all);
      expect(positionsOf(clusterId, [...all].reverse())).toEqual(positions);
      for (const { heldIds, changed } of positions) {
        const stances = heldIds.map((id) => all.find((each) => each.id === id)?.stance);
        expect(stances.length).toBeGreaterThan(0);
        if (changed && !stances.includes('RETRACTS')) expect(new Set(stances).size).toBeGreaterThan(1);
      }
      const held = positions.flatMap(({ heldIds }) => heldIds);
      const expected = all.filter(
        (each) =>
          isVoiceOf(clusterId, each) &&
          each.withdrawnAt === null &&
          each.supersededById === null &&
          (each.attributedToId === null || each.commitment === 'ENDORSES'),
      );
      expect([...held].sort()).toEqual(expected.map(({ id }) => id).sort());
    }),
  );
});
