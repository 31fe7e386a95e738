import { pathOf } from '../domain/issue-path.ts';

/** An object or an array that is open where the text is read; `names` are those that stood in it, null for an array. */
interface Open {
  readonly names: Set<string> | null;
  at: string | number;
  isNameNext: boolean;
}

const most = 20;

function endOfString(text: string, begin: number): number {
  let end = begin;
  do {
    end = text.indexOf('"', end + 1);
  } while (isEscaped(text, end));
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === '\\') before--;
  return (at - before) % 2 === 0;
}

/**
 * The paths of the members whose name stood before in the same object, twenty at most. `JSON.parse` keeps the last of
 * them alone, so that what the others say would be lost without a word.
 * @param text valid JSON
 */
export function repeatedNames(text: string): readonly string[] {
  const repeated: string[] = [];
  const open: Open[] = [];
  for (let at = 0; at < text.length && repeated.length < most; at++) {
    const inner = open.at(-1);
    switch (text[at]) {
      case '{':
        open.push({ names: new Set(), at: '', isNameNext: true });
        break;
      case '[':
        open.push({ names: null, at: 0, isNameNext: false });
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (inner === undefined) break;
        if (typeof inner.at === 'number') inner.at++;
        else inner.isNameNext = true;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (inner?.names && inner.isNameNext) {
          const name: string = JSON.parse(text.slice(at, end + 1));
          inner.at = name;
          inner.isNameNext = false;
          if (inner.names.has(name)) repeated.push(pathOf(open.map((one) => one.at)));
          inner.names.add(name);
        }
        at = end;
        break;
      }
    }
  }
  return repeated;
}
