import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Bundle } from '../../src/domain/bundle.ts';
import { parseBundleText } from '../../src/ingest/parse-bundle.ts';

const folder = new URL('../../seed/', import.meta.url);

/** One sentence of the article, by code points, `end` exclusive: what it gave, or why it gave nothing. */
const sentenceRow = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  gives: z.array(z.string()),
  none: z.string().min(1).optional(),
});
export type SentenceRow = z.output<typeof sentenceRow>;

/** The seed as it is loaded. Throws InvalidInput where it is no bundle. */
export function readSeed(): Bundle {
  return parseBundleText(readFileSync(new URL('bytedance-openai.bundle.json', folder), 'utf8'));
}

/** The coverage table beside the seed, in the article's order. */
export function readSentences(): readonly SentenceRow[] {
  const json: unknown = JSON.parse(readFileSync(new URL('bytedance-openai.sentences.json', folder), 'utf8'));
  return z.array(sentenceRow).parse(json);
}

/** The article's text, which is not ours to keep here: in the file that ONRECORD_ARTICLE names, else null. */
export function readArticle(): string | null {
  const file = process.env['ONRECORD_ARTICLE'];
  return file ? readFileSync(file, 'utf8') : null;
}

/** What a check looked at and what it found wrong: a check that looked at nothing has shown nothing. */
export interface Finding {
  readonly lookedAt: number;
  readonly problems: readonly string[];
}
