import { z } from 'zod';
import { codePointLength } from '../domain/text.ts';
import { distinct, type Run } from './run.ts';

const payloadRow = z.tuple([z.string(), z.number(), z.string()]);

/** Fields of states whose texts are of their own, where a cue or a role is anybody's. */
const telling = ['names', 'description', 'title', 'url', 'text', 'exact', 'translation', 'speakerAsNamed'];
/** Shorter ones stand in half of everything; a name in Chinese has two characters. */
const shortest = { latin: 4, other: 2 };

function isTelling(text: string): boolean {
  const least = !/[^ -\u024f]/.test(text) ? shortest.latin : shortest.other;
  return codePointLength(text) >= least;
}

/** The texts below a value; languages, kinds and the like are none. */
function textsBelow(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === 'language' || name === 'kind' ? [] : textsBelow(one),
  );
}

/** The texts of telling fields at any depth, as in the content of a draft. */
function tellingWithin(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    telling.includes(name) ? textsBelow(one) : tellingWithin(one),
  );
}

/** The telling texts of records, in every version that was recorded. */
export async function tellingTextsOf(run: Run, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await run('payloads-of-records', { ids: distinct(ids) });
  return distinct(
    rows.flatMap((row) => {
      const state: Record<string, unknown> = JSON.parse(payloadRow.parse(row)[2]);
      const own = telling.flatMap((field) => textsBelow(state[field]));
      return [...own, ...tellingWithin(state['content'])].filter(isTelling);
    }),
  );
}

/** Texts as JSON has them within a string. */
export function asInJson(texts: readonly string[]): string[] {
  return texts.map((text) => JSON.stringify(text).slice(1, -1));
}

/** How many records `saidElsewhere` finds at most: see `cypher/records-that-say.cypher`. */
export const mostSaying = 100;

/** The records besides these in which any of the texts was ever recorded, word for word; a hundred at most. */
export async function saidElsewhere(
  run: Run,
  texts: readonly string[],
  but: readonly string[],
): Promise<readonly string[]> {
  if (texts.length === 0) return [];
  const rows = await run('records-that-say', { texts: asInJson(texts), but: [...but] });
  return rows.map((row) => String(row[0]));
}
