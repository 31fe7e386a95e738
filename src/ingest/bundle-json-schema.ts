import { z } from 'zod';
import { bundleSchema } from '../domain/bundle.ts';
import { bundleDescriptions } from './bundle-descriptions.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** A schema in which each field, at any depth, says what it means. */
function described(schema: Schema, at: string): Schema {
  const { properties, items } = schema;
  return {
    ...schema,
    ...(items === undefined ? {} : { items: described(items, at) }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([field, one]) => {
              const path = at === '' ? field : `${at}.${field}`;
              const description = bundleDescriptions[path];
              return [
                field,
                { ...(description === undefined ? {} : { description }), ...described(one, path) },
              ];
            }),
          ),
        }),
  };
}

/**
 * The claim bundle as JSON Schema (2020-12), for editors and other programs. Rules that JSON Schema cannot say
 * (references, offsets, hashes, chains) are checked when a bundle is recorded.
 */
export function bundleJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(bundleSchema, { io: 'input', target: 'draft-2020-12' });
  return {
    $schema,
    title: 'Onrecord claim bundle',
    description: 'Claims, who made them, where, when and on whose word, as one file.',
    ...described(schema as Schema, ''),
  };
}
