export type SearchRow = readonly [string, string, string, string];

/** The answer to a search for claims, as the service gives it. */
export function search(rows: readonly SearchRow[]): object {
  const edges = rows.map(([id, slug, text, language]) => ({ node: { node: { id, slug, text, language } } }));
  return { search: { edges } };
}
