import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimGraphOf } from '../../src/domain/claim-graph-of.ts';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import type { Dossier } from '../../src/domain/dossier.ts';
import { headlineOf } from '../../src/domain/headline.ts';
import { followedChain, followReplaced, standingFor } from '../../src/domain/replaced.ts';
import { anyDossier } from './random-dossier.ts';
import { dossier, entity, entry, judged } from './records.ts';

const gone = '2024-02-01T00:00:00.000Z';
const later = (position: number) => ({ recordedAt: '2024-03-01T00:00:00.000Z', position });
const ann = entry('ann', { speaker: entity('Ann'), supersededById: 'bea' });
const bea = entry('bea', { speaker: entity('Bea'), ...later(0) });
const paper = entity('The Paper', { kind: 'ORGANIZATION' });
const gazette = entity('The Gazette', { kind: 'ORGANIZATION' });
const relay = entry('relay', { speaker: paper, of: ann, position: 1 });
const copy = entry('copy', { speaker: gazette, copyOfId: 'ann', position: 2 });
const claimText = 'The account is suspended';

const recordsOf = (...records: { id: string; supersededById?: string; withdrawnAt?: string }[]) => {
  const known = new Map(
    records.map((one) => [one.id, { withdrawnAt: null, supersededById: null, attributedToId: null, ...one }]),
  );
  return (id: string) => known.get(id);
};

describe('what stands for an assertion', () => {
  test.each([
    ['is itself where nothing replaced it', [{ id: 'a' }], 'a'],
    ['is what replaced it', [{ id: 'a', supersededById: 'b' }, { id: 'b' }], 'b'],
    [
      'is what replaced that, however often',
      [
        { id: 'a', supersededById: 'b' },
        { id: 'b', supersededById: 'c' },
        { id: 'c', supersededById: 'd' },
        { id: 'd' },
      ],
      'd',
    ],
    [
      'is one that was withdrawn, whatever took its place',
      [{ id: 'a', supersededById: 'b' }, { id: 'b', supersededById: 'c', withdrawnAt: gone }, { id: 'c' }],
      'b',
    ],
    ['is the last that is known', [{ id: 'a', supersededById: 'b' }], 'a'],
    [
      'is itself where they replace each other in a circle',
      [
        { id: 'a', supersededById: 'b' },
        { id: 'b', supersededById: 'a' },
      ],
      'a',
    ],
    [
      'is itself where what replaced it runs in a circle',
      [
        { id: 'a', supersededById: 'b' },
        { id: 'b', supersededById: 'c' },
        { id: 'c', supersededById: 'b' },
      ],
      'a',
    ],
    ['is itself where it replaces itself', [{ id: 'a', supersededById: 'a' }], 'a'],
  ])('%s', (_, records, expected) => {
    expect(standingFor('a', recordsOf(...records))).toBe(expected);
  });
});

describe('a chain', () => {
  test('goes on from what replaced a link', () => {
    const entries = [bea, { ...ann, attributedToId: null }, relay];
    const known = new Map(entries.map((one) => [one.id, one]));
    expect(followedChain('relay', (id) => known.get(id))).toEqual({
      ids: ['relay', 'bea'],
      end: 'ORIGIN',
      stoppedAt: null,
    });
    expect(followedChain('ann', (id) => known.get(id)).ids).toEqual(['ann']);
  });

  test('that a replacement leads back to itself ends, and says so', () => {
    const known = new Map(
      [ann, { ...bea, attributedToId: 'relay' }, relay].map((one) => [one.id, one] as const),
    );
    expect(followedChain('relay', (id) => known.get(id))).toEqual({
      ids: ['relay', 'bea'],
      end: 'CYCLE',
      stoppedAt: 'relay',
    });
  });
});

describe('an origin that was corrected', () => {
  const corrected = dossier([ann, relay, copy, bea]);

  test('is still one with its copies, and still relayed', () => {
    expect(corroborationOf(corrected)).toMatchObject({
      assertions: 3,
      independentOrigins: 1,
      independentOriginsAtMost: 1,
      origins: [{ representativeId: 'bea', memberIds: ['bea', 'copy'] }],
    });
    expect(headlineOf(corrected, 'en')).toBe(`According to Bea, as reported by The Paper: ${claimText}`);
  });

  test('is so however often it is corrected', () => {
    const twice = dossier([
      ann,
      relay,
      copy,
      { ...bea, supersededById: 'cy' },
      entry('cy', { speaker: entity('Cy'), ...later(1) }),
    ]);
    expect(corroborationOf(twice).independentOrigins).toBe(1);
    expect(headlineOf(twice, 'en')).toBe(`According to Cy, as reported by The Paper: ${claimText}`);
  });

  test('keeps what it was judged to be the same as', () => {
    const other = entry('other', { speaker: entity('Dee') });
    const of = (judgements: Dossier['judgements']) =>
      corroborationOf(dossier([ann, bea, other], { judgements })).independentOrigins;
    expect([of([]), of([judged('SAME', 'ann', 'other')])]).toEqual([2, 1]);
  });

  test('is who is relayed in the claim graph; whom it replaced is not drawn', () => {
    const graph = claimGraphOf(
      'claim',
      { dossiers: new Map([['claim', corrected]]), entities: new Map() },
      { depth: 2, maxNodes: 50 },
    );
    expect(graph.nodes.map(({ recordId }) => recordId)).not.toContain('Ann');
    expect(graph.edges.filter(({ kind }) => kind === 'RELAYS')).toEqual([
      { from: 'SPEAKER:The Paper', to: 'SPEAKER:Bea', kind: 'RELAYS' },
    ]);
  });

  test('leaves its relays without a report where the correction is withdrawn', () => {
    const withdrawn = dossier([ann, relay, { ...bea, withdrawnAt: gone }]);
    expect(corroborationOf(withdrawn)).toMatchObject({ assertions: 0, independentOrigins: 0 });
  });
});

test('following what replaced what changes nothing the second time, nor where nothing was replaced', () => {
  fc.assert(
    fc.property(anyDossier, (one) => {
      const once = followReplaced(one);
      expect(followReplaced(once)).toEqual(once);
      if ([...one.entries, ...one.others].every(({ supersededById }) => supersededById === null)) {
        expect(once).toBe(one);
      }
    }),
  );
});
