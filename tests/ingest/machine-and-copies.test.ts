import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../src/domain/bundle.ts';
import type { Caller } from '../../src/domain/caller.ts';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import { idOf } from '../../src/domain/ids.ts';
import { decidingCopy } from '../../src/ingest/curate.ts';
import { parseBundle } from '../../src/ingest/parse-bundle.ts';
import { recordGathered } from '../../src/ingest/record-gathered.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf } from '../support/seeded-store.ts';
import { assertion, type BundleInput, claim, entity } from '../support/small-bundle.ts';

const editor: Caller = { id: 'key:editor', name: 'An editor', role: 'editor' };

const people = ['a', 'b', 'y', 'w', 'z'].map((key) => entity(key, { kind: 'PERSON' }));
const copy = (of: string) => ({ copyOf: of, copyReason: 'The same words.' });

function bundle(namespace: string, lists: Partial<BundleInput>, method: Bundle['method'] = 'HUMAN'): Bundle {
  return parseBundle({
    format: 'onrecord-bundle/1',
    namespace,
    title: { en: namespace },
    by: 'The testers',
    method,
    ...lists,
  });
}

const persons = bundle('test.example/persons', {
  entities: people,
  claims: [claim('one', { about: ['a'] })],
  assertions: [assertion('said', 'one', 'a')],
  judgements: [{ key: 'same', verdict: 'SAME', between: ['a', 'b'], reason: { en: 'One register entry.' } }],
});
const inPersons = (type: 'Entity' | 'Claim' | 'Assertion', key: string) =>
  idOf(type, 'test.example/persons', key);

eachEngine((_, open) => {
  const empty = storesOf(open);

  describe('copies', () => {
    it('are one origin over any number of steps and claims, and leave the graph in order', async () => {
      const store = await empty();
      await store.import(
        bundle('test.example/copies', {
          entities: people,
          claims: ['one', 'two', 'three'].map((key) => claim(key, { about: ['a'] })),
          assertions: [
            assertion('a1', 'one', 'a', copy('y2')),
            assertion('b1', 'one', 'b', copy('w2')),
            assertion('y2', 'two', 'y', copy('z3')),
            assertion('z3', 'three', 'z', copy('w2')),
            assertion('w2', 'two', 'w'),
          ],
        }),
      );
      const [dossier] = await store.reader.dossiers([idOf('Claim', 'test.example/copies', 'one')]);
      expect(dossier && corroborationOf(dossier).independentOrigins).toBe(1);
      expect(await checkGraph(store)).toEqual([]);
    });
  });

  describe('a copy that a machine proposes', () => {
    it('joins no origins until a person has confirmed it with a reason of their own', async () => {
      const store = await empty();
      await store.import(persons);
      const [one, b] = [inPersons('Claim', 'one'), inPersons('Entity', 'w')];
      await store.import(
        bundle(
          'test.example/machine',
          { assertions: [assertion('m', one, b, copy(inPersons('Assertion', 'said')))] },
          'MODEL',
        ),
      );
      const origins = async () => {
        const [dossier] = await store.reader.dossiers([one]);
        return dossier && corroborationOf(dossier).independentOrigins;
      };
      expect(await origins()).toBe(2);
      const confirm = (reason: string) =>
        recordGathered(
          store.writer,
          {
            caller: editor,
            idempotencyKey: reason.replaceAll(' ', '-'),
            name: 'decideCopy',
            input: {},
            method: 'HUMAN',
          },
          decidingCopy(
            { id: idOf('Assertion', 'test.example/machine', 'm'), expectedVersion: 1 },
            inPersons('Assertion', 'said'),
            reason,
          ),
        );
      await expect(confirm('The same words.')).rejects.toMatchObject({ code: 'NOT_POSSIBLE' });
      expect(await origins()).toBe(2);
      await confirm('I compared the two.');
      expect(await origins()).toBe(1);
    });
  });

  describe('a machine’s record', () => {
    it('is loaded again, and undoes nothing, after a person decided what it proposed', async () => {
      const store = await empty();
      await store.import(persons);
      const proposing = bundle(
        'test.example/machine',
        {
          claims: [claim('two', { about: [inPersons('Entity', 'a')] })],
          relations: [
            {
              key: 'either',
              kind: 'CONTRADICTS',
              from: inPersons('Claim', 'one'),
              to: 'two',
              reason: { en: 'One or the other.' },
              status: 'PROPOSED',
            },
          ],
          judgements: [
            {
              ...{ key: 'alike', verdict: 'UNSURE', reason: { en: 'Much alike.' } },
              between: [inPersons('Entity', 'w'), inPersons('Entity', 'z')],
            },
          ],
        },
        'MODEL',
      );
      await store.import(proposing);
      const of = (key: string) => idOf('ClaimRelation', 'test.example/machine', key);
      const judgement = idOf('IdentityJudgement', 'test.example/machine', 'alike');
      await store.import(
        bundle('test.example/decided', {
          relations: [
            {
              key: of('either'),
              kind: 'CONTRADICTS',
              from: inPersons('Claim', 'one'),
              to: idOf('Claim', 'test.example/machine', 'two'),
              reason: { en: 'One or the other.' },
              status: 'CONFIRMED',
            },
          ],
          judgements: [
            {
              ...{ key: judgement, verdict: 'SAME', reason: { en: 'The register.' } },
              between: [inPersons('Entity', 'w'), inPersons('Entity', 'z')],
            },
          ],
        }),
      );
      expect(await store.import(proposing)).toMatchObject({ activityId: null, revised: 0 });
      const [judged = []] = await store.reader.judgementsOf([inPersons('Entity', 'w')]);
      expect(judged).toMatchObject([{ id: judgement, verdict: 'SAME', method: 'HUMAN', by: 'The testers' }]);
    });

    it.each([
      [
        'takes no person’s assertion’s place',
        /supersedes: expected an assertion that a machine recorded/,
        {
          assertions: [
            assertion('new', inPersons('Claim', 'one'), inPersons('Entity', 'b'), {
              supersedes: inPersons('Assertion', 'said'),
            }),
          ],
        },
      ],
      [
        'judges no pair that a person has judged',
        /between: expected a pair with no judgement but one that a machine recorded/,
        {
          judgements: [
            {
              key: 'not',
              verdict: 'DIFFERENT',
              between: [inPersons('Entity', 'b'), inPersons('Entity', 'a')],
              reason: { en: 'Other names.' },
            },
          ],
        },
      ],
      [
        'confirms no relation',
        /relations\[0\]\.status: expected PROPOSED/,
        {
          claims: [claim('two', { about: [inPersons('Entity', 'a')] })],
          relations: [
            {
              key: 'either',
              kind: 'CONTRADICTS',
              from: inPersons('Claim', 'one'),
              to: 'two',
              reason: { en: 'One or the other.' },
              status: 'CONFIRMED',
            },
          ],
        },
      ],
      [
        'confirms no derivation',
        /sources\[0\]\.derivedFrom\[0\]\.status: expected PROPOSED/,
        {
          sources: [
            {
              ...{ key: 's', slug: 's', kind: 'ARTICLE', title: { en: 'S' }, seen: true },
              derivedFrom: [{ kind: 'CITES', from: 't', status: 'CONFIRMED' }],
            },
            { key: 't', slug: 't', kind: 'ARTICLE', title: { en: 'T' }, seen: true },
          ],
        },
      ],
      [
        'says of no derivation that a person recorded it',
        /sources\[0\]\.derivedFrom\[0\]\.method: expected RULES or MODEL/,
        {
          sources: [
            {
              ...{ key: 's', slug: 's', kind: 'ARTICLE', title: { en: 'S' }, seen: true },
              derivedFrom: [
                { kind: 'CITES', from: 't', status: 'PROPOSED', reason: { en: 'Alike.' }, method: 'HUMAN' },
              ],
            },
            { key: 't', slug: 't', kind: 'ARTICLE', title: { en: 'T' }, seen: true },
          ],
        },
      ],
      [
        'rates no claim',
        /reviews\[0\]: expected no review/,
        {
          reviews: [
            {
              ...{ key: 'r', claim: inPersons('Claim', 'one'), reviewer: inPersons('Entity', 'b') },
              ...{ rating: 'False', normalized: 'FALSE', publishedOn: { edtf: '2024-01-01' } },
            },
          ],
        },
      ],
      [
        'judges nobody whom a person recorded the same as another',
        /judgements\[0\]\.verdict: expected UNSURE of what a person recorded/,
        {
          judgements: [
            {
              ...{ key: 'same', verdict: 'SAME', reason: { en: 'Much alike.' } },
              between: [inPersons('Entity', 'w'), inPersons('Entity', 'z')],
            },
          ],
        },
      ],
    ] satisfies [string, RegExp, Partial<BundleInput>][])('%s', async (_name, refusal, lists) => {
      const store = await empty();
      await store.import(persons);
      await expect(store.import(bundle('test.example/machine', lists, 'MODEL'))).rejects.toThrow(refusal);
      // A person may.
      await store.import(bundle('test.example/machine', lists, 'HUMAN'));
    });
  });
});
