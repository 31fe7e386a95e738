import { codePointLength } from './text.ts';
import { textFault } from './text-faults.ts';

const longest = 200;
const lineEnds = /[\p{Cc}\p{Zl}\p{Zp}]/u;
/** What nobody sees and what turns the order of characters; joiners and variation selectors have their place in names. */
const unseen =
  /(?!\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}])[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const strayJoiner = /(?:^|\s|\u200c|\u200d)(?:\u200c|\u200d)|(?:\u200c|\u200d)(?:\s|$)/u;

/** A name that can be taken, in NFC and without white space around it, or what is wrong with what came. */
export type NamedCaller = { readonly name: string } | { readonly fault: string };

/**
 * The one rule for whose name the log has, be it of a key's holder, of a token's or of who vouches for a bundle: 1 to 200
 * code points that are seen as they stand, without line ends, so that none reads as two, or as another.
 */
export function namedCaller(came: unknown): NamedCaller {
  if (typeof came !== 'string') return { fault: `expected a name as a text; came ${kindOf(came)}` };
  if (!came.isWellFormed()) return { fault: 'expected a name of well-formed Unicode; a lone surrogate came' };
  const name = came.normalize('NFC').trim();
  const length = codePointLength(name);
  if (length === 0) return { fault: 'expected a name; nothing came' };
  if (length > longest) return { fault: `expected a name of at most ${longest} characters; ${length} came` };
  const [character] = lineEnds.exec(name) ?? unseen.exec(name) ?? strayJoiner.exec(name) ?? [];
  if (character !== undefined)
    return {
      fault: `expected a name that is seen as it stands; came ${named(character.trim() || character)} in it`,
    };
  const fault = textFault(name);
  return fault === null ? { name } : { fault };
}

function named(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : `a value of the kind ${typeof value}`;
}
