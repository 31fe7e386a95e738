import { headlineOf } from '../domain/headline.ts';
import { matchesLanguage } from '../domain/localize.ts';
import type { Claim } from '../domain/model.ts';
import { highlight, matches } from '../domain/search-text.ts';
import type { Loaders } from './loaders.ts';
import { present } from './present.ts';
import type { SearchHit } from './shapes.ts';

/** A text with the hits in `<mark>`, as HTML, and its language; `und` where that is not recorded. */
export interface Highlight {
  readonly html: string;
  readonly language: string;
}

interface Candidate {
  readonly text: string;
  readonly language: string | null;
}

/**
 * The text of a hit that shows best what was looked for: one with every term, else one with any, else the first; of several
 * alike one in the reader's language.
 */
export async function highlightOf(
  { record, query, language: wanted }: SearchHit,
  loaders: Loaders,
): Promise<Highlight> {
  const candidates = record.type === 'Claim' ? await headlines(record, loaders) : textsOf(record);
  const isWanted = ({ language }: Candidate) =>
    wanted !== null && language !== null && matchesLanguage(wanted, language);
  const ordered = [...candidates].sort((a, b) => Number(isWanted(b)) - Number(isWanted(a)));
  const marked = ordered.map(({ text, language }) => ({
    html: highlight(text, query),
    language: language ?? 'und',
    whole: matches(text, query),
  }));
  const best =
    marked.find(({ whole }) => whole) ?? marked.find(({ html }) => html.includes('<mark>')) ?? marked[0];
  return { html: best?.html ?? '', language: best?.language ?? 'und' };
}

/** A claim is never shown bare: what is highlighted is its headline, in each language that it is recorded in. */
async function headlines(claim: Claim, loaders: Loaders): Promise<readonly Candidate[]> {
  const dossier = await present(loaders.dossier.load(claim.id), claim.id);
  const languages = new Set([claim.language, ...claim.text.map(({ language }) => language)]);
  return [...languages].map((language) => ({ text: headlineOf(dossier, language), language }));
}

function textsOf(record: Exclude<SearchHit['record'], Claim>): readonly Candidate[] {
  switch (record.type) {
    case 'Entity':
      return record.names;
    case 'Source':
      return record.title;
    case 'Passage':
      return [{ text: record.exact, language: record.language }];
  }
}
