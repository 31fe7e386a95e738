import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { eachEngine } from '../support/engines.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { apiOver } from './api.ts';

const ada = (id: string, role: Caller['role'] = 'editor'): Caller => ({ id, name: 'Ada', role });
const long = `Entity_${'a'.repeat(400_000)}`;
const failure =
  '__typename ... on ExpectedError { code message ids } ... on InvalidInputError { issues { path message } }';

eachEngine((_, open) => {
  const api = apiOver(open, smallBundle);
  let key = 0;
  const run = async (mutation: string, input: object, caller: Caller = ada('key-1')) => {
    const type = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { ${failure} } }`;
    const asked = { ...input, idempotencyKey: `plain-refusal-${key++}` };
    return JSON.stringify(await api().ask(query, { input: asked }, caller));
  };

  describe('a refusal', () => {
    it('repeats no more of an id than tells which it was', async () => {
      const claim = idIn('Claim', 'shut');
      const answers = [
        await run('correctEntity', { id: long, expectedVersion: 1, names: [{ text: 'A' }] }),
        await run('correctEntity', { id: `${long}@2024-01-01T00:00:00.000Z`, expectedVersion: 1 }),
        await run('withdrawAssertion', { id: long, expectedVersion: 1, reason: 'it is wrong' }),
        await run('addSourceVersion', { source: long, version: { text: 'a' } }),
        await run('recordAssertion', {
          claim: { id: claim },
          speaker: { id: long },
          stance: 'AFFIRMS',
          directness: 'DIRECT',
        }),
        await run('judgeIdentity', {
          between: [long, long],
          verdict: 'SAME',
          reason: [{ language: 'en', text: 'a' }],
        }),
        JSON.stringify(
          await api().ask('query ($id: ID!) { claims(filter: { about: [$id] }) { totalCount } }', {
            id: long,
          }),
        ),
      ];
      for (const answer of answers) {
        expect(answer).toMatch(/"code":"|"errors":/);
        expect(answer.length, answer.slice(0, 300)).toBeLessThan(2_000);
      }
    });

    it('names what it means with its article', async () => {
      const reader = await run(
        'judgeIdentity',
        { between: [long, long], verdict: 'SAME', reason: [] },
        ada('key-3', 'reader'),
      );
      expect(reader).toContain('the key is that of a reader');
      const absent = `Entity_${'0'.repeat(32)}`;
      const answer = await run('recordAssertion', {
        ...{ claim: { id: idIn('Claim', 'shut') }, speaker: { id: absent } },
        ...{ stance: 'AFFIRMS', directness: 'DIRECT' },
      });
      expect(answer).not.toMatch(/\ba (Entity|Assertion|Organization|editor|admin)/);
      expect(answer).toContain('an Entity');
    });

    it('of a date that has not come says so, unless a text prints it, which is then warned of', async () => {
      const said = (saidOn: object) => ({
        ...{ claim: { id: idIn('Claim', 'shut') }, speaker: { id: idIn('Entity', 'witness') }, saidOn },
        ...{ stance: 'AFFIRMS', directness: 'DIRECT' },
      });
      expect(await run('recordAssertion', said({ edtf: '2099-01-01' }))).toContain(
        'expected a date that can have been',
      );
      const review = {
        ...{ claim: idIn('Claim', 'shut'), reviewer: { id: idIn('Entity', 'paper') }, rating: 'False' },
        ...{
          normalized: 'FALSE',
          url: 'https://facts.example/1',
          publishedOn: { edtf: '2099', original: '2099' },
        },
      };
      expect(await run('reviewClaim', review)).toContain('expected a date that can have been');
      const future = { text: 'a', retrievedAt: '2062-11-26T00:00:00.000Z' };
      const source = idIn('Source', 'article');
      expect(await run('addSourceVersion', { source, version: future })).toContain(
        'by 5 minutes of clocks that differ',
      );
      const printed = await api().data(
        `mutation ($input: RecordAssertionInput!) { recordAssertion(input: $input) {
          ... on AssertionRecorded { assertion { saidOn { edtf original } warnings { code } } } } }`,
        {
          input: {
            ...said({ edtf: '2099-01-01', original: '1 January 2099' }),
            idempotencyKey: 'printed-date',
          },
        },
        ada('key-1'),
      );
      expect(printed).toMatchObject({
        recordAssertion: {
          assertion: {
            saidOn: { edtf: '2099-01-01', original: '1 January 2099' },
            warnings: expect.arrayContaining([{ code: 'DATE_UNCERTAIN' }]),
          },
        },
      });
    });
  });

  describe('two callers of one name', () => {
    it('are told apart by their ids, to editors alone', async () => {
      const [one, other] = [ada('key-a'), ada('key-b')];
      const id = idIn('Claim', 'asked');
      await run('correctClaim', { id, expectedVersion: 1, nature: 'NORM' }, one);
      await run('correctClaim', { id, expectedVersion: 2, nature: 'OPINION' }, other);
      const asked = (caller: Caller | null) =>
        api().data(
          'query ($id: ID!) { claim(by: { id: $id }) { revisions { edges { node { by callerId } } } } }',
          { id },
          caller,
        );
      const revisions = (ids: readonly (string | null)[]) => ({
        claim: {
          revisions: {
            edges: ids.map((callerId, index) => ({
              node: { by: index < 2 ? 'Ada' : 'The testers', callerId },
            })),
          },
        },
      });
      expect(await asked(one)).toEqual(revisions(['key-b', 'key-a', null]));
      expect(await asked(null)).toEqual(revisions([null, null, null]));
      expect(await asked(ada('key-c', 'contributor'))).toEqual(revisions([null, null, null]));
    });
  });
});
