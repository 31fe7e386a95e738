import { describe, expect, test } from 'vitest';
import { edtfDate } from '../../src/domain/edtf-date.ts';
import type { warningCodes } from '../../src/domain/vocabulary.ts';
import { warningsOf } from '../../src/domain/warnings.ts';
import { assertion, entity, passage } from './records.ts';

const archived = passage('page', 'EXACT', 'https://archive.example/page');
const codesOf = (...args: Parameters<typeof warningsOf>) => warningsOf(...args).map(({ code }) => code);

describe('warnings', () => {
  test('there are none where all is known, checked and archived', () => {
    expect(warningsOf(assertion('a', { passages: [archived] }))).toEqual([]);
  });

  test.each([
    ['an unknown speaker', { speaker: entity('u', { kind: 'UNKNOWN' }) }, 'SPEAKER_UNCLEAR', null],
    ['no date', { saidOn: null }, 'DATE_UNCERTAIN', null],
    ['a date without ends', { saidOn: edtfDate({ edtf: '/' }) }, 'DATE_UNCERTAIN', null],
    ['a date open at both ends', { saidOn: edtfDate({ edtf: '../' }) }, 'DATE_UNCERTAIN', null],
    ['a year of which no digit is told', { saidOn: edtfDate({ edtf: 'XXXX' }) }, 'DATE_UNCERTAIN', null],
    ['an approximate date', { saidOn: edtfDate({ edtf: '2023-12-18~' }) }, 'DATE_UNCERTAIN', null],
    [
      'an interval with an uncertain end',
      { saidOn: edtfDate({ edtf: '../2023-12-18?' }) },
      'DATE_UNCERTAIN',
      null,
    ],
    ['words that are gone', { passages: [archived, passage('page', 'GONE')] }, 'QUOTE_NOT_FOUND', 'a'],
    ['words that were altered', { passages: [archived, passage('page', 'ALTERED')] }, 'QUOTE_ALTERED', 'a'],
    ['no archived copy', { passages: [passage('page')] }, 'UNARCHIVED', null],
  ])('%s is warned about', (_, options, code, layerId) => {
    const warnings = warningsOf(assertion('a', { passages: [archived], ...options }));
    expect(warnings).toMatchObject([{ code, layerId }]);
    expect(warnings[0]?.message.map(({ language }) => language)).toEqual(['en', 'zh-Hans']);
  });

  test('one date that is a plain interval is not uncertain', () => {
    expect(codesOf(assertion('a', { saidOn: edtfDate({ edtf: '../2023-12-18' }) }))).toEqual([]);
  });

  test('an archived copy of one of the places that it was read in is enough', () => {
    expect(codesOf(assertion('a', { passages: [passage('other'), archived] }))).toEqual([]);
  });

  test('what was recorded stands, and is not computed a second time', () => {
    const recorded = {
      code: 'DATE_UNCERTAIN' as const,
      message: [{ language: 'en', text: 'mine' }],
      layerId: 'b',
    };
    expect(warningsOf(assertion('a', { saidOn: null, warnings: [recorded] }))).toEqual([recorded]);
  });

  test('they come in the order of the codes, then of the layers, unknown layers last', () => {
    const warning = (code: (typeof warningCodes)[number], layerId: string | null) => ({
      code,
      layerId,
      message: [],
    });
    const warnings = [
      warning('SCOPE_UNCLEAR', null),
      warning('SCOPE_UNCLEAR', 'b'),
      warning('CONCERNS_IMPOSSIBLE', null),
      warning('SCOPE_UNCLEAR', 'a'),
    ];
    const found = warningsOf(assertion('a', { saidOn: null, warnings }));
    expect(found.map(({ code, layerId }) => [code, layerId])).toEqual([
      ['CONCERNS_IMPOSSIBLE', null],
      ['DATE_UNCERTAIN', null],
      ['SCOPE_UNCLEAR', 'a'],
      ['SCOPE_UNCLEAR', 'b'],
      ['SCOPE_UNCLEAR', null],
    ]);
  });
});
