import type { z } from 'zod';
import { type Bundle, bundleSchema } from '../domain/bundle.ts';
import { InvalidInput, type Issue } from '../domain/errors.ts';
import { pathOf } from '../domain/issue-path.ts';
import { repeatedNames } from './repeated-names.ts';

function came(input: unknown): string {
  const json = JSON.stringify(input) ?? String(input);
  return json.length > 80 ? `${json.slice(0, 79).toWellFormed()}…` : json;
}

function at(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    root,
  );
}

/** zod's findings about an input, each with its path, what was expected and what came. */
export function issuesOf(error: z.ZodError, input: unknown): readonly Issue[] {
  return error.issues.map((issue) => {
    const value = at(input, issue.path);
    const missing = value === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
    return {
      path: pathOf(issue.path),
      message: missing ? `${issue.message} (it is missing)` : `${issue.message} (came: ${came(value)})`,
    };
  });
}

/** The shape of a bundle. Throws InvalidInput with every path and reason; references are not followed yet. */
export function parseBundle(input: unknown): Bundle {
  const parsed = bundleSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new InvalidInput('the bundle is not a claim bundle', issuesOf(parsed.error, input));
}

/** The bundle in a file's text. Throws InvalidInput where it is no JSON, says one thing twice, or is no bundle. */
export function parseBundleText(text: string): Bundle {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    throw new InvalidInput('the bundle is not JSON', [{ path: '', message: String(error).toWellFormed() }]);
  }
  const repeated = repeatedNames(text);
  if (repeated.length > 0) {
    throw new InvalidInput(
      'the bundle is not a claim bundle',
      repeated.map((path) => ({ path, message: 'expected each name once in an object; it stands before' })),
    );
  }
  return parseBundle(input);
}
