import { expect, it } from 'vitest';
import { InvalidInput } from '../../src/domain/errors.ts';
import { parseBundleText } from '../../src/ingest/parse-bundle.ts';

function saidOf(text: string): string {
  try {
    parseBundleText(text);
    return '';
  } catch (error) {
    if (error instanceof InvalidInput) return error.message;
    throw error;
  }
}

it.each([
  ['a text that is no JSON', '🌉'],
  ['a value that is cut short within a character', JSON.stringify(`${'x'.repeat(77)}🌉🌉`)],
])('a refusal that repeats what came is well-formed Unicode: %s', (_, text) => {
  expect(saidOf(text)).not.toBe('');
  expect(saidOf(text).isWellFormed()).toBe(true);
});
