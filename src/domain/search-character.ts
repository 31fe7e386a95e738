import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/**
 * What a character becomes for search, and how it behaves in it.
 * - `word`: of an alphabet; searched from the beginning of its word.
 * - `script`: of a script without dependable spaces (Han, kana, Hangul, Thai, …); searched by containment.
 * - `mark`: goes with whatever it stands on.
 * - `space` parts words, `break` (punctuation, symbols) also parts script characters, `nothing` is as if absent.
 */
type CharacterKind = 'word' | 'script' | 'mark' | 'space' | 'break' | 'nothing';
export interface SearchCharacter {
  readonly text: string;
  readonly kind: CharacterKind;
}

const SCRIPT =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\p{scx=Yi}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}]$/u;
const LETTER = /^[\p{L}\p{N}]$/u;
const MARK = /^\p{M}$/u;
/** Soft hyphens, joiners, direction marks and variation selectors; the zero-width space is a space. */
const INVISIBLE = /^[\p{Cf}\p{Variation_Selector}]$/u;
const SPACE = /^[\s\p{Z}\p{Cc}\u200b]$/u;
/** Written on after another character: marks, and the jamo and half-width marks that NFKC joins to it. */
const CONTINUES = /^[\p{M}\u1160-\u11ff\u3131-\u318e\ud7b0-\ud7ff\uff9e-\uffdc]$/u;

/**
 * Character by character, though words would be exacter: a fold that depends on the neighbours (乾坤 but 干净) would
 * keep a part of a word from being found in it. The last three have more than one simplified form; theirs is the usual.
 */
const simplified = new Map<string, string>();
for (const pair of traditionalToSimplified.split('|')) {
  const [from, to] = pair.split(' ');
  if (from && to) simplified.set(from, to);
}
for (const [from, to] of ['著着', '瞭了', '藉借'].map((pair) => Array.from(pair)))
  if (from && to) simplified.set(from, to);
// Simplified texts write the one for the other where money is meant (帐户, 账户), and traditional ones have 帳 for both.
simplified.set('帐', '账');

function simplify(character: string): string {
  const to = simplified.get(character);
  // A few go by two steps (薴 to 苧 to 苎, 帳 to 帐 to 账).
  return to === undefined ? character : (simplified.get(to) ?? to);
}

function lowerCase(character: string): string {
  if (character === 'ß' || character === 'ẞ') return 'ss';
  const lower = character.toLowerCase();
  return lower === 'ς' ? 'σ' : lower;
}

function kindOf(character: string): CharacterKind {
  if (SPACE.test(character)) return 'space';
  if (INVISIBLE.test(character)) return 'nothing';
  if (MARK.test(character)) return SCRIPT.test(character) ? 'script' : 'mark';
  if (!LETTER.test(character)) return 'break';
  return SCRIPT.test(character) ? 'script' : 'word';
}

/**
 * What a character, with what is written onto it, becomes: NFKC, lower case, traditional Han as simplified. One
 * may become several (㎏), or an accent after nothing a space.
 */
function foldCluster(cluster: string): readonly SearchCharacter[] {
  let text = '';
  for (const character of cluster.normalize('NFKC')) text += simplify(lowerCase(character));
  return Array.from(text.normalize('NFKC'), (character) => ({ text: character, kind: kindOf(character) }));
}

/** What was folded before, by code unit: texts are long and the characters in them few. */
const foldedUnits: (readonly SearchCharacter[] | undefined)[] = [];
const continuingUnits: (boolean | undefined)[] = [];

function continues(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x300) return false;
  if (unit >= 0xd800 && unit <= 0xdfff)
    return CONTINUES.test(String.fromCodePoint(text.codePointAt(at) ?? unit));
  let known = continuingUnits[unit];
  if (known === undefined) {
    known = CONTINUES.test(text.charAt(at));
    continuingUnits[unit] = known;
  }
  return known;
}

/** The unit after the character at `start` and after what is written onto it. */
export function endOfCluster(text: string, start: number): number {
  let end = start + unitsAt(text, start);
  while (end < text.length && continues(text, end)) end += unitsAt(text, end);
  return end;
}

function unitsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** The characters that the units from `start` to `end` become for search. */
export function foldAt(text: string, start: number, end: number): readonly SearchCharacter[] {
  if (end - start > 1) return foldCluster(text.slice(start, end));
  const unit = text.charCodeAt(start);
  let known = foldedUnits[unit];
  if (known === undefined) {
    known = foldCluster(text.charAt(start));
    foldedUnits[unit] = known;
  }
  return known;
}
