/** What XML 1.0 has no way to carry, not even escaped (its production 2), and the C1 controls, which nothing draws. */
const ILLEGAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Embeddings and overrides could make a name read backwards, or "denies" look like something else; isolates keep to themselves. */
const BIDI_CONTROLS = /[\u202a-\u202e]/g;

/** More marks on one letter than any language writes would be drawn over the lines above and below. */
const STACKED_MARKS = /(\p{Mn}{4})\p{Mn}+/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text on one line, without what XML 1.0 cannot hold and without controls that would reorder its neighbours. */
export function cleanText(text: string): string {
  return text
    .replace(ILLEGAL, '')
    .replace(BIDI_CONTROLS, '')
    .replace(STACKED_MARKS, '$1')
    .replace(/[\t\n\r \u2028\u2029]+/g, ' ')
    .trim();
}

/** For text content and for attribute values in either kind of quotes; safe inline in HTML as well. */
export function escapeXml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A coordinate with at most two decimals and no negative zero, so that the same graph prints the same bytes. */
export function number(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

/** Fowler–Noll–Vo 1a over UTF-16 units, twice with different seeds: names ids, guards nothing. */
export function contentHash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x01000193 ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
  }
  return (low >>> 0).toString(16).padStart(8, '0') + (high >>> 0).toString(16).padStart(8, '0');
}
