import { idOf, type RecordType } from '../../src/domain/ids.ts';
import type { BundleInput } from './small-bundle.ts';

type Tree = { [field: string]: unknown };

/** The fields that refer to a record, by the list of the bundle that they stand in, with what they lead to. */
const references: { readonly [list: string]: { readonly [field: string]: RecordType } } = {
  entities: { source: 'Source', organization: 'Entity' },
  sources: { publisher: 'Entity', authors: 'Entity', from: 'Source', disclaimer: 'Passage' },
  passages: { version: 'SourceVersion' },
  claims: { about: 'Entity' },
  assertions: {
    ...{ claim: 'Claim', speaker: 'Entity', onBehalfOf: 'Entity', inResponseTo: 'Assertion' },
    ...{ basedOn: 'Source', passages: 'Passage', source: 'Source', attributedTo: 'Assertion' },
    ...{ copyOf: 'Assertion', layer: 'Assertion', supersedes: 'Assertion' },
  },
  relations: { from: 'Claim', to: 'Claim', assertedBy: 'Assertion' },
  reviews: { claim: 'Claim', reviewer: 'Entity' },
  judgements: { between: 'Entity' },
  replyRequests: { claim: 'Claim', assertion: 'Assertion', to: 'Entity', reply: 'Assertion' },
};

/** A bundle's input with the full id in the place of each key that it refers by, and how many those were. */
export function spelledOut<Input extends BundleInput>(input: Input): { input: Input; count: number } {
  let count = 0;
  const said = new Set((input.assertions ?? []).map(({ key }) => key));
  const full = (type: RecordType, key: unknown): unknown => {
    if (typeof key !== 'string' || !/^[a-z0-9][a-z0-9._-]*$/.test(key)) return key;
    count++;
    return idOf(type, input.namespace, key);
  };
  const walk = (value: unknown, list: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, list));
    if (typeof value !== 'object' || value === null) return value;
    const spelled = Object.entries(value as Tree).map(([field, one]) => {
      const type = references[list]?.[field];
      if (type === undefined) return [field, walk(one, list)];
      // A judgement is on entities or on assertions; in the small bundle no key is of both.
      const typed = (key: unknown): unknown =>
        full(field === 'between' && said.has(String(key)) ? 'Assertion' : type, key);
      return [field, Array.isArray(one) ? one.map(typed) : typed(one)];
    });
    return Object.fromEntries(spelled);
  };
  const lists = Object.entries(input).map(([list, value]) => [list, walk(value, list)]);
  return { input: Object.fromEntries(lists) as Input, count };
}
