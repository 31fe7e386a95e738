import { isolated } from '../../domain/bidi.ts';
import type { CiteWords } from './cite-words.ts';

/** Sentences one after the other; what ends as one already gets no other end. */
const sentences = (parts: readonly string[]) =>
  parts.map((part) => (/[.!?…。！？]”?$/.test(part) ? part : `${part}.`)).join(' ');

export const englishCites: CiteWords = {
  rights:
    'Quotations and titles belong to their authors. Cite the record with its version and date; being recorded does not make a claim true.',
  asData: 'As data',
  csvNote:
    'In the CSV an apostrophe stands before what a spreadsheet could take for a formula; take one away and the text is exact.',
  cite: 'Cite',
  forPrint: 'for print',
  marked: (name, marks) => (marks.length === 0 ? isolated(name) : `${isolated(name)} [${marks.join(', ')}]`),
  speakingFor: (name, body) => `${name}, speaking for ${isolated(body)},`,
  statement: ({ speaker, stance, hedge, passesOn, headline }) =>
    `${speaker} ${passesOn === null ? '' : `passes on (${passesOn.commitment}) that ${passesOn.name} `}${stance}${
      hedge === null ? '' : ` (${hedge})`
    }: ${headline}`,
  under: (hedge, condition) => `${hedge}: ${condition}`,
  address: (url) => `<${url}>`,
  saidOn: (date) => `Said: ${date}`,
  inSource: (title, about) => [`“${isolated(title)}”`, ...about].join(', '),
  archivedAt: (address) => `Archived: <${address}>`,
  readOn: (day) => `Read ${day}`,
  quote: (exact, notes) => `${isolated(`“${exact}”`)} [${notes.join('; ')}]`,
  ownWords: 'as written',
  characters: (first, last) => `Characters ${first}–${last}`,
  withdrawn: (day, reason) => `Withdrawn here ${day}${reason === null ? '' : `: ${isolated(reason)}`}`,
  replaced: 'Replaced here by a corrected record',
  sentence: (parts, version, day, address) =>
    `${sentences(parts)} Onrecord, version ${version}, as of ${day}. ${address}`,
  list: (title, day, address) => `“${isolated(title)}”. Onrecord, as of ${day}. ${address}`,
  note: sentences,
};
