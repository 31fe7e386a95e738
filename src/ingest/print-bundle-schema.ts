import { bundleJsonSchema } from './bundle-json-schema.ts';

process.stdout.write(`${JSON.stringify(bundleJsonSchema(), null, 2)}\n`);
