import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isVoiceOf, positionsOf } from '../../src/domain/positions.ts';
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
    { claimId: 'claim', heldIds: ['denial'], stance: 'DENIES', changed: false },
    { claimId: 'other', heldIds: ['own'], stance: 'AFFIRMS', changed: false },
  ]);
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

test('the latest said is the stance, and more than one is a change', () => {
  const entries = [
    entry('denied', { speaker: seth, stance: 'DENIES', said: '2023-12-20' }),
    entry('refused', { speaker: seth, stance: 'DECLINES_TO_COMMENT', said: '2023-12-01' }),
  ];
  expect(positionsOf('Seth', entries)).toEqual([
    { claimId: 'claim', heldIds: ['refused', 'denied'], stance: 'DENIES', changed: true },
  ]);
});

test('what has no date stands where it was recorded', () => {
  const at = (id: string, recordedAt: string) => entry(id, { speaker: seth, recordedAt });
  const entries = [
    at('late', '2024-03-01T00:00:00.000Z'),
    entry('dated', { speaker: seth, said: '2024-02-01', recordedAt: '2024-05-01T00:00:00.000Z' }),
    at('early', '2024-01-01T00:00:00.000Z'),
  ];
  expect(positionsOf('Seth', entries)[0]?.heldIds).toEqual(['early', 'dated', 'late']);
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
