/** Texts by language in a bundle; a list of a language and a text each in a mutation's input, in the same order. */
const localized = new Set(['text', 'title', 'description', 'reason', 'question', 'message', 'translation']);

const parts = /\.([^.[\]]+)|\[(\d+)\]/g;

function isByKey(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Where in a mutation's input something stands that stands at `path` within an item of the bundle that was gathered of
 * it: the two have texts, a source's version and a withdrawal's reason each in a shape of its own.
 * @param path below the item: `.text.en`
 */
export function pathInInput(path: string, item: object): string {
  let value: unknown = item;
  let before = '';
  let inInput = '';
  for (const [written, name, index] of path.matchAll(parts)) {
    const key = name ?? Number(index);
    const language = isByKey(value) && localized.has(before) ? Object.keys(value).indexOf(String(key)) : -1;
    if (language >= 0) inInput += `[${language}].text`;
    else if (written === '.versions') inInput += '.version';
    else if (written !== '.withdrawn' && before !== 'versions') inInput += written;
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    before = name ?? '';
  }
  return inInput;
}
