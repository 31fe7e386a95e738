import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edtfDate } from '../../src/domain/edtf-date.ts';
import {
  compareEvents,
  type TimelineEvent,
  timelineOfClaim,
  timelineOfEntity,
} from '../../src/domain/timeline.ts';
import { anyDossier } from './random-dossier.ts';
import { claim, dossier, entity, entry, review } from './records.ts';

const felix = entity('Felix');
const summary = (events: readonly TimelineEvent[]) =>
  events.map(({ kind, date, assertionId, reviewId }) => [date?.edtf ?? null, kind, assertionId ?? reviewId]);
const recorded = ['2024-01-01', 'RECORDED', null];

describe('a claim’s timeline', () => {
  test('tells what it concerns, who said, passed on and denied it, reviews, and when it was recorded', () => {
    const said = entry('said', { said: '2023-12-10' });
    const entries = [
      entry('denied', { stance: 'DENIES', said: '2023-12-14' }),
      entry('doubted', { stance: 'DOUBTS', said: '2023-12-13' }),
      entry('refused', { stance: 'DECLINES_TO_COMMENT', said: '2023-12-12' }),
      entry('reported', { of: said, said: '2023-12-11' }),
      said,
    ];
    const about = claim('claim', { concerns: edtfDate({ edtf: '2023-12-09', original: '12月9日' }) });
    const reviews = [review('review', { publishedOn: edtfDate({ edtf: '2024-02-01' }) })];
    expect(summary(timelineOfClaim(dossier(entries, { claim: about, reviews })))).toEqual([
      ['2023-12-09', 'CONCERNS', null],
      ['2023-12-10', 'SAID', 'said'],
      ['2023-12-11', 'REPORTED', 'reported'],
      ['2023-12-12', 'SAID', 'refused'],
      ['2023-12-13', 'DENIED', 'doubted'],
      ['2023-12-14', 'DENIED', 'denied'],
      recorded,
      ['2024-02-01', 'REVIEWED', 'review'],
    ]);
  });

  test('keeps a date as it was written', () => {
    const one = entry('a', {
      said: '2023-12',
      saidOriginal: '12月',
      saidResolvedAgainst: 'published 2023-12-18~',
    });
    expect(timelineOfClaim(dossier([one]))[0]?.date).toEqual({
      edtf: '2023-12',
      earliest: '2023-12-01',
      latest: '2023-12-31',
      original: '12月',
      resolvedAgainst: 'published 2023-12-18~',
    });
  });

  test('marks where a speaker, or another for the same body, changes its stance', () => {
    const body = entity('body', { kind: 'ORGANIZATION' });
    const entries = [
      entry('first', { speaker: felix, onBehalfOf: body, said: '2023-12-01' }),
      entry('again', { speaker: felix, onBehalfOf: body, said: '2023-12-02' }),
      entry('changed', { speaker: entity('Seth'), onBehalfOf: body, stance: 'DENIES', said: '2023-12-03' }),
      entry('another', { stance: 'DENIES', said: '2023-12-04' }),
    ];
    expect(summary(timelineOfClaim(dossier(entries))).filter(([, kind]) => kind === 'CHANGED')).toEqual([
      ['2023-12-03', 'CHANGED', 'changed'],
    ]);
  });

  test('has what is taken back as a change, and not as something said', () => {
    const entries = [entry('back', { speaker: felix, stance: 'RETRACTS', said: '2023-12-03' })];
    expect(summary(timelineOfClaim(dossier(entries)))).toEqual([['2023-12-03', 'CHANGED', 'back'], recorded]);
  });

  test('has no change of stance in what someone merely passes on', () => {
    const entries = [
      entry('own', { speaker: felix, said: '2023-12-01' }),
      entry('passed on', { speaker: felix, of: entry('denial', { stance: 'DENIES' }), said: '2023-12-02' }),
    ];
    expect(summary(timelineOfClaim(dossier(entries))).map(([, kind]) => kind)).toEqual([
      'SAID',
      'REPORTED',
      'RECORDED',
    ]);
  });

  test('has what was withdrawn only as that, and what was replaced not at all', () => {
    const entries = [
      entry('gone', { said: '2023-12-01', withdrawnAt: '2024-03-05T10:00:00.000Z' }),
      entry('old', { said: '2023-12-01', supersededById: 'new' }),
    ];
    const reviews = [review('misread', { withdrawnAt: '2024-03-06T10:00:00.000Z' })];
    const events = timelineOfClaim(dossier(entries, { reviews }));
    expect(summary(events)).toEqual([
      recorded,
      ['2024-03-05', 'WITHDRAWN', 'gone'],
      ['2024-03-06', 'WITHDRAWN', 'misread'],
    ]);
  });

  test('puts what has an open beginning where it ends, and what has no date last', () => {
    const entries = [entry('until', { said: '../2023-12-01' }), entry('undated')];
    expect(summary(timelineOfClaim(dossier(entries)))).toEqual([
      ['../2023-12-01', 'SAID', 'until'],
      recorded,
      [null, 'SAID', 'undated'],
    ]);
  });

  test('of one day, is in the order of the kinds, then of the ids', () => {
    const said = entry('b', { said: '2024-01-01' });
    const entries = [entry('r', { of: said, said: '2024-01-01' }), said, entry('a', { said: '2024-01-01' })];
    expect(summary(timelineOfClaim(dossier(entries))).map(([, kind, id]) => [kind, id])).toEqual([
      ['SAID', 'a'],
      ['SAID', 'b'],
      ['REPORTED', 'r'],
      ['RECORDED', null],
    ]);
  });

  test('has events of one id each, in an order that nothing in the dossier changes', () => {
    fc.assert(
      fc.property(anyDossier, (one) => {
        const events = timelineOfClaim(one);
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
        expect(timelineOfClaim({ ...one, entries: [...one.entries].reverse() })).toEqual(events);
        for (const [index, event] of events.slice(1).entries()) {
          const before = events[index];
          expect(before && compareEvents(before, event)).toBeLessThan(0);
        }
      }),
    );
  });
});

test('an entity’s timeline is what the dated claims about it concern, and their reviews', () => {
  const dated = (id: string, edtf: string) => claim(id, { concerns: edtfDate({ edtf }) });
  const claims = [dated('late', '2023-12-09'), claim('undated'), dated('early', '2023-03')];
  const events = timelineOfEntity(claims, [review('r', { claimId: 'late' })]);
  expect(events.map(({ id, claimId }) => [id, claimId])).toEqual([
    ['CONCERNS:early', 'early'],
    ['CONCERNS:late', 'late'],
    ['REVIEWED:r', 'late'],
  ]);
});
