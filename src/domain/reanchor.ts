import { alteredWords } from './altered-words.ts';
import { nearestPlace } from './nearest-place.ts';
import { anchor, codePointLength, findOccurrences, sliceCodePoints } from './text.ts';

/** A passage as it stands in its own version. */
export interface Anchored {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** Code points into the version's text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** What came of a passage in a later text of its source. */
export interface Reanchored {
  readonly state: 'EXACT' | 'MOVED' | 'ALTERED' | 'GONE';
  /** Of an ALTERED one: what stands there now. */
  readonly found?: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** What stands at a place, as a record may hold it: what is no character of a text is the replacement character. */
function standing(text: string, start: number, end: number): string {
  return sliceCodePoints(text, start, end).toWellFormed().replace(unprintable, '\ufffd');
}

/**
 * Looks a passage up in another text of its source. EXACT: the words stand at the same offsets; MOVED: they stand
 * elsewhere, be it in several places (W3C Web Annotation, TextQuoteSelector: several matches mean all of them). Where
 * the passage has a prefix or suffix, the words count only with these, as what tells them apart from the same words of
 * somebody else; without them they are ALTERED. ALTERED: the words have changed, and what stands nearest to them, to the
 * end of the clause where an edge of them changed, is `found`; GONE: nothing like them is there.
 * @param text in NFC with LF line ends, as `toText` gives it
 */
export function reanchor(text: string, passage: Anchored): Reanchored {
  const places = anchor(text, passage);
  if (places.includes(passage.start)) return { state: 'EXACT' };
  if (places.length > 0) return { state: 'MOVED' };
  const before = codePointLength(passage.prefix ?? '');
  const after = codePointLength(passage.suffix ?? '');
  const [bare] = findOccurrences(text, passage.exact).sort(
    (a, b) => Math.abs(a - passage.start) - Math.abs(b - passage.start),
  );
  if (bare !== undefined) {
    const end = bare + codePointLength(passage.exact) + after;
    return { state: 'ALTERED', found: standing(text, bare - before, end) };
  }
  const place = nearestPlace(text, passage.exact, passage.start);
  if (place === null) return { state: 'GONE' };
  const { start, end } = alteredWords(text, passage.exact, place);
  return { state: 'ALTERED', found: standing(text, start, end) };
}
