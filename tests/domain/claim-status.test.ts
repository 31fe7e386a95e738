import { describe, expect, test } from 'vitest';
import { facetsOf, statusOf } from '../../src/domain/claim-status.ts';
import type { Review } from '../../src/domain/model.ts';
import { dossier, entity, entry, relation, review } from './records.ts';

const gone = { withdrawnAt: '2024-02-01T00:00:00.000Z' };
const unknown = entity('Unknown', { kind: 'UNKNOWN' });
const machine = entity('Doubao', { kind: 'MACHINE' });
const felix = entity('Felix');
const unsure = entity('Unsure');
const said = entry('said', { speaker: felix, said: '2023-12-15' });

describe('a claim’s status', () => {
  test.each([
    ['nothing is recorded', [], 'UNSOURCED'],
    ['it is only denied', [entry('a', { stance: 'DENIES' })], 'UNSOURCED'],
    ['it is only affirmed', [said], 'NO_CONTEST_RECORDED'],
    ['only a machine affirms it', [entry('a', { speaker: machine })], 'NO_CONTEST_RECORDED'],
    ['all that affirms it is withdrawn', [{ ...said, ...gone }], 'WITHDRAWN'],
    [
      'all that affirms it is withdrawn, and it is denied',
      [{ ...said, ...gone }, entry('a', { stance: 'DENIES' })],
      'WITHDRAWN',
    ],
    [
      'what it was relayed from is withdrawn',
      [{ ...said, ...gone }, entry('relay', { of: { ...said, ...gone } })],
      'WITHDRAWN',
    ],
    ['some of it is withdrawn', [{ ...said, ...gone }, entry('other')], 'NO_CONTEST_RECORDED'],
    [
      'the affirmation was replaced by a denial',
      [{ ...said, supersededById: 'b' }, entry('b', { stance: 'DENIES', speaker: felix })],
      'UNSOURCED',
    ],
    ['only a denial is withdrawn', [entry('a', { stance: 'DENIES', ...gone })], 'UNSOURCED'],
    ['an origin denies it', [said, entry('a', { stance: 'DENIES' })], 'CONTESTED'],
    ['an origin doubts it', [said, entry('a', { stance: 'DOUBTS' })], 'CONTESTED'],
    ['a machine denies it', [said, entry('a', { stance: 'DENIES', speaker: machine })], 'CONTESTED'],
    [
      'words whose speaker is unknown deny it',
      [said, entry('a', { stance: 'DENIES', speaker: unknown })],
      'NO_CONTEST_RECORDED',
    ],
    [
      'someone declines to comment',
      [said, entry('a', { stance: 'DECLINES_TO_COMMENT' })],
      'NO_CONTEST_RECORDED',
    ],
    ['the denial is withdrawn', [said, entry('a', { stance: 'DENIES', ...gone })], 'NO_CONTEST_RECORDED'],
    [
      'its only speaker took it back',
      [said, entry('relay', { of: said }), entry('a', { stance: 'RETRACTS', speaker: felix })],
      'UNSOURCED',
    ],
    [
      'its speaker took it back, and one who relayed it still vouches for it',
      [
        said,
        entry('relay', { of: said, commitment: 'ENDORSES' }),
        entry('a', { stance: 'RETRACTS', speaker: felix }),
      ],
      'NO_CONTEST_RECORDED',
    ],
    [
      'its speaker had taken it back before saying it again',
      [said, entry('a', { stance: 'RETRACTS', speaker: felix, said: '2023-12-01' })],
      'NO_CONTEST_RECORDED',
    ],
    [
      'its only denial was taken back',
      [
        said,
        entry('no', { stance: 'DENIES', speaker: unsure, said: '2023-12-16' }),
        entry('back', { stance: 'RETRACTS', speaker: unsure, said: '2023-12-20' }),
      ],
      'NO_CONTEST_RECORDED',
    ],
    [
      'its only doubt was taken back, nobody knows when',
      [
        said,
        entry('no', { stance: 'DOUBTS', speaker: unsure }),
        entry('back', { stance: 'RETRACTS', speaker: unsure }),
      ],
      'NO_CONTEST_RECORDED',
    ],
    [
      'its denial was taken back and made again',
      [
        said,
        entry('no', { stance: 'DENIES', speaker: unsure, said: '2023-12-16' }),
        entry('back', { stance: 'RETRACTS', speaker: unsure, said: '2023-12-20' }),
        entry('again', { stance: 'DENIES', speaker: unsure, said: '2023-12-21' }),
      ],
      'CONTESTED',
    ],
    [
      'its only speaker denied it later, and took the denial back',
      [
        said,
        entry('no', { stance: 'DENIES', speaker: felix, said: '2023-12-16' }),
        entry('back', { stance: 'RETRACTS', speaker: felix, said: '2023-12-20' }),
      ],
      'NO_CONTEST_RECORDED',
    ],
    [
      'its only speaker took back what may be this or a denial',
      [
        said,
        entry('no', { stance: 'DENIES', speaker: felix }),
        entry('back', { stance: 'RETRACTS', speaker: felix, said: '2023-12-20' }),
      ],
      'UNSOURCED',
    ],
  ])('where %s', (_, entries, status) => {
    expect(statusOf(dossier(entries))).toBe(status);
  });

  test('is contested by a contradiction only once that is confirmed', () => {
    const withRelation = (options: Parameters<typeof relation>[2]) =>
      statusOf(dossier([said], { relations: [relation('claim', 'other', options)] }));
    expect(withRelation({})).toBe('CONTESTED');
    expect(withRelation({ status: 'PROPOSED' })).toBe('NO_CONTEST_RECORDED');
    expect(withRelation({ status: 'REJECTED' })).toBe('NO_CONTEST_RECORDED');
    expect(withRelation({ kind: 'NEAR_VARIANT' })).toBe('NO_CONTEST_RECORDED');
  });
});

describe('a claim’s facets', () => {
  test('say what lists filter by', () => {
    const unnamed = entry('a', { speaker: entity('an engineer', { anonymity: 'PROTECTED' }) });
    const entries = [
      unnamed,
      entry('b', { of: unnamed }),
      entry('c', { stance: 'DENIES' }),
      entry('d', gone),
    ];
    const options = { relations: [relation('claim', 'other')], reviews: [review('r')] };
    expect(facetsOf(dossier(entries, options))).toEqual({
      status: 'CONTESTED',
      independentOrigins: 1,
      anonymousOnly: true,
      hasContradiction: true,
      reviewed: true,
      assertionCount: 3,
    });
  });

  test('do not call a claim reviewed whose reviews are all withdrawn', () => {
    const withdrawnAt = '2024-03-06T10:00:00.000Z';
    const reviewed = (...reviews: readonly Review[]) => facetsOf(dossier([said], { reviews })).reviewed;
    expect(reviewed(review('r', { withdrawnAt }))).toBe(false);
    expect(reviewed(review('r', { withdrawnAt }), review('s'))).toBe(true);
  });

  test('do not call a claim anonymous that has no origin that counts', () => {
    expect(facetsOf(dossier([]))).toMatchObject({
      anonymousOnly: false,
      independentOrigins: 0,
      reviewed: false,
    });
    expect(facetsOf(dossier([entry('a', { speaker: unknown })])).anonymousOnly).toBe(false);
    expect(facetsOf(dossier([said])).anonymousOnly).toBe(false);
  });
});
