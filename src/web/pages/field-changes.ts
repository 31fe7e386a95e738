import { z } from 'zod';
import { type Html, html } from '../html.ts';
import type { Words } from '../words/words.ts';

/** What is asked of what a revision changed. */
export const fieldChangeFields = 'changes { path before after }';

export const fieldChange = z.object({
  path: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type FieldChangeData = z.infer<typeof fieldChange>;

/** Longer values are cut, with a mark; the query behind the page has them whole. */
const longest = 300;

/** A value as it was recorded: a text as it reads, all else as JSON. */
function recordedValue(json: string | null, words: Words): Html {
  if (json === null) return html`<span class="note">${words.changes.absent}</span>`;
  const value: unknown = JSON.parse(json);
  const points = [...(typeof value === 'string' ? value : json)];
  return html`<q class="value">${points.length > longest ? `${points.slice(0, longest).join('')}…` : points.join('')}</q>`;
}

/** Which fields a revision changed, each with what stood before and after, to the letter of what was recorded. */
export function fieldChanges(changes: readonly FieldChangeData[], words: Words): Html | null {
  if (changes.length === 0) return null;
  const { before: was, after: is } = words.changes;
  return html`<details class="differs"><summary>${words.changes.differs(changes.length)}</summary><dl>${changes.map(
    ({ path, before, after }) =>
      html`<dt><code>${path}</code></dt><dd><del><span class="note">${was}${words.colon}</span>${recordedValue(before, words)}</del> <ins><span class="note">${is}${words.colon}</span>${recordedValue(after, words)}</ins></dd>`,
  )}</dl></details>`;
}
