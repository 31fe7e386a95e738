import type { CiteWords } from './cite-words.ts';

export const englishCites: CiteWords = {
  rights:
    'Quotations and titles belong to their authors. Cite the record with its version and date; being recorded does not make a claim true.',
  asData: 'As data',
  csvNote:
    'In the CSV an apostrophe stands before what a spreadsheet could take for a formula; take one away and the text is exact.',
};
