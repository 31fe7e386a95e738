import { raw, html as tagged } from 'hono/html';

/** HTML in which every text that was put in is escaped. */
export interface Html {
  toString(): string;
  readonly isEscaped: true;
}

/** What may stand in a template: texts are escaped, lists written one after the other, nothing is left out. */
export type Part = Html | string | number | null | readonly Part[];

/** A template of HTML; texts in it are escaped, in attributes (which stand in double quotes) too. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const made = tagged(strings, ...parts);
  if (made instanceof Promise) throw new Error('a page waits for nothing while it is written');
  return made;
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
