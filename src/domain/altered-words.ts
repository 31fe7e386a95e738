import type { Place } from './nearest-place.ts';
import { sliceCodePoints } from './text.ts';

/** How far beyond an edge that changed the clause is told, in code points. */
const farthest = 40;
/** How much longer a word may be that stands across the end of that. */
const longestWord = 30;

/** A character of a script that sets words apart by spaces. */
const spaced = /[\p{L}\p{N}\p{M}'’-]/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const isOfWord = (character: string | undefined): boolean =>
  character !== undefined && spaced.test(character) && !unspaced.test(character);
const stop = /[.,;:!?。，、；：！？…"“”«»「」『』《》()（）\n]/u;

/** Whether a clause ends here; not at the point or comma within a number. */
function isStop(characters: readonly string[], at: number): boolean {
  const [before, here = '', after] = [characters[at - 1] ?? '', characters[at], characters[at + 1] ?? ''];
  return stop.test(here) && !(/\d/.test(before) && /\d/.test(after));
}

/** What ends the sought words: their last word, and where words are not set apart the last two characters. */
function tailOf(sought: readonly string[]): readonly string[] {
  const start = sought.findLastIndex((character) => !isOfWord(character)) + 1;
  return start < sought.length ? sought.slice(start) : sought.slice(-2);
}

/** How many of the characters after it are to be told with what was found. */
function more(found: readonly string[], after: readonly string[], sought: readonly string[]): number {
  const tail = tailOf(sought).join('');
  const whole = (taken: number): number => {
    let end = taken;
    const inWord = () => isOfWord(end === 0 ? found.at(-1) : after[end - 1]) && isOfWord(after[end]);
    while (end < taken + longestWord && inWord()) end++;
    return end;
  };
  const word = whole(0);
  if (found.join('').endsWith(tail) || [...found, ...after.slice(0, word)].join('').endsWith(tail))
    return word;
  let end = 0;
  while (end < farthest && end < after.length && !isStop(after, end)) end++;
  if (end === farthest) end = whole(end);
  while (end > 0 && /\s/u.test(after[end - 1] ?? '')) end--;
  return Math.max(word, end);
}

/**
 * The place to tell of words that have changed, from the place nearest to them: whole words, and where an edge of what is
 * sought is not there any more, on to the end of the clause, or to the end of the word that stands 40 code points on. What is nearest by the count of characters often ends right before what is new: of "the
 * plan is dead", where the text now has "the plan is by no means dead", it is "the plan is".
 */
export function alteredWords(text: string, exact: string, place: Place): Place {
  const sought = Array.from(exact);
  const found = Array.from(sliceCodePoints(text, place.start, place.end));
  const reach = farthest + longestWord;
  const before = Array.from(sliceCodePoints(text, Math.max(0, place.start - reach), place.start)).reverse();
  const after = Array.from(sliceCodePoints(text, place.end, place.end + reach));
  return {
    start: place.start - more([...found].reverse(), before, [...sought].reverse()),
    end: place.end + more(found, after, sought),
  };
}
