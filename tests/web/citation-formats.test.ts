import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtex } from '../../src/web/cite/bibtex.ts';
import { type Citation, cslItem } from '../../src/web/cite/citation.ts';
import { cslDate } from '../../src/web/cite/csl-date.ts';
import { anyYear, edtf } from '../support/arbitrary-edtf.ts';

const inWords = ({ edtf: text }: { edtf: string }) => `in words ${text}`;

const citation = (changed: Partial<Citation> = {}): Citation => ({
  key: 'onrecord-x-v1',
  type: 'webpage',
  title: 'A title',
  authors: [],
  container: null,
  publisher: null,
  url: null,
  archive: null,
  issued: null,
  happened: null,
  accessed: null,
  version: 1,
  language: null,
  note: 'A note.',
  dateInWords: inWords,
  ...changed,
});

describe('a date in CSL', () => {
  it.each([
    ['2023', { 'date-parts': [[2023]] }],
    ['2023-12', { 'date-parts': [[2023, 12]] }],
    ['2023-12-15', { 'date-parts': [[2023, 12, 15]] }],
    ['2023-12-15~', { 'date-parts': [[2023, 12, 15]], circa: true }],
    ['2023?', { 'date-parts': [[2023]], circa: true }],
    ['2023-12-XX', { 'date-parts': [[2023, 12]] }],
    ['2023-XX', { 'date-parts': [[2023]] }],
    ['2023-22', { 'date-parts': [[2023]], season: 2 }],
    [
      '2023-12/2024-01-02',
      {
        'date-parts': [
          [2023, 12],
          [2024, 1, 2],
        ],
      },
    ],
    ['../2023-12-18~', { literal: 'in words ../2023-12-18~' }],
    ['2023/..', { literal: 'in words 2023/..' }],
    ['/2023', { literal: 'in words /2023' }],
    ['201X', { literal: 'in words 201X' }],
    ['0000', { literal: 'in words 0000' }],
  ])('of %s is as precise as that', (date, expected) => {
    expect(cslDate({ edtf: date }, inWords)).toEqual(expected);
  });

  it('is never more precise than the date, says doubt, and is absent where none is known', () => {
    fc.assert(
      fc.property(edtf(anyYear), (date) => {
        const made = cslDate({ edtf: date }, inWords);
        if (made === undefined) expect(date).toMatch(/^[./]*$/);
        if (made?.literal !== undefined) expect(made.literal).toContain(date);
        if (made?.['date-parts'] === undefined) return;
        const ends = date.split('/');
        expect(made['date-parts']).toHaveLength(ends.length);
        for (const [at, parts] of made['date-parts'].entries()) {
          const known = ends[at]?.match(/\d+/g) ?? [];
          const numbers = known.map(Number).slice(0, made.season === undefined ? 3 : 1);
          expect(parts).toEqual(numbers);
        }
        expect(made.circa ?? false).toBe(/[?~%]/.test(date));
      }),
    );
    expect(cslDate(null, inWords)).toBeUndefined();
    expect(JSON.stringify(cslItem(citation()))).not.toMatch(/issued|accessed|event-date|null/);
  });
});

/** The value of each field, read as BibTeX reads it: by braces alone. Throws where they do not close. */
function fieldsOf(entry: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const line = / {2}([a-z]+) = /y;
  line.lastIndex = entry.indexOf('\n') + 1;
  for (let match = line.exec(entry); match !== null; match = line.exec(entry)) {
    let depth = 0;
    let end = line.lastIndex;
    do {
      if (entry[end] === '{') depth++;
      if (entry[end] === '}') depth--;
      end++;
      if (end > entry.length) throw new Error('braces that do not close');
    } while (depth > 0);
    const name = match[1] ?? '';
    const bare = /^[a-z]{3}/.exec(entry.slice(line.lastIndex))?.[0];
    fields[name] = entry[line.lastIndex] === '{' ? entry.slice(line.lastIndex + 1, end - 1) : (bare ?? '');
    line.lastIndex = entry.indexOf(',\n', line.lastIndex + fields[name].length) + 2;
  }
  return fields;
}

const spelled: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
  textless: '<',
  textgreater: '>',
  textbar: '|',
};
const read = (text: string) =>
  text.replace(/\\(?:([a-z]+)\{\}|([&%$#_]))/g, (_, name, one) => one ?? spelled[name] ?? `?${name}?`);

describe('an entry of BibTeX', () => {
  it('keeps every text, whatever TeX would make of it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom(...'\\{}~^&%$#_<>|"@,=', '字', 'é', 'textbar', ' '))
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, text, (title, note) => {
        const onOneLine = (given: string) => given.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
        const fields = fieldsOf(bibtex(citation({ title, authors: [`${title}x`], note })));
        expect(read((fields['title'] ?? '').slice(1, -1))).toBe(onOneLine(title));
        expect(read((fields['author'] ?? '').slice(1, -1))).toBe(onOneLine(`${title}x`));
        expect(read(fields['note'] ?? '')).toBe(onOneLine(note));
        expect(fields['version']).toBe('1');
      }),
    );
  });

  it('says a plain date in numbers and any other in words, and ends no address early', () => {
    expect(bibtex(citation({ issued: { edtf: '2023-12-15' } }))).toContain(
      '  year = {2023},\n  month = dec,\n  date = {2023-12-15},\n',
    );
    const doubtful = bibtex(citation({ issued: { edtf: '2023~' } }));
    expect(doubtful).toContain('  year = {in words 2023\\textasciitilde{}},\n  date = {2023~},\n');
    expect(bibtex(citation({ url: 'https://x.example/a}b{c\\d?e=f_g%20h#i' }))).toContain(
      '  url = {https://x.example/a%7Db%7Bc/d?e=f_g%20h#i},\n',
    );
    expect(bibtex(citation())).not.toMatch(/year|month|date|url/);
  });
});
