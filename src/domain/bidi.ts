/** The blocks of Unicode whose letters are written from right to left (DerivedBidiClass: what is R or AL, unassigned ones too). */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Embeddings, overrides, isolates, and what ends them (UAX #9). */
const controls = /[\u202a-\u202e\u2066-\u2069]/;

const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';

/** Whether some of a text is written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** Whether a text could change the order in which what stands around it is read. */
export function needsIsolation(text: string): boolean {
  return hasRightToLeft(text) || controls.test(text);
}

/**
 * A text as part of a sentence of the service's own: between isolates (U+2068, U+2069) where it is written from right to
 * left, so that it is read in its own order and what stands around it in that of the sentence (UAX #9, 2.4). The text itself
 * stays as it is, and so does any other, one that stands between isolates already among them. What it opens and does not close is closed behind it, what it closes and did not
 * open is opened before it.
 */
export function isolated(text: string): string {
  if (readsApart(text)) return text;
  let open = 0;
  let unopened = 0;
  for (const [control] of text.matchAll(/[\u2066-\u2069]/g)) {
    if (control !== popIsolate) open++;
    else if (open > 0) open--;
    else unopened++;
  }
  return firstStrongIsolate.repeat(1 + unopened) + text + popIsolate.repeat(1 + open);
}

/** A text without isolates, for formats whose readers know none. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(/[\u2066-\u2069]/g, '');
}

/** What of a text stands in no isolate: it alone tells the direction of a line (UAX #9, P2). */
function outsideIsolates(text: string): string {
  let depth = 0;
  let outside = '';
  for (const character of text) {
    if (character >= '\u2066' && character < popIsolate) depth++;
    else if (character === popIsolate) depth = Math.max(0, depth - 1);
    else if (depth === 0) outside += character;
  }
  return outside;
}

/** Whether a text leaves the order of what stands around it as it is: what could change it stands in isolates, or is not there. */
export function readsApart(text: string): boolean {
  return !needsIsolation(text) || !needsIsolation(outsideIsolates(text));
}

/** Whether a line of text runs from right to left: as its first letter does, or the first one of an isolate where it is nothing else. */
export function runsRightToLeft(text: string): boolean {
  if (!hasRightToLeft(text)) return false;
  const first = /\p{L}/u.exec(outsideIsolates(text)) ?? /\p{L}/u.exec(text);
  return hasRightToLeft(first?.[0] ?? '');
}

/**
 * Lines that a text was broken into, each with the isolates that it stands in opened at its start and closed at its end, so
 * that each is read as it would be in the whole. An isolate that takes its direction from its first letter keeps that on
 * every line.
 */
export function isolatedLines(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => /[\u2066-\u2069]/.test(line))) return lines;
  const rest = (from: number, at: number) => [lines[from]?.slice(at), ...lines.slice(from + 1)].join(' ');
  const stack: string[] = [];
  return lines.map((line, number) => {
    let made = stack.join('');
    for (let at = 0; at < line.length; at++) {
      const character = line[at] ?? '';
      if (character === popIsolate) {
        if (stack.pop() !== undefined) made += popIsolate;
      } else if (character >= '\u2066' && character <= firstStrongIsolate) {
        const opened =
          character !== firstStrongIsolate
            ? character
            : runsRightToLeft(untilClosed(rest(number, at + 1)))
              ? '\u2067'
              : '\u2066';
        stack.push(opened);
        made += opened;
      } else made += character;
    }
    return made + popIsolate.repeat(stack.length);
  });
}

/** What stands before the end of the isolate that a text begins within. */
function untilClosed(text: string): string {
  let depth = 1;
  for (const { 0: control, index } of text.matchAll(/[\u2066-\u2069]/g)) {
    depth += control === popIsolate ? -1 : 1;
    if (depth === 0) return text.slice(0, index);
  }
  return text;
}
