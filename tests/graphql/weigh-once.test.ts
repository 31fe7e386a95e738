import { getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { weightOf } from '../../src/graphql/document-weight.ts';
import { toSchema } from '../../src/graphql/schema.ts';
import { createWeighOnce } from '../../src/graphql/weigh-once.ts';

const schema = toSchema();
const document = parse(
  'query ($n: Int, $ids: [ID!]!, $text: String!) { claims(first: $n) { edges { node { id } } } nodes(ids: $ids) { id } search(query: $text) { edges { node { highlight } } } }',
);

it('weighs a document as it is weighed each time, whatever its variables say', () => {
  const operation = getOperationAST(document, null);
  if (!operation) throw new Error('no operation');
  const once = createWeighOnce();
  const asked = [
    { n: 1, ids: ['a'], text: 'x' },
    { n: 100, ids: ['a'], text: 'y' },
    { n: 100, ids: ['b', 'c', 'd'], text: 'z' },
    { n: 1, ids: ['a'], text: 'x' },
    { ids: [], text: 'x' },
    null,
  ];
  const weights = new Set<number>();
  for (const variables of [...asked, ...asked]) {
    const weight = weightOf(schema, document, operation, variables);
    expect(once(schema, document, operation, variables)).toEqual(weight);
    weights.add(weight.fields);
  }
  expect(weights.size).toBe(5);
  const first = once(schema, document, operation, { n: 7, ids: [], text: 'a' });
  expect(once(schema, document, operation, { n: 7, ids: [], text: 'b' })).toBe(first);
});
