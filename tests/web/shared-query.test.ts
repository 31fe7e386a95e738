import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fragmentOf, readLink } from '../../src/web/playground/shared-query.ts';

const read = (hash: string, search = '') => readLink({ hash, search });

describe('a link to a query', () => {
  it('brings back whatever was shared, character by character', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, fc.option(text), (query, variables, operation) => {
        const shared = { query, variables, operation };
        expect(read(fragmentOf(shared))?.shared).toEqual(shared);
      }),
    );
  });

  it('holds more than the service takes in an address, none of which is sent', () => {
    const query = `# ${'long '.repeat(2_400)}\nquery Long { __typename }`;
    const fragment = fragmentOf({ query, variables: '', operation: null });
    expect(fragment.length).toBeGreaterThan(10_000);
    expect(new URL(fragment, 'http://localhost/graphql')).toMatchObject({ pathname: '/graphql', search: '' });
    expect(read(fragment)).toEqual({ shared: { query, variables: '', operation: null }, problem: null });
  });

  it('is read from where other tools write it', () => {
    expect(read('', '?query=%7Ba%7D&variables=%7B%7D&operationName=')).toMatchObject({
      shared: { query: '{a}', variables: '{}', operation: '' },
    });
  });

  it.each(['', '#', '#content', '#a=b'])('is none where the address carries no query: %j', (hash) => {
    expect(read(hash, '?language=en')).toBeNull();
  });

  it.each([
    ['#query=%7Bclaims', 'not whole: Syntax Error'],
    ['#query=+', 'carries no query'],
    ['#operation=Two&variables=%7B%22a%22', 'carries no query'],
    ['#variables=%5B1%5D&query=%7Ba%7D', 'variables are no JSON object'],
    ['#variables=%7B&query=%7Ba%7D', 'variables are no JSON object'],
    ['#operation=Two&query=query+One%7Ba%7D', 'no operation that is named Two'],
    ['#query=%7Ba%7D%2', 'wrongly encoded'],
    ['#query=%7Ba%7D%FF', 'wrongly encoded'],
  ])('says what is wrong with it: %s', (hash, problem) => {
    expect(read(hash)?.problem).toContain(problem);
  });

  it('shows that it was cut off, wherever that was', () => {
    const query = 'query One($a: ID!) { node(id: $a) { id } } query Two { __typename }';
    const whole = fragmentOf({ query, variables: '{"a": "Claim_1"}', operation: 'Two' });
    expect(read(whole)?.problem).toBeNull();
    const start = '#operation='.length;
    // Cut between its definitions a document stays a document: the operation that is named is missing then.
    for (let end = start; end < whole.length; end++)
      expect(read(whole.slice(0, end))?.problem, whole.slice(0, end)).not.toBeNull();
  });
});
