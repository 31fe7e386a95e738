import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../src/domain/edtf-date.ts';
import { idOf, type RecordType } from '../../src/domain/ids.ts';
import { saidBy } from '../../src/domain/said-by.ts';
import type { Entry, EntryOf } from '../../src/domain/state.ts';

const id = (type: RecordType, key: string | number): string => idOf(type, 'test', String(key));
const dates = ['2023-12-01', '2023-12', '2023-11~', '2023-12-10?', '2023-12-05/..', '2023', '../2023-12-08'];
const days = ['2023-11-30', '2023-12-01', '2023-12-08', '2023-12-10', '2023-12-31', '2024-01-01'];

type AssertionState = EntryOf<'Assertion'>['state'];

/** An origin of claim 0, said by entity 0. */
function assertion(key: string | number, others: Partial<AssertionState> = {}): EntryOf<'Assertion'> {
  return {
    type: 'Assertion',
    id: id('Assertion', key),
    position: 0,
    state: {
      claim: id('Claim', 0),
      speaker: id('Entity', 0),
      stance: 'AFFIRMS',
      commitment: 'ENDORSES',
      modality: 'CERTAIN',
      directness: 'INDIRECT',
      basis: 'UNSTATED',
      basedOn: [],
      passages: [],
      warnings: [],
      ...others,
    },
  };
}

function source(key: string | number, publishedOn: string | undefined): EntryOf<'Source'> {
  return {
    type: 'Source',
    id: id('Source', key),
    position: 0,
    state: {
      slug: `s-${key}`,
      kind: 'ARTICLE',
      title: { en: 'An article' },
      authors: [],
      seen: true,
      access: 'PUBLIC',
      derivedFrom: [],
      ...(publishedOn === undefined ? {} : { publishedOn: { edtf: publishedOn } }),
    },
  };
}

const claim = (key: string | number): EntryOf<'Claim'> => ({
  type: 'Claim',
  id: id('Claim', key),
  position: 0,
  state: {
    slug: `c-${key}`,
    text: { en: 'A claim' },
    language: 'en',
    nature: 'FACT',
    about: [id('Entity', 0)],
  },
});

const idsOf = (entries: readonly Entry[]): ReadonlySet<string> => new Set(entries.map((entry) => entry.id));
const on = (edtf: string) => ({ saidOn: { edtf } });

describe('what had been said by a day', () => {
  const left = (entries: readonly Entry[], day: string) =>
    [...entries].filter((entry) => !idsOf(saidBy(entries, day)).has(entry.id)).map((entry) => entry.id);

  it('goes by the last day that an assertion may have been said, whatever the qualifiers', () => {
    const entries = [claim(0), assertion('month', on('2023-12~')), assertion('day', on('2023-12-05?'))];
    expect(left(entries, '2023-12-30')).toEqual([id('Assertion', 'month')]);
    expect(left(entries, '2023-12-31')).toEqual([]);
  });

  it('goes by the publication of its source where it has no date, and not where it has one', () => {
    const inSource = { source: id('Source', 0) };
    const entries = [
      claim(0),
      source(0, '2023-12-10'),
      assertion('undated', inSource),
      assertion('later', { ...inSource, ...on('2023-12-20') }),
      assertion('open', { ...inSource, ...on('2023-12-01/..') }),
    ];
    expect(left(entries, '2023-12-10')).toEqual([id('Assertion', 'later'), id('Assertion', 'open')]);
  });

  it('has no claim of which nobody had said anything, and no relation, review or judgement that hangs on one', () => {
    const entries: readonly Entry[] = [
      claim(0),
      claim(1),
      assertion('early', on('2023-12-01')),
      assertion('late', { ...on('2023-12-20'), claim: id('Claim', 1) }),
      {
        type: 'ClaimRelation',
        id: id('ClaimRelation', 0),
        position: 0,
        state: {
          kind: 'CONTRADICTS',
          from: id('Claim', 0),
          to: id('Claim', 1),
          reason: { en: 'It is.' },
          status: 'CONFIRMED',
          assertedBy: [],
          proposedBy: 'The editors',
        },
      },
      {
        type: 'Review',
        id: id('Review', 0),
        position: 0,
        state: {
          claim: id('Claim', 0),
          reviewer: id('Entity', 0),
          rating: 'Half true',
          normalized: 'MIXTURE',
        },
      },
      {
        type: 'IdentityJudgement',
        id: id('IdentityJudgement', 0),
        position: 0,
        state: {
          verdict: 'SAME',
          between: [id('Assertion', 'early'), id('Assertion', 'late')],
          reason: { en: 'One.' },
          by: 'The editors',
        },
      },
    ];
    expect(left(entries, '2023-12-10')).toEqual(
      entries
        .filter((entry) => ![id('Claim', 0), id('Assertion', 'early')].includes(entry.id))
        .map((entry) => entry.id),
    );
  });

  it('keeps what a relay passes on, dated or not, so that the relay does not become an origin', () => {
    const entries = [
      claim(0),
      assertion('undated'),
      assertion('origin', on('2023-12')),
      assertion('relay', { ...on('2023-12-05'), attributedTo: id('Assertion', 'origin') }),
    ];
    expect(left(entries, '2023-12-05')).toEqual([id('Assertion', 'undated')]);
    expect(left(entries, '2023-12-04')).toEqual(entries.map((entry) => entry.id));
  });

  it('does not let a record stand again whose correction is dated later', () => {
    const entries = [
      claim(0),
      assertion('wrong', on('2023-12-01')),
      assertion('right', { ...on('2023-12-20'), supersedes: id('Assertion', 'wrong') }),
      assertion('other', on('2023-12-02')),
    ];
    expect(left(entries, '2023-12-10')).toEqual([id('Assertion', 'wrong'), id('Assertion', 'right')]);
  });
});

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

/** Assertions that lead to earlier ones only, as a graph's do, in sources that may be dated. */
const graphs: fc.Arbitrary<readonly Entry[]> = fc
  .record({
    published: fc.array(maybe(fc.constantFrom(...dates)), { minLength: 3, maxLength: 3 }),
    said: fc.array(
      fc.record({
        date: maybe(fc.constantFrom(...dates)),
        source: maybe(fc.nat(2)),
        to: maybe(fc.nat()),
        copyOf: maybe(fc.nat()),
        answers: maybe(fc.nat()),
        supersedes: maybe(fc.nat()),
        withdrawn: fc.boolean(),
        claim: fc.nat(2),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ published, said }) => {
    const replaced = new Set<number>();
    const assertions = said.map((one, index) => {
      const earlier = (choice: number | undefined) =>
        choice === undefined || index === 0 ? undefined : id('Assertion', choice % index);
      const target = one.supersedes === undefined || index === 0 ? undefined : one.supersedes % index;
      const supersedes = target === undefined || replaced.has(target) ? undefined : target;
      if (supersedes !== undefined) replaced.add(supersedes);
      const state = {
        attributedTo: earlier(one.to),
        copyOf: earlier(one.copyOf),
        inResponseTo: earlier(one.answers),
        supersedes: supersedes === undefined ? undefined : id('Assertion', supersedes),
        saidOn: one.date === undefined ? undefined : { edtf: one.date },
        source: one.source === undefined ? undefined : id('Source', one.source),
        withdrawn: one.withdrawn ? { reason: 'mistaken' } : undefined,
      };
      const given = Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined));
      return assertion(index, { ...given, claim: id('Claim', one.claim) });
    });
    return [claim(0), claim(1), claim(2), ...published.map((date, key) => source(key, date)), ...assertions];
  });

const assertionsIn = (entries: readonly Entry[]) =>
  new Map(entries.flatMap((entry) => (entry.type === 'Assertion' ? [[entry.id, entry.state] as const] : [])));

describe('of any graph, what had been said by a day', () => {
  const cases = fc.tuple(graphs, fc.constantFrom(...days));
  const runs = { numRuns: 500, seed: 1 };

  function dated(entries: readonly Entry[], state: AssertionState, day: string): boolean {
    const sources = new Map(entries.map((entry) => [entry.id, entry]));
    const madeIn = state.source === undefined ? undefined : sources.get(state.source);
    const date = state.saidOn ?? (madeIn?.type === 'Source' ? madeIn.state.publishedOn : undefined);
    const latest = date === undefined ? null : boundsOf(date.edtf).latest;
    return latest !== null && latest <= day;
  }

  it('has every assertion that stands and whose date is over by then', () => {
    let looked = 0;
    fc.assert(
      fc.property(cases, ([entries, day]) => {
        const kept = assertionsIn(saidBy(entries, day));
        const all = assertionsIn(entries);
        const replaced = new Set([...all.values()].map(({ supersedes }) => supersedes));
        for (const [one, state] of all) {
          if (state.withdrawn !== undefined || replaced.has(one) || !dated(entries, state, day)) continue;
          looked++;
          expect(kept.has(one)).toBe(true);
        }
      }),
      runs,
    );
    expect(looked).toBeGreaterThan(200);
  });

  it('has no other but what these pass on, and what replaced that', () => {
    fc.assert(
      fc.property(cases, ([entries, day]) => {
        const all = assertionsIn(entries);
        const reached = new Set(
          [...all].filter(([, state]) => dated(entries, state, day)).map(([one]) => one),
        );
        for (const one of reached) {
          const state = all.get(one);
          const next = [state?.attributedTo, [...all].find(([, { supersedes }]) => supersedes === one)?.[0]];
          for (const other of next) if (other !== undefined) reached.add(other);
        }
        for (const one of assertionsIn(saidBy(entries, day)).keys()) expect(reached.has(one)).toBe(true);
      }),
      runs,
    );
  });

  it('makes no relay an origin, forgets of no copy that it is one, and lets nothing stand that was replaced', () => {
    let relays = 0;
    fc.assert(
      fc.property(cases, ([entries, day]) => {
        const all = assertionsIn(entries);
        const kept = assertionsIn(saidBy(entries, day));
        const replacedBy = new Map([...all].map(([one, { supersedes }]) => [supersedes, one]));
        for (const [one, state] of kept) {
          expect(state.attributedTo).toBe(all.get(one)?.attributedTo);
          expect(state.copyOf).toBe(all.get(one)?.copyOf);
          if (state.attributedTo !== undefined) relays++;
          const replacing = replacedBy.get(one);
          if (replacing !== undefined) expect(kept.get(replacing)?.supersedes).toBe(one);
        }
      }),
      runs,
    );
    expect(relays).toBeGreaterThan(100);
  });

  it('names nothing that is not there, and grows with the days', () => {
    fc.assert(
      fc.property(cases, ([entries, day]) => {
        const kept = saidBy(entries, day);
        const there = idsOf(kept);
        const named =
          JSON.stringify(kept.map(({ state }) => ({ ...state, copyOf: undefined }))).match(
            /[A-Z][A-Za-z]+_[0-9a-f]{32}/g,
          ) ?? [];
        // The only entity stands for all: entities are never left out, and these graphs leave them away.
        expect(named.filter((one) => !there.has(one) && !one.startsWith('Entity_'))).toEqual([]);
        for (const later of days.filter((one) => one > day)) {
          const after = idsOf(saidBy(entries, later));
          expect([...there].filter((one) => !after.has(one))).toEqual([]);
        }
      }),
      runs,
    );
  });
});
