import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { bundleDescriptions } from '../../src/ingest/bundle-descriptions.ts';
import { bundleJsonSchema } from '../../src/ingest/bundle-json-schema.ts';

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Each field of the schema by its path, with what it says of itself. */
function fieldsOf({ properties = {}, items }: Schema, at = ''): readonly (readonly [string, string])[] {
  return [
    ...(items === undefined ? [] : fieldsOf(items, at)),
    ...Object.entries(properties).flatMap(([field, one]) => {
      const path = at === '' ? field : `${at}.${field}`;
      return [[path, one.description ?? ''] as const, ...fieldsOf(one, path)];
    }),
  ];
}

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

it('says of every field of a bundle what it means, and of no field that is not there', () => {
  const fields = fieldsOf(bundleJsonSchema() as Schema);
  expect(fields.length).toBeGreaterThan(150);
  expect(fields.filter(([, description]) => description === '')).toEqual([]);
  const paths = new Set(fields.map(([path]) => path));
  expect(Object.keys(bundleDescriptions).filter((path) => !paths.has(path))).toEqual([]);
});

it('is printed as `npm run schema` prints it', () => {
  expect(read('schema/claim-bundle.schema.json')).toEqual(JSON.parse(JSON.stringify(bundleJsonSchema())));
});

it('takes the seed, and refuses a field that it does not know', () => {
  const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(bundleJsonSchema());
  const seed = read('seed/bytedance-openai.bundle.json') as object;
  expect({ valid: valid(seed), errors: valid.errors }).toEqual({ valid: true, errors: null });
  expect(valid({ ...seed, colour: 'blue' })).toBe(false);
});
