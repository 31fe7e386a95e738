import { describe, expect, test } from 'vitest';
import { edges, graphOf, ids, said, verge } from './drawn-claim.ts';
import { claim, derivation, dossier, entry, relation, source } from './records.ts';

describe('a claim graph', () => {
  test('goes on over confirmed relations, in the direction that they are stored in', () => {
    const contradicts = relation('other', 'claim');
    const supports = relation('claim', 'third', { kind: 'SUPPORTS' });
    const proposed = relation('claim', 'fourth', { status: 'PROPOSED' });
    const dossiers = [
      dossier([said], { relations: [contradicts, supports, proposed] }),
      dossier([entry('x', { claimId: 'other', speaker: verge })], {
        claim: claim('other'),
        relations: [contradicts],
      }),
      dossier([], { claim: claim('third'), relations: [supports] }),
      dossier([], { claim: claim('fourth'), relations: [proposed] }),
    ];
    const graph = graphOf(dossiers);
    expect(ids(graph)).toEqual([
      'CLAIM:claim',
      'CLAIM:other',
      'CLAIM:third',
      'SPEAKER:felix',
      'SPEAKER:verge',
    ]);
    expect(edges(graph)).toEqual([
      'CLAIM:claim SUPPORTS CLAIM:third',
      'CLAIM:other CONTRADICTS CLAIM:claim',
      'SPEAKER:felix AFFIRMS CLAIM:claim',
      'SPEAKER:verge AFFIRMS CLAIM:other',
    ]);
  });

  test('draws what is only proposed between claims where it is asked to, and says that it is; what is rejected never', () => {
    const relations = [
      relation('claim', 'other', { status: 'PROPOSED' }),
      relation('claim', 'third', { status: 'REJECTED' }),
    ];
    const dossiers = [
      dossier([said], { relations }),
      dossier([entry('x', { claimId: 'other', speaker: verge })], { claim: claim('other'), relations }),
      dossier([], { claim: claim('third'), relations }),
    ];
    expect(ids(graphOf(dossiers))).toEqual(['CLAIM:claim', 'SPEAKER:felix']);
    const drawn = graphOf(dossiers, { relations: 'PROPOSED_TOO' });
    expect(ids(drawn)).toEqual(['CLAIM:claim', 'CLAIM:other', 'SPEAKER:felix', 'SPEAKER:verge']);
    expect(drawn.edges.map(({ from, kind, to, status }) => [from, kind, to, status])).toEqual([
      ['CLAIM:claim', 'CONTRADICTS', 'CLAIM:other', 'PROPOSED'],
      ['SPEAKER:felix', 'AFFIRMS', 'CLAIM:claim', undefined],
      ['SPEAKER:verge', 'AFFIRMS', 'CLAIM:other', undefined],
    ]);
  });

  test('says of derivations and relations how far they are agreed upon, and of nothing else', () => {
    const relations = [relation('other', 'claim')];
    const sources = [
      source('statement', { derivedFrom: [derivation('first', { status: 'PROPOSED' })] }),
      source('first', { derivedFrom: [derivation('second')] }),
    ];
    const { edges: found } = graphOf([
      dossier([said], { relations, sources: [...sources, source('second')] }),
      dossier([], { claim: claim('other'), relations }),
    ]);
    expect(found.map(({ from, kind, status }) => [from, kind, status])).toEqual([
      ['CLAIM:claim', 'MADE_IN', undefined],
      ['CLAIM:other', 'CONTRADICTS', 'CONFIRMED'],
      ['SOURCE:first', 'DERIVED_FROM', 'CONFIRMED'],
      ['SOURCE:statement', 'DERIVED_FROM', 'PROPOSED'],
      ['SPEAKER:felix', 'AFFIRMS', undefined],
    ]);
  });

  test.each([
    ['proposed first', ['PROPOSED', 'CONFIRMED'] as const],
    ['confirmed first', ['CONFIRMED', 'PROPOSED'] as const],
  ])(
    'takes a derivation for confirmed that is confirmed in one way and proposed in another: %s',
    (_, order) => {
      const [one, two] = order;
      const derivedFrom = [
        derivation('first', { status: one }),
        derivation('first', { kind: 'TRANSLATES', status: two }),
      ];
      const { edges: found } = graphOf([
        dossier([said], { sources: [source('statement', { derivedFrom }), source('first')] }),
      ]);
      expect(found.filter(({ kind }) => kind === 'DERIVED_FROM')).toEqual([
        { from: 'SOURCE:statement', to: 'SOURCE:first', kind: 'DERIVED_FROM', status: 'CONFIRMED' },
      ]);
    },
  );
});
