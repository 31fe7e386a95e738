import { withoutIsolates } from '../../domain/bidi.ts';
import type { Citation } from './citation.ts';
import { saysNothing } from './csl-date.ts';

/** What TeX would take for a command, a group or a comment. BibTeX counts braces even behind a backslash, so that none is left. */
const inTex: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

/** A text as the value of a field: what is special is escaped, all else stays as it is, in UTF-8; isolates, which TeX cannot set, are left out. */
export function bibtexText(text: string): string {
  return withoutIsolates(text)
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .replaceAll(/[\\{}~^<>|&%$#_]/g, (character) => inTex[character] ?? character);
}

/** An address, which TeX's packages read as it stands; the characters that would end it are percent-encoded. */
function bibtexUrl(url: string): string {
  return new URL(url).href.replaceAll(
    /[\\{}^|`"]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** BibTeX's year and month; of a date that is no plain one the year says in words what it is. */
function datesOf({ issued, dateInWords }: Citation): readonly (readonly [string, string])[] {
  if (issued === null || saysNothing(issued)) return [];
  const [, year, month] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-\d\d)?$/.exec(issued.edtf) ?? [];
  // biblatex reads EDTF, BibTeX does not.
  const date = ['date', `{${issued.edtf}}`] as const;
  if (year === undefined) return [['year', `{${bibtexText(dateInWords(issued))}}`], date];
  const name = months[Number(month) - 1];
  return [['year', `{${year}}`], ...(name === undefined ? [] : [['month', name] as const]), date];
}

/** One entry, for BibTeX and biblatex; what is not known is absent. */
export function bibtex(citation: Citation): string {
  const { key, title, authors, container, publisher, url, archive, accessed, version, language, note } =
    citation;
  const text = (name: string, value: string | null) =>
    value === null ? [] : [[name, `{${bibtexText(value)}}`] as const];
  const address = (name: string, value: string | null) =>
    value === null ? [] : [[name, `{${bibtexUrl(value)}}`] as const];
  const fields = [
    ...(authors.length === 0
      ? []
      : // In braces of its own a name is one name, whatever stands in it.
        [['author', `{${authors.map((name) => `{${bibtexText(name)}}`).join(' and ')}}`] as const]),
    ['title', `{{${bibtexText(title)}}}`] as const,
    ...text('howpublished', container),
    ...text('publisher', publisher),
    ...datesOf(citation),
    ...address('url', url),
    ...text('urldate', accessed),
    ...address('archive', archive),
    ['version', `{${version}}`] as const,
    ...text('language', language),
    ...text('note', note),
  ];
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = ${value},\n`).join('')}}\n`;
}
