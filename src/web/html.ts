import { raw, html as tagged } from 'hono/html';
import { readsApart, runsRightToLeft } from '../domain/bidi.ts';

/** HTML in which every text that was put in is escaped. */
export interface Html {
  toString(): string;
  readonly isEscaped: true;
}

/** What may stand in a template: texts are escaped, lists written one after the other, nothing is left out. */
export type Part = Html | string | number | null | readonly Part[];

/** A template of XML, or of HTML that is no more than a piece of a line; texts in it are escaped, in attributes (which stand in double quotes) too. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const made = tagged(strings, ...parts);
  if (made instanceof Promise) throw new Error('a page waits for nothing while it is written');
  return made;
}

const known = new WeakMap<TemplateStringsArray, readonly boolean[]>();

/** For each place of a template, whether what is put there is shown as text: not in a tag, nor in an element that holds no other. */
function shownIn(strings: TemplateStringsArray): readonly boolean[] {
  const found = known.get(strings);
  if (found !== undefined) return found;
  let before = '';
  const shown = strings.slice(0, -1).map((piece) => {
    before += piece;
    const isInTag = before.lastIndexOf('<') > before.lastIndexOf('>') || /="[^"<>]*$/.test(before);
    return !isInTag && !/<(?:title|style|script|textarea|option)\b[^>]*>[^<]*$/.test(before);
  });
  known.set(strings, shown);
  return shown;
}

function apart(part: Part): Part {
  if (typeof part === 'string') return readsApart(part) ? part : markup`<bdi>${part}</bdi>`;
  return Array.isArray(part) ? part.map(apart) : part;
}

/**
 * A template of HTML; texts in it are escaped, in attributes (which stand in double quotes) too. A text that could change
 * the order in which what stands around it is read, one that is written from right to left, stands apart from it in `<bdi>`.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const shown = shownIn(strings);
  return markup(strings, ...parts.map((part, at) => (shown[at] ? apart(part) : part)));
}

/** HTML that is known to be such: the service's own, never a record's text. */
export function trusted(text: string): Html {
  const made: Html = raw(text);
  return made;
}

/** An address that a record names, where it may be followed: other schemes than these could run something. */
export function followable(url: string | null): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}

/** Of an element that a text fills alone: that it runs as the text does; nothing where that is as the page does. A browser asked to find out (`auto`) would pass over what stands apart. */
export function ownDirection(text: string): Html | null {
  return runsRightToLeft(text) ? markup` dir="rtl"` : null;
}
