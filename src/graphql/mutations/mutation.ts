import { builder } from '../builder.ts';

builder.mutationType({
  description:
    'What can be recorded. Each takes one input with an idempotencyKey and answers its success, a preview, or a ' +
    'failure that was foreseen; what it records is one Activity.',
});
