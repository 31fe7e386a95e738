import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClaimGraph } from '../../src/domain/claim-graph.ts';
import type { DossierEntry } from '../../src/domain/dossier.ts';
import { type EdtfDate, edtfDate } from '../../src/domain/edtf-date.ts';
import {
  again,
  edges,
  entities,
  felix,
  graphOf,
  huxiu,
  ids,
  reported,
  said,
  sources,
  verge,
  whole,
} from './drawn-claim.ts';
import { anyDossier } from './random-dossier.ts';
import { claim, derivation, dossier, entity, entry, source } from './records.ts';

describe('a claim graph', () => {
  test('joins the claim with its speakers, relays, sources, what those derive from, and publishers', () => {
    expect(edges(graphOf([whole], { entities }))).toEqual([
      'CLAIM:claim MADE_IN SOURCE:article',
      'CLAIM:claim MADE_IN SOURCE:statement',
      'SOURCE:article PUBLISHED_BY PUBLISHER:huxiu',
      'SOURCE:repost PUBLISHED_BY PUBLISHER:site',
      'SOURCE:repost DERIVED_FROM SOURCE:article',
      'SPEAKER:felix AFFIRMS CLAIM:claim',
      'SPEAKER:huxiu RELAYS SPEAKER:verge',
      'SPEAKER:verge RELAYS SPEAKER:felix',
    ]);
  });

  test.each([
    [1, ['CLAIM:claim', 'SOURCE:article', 'SOURCE:statement', 'SPEAKER:felix']],
    [2, ['PUBLISHER:huxiu', 'SOURCE:repost', 'SPEAKER:verge']],
    [3, ['PUBLISHER:site', 'SPEAKER:huxiu']],
  ])('at depth %i comes to these, nearest first', (depth, last) => {
    const found = ids(graphOf([whole], { entities, depth }));
    expect(found.slice(-last.length)).toEqual(last);
  });

  test('gives every stance an edge of its kind, and a vouching relay its own beside the relaying', () => {
    const entries = [
      said,
      entry('denied', { speaker: verge, stance: 'DENIES' }),
      entry('vouched', { speaker: huxiu, of: said, commitment: 'ENDORSES' }),
    ];
    expect(edges(graphOf([dossier(entries)]))).toEqual([
      'SPEAKER:felix AFFIRMS CLAIM:claim',
      'SPEAKER:huxiu AFFIRMS CLAIM:claim',
      'SPEAKER:huxiu RELAYS SPEAKER:felix',
      'SPEAKER:verge DENIES CLAIM:claim',
    ]);
  });

  test('leads who altered what was passed on to the claim that came of it, which they do not hold', () => {
    const original = entry('original', { claimId: 'other', speaker: felix });
    const altered = entry('altered', { speaker: verge, of: original });
    const graph = graphOf([dossier([altered], { others: [original] })]);
    expect(edges(graph)).toEqual(['SPEAKER:verge RELAYS CLAIM:claim']);
    expect(graph.edges).toMatchObject([{ stance: 'AFFIRMS' }]);
    const vouching = entry('vouching', { speaker: verge, of: original, commitment: 'ENDORSES' });
    expect(edges(graphOf([dossier([vouching], { others: [original] })]))).toEqual([
      'SPEAKER:verge AFFIRMS CLAIM:claim',
    ]);
  });

  test('leaves relays what they passed on where the stance of their origin was corrected', () => {
    const corrected = entry('corrected', { speaker: felix, stance: 'DENIES' });
    const relayed = entry('relayed', { speaker: verge, of: corrected, stance: 'AFFIRMS' });
    const further = entry('further', { speaker: huxiu, of: relayed });
    const graph = graphOf([dossier([corrected, relayed, further])]);
    expect(graph.edges).toEqual([
      { from: 'SPEAKER:felix', to: 'CLAIM:claim', kind: 'DENIES' },
      { from: 'SPEAKER:huxiu', to: 'SPEAKER:verge', kind: 'RELAYS' },
      { from: 'SPEAKER:verge', to: 'CLAIM:claim', kind: 'RELAYS', stance: 'AFFIRMS' },
    ]);
  });

  test('gives a body what is said for it, apart from what its spokesperson says', () => {
    const openai = entity('openai', { kind: 'ORGANIZATION' });
    const forBody = entry('for the body', { speaker: felix, onBehalfOf: openai, stance: 'DENIES' });
    const own = entry('own', { speaker: felix });
    const relayed = entry('relayed', { speaker: verge, of: forBody });
    expect(edges(graphOf([dossier([forBody, own, relayed])]))).toEqual([
      'SPEAKER:felix AFFIRMS CLAIM:claim',
      'SPEAKER:openai DENIES CLAIM:claim',
      'SPEAKER:verge RELAYS SPEAKER:openai',
    ]);
  });

  test('says how many of those who pass it on are farther away than it goes', () => {
    const chain = [entry('0', { speaker: entity('p0') })];
    for (let index = 1; index <= 5; index += 1) {
      const of = chain[index - 1];
      if (of) chain.push(entry(String(index), { speaker: entity(`p${index}`), of }));
    }
    const beyond = [1, 2, 3, 4].map((depth) => graphOf([dossier(chain)], { depth }).relaysBeyond);
    expect(beyond).toEqual([5, 4, 3, 2]);
    expect(graphOf([dossier(chain.slice(0, 3))], { depth: 3 })).not.toHaveProperty('relaysBeyond');
    expect(graphOf([dossier(chain)], { depth: 4, maxNodes: 2 })).toMatchObject({
      truncated: true,
      relaysBeyond: 2,
    });
  });

  test('never goes from a speaker to its other claims, nor over who it relays there', () => {
    const other = dossier(
      [
        entry('x', { claimId: 'other', speaker: felix }),
        entry('y', {
          claimId: 'other',
          speaker: huxiu,
          of: entry('x', { claimId: 'other', speaker: felix }),
        }),
      ],
      { claim: claim('other') },
    );
    expect(ids(graphOf([dossier([said]), other]))).toEqual(['CLAIM:claim', 'SPEAKER:felix']);
  });

  test('does not draw a relaying on a claim that is not drawn', () => {
    const other = dossier(
      [
        entry('x', { claimId: 'other', speaker: felix }),
        {
          ...entry('y', { speaker: verge, of: entry('x', { claimId: 'other', speaker: felix }) }),
          claimId: 'other',
        },
      ],
      {
        claim: claim('other'),
      },
    );
    const both = dossier([said, entry('also', { speaker: verge })]);
    expect(edges(graphOf([both, other]))).toEqual([
      'SPEAKER:felix AFFIRMS CLAIM:claim',
      'SPEAKER:verge AFFIRMS CLAIM:claim',
    ]);
  });

  test('names whoever published a source at the last step where it is asked to, and nothing else beyond', () => {
    expect(ids(graphOf([whole], { entities, depth: 2 }))).not.toContain('PUBLISHER:site');
    const drawn = graphOf([whole], { entities, depth: 2, publishersOfAll: true });
    expect(ids(drawn).at(-1)).toBe('PUBLISHER:site');
    expect(edges(drawn)).toContain('SOURCE:repost PUBLISHED_BY PUBLISHER:site');
    expect(ids(drawn).slice(0, -1)).toEqual(ids(graphOf([whole], { entities, depth: 2 })));
  });

  test('says of a claim’s date that it cannot be true where an assertion that stands warns of it', () => {
    const concerns = edtfDate({ edtf: '2019' });
    const warning = entry('warning', { concernsImpossible: true });
    const withdrawn = { ...warning, withdrawnAt: '2024-02-01T00:00:00.000Z' };
    const marked = (entries: readonly DossierEntry[], date: EdtfDate | null) =>
      graphOf([dossier(entries, { claim: claim('claim', { concerns: date }) })]).nodes[0]?.dateImpossible;
    expect(marked([said, warning], concerns)).toBe(true);
    expect(marked([said], concerns)).toBe(false);
    expect(marked([said, withdrawn], concerns)).toBe(false);
    expect(marked([said, warning], null)).toBe(false);
  });

  test('labels a claim with its headline in both languages, and tells machines and the unnamed apart', () => {
    const grok = entity('grok', { kind: 'MACHINE', names: [{ text: 'Grok', language: 'en', kind: 'NAME' }] });
    const engineer = entity('engineer', { anonymity: 'PROTECTED' });
    const { nodes } = graphOf([
      dossier([entry('a', { speaker: grok }), entry('b', { speaker: engineer, stance: 'DENIES' })]),
    ]);
    expect(nodes).toMatchObject([
      {
        id: 'CLAIM:claim',
        recordId: 'claim',
        labels: {
          en: 'According to the machine Grok: The account is suspended — denied by engineer',
          'zh-Hans': '据机器“Grok”称：账号已暂停——engineer否认',
        },
      },
      { id: 'SPEAKER:engineer', machine: false, anonymous: true },
      { id: 'SPEAKER:grok', machine: true, anonymous: false, labels: { en: 'Grok', 'zh-Hans': 'Grok' } },
    ]);
  });

  test('makes a label when it is read, and once', () => {
    let titled = 0;
    const read = {
      ...source('statement'),
      get title() {
        titled++;
        return [{ language: 'en', text: 'A statement' }];
      },
    };
    const drawn = graphOf([dossier([said], { sources: [read] })]).nodes.find(({ kind }) => kind === 'SOURCE');
    expect(titled).toBe(0);
    expect(drawn?.labels).toEqual({ en: 'A statement', 'zh-Hans': 'A statement' });
    expect(drawn?.labels).toBe(drawn?.labels);
    // For each of the two languages.
    expect(titled).toBe(2);
  });

  test('has one node for a speaker under two records judged the same, and one as speaker and as publisher each', () => {
    const other = entity('felix too', { clusterId: 'felix' });
    const entries = [
      said,
      entry('a', { speaker: other }),
      entry('b', { speaker: huxiu, sourceId: 'article' }),
    ];
    expect(ids(graphOf([dossier(entries, { sources })], { entities: [huxiu], depth: 2 }))).toEqual([
      'CLAIM:claim',
      'SOURCE:article',
      'SOURCE:statement',
      'SPEAKER:felix',
      'SPEAKER:huxiu',
      'PUBLISHER:huxiu',
    ]);
  });

  test('leaves out the farthest, then the oldest, and says so', () => {
    const at = (id: string, recordedAt: string) => entry(id, { speaker: entity(id, { recordedAt }) });
    const one = dossier([
      at('old', '2023-01-01T00:00:00.000Z'),
      at('new', '2025-01-01T00:00:00.000Z'),
      at('mid', '2024-01-01T00:00:00.000Z'),
    ]);
    const graph = graphOf([one], { maxNodes: 3 });
    expect(ids(graph)).toEqual(['CLAIM:claim', 'SPEAKER:new', 'SPEAKER:mid']);
    expect(edges(graph)).toEqual(['SPEAKER:mid AFFIRMS CLAIM:claim', 'SPEAKER:new AFFIRMS CLAIM:claim']);
    expect(graph.truncated).toBe(true);
    expect(graphOf([one], { maxNodes: 4 }).truncated).toBe(false);
  });

  test('draws neither what is withdrawn nor a rejected derivation, and survives sources in a circle', () => {
    const gone = entry('gone', { withdrawnAt: '2024-02-01T00:00:00.000Z' });
    const circle = [
      source('statement', { derivedFrom: [derivation('two'), derivation('no', { status: 'REJECTED' })] }),
      source('two', { derivedFrom: [derivation('statement')] }),
      source('no'),
    ];
    expect(ids(graphOf([dossier([said, gone], { sources: circle })]))).toEqual([
      'CLAIM:claim',
      'SOURCE:statement',
      'SPEAKER:felix',
      'SOURCE:two',
    ]);
  });

  test('keeps a withdrawn link that others rest on, marked, and them with it', () => {
    const withdrawnAt = '2024-02-01T00:00:00.000Z';
    const marked = (of: ClaimGraph) => edges({ ...of, edges: of.edges.filter(({ withdrawn }) => withdrawn) });
    const gone = graphOf([dossier([{ ...said, withdrawnAt }, reported, again], { sources })], { entities });
    expect(edges(gone)).toEqual(edges(graphOf([whole], { entities })));
    expect(marked(gone)).toEqual([
      'CLAIM:claim MADE_IN SOURCE:statement',
      'SPEAKER:felix AFFIRMS CLAIM:claim',
    ]);
    const between = graphOf([dossier([said, { ...reported, withdrawnAt }, again], { sources })], {
      entities,
    });
    expect(marked(between)).toEqual(['SPEAKER:verge RELAYS SPEAKER:felix']);
    const twice = [{ ...said, withdrawnAt }, entry('twice', { speaker: felix }), reported];
    expect(marked(graphOf([dossier(twice)]))).toEqual([]);
  });

  test('is empty where there is no such claim', () => {
    expect(graphOf([], { root: 'nothing' })).toEqual({ nodes: [], edges: [], truncated: false });
  });

  test('on any dossier: nodes and edges once, edges among its nodes, all connected, and less is a beginning of more', () => {
    fc.assert(
      fc.property(anyDossier, fc.integer({ min: 1, max: 6 }), (one, maxNodes) => {
        const graph = graphOf([one]);
        const nodes = ids(graph);
        expect(new Set(nodes).size).toBe(nodes.length);
        expect(new Set(edges(graph)).size).toBe(graph.edges.length);
        const reached = new Set(['CLAIM:claim']);
        for (const _ of nodes) {
          for (const { from, to } of graph.edges) {
            expect(nodes).toContain(from);
            expect(nodes).toContain(to);
            if (reached.has(from)) reached.add(to);
            else if (reached.has(to)) reached.add(from);
          }
        }
        expect(reached.size).toBe(nodes.length);
        expect(ids(graphOf([one], { maxNodes }))).toEqual(nodes.slice(0, maxNodes));
      }),
    );
  });
});
