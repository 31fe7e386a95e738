import { type Html, markup } from '../html.ts';

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** The text of a highlight without its marks. */
export function unmarked(highlight: string): string {
  return highlight
    .replace(/<\/?mark>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}

/**
 * The API's highlight, in which nothing is markup but `<mark>`. It is taken apart and written anew, so that what is
 * recorded passes the escaping of the template like any other text.
 */
export function marked(highlight: string): Html {
  const parts = highlight.split(/(<mark>.*?<\/mark>)/s);
  // One text, whatever is marked in it: its pieces are not set apart from each other.
  return markup`${parts.map((part, at) => (at % 2 === 1 ? markup`<mark>${unmarked(part)}</mark>` : unmarked(part)))}`;
}
