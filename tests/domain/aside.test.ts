import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  type AsideContent,
  boundBy,
  commitmentToAside,
  hashOfAside,
  inEdition,
  noAsides,
  ofEdition,
} from '../../src/domain/aside.ts';
import { canonicalJson } from '../../src/domain/log.ts';

const salt = 'ab'.repeat(32);
const request: AsideContent = {
  kind: 'request',
  of: 'key',
  content: { inputHash: 'ff', unchanged: 1, about: '' },
};

it('a commitment to an aside is SHA-256 over its salt and the canonical JSON of what it is and says', () => {
  const json = '{"content":{"about":"","inputHash":"ff","unchanged":1},"kind":"request","of":"key"}';
  const expected = createHash('sha256').update(Buffer.from(salt, 'hex')).update(json).digest('hex');
  expect(commitmentToAside(salt, request)).toBe(expected);
  for (const other of [
    { ...request, of: 'another' },
    { ...request, content: { ...request.content, unchanged: 2 } },
  ] as AsideContent[])
    expect(commitmentToAside(salt, other)).not.toBe(expected);
  expect(commitmentToAside('cd'.repeat(32), request)).not.toBe(expected);
});

it('the hash of an aside is over all that it is, with the hash before it, and not over what it says', () => {
  const aside = {
    ...{ number: 1, kind: 'request' as const, of: 'key', commitment: 'c0' },
    previousHash: noAsides.asidesHash,
  };
  const hash = hashOfAside(aside);
  expect(hash).toBe(createHash('sha256').update(canonicalJson(aside)).digest('hex'));
  const said = { ...aside, salt, content: request.content };
  expect(hashOfAside(said)).toBe(hash);
  for (const other of [
    { ...aside, number: 2 },
    { ...aside, kind: 'edition' as const },
    { ...aside, of: 'another' },
    { ...aside, commitment: 'c1' },
    { ...aside, previousHash: hash },
  ])
    expect(hashOfAside(other)).not.toBe(hash);
});

it('an activity says nothing of asides while there is none, so that its hash is what it was before there could be', () => {
  expect(boundBy(noAsides)).toEqual({});
  expect(boundBy({ asides: 2, asidesHash: 'ff' })).toEqual({ asides: 2, asidesHash: 'ff' });
});

it('an edition is named by its record and its bundle, whatever the bundle is called', () => {
  for (const bundle of ['test.example/desk', 'a desk of spaces'])
    expect(inEdition(ofEdition('Claim_1', bundle))).toEqual({ recordId: 'Claim_1', bundle });
});
