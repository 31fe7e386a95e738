import type { Bundle } from '../../src/domain/bundle.ts';
import { anchor, findOccurrences, sliceCodePoints } from '../../src/domain/text.ts';
import type { Finding } from './seed-bundle.ts';

type Passage = Bundle['passages'][number];

/** Whether each passage stands in the text to the character, where it says, and can be told apart from its likes. */
export function checkPassages(text: string, passages: readonly Passage[]): Finding {
  return { lookedAt: passages.length, problems: passages.flatMap((passage) => problemsOf(text, passage)) };
}

function problemsOf(text: string, passage: Passage): string[] {
  const { key, exact, prefix, suffix, start, end } = passage;
  const found = sliceCodePoints(text, start, end);
  if (found !== exact) return [`${key}: the text has "${found}", the passage "${exact}"`];
  const bare = findOccurrences(text, exact);
  const selected = anchor(text, passage);
  if (selected.length !== 1 || selected[0] !== start) {
    return [`${key}: its selector leads to ${selected.length} places: ${selected.join(', ')}`];
  }
  const hasContext = prefix !== undefined || suffix !== undefined;
  if (bare.length === 1 && hasContext) return [`${key}: stands once, so it needs no prefix or suffix`];
  return [];
}
