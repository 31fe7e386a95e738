import { z } from 'zod';
import { bundleSchema } from '../domain/bundle.ts';

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
    ...schema,
  };
}
