import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../src/domain/errors.ts';
import { parseBundleText } from '../../src/ingest/parse-bundle.ts';
import { repeatedNames } from '../../src/ingest/repeated-names.ts';

const head = '"format":"onrecord-bundle/1","namespace":"desk/once","title":{"en":"Once"},"method":"HUMAN"';

function issuesOf(text: string) {
  try {
    parseBundleText(text);
    return [];
  } catch (error) {
    if (error instanceof InvalidInput) return error.issues;
    throw error;
  }
}

describe('A bundle that says one thing twice', () => {
  it('is refused with the path, where the first list would be lost without a word', () => {
    const claims = '"claims":[{"key":"a"}],"entities":[],"claims":[]';
    expect(issuesOf(`{${head},"by":"Ada",${claims}}`)).toEqual([
      { path: 'claims', message: 'expected each name once in an object; it stands before' },
    ]);
  });

  it('is refused however deep the name stands, and however it is spelled', () => {
    expect(repeatedNames('{"a":[1,{"b":"{\\"x\\":1,\\"x\\":2}","\\u0062":3}]}')).toEqual(['a[1].b']);
    expect(repeatedNames('[{"__proto__":1,"__proto__":2}]')).toEqual(['[0].__proto__']);
  });

  it('is taken where the names of different objects are the same', () => {
    expect(issuesOf(`{${head},"by":"Ada","entities":[],"claims":[]}`)).toEqual([]);
  });

  it('has no repeated name where JSON was written from a value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 2 }), (value, indent) => {
        expect(repeatedNames(JSON.stringify(value, null, indent))).toEqual([]);
      }),
    );
  });

  it('ends its list at twenty', () => {
    expect(repeatedNames(`{${Array.from({ length: 100 }, () => '"a":1').join(',')}}`)).toHaveLength(20);
  });
});
