import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import { idOf } from '../../src/domain/ids.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { assertion, bundleOf, claim, entity, idIn, namespace, relay } from '../support/small-bundle.ts';
import { type Api, apiOver } from './api.ts';

const editor: Caller = { id: 'key-1', name: 'Ada Editor', role: 'editor' };
const text = 'he said alpha beta';

/** One is heard to say it, a paper reports that, and a gazette took it over. */
const reported = () =>
  bundleOf(namespace, {
    entities: [
      entity('subject'),
      ...['ann', 'bea', 'cy'].map((key) => entity(key, { kind: 'PERSON' })),
      entity('paper'),
      entity('gazette'),
    ],
    sources: [
      {
        key: 'article',
        slug: 'article',
        kind: 'ARTICLE',
        title: { en: 'The article' },
        seen: true,
        versions: [{ key: 'text', text, archivedAt: 'https://archive.example/1' }],
      },
    ],
    passages: [
      {
        key: 'alpha',
        version: 'text',
        exact: 'alpha',
        start: 8,
        end: 13,
        language: 'en',
        rendering: 'ORIGINAL',
      },
    ],
    claims: [claim('c', { about: ['subject'] }), claim('d', { about: ['subject'] })],
    assertions: [
      assertion('said', 'c', 'ann', { source: 'article', passages: ['alpha'] }),
      relay('retold', 'c', 'paper', 'said', { source: 'article', passages: ['alpha'] }),
      assertion('taken', 'c', 'gazette', {
        copyOf: 'said',
        copyReason: 'The same words.',
        source: 'article',
        passages: ['alpha'],
      }),
    ],
  });

/** Asked one after the other: Neo4j plans each statement when it first meets it, and these are all of the widest. */
const parts = [
  'headline corroboration { independentOrigins independentOriginsAtMost sentence origins { representative { speaker { name } } } }',
  'howDoWeKnow { edges { node { complete steps { kind speaker { name } } } } }',
  'graph { nodes { kind label } edges { kind } }',
  'whoSaid { edges { node { id relayedBy { totalCount edges { node { speaker { name } trail { origin { speaker { name } } } } } } } } }',
];

async function answered(api: Api): Promise<Readonly<Record<string, never>>> {
  const answers: object[] = [];
  for (const part of parts) {
    const { claim } = (await api.data(`{ claim(by: { slug: "c" }) { ${part} } }`)) as { claim: object };
    answers.push(claim);
  }
  return Object.assign({}, ...answers);
}

const told = (name: string) => ({
  headline: `According to ${name}, as reported by The paper: The claim c`,
  corroboration: {
    independentOrigins: 1,
    independentOriginsAtMost: 1,
    sentence: '3 reports, 1 independent origin',
    origins: [{ representative: { speaker: { name } } }],
  },
});

describe('an origin whose speaker is corrected', () => {
  eachEngine((_, openEngine) => {
    const api = apiOver(openEngine, reported);

    it('is relayed, copied and traced as before, under the corrected name, however often', async () => {
      let version = 1;
      let id = idIn('Assertion', 'said');
      for (const [name, key] of [
        ['The ann', null],
        ['The bea', 'bea'],
        ['The cy', 'cy'],
      ] as const) {
        if (key !== null) {
          const input = {
            idempotencyKey: `correcting-to-${key}`,
            id,
            expectedVersion: version,
            speaker: { id: idIn('Entity', key) },
          };
          const { result } = (await api().data(
            `mutation M($input: CorrectAssertionInput!) { result: correctAssertion(input: $input) {
              ... on AssertionCorrected { assertion { id version supersedes { id } } } ... on ExpectedError { code message } } }`,
            { input },
            editor,
          )) as { result: { assertion: { id: string; version: number; supersedes: { id: string } } } };
          expect(result.assertion.supersedes.id).toBe(id);
          ({ id, version } = result.assertion);
        }
        const answer = await answered(api());
        expect(answer).toMatchObject({
          ...told(name),
          howDoWeKnow: {
            edges: [
              {
                node: {
                  complete: true,
                  steps: [{ kind: 'READ_IN' }, { kind: 'SAID_BY', speaker: { name: 'The gazette' } }],
                },
              },
              {
                node: {
                  complete: true,
                  steps: [
                    { kind: 'READ_IN' },
                    { kind: 'REPORTED_BY', speaker: { name: 'The paper' } },
                    { kind: 'SAID_BY', speaker: { name } },
                  ],
                },
              },
            ],
          },
        });
        const { graph, whoSaid } = answer as unknown as {
          graph: { nodes: { kind: string; label: string }[]; edges: { kind: string }[] };
          whoSaid: { edges: { node: { id: string; relayedBy: unknown } }[] };
        };
        const speakers = graph.nodes.filter(({ kind }) => kind === 'SPEAKER').map(({ label }) => label);
        expect(speakers.sort()).toEqual([name, 'The gazette', 'The paper'].sort());
        expect(graph.edges.map(({ kind }) => kind)).toContain('RELAYS');
        expect(whoSaid.edges.find(({ node }) => node.id === id)?.node.relayedBy).toEqual({
          totalCount: 1,
          edges: [{ node: { speaker: { name: 'The paper' }, trail: { origin: { speaker: { name } } } } }],
        });
      }
    });
  });
});

describe('what replaced an assertion', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);
    const replacing = (key: string, replaced: string, others: object) =>
      bundleOf(`test.example/${key}`, {
        assertions: [
          assertion(key, idIn('Claim', 'c'), idIn('Entity', 'bea'), {
            supersedes: idIn('Assertion', replaced),
            ...others,
          }),
        ],
      });
    const originOf = async (store: TestStore) => {
      const [material] = await store.reader.trailsOfAssertions([idIn('Assertion', 'retold')]);
      return [...(material?.assertions.values() ?? [])].map((one) => one.speaker.slug).sort();
    };

    it('is brought with the trail of its relays, of another claim too, and the counts kept are those counted anew', async () => {
      const store = await emptyStore();
      await store.import(reported());
      expect(await originOf(store)).toEqual(['ann', 'paper']);
      await store.import(replacing('elsewhere', 'said', { claim: idIn('Claim', 'd') }));
      expect(await originOf(store)).toEqual(['ann', 'bea', 'paper']);
      expect(await checkGraph(store)).toEqual([]);
      const [dossier] = await store.reader.dossiers([idIn('Claim', 'c')]);
      expect(dossier?.others.map(({ speaker }) => speaker.slug)).toEqual(['bea']);
    });

    it('has the judgements on what it replaced, until a later one says otherwise', async () => {
      const store = await emptyStore();
      const judged = (key: string, verdict: 'SAME' | 'DIFFERENT', one: string) =>
        bundleOf(`test.example/judgement-${key}`, {
          judgements: [
            {
              key,
              verdict,
              between: [one, idOf('Assertion', 'test.example/other', 'other')],
              reason: { en: 'So it is judged.' },
            },
          ],
        });
      const origins = async () => {
        expect(await checkGraph(store)).toEqual([]);
        const [dossier] = await store.reader.dossiers([idIn('Claim', 'c')]);
        return dossier && corroborationOf(dossier).independentOrigins;
      };
      await store.import(reported());
      await store.import(
        bundleOf('test.example/other', {
          assertions: [assertion('other', idIn('Claim', 'c'), idIn('Entity', 'cy'))],
        }),
      );
      expect(await origins()).toBe(2);
      await store.import(judged('same', 'SAME', idIn('Assertion', 'said')));
      expect(await origins()).toBe(1);
      await store.import(replacing('better', 'said', {}));
      expect(await origins()).toBe(1);
      await store.import(
        judged('different', 'DIFFERENT', idOf('Assertion', 'test.example/better', 'better')),
      );
      expect(await origins()).toBe(2);
    });
  });
});
