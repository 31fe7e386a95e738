import { assertion, type Refusal, set } from './refusal.ts';

/** What the shape of a bundle alone refuses. */
export const shapeRefusals: readonly Refusal[] = [
  {
    rule: 'shape: an unknown field',
    break: set('claims', 'shut', { truth: 1 }),
    path: 'claims[0]',
    reason: 'truth',
  },
  {
    rule: 'shape: a missing field',
    break: set('claims', 'shut', { nature: undefined }),
    path: 'claims[0].nature',
    reason: 'missing',
  },
  {
    rule: 'shape: another format',
    break: (input) => Object.assign(input, { format: 'onrecord-bundle/9' }),
    path: 'format',
    reason: 'onrecord-bundle/1',
  },
  {
    rule: 'shape: a namespace',
    break: (input) => Object.assign(input, { namespace: 'No!' }),
    path: 'namespace',
    reason: 'lower-case name',
  },
  {
    rule: 'shape: a word of no vocabulary',
    break: assertion('seen', { stance: 'HINTS' }),
    path: 'assertions[0].stance',
    reason: 'HINTS',
  },
  {
    rule: 'shape: a key',
    break: set('claims', 'shut', { key: 'Not A Key' }),
    path: 'claims[0].key',
    reason: 'expected a key',
  },
  {
    rule: 'shape: a slug',
    break: set('claims', 'shut', { slug: 'Not a slug' }),
    path: 'claims[0].slug',
    reason: 'expected a slug',
  },
];
