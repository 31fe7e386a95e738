import { describe, expect, test } from 'vitest';
import { entry } from './records.ts';
import { ann, bobSays, type Options, paper, relayOf, says, told, wire } from './told-claim.ts';

describe('a stance that is known by an altered report alone is told', () => {
  const elsewhere = entry('elsewhere', { speaker: ann, claimId: 'another' });
  const others = [elsewhere];
  const altered = (options: Options = {}) => relayOf(elsewhere, { stance: 'DENIES', ...options });

  test('beside an affirmation, without contesting it', () => {
    expect(told([bobSays, altered()], { others })).toEqual({
      headline: 'According to Bob: … — denial reported by Paper',
      zh: '据Bob称：…——据Paper报道，有人否认',
      sentence: '1 report, 1 independent origin; denial reported by Paper',
      sentenceZh: '1次陈述，1个独立源头；据Paper报道，有人否认',
      status: 'NO_CONTEST_RECORDED',
      origins: 1,
      deniedBy: 0,
    });
  });

  test.each([
    [{}, 'Denial reported by Paper: …', '据Paper报道，有人否认：…'],
    [
      { modality: 'SUSPECTED' },
      'Denial reported by Paper (as a suspicion): …',
      '据Paper报道（仅为怀疑），有人否认：…',
    ],
    [{ stance: 'DOUBTS' }, 'Doubt reported by Paper: …', '据Paper报道，有人质疑：…'],
    [{ stance: 'RETRACTS' }, 'Retraction reported by Paper: …', '据Paper报道，有人收回：…'],
    [
      { stance: 'DECLINES_TO_COMMENT' },
      'Refusal to comment reported by Paper: …',
      '据Paper报道，有人不予置评：…',
    ],
    [{ speaker: ann }, 'Denial reported by Ann: …', '据Ann报道，有人否认：…'],
  ] as const)('alone: %j', (options, headline, zh) => {
    expect(told([altered(options)], { others })).toMatchObject({ headline, zh, status: 'UNSOURCED' });
  });

  test('over several links once, and in the other stance than was taken', () => {
    const said = says();
    const first = entry('first', { speaker: paper, of: said, stance: 'DENIES' });
    const second = entry('second', { speaker: wire, of: first });
    expect(told([said, first, second]).headline).toBe(
      'According to Ann: … — denial reported by Paper, cited by Wire',
    );
  });

  test('not where it was withdrawn', () => {
    const gone = { ...elsewhere, withdrawnAt: '2024-02-01T00:00:00.000Z' };
    expect(told([bobSays, altered()], { others: [gone] }).headline).toBe('According to Bob: …');
  });
});
