import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/store/columns.ts';
import { jsonRow, MalformedRow, rowOf } from '../../src/store/row-reader.ts';
import { passageRow } from '../../src/store/rows.ts';

describe('the columns of a row', () => {
  const reader = rowOf((columns) => ({
    name: columns.text(),
    size: columns.numberOrNull(),
    kind: columns.oneOf(['BIG', 'SMALL']),
    tags: columns.texts(),
  }));

  it('are read in order', () => {
    expect(reader.parse(['a', null, 'BIG', ['x']])).toEqual({
      name: 'a',
      size: null,
      kind: 'BIG',
      tags: ['x'],
    });
  });

  it.each([
    ['a column of another kind', [1, null, 'BIG', []], /column 1.*a text.*came 1/],
    ['a word that is unknown', ['a', 1, 'HUGE', []], /column 3.*one of BIG, SMALL.*"HUGE"/],
    ['a list of other things', ['a', 1, 'BIG', [1]], /column 4.*texts/],
    ['a column that is missing', ['a', 1, 'BIG'], /column 4.*texts/],
    ['a column too many', ['a', 1, 'BIG', [], 'b'], /no more columns.*"b"/],
    ['what is no row', 'a', /list of columns/],
  ])('are refused for %s', (_, row, message) => {
    expect(() => reader.parse(row)).toThrow(MalformedRow);
    expect(() => reader.parse(row)).toThrow(message);
  });
});

describe('columns kept as JSON', () => {
  it('are read once where the same text comes again', () => {
    let reads = 0;
    const reader = jsonRow((columns) => {
      reads++;
      return { name: columns.text() };
    });
    expect(reader.parse('["a"]')).toBe(reader.parse('["a"]'));
    expect(reader.parse('["b"]')).toEqual({ name: 'b' });
    expect(reads).toBe(2);
  });

  it('are mostly known still after many others were read once, and soon where they come often', () => {
    let reads = 0;
    const reader = jsonRow((columns) => {
      reads++;
      return { name: columns.text() };
    });
    const readsOf = (text: string) => {
      const before = reads;
      reader.parse(text);
      return reads - before;
    };
    const record = (name: string) =>
      JSON.stringify([`Entity_${createHash('md5').update(name).digest('hex')}`]);
    const early = Array.from({ length: 4_000 }, (_, one) => record(`early ${one}`));
    for (const text of early) readsOf(text);
    for (let one = 0; one < 40_000; one++) readsOf(record(`once ${one}`));
    expect(early.filter((text) => readsOf(text) === 0).length).toBeGreaterThan(3_000);
    const often = Array.from({ length: 300 }, () => readsOf(record('often')));
    expect(often.at(-1)).toBe(0);
  });

  it('are read anew each time where they are long', () => {
    const reader = jsonRow((columns) => ({ name: columns.text() }));
    const text = JSON.stringify(['long'.repeat(1_000)]);
    expect(reader.parse(text)).toEqual(reader.parse(text));
    expect(reader.parse(text)).not.toBe(reader.parse(text));
  });

  it('are refused where they are none', () => {
    const reader = jsonRow((columns) => ({ name: columns.text() }));
    expect(() => reader.parse(null)).toThrow(MalformedRow);
    expect(() => reader.parse('["a", "b"]')).toThrow(MalformedRow);
  });

  it('hold what the readers read, in their order', () => {
    const recorded = { id: 'p', recordedAt: '2024-01-01T00:00:00.000Z', position: 3, version: 1 };
    const { columns: passage } = columnsOf('Passage', {
      ...recorded,
      exact: '字',
      start: 4,
      end: 5,
      language: 'zh-Hans',
      rendering: 'ORIGINAL',
      translationLanguages: ['en'],
      translations: ['a character'],
      verificationState: 'EXACT',
    });
    expect(passageRow.parse([passage, 'v', 's', null])).toMatchObject({
      ...recorded,
      exact: '字',
      prefix: null,
      translation: [{ language: 'en', text: 'a character' }],
      verification: { state: 'EXACT', checkedAt: null },
      versionNode: { id: 'v', sourceId: 's', archivedAt: null },
    });
  });

  it('are not kept of records that are read by their properties', () => {
    expect(columnsOf('Review', { id: 'r' })).toEqual({});
  });
});
