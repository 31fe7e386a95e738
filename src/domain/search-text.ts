import { endOfCluster, foldAt } from './search-character.ts';

/**
 * Search by plain containment, the one thing that every store does alike: what is searched is kept as normalised
 * text (`searchText`), a query becomes needles (`needlesOf`), and a text is a hit when it contains each of them.
 *
 * Normalised text has one space before each word, and nothing before a run of Han, kana, Hangul, Thai and the like
 * except "|" where punctuation parts it from what stands before. So a needle finds words by their beginning and
 * script by any part; "GPT-4" and "GPT 4" are the same, as are "所有API" and "所有 API".
 */

/** Stands between texts, and in no needle. */
const BETWEEN_TEXTS = '\n';
const WORD_START = ' ';
const SCRIPT_BREAK = '|';

/** Where each unit of the normalised text came from: the units of the original, end exclusive. */
interface Positions {
  readonly starts: number[];
  readonly ends: number[];
}

function normalise(original: string, positions?: Positions): string {
  let output = '';
  let last: 'start' | 'word' | 'script' = 'start';
  let parted: 'no' | 'space' | 'break' = 'no';
  for (let start = 0; start < original.length; ) {
    const end = endOfCluster(original, start);
    for (const { text, kind } of foldAt(original, start, end)) {
      if (kind === 'nothing') continue;
      if (kind === 'break') {
        parted = 'break';
        continue;
      }
      if (kind === 'space') {
        if (parted === 'no') parted = 'space';
        continue;
      }
      let added = text;
      if (kind === 'word') {
        if (last !== 'word' || parted !== 'no') added = WORD_START + text;
        last = 'word';
      } else if (kind === 'script') {
        if (last !== 'start' && parted === 'break') added = SCRIPT_BREAK + text;
        last = 'script';
      } else if (last === 'start' || parted !== 'no') continue;
      parted = 'no';
      output += added;
      if (positions !== undefined) {
        for (let unit = 0; unit < added.length; unit++) {
          positions.starts.push(start);
          positions.ends.push(end);
        }
      }
    }
    start = end;
  }
  return output;
}

/**
 * The normalised text of all texts together; no needle reaches from one into the next. What is folded: width and
 * other compatibility forms (NFKC), case, traditional and simplified Han, punctuation, and every kind of space.
 */
export function searchText(...texts: readonly (string | null)[]): string {
  return texts
    .map((text) => (text === null ? '' : normalise(text)))
    .filter((text) => text !== '')
    .join(BETWEEN_TEXTS);
}

/** A needle for each white-space separated term, each once; none for a term of punctuation only. */
export function needlesOf(query: string): string[] {
  const terms = query.split(/[\s\p{Z}\p{Cc}\u200b]+/u).map((term) => normalise(term));
  return [...new Set(terms.filter((term) => term !== ''))];
}

/** The whole query as one needle; empty where nothing of it can be searched for. */
export function phraseOf(query: string): string {
  return normalise(query);
}

/** Whether a text contains every needle of a query. A query without any finds nothing. */
export function matches(original: string, query: string): boolean {
  const needles = needlesOf(query);
  const text = normalise(original);
  return needles.length > 0 && needles.every((needle) => text.includes(needle));
}

/**
 * The original text as HTML, escaped, with every hit of every needle in `<mark>`; hits that touch or overlap are one.
 * A hit is marked in whole characters of the original: for "k" all of "㎏" is.
 */
export function highlight(original: string, query: string): string {
  const positions: Positions = { starts: [], ends: [] };
  const text = normalise(original, positions);
  const hits = needlesOf(query).flatMap((needle) => hitsOf(text, needle, positions));
  hits.sort((a, b) => a.start - b.start);
  let html = '';
  let done = 0;
  for (let at = 0; at < hits.length; ) {
    const start = hits[at]?.start ?? 0;
    let end = hits[at]?.end ?? 0;
    for (at++; at < hits.length && (hits[at]?.start ?? 0) <= end; at++)
      end = Math.max(end, hits[at]?.end ?? 0);
    html += `${escapeHtml(original.slice(done, start))}<mark>${escapeHtml(original.slice(start, end))}</mark>`;
    done = end;
  }
  return html + escapeHtml(original.slice(done));
}

function hitsOf(text: string, needle: string, { starts, ends }: Positions): { start: number; end: number }[] {
  const hits: { start: number; end: number }[] = [];
  const lead = needle.startsWith(WORD_START) ? WORD_START.length : 0;
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    hits.push({ start: starts[at + lead] ?? 0, end: ends[at + needle.length - 1] ?? 0 });
  }
  return hits;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
