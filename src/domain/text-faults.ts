/** Nothing in it that anybody sees: white space, and characters that only join, part or direct others. */
const unseen = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]*$/u;
const overrides = /[\u202d\u202e]/;
const directing = /[\u202a\u202b\u202c\u2066-\u2069]/g;

/** Whether a text shows nothing at all. */
export function isBlank(text: string): boolean {
  return unseen.test(text);
}

/** What is wrong with a text that people are to read, as what was expected and what came; null where nothing is. */
export function textFault(text: string): string | null {
  if (isBlank(text)) return 'expected text that can be seen; came white space alone';
  const turning = turningCharacter(text);
  return turning === null
    ? null
    : `expected text that leaves the order of what stands around it as it is; came ${turning}, which turns it`;
}

const named = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * The character, by its code point, that would turn the order of what is written around a text: one that overrides the
 * direction of characters, or that opens or closes a direction (UAX #9) without its other half. Null where none does;
 * text of both directions needs neither.
 */
export function turningCharacter(text: string): string | null {
  const [override] = overrides.exec(text) ?? [];
  if (override !== undefined) return named(override);
  const open: string[] = [];
  for (const [character] of text.matchAll(directing)) {
    if (character !== '\u202c' && character !== '\u2069') {
      open.push(character);
      continue;
    }
    const opened = open.pop();
    const isIsolate = opened !== undefined && opened >= '\u2066';
    if (opened === undefined || isIsolate !== (character === '\u2069')) return named(character);
  }
  const [left] = open;
  return left === undefined ? null : named(left);
}
