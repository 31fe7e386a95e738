import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, inertCell } from '../../src/web/record-data/csv.ts';
import { csvRows } from '../support/csv-rows.ts';

describe('a CSV', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', '＝', ' =', '\u200b=', '\r\n')
      .chain((start) => fc.string({ unit: 'binary' }).map((rest) => start + rest)),
  );

  it('is read as what was written, when one apostrophe is taken from each cell that begins with one', () => {
    fc.assert(
      fc.property(fc.array(fc.array(nasty, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const read = csvRows(csv(rows));
        expect(read.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(rows);
      }),
    );
  });

  it('has no cell that a spreadsheet calculates', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const visible = inertCell(text).replace(/^[\s\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]+/u, '');
        expect(visible).not.toMatch(/^[=+\-@＝＋－＠]/);
        expect(inertCell(text)).not.toMatch(/^[\t\r\n]/);
      }),
    );
    for (const [text, inert] of [
      ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
      ["'tis", "''tis"],
      ['a = b', 'a = b'],
      ['－1', "'－1"],
    ] as const)
      expect(inertCell(text)).toBe(inert);
  });

  it('is UTF-8 to Excel, ends its rows as RFC 4180 does, and leaves empty what is not known', () => {
    expect(csv([['主张', 1, null]])).toBe('\ufeff"主张","1",""\r\n');
  });
});
