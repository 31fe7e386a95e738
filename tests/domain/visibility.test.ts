import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { faultsOf } from '../../src/domain/record-faults.ts';
import { type ChainLink, redacted, referencesIn, standInOf } from '../../src/domain/redaction.ts';
import type { Entry, EntryOf, StateOf } from '../../src/domain/state.ts';
import { hiddenAmong, isSourceHidden } from '../../src/domain/visibility.ts';

const id = (type: Parameters<typeof idOf>[0], key: number | string) => idOf(type, 'laws', String(key));
const size = 5;
const number = fc.nat(size - 1);
const some = fc.uniqueArray(number, { maxLength: 2 });
const now = new Date('2026-11-22T08:00:00.000Z');
const [before, after] = ['2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'];

const anySource = fc.record({
  access: fc.constantFrom('PUBLIC' as const, 'CONFIDENTIAL' as const, 'EMBARGOED' as const),
  until: fc.constantFrom(undefined, before, after),
  publisher: fc.option(number, { nil: undefined }),
  from: some,
});
const anyAssertion = fc.record({
  claim: number,
  speaker: number,
  source: fc.option(number, { nil: undefined }),
  passages: some,
  basedOn: some,
  attributedTo: fc.option(number, { nil: undefined }),
  copyOf: fc.option(number, { nil: undefined }),
  layer: fc.option(number, { nil: undefined }),
  note: fc.string(),
});
const anyRelation = fc.record({ from: number, to: number, assertedBy: some });
const list = <Thing>(thing: fc.Arbitrary<Thing>) => fc.array(thing, { minLength: size, maxLength: size });
const anyWorld = fc.record({
  sources: list(anySource),
  assertions: list(anyAssertion),
  relations: fc.array(anyRelation, { maxLength: 4 }),
  affiliations: list(some),
});
type World = typeof anyWorld extends fc.Arbitrary<infer Value> ? Value : never;

const text = { en: 'a text' };
const optional = <Name extends string>(name: Name, value: string | undefined) =>
  value === undefined ? {} : { [name]: value };

/** A world's records, all of them. `note` stands in assertions, and nowhere else. */
function entriesOf({ sources, assertions, relations, affiliations }: World): readonly Entry[] {
  const entries: Entry[] = [];
  const add = <Type extends Entry['type']>(type: Type, key: number | string, state: StateOf[Type]) =>
    entries.push({ type, id: id(type, key), position: entries.length, state } as Entry);
  affiliations.forEach((to, key) => {
    const organizations = to.map((one) => ({ organization: id('Entity', one) }));
    add('Entity', key, {
      slug: `e${key}`,
      kind: 'PERSON',
      names: [],
      anonymity: 'NAMED',
      affiliations: organizations,
    });
  });
  sources.forEach(({ access, until, publisher, from }, key) => {
    const state = {
      ...{ slug: `s${key}`, kind: 'ARTICLE' as const, title: text, seen: true, access, authors: [] },
      ...(access === 'EMBARGOED' && until !== undefined ? { embargoedUntil: until } : {}),
      ...optional('publisher', publisher === undefined ? undefined : id('Entity', publisher)),
      derivedFrom: from.map((one) => ({
        kind: 'CITES' as const,
        from: id('Source', one),
        status: 'CONFIRMED' as const,
      })),
    };
    add('Source', key, state);
    add('SourceVersion', key, { source: id('Source', key), sha256: 'ff' });
    const passage = { exact: 'words', start: 0, end: 5, language: 'en', rendering: 'ORIGINAL' as const };
    add('Passage', key, { ...passage, version: id('SourceVersion', key) });
    add('Claim', key, { slug: `c${key}`, text, language: 'en', nature: 'FACT', about: [id('Entity', key)] });
  });
  assertions.forEach((one, key) => {
    add('Assertion', key, {
      ...{ claim: id('Claim', one.claim), speaker: id('Entity', one.speaker), cue: one.note },
      ...{
        stance: 'AFFIRMS',
        commitment: 'ENDORSES',
        modality: 'CERTAIN',
        directness: 'DIRECT',
        basis: one.basedOn.length > 0 ? 'DOCUMENT' : 'UNSTATED',
      },
      ...optional('source', one.source === undefined ? undefined : id('Source', one.source)),
      ...optional(
        'attributedTo',
        one.attributedTo === undefined ? undefined : id('Assertion', one.attributedTo),
      ),
      ...(one.copyOf === undefined ? {} : { copyOf: id('Assertion', one.copyOf), copyReason: 'alike' }),
      passages: one.passages.map((place) => id('Passage', place)),
      basedOn: one.basedOn.map((place) => id('Source', place)),
      warnings:
        one.layer === undefined
          ? []
          : [{ code: 'SCOPE_UNCLEAR', message: text, layer: id('Assertion', one.layer) }],
    } as StateOf['Assertion']);
  });
  relations.forEach(({ from, to, assertedBy }, key) => {
    add('ClaimRelation', key, {
      ...{
        kind: 'EXPLAINS',
        from: id('Claim', from),
        to: id('Claim', to),
        reason: text,
        status: 'CONFIRMED',
      },
      assertedBy: assertedBy.map((one) => id('Assertion', one)),
      proposedBy: 'The testers',
    } as StateOf['ClaimRelation']);
  });
  return entries;
}

/** What the public sees: records and stand-ins. */
function shownOf(entries: readonly Entry[], hidden: ReadonlySet<string>): readonly Entry[] {
  const links = new Map<string, ChainLink>(
    entries
      .filter((entry): entry is EntryOf<'Assertion'> => entry.type === 'Assertion')
      .map(({ id: own, state }) => [
        own,
        {
          attributedTo: state.attributedTo ?? null,
          claim: state.claim,
          stance: state.stance,
          withdrawnAt: null,
        },
      ]),
  );
  return entries
    .filter((entry) => !hidden.has(entry.id))
    .flatMap((entry) => {
      const { entry: own, standIns } = redacted(
        entry,
        (one) => hidden.has(one),
        (one) => links.get(one),
      );
      return [own, ...standIns];
    });
}

describe('what the public sees of a graph', () => {
  it('leads to nothing that is hidden, and from nothing to nowhere', () => {
    let hides = 0;
    fc.assert(
      fc.property(anyWorld, (world) => {
        const entries = entriesOf(world);
        const hidden = hiddenAmong(entries, now);
        hides += hidden.size;
        const shown = shownOf(entries, hidden);
        const there = new Set(shown.map((entry) => entry.id));
        for (const entry of shown) for (const one of referencesIn(entry)) expect(there.has(one)).toBe(true);
      }),
    );
    expect(hides).toBeGreaterThan(100);
  });

  it('never makes a relay an origin, nor an origin a relay', () => {
    let standIns = 0;
    fc.assert(
      fc.property(anyWorld, (world) => {
        const entries = entriesOf(world);
        const hidden = hiddenAmong(entries, now);
        const shown = new Map(shownOf(entries, hidden).map((entry) => [entry.id, entry]));
        for (const entry of entries) {
          const own = shown.get(entry.id);
          if (entry.type !== 'Assertion' || own?.type !== 'Assertion') continue;
          expect(own.state.attributedTo === undefined).toBe(entry.state.attributedTo === undefined);
          if (own.state.attributedTo === entry.state.attributedTo) continue;
          standIns++;
          expect(own.state.attributedTo).toBe(standInOf(entry.id).assertion);
          expect(shown.get(standInOf(entry.id).entity)).toMatchObject({ state: { kind: 'REDACTED' } });
        }
      }),
    );
    expect(standIns).toBeGreaterThan(20);
  });

  it('does not change by what hidden records say', () => {
    fc.assert(
      fc.property(anyWorld, fc.string(), (world, note) => {
        const entries = entriesOf(world);
        const hidden = hiddenAmong(entries, now);
        const others = entries.map((entry) =>
          entry.type === 'Assertion' && hidden.has(entry.id)
            ? { ...entry, state: { ...entry.state, cue: note } }
            : entry,
        );
        expect(shownOf(others, hiddenAmong(others, now))).toEqual(shownOf(entries, hidden));
      }),
    );
  });

  it('breaks no rule of a record that is kept by what was recorded', () => {
    let without = 0;
    fc.assert(
      fc.property(anyWorld, (world) => {
        const entries = entriesOf(world);
        const codes = (entry: Entry) => faultsOf(entry).map(({ code }) => code);
        const broken = new Map(entries.map((entry) => [entry.id, codes(entry)]));
        for (const entry of shownOf(entries, hiddenAmong(entries, now))) {
          for (const code of codes(entry)) expect(broken.get(entry.id)).toContain(code);
          if (entry.type === 'Assertion' && entry.state.basis === 'UNSTATED') without++;
        }
      }),
    );
    expect(without).toBeGreaterThan(20);
  });

  it('is all there is where every source is public, and grows as embargoes end', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const open = {
          ...world,
          sources: world.sources.map((one) => ({ ...one, access: 'PUBLIC' as const })),
        };
        const entries = entriesOf(open);
        expect(hiddenAmong(entries, now).size).toBe(0);
        expect(shownOf(entries, new Set())).toEqual(entries);
        const all = entriesOf(world);
        const later = hiddenAmong(all, new Date(after));
        const earlier = hiddenAmong(all, now);
        for (const one of later) expect(earlier.has(one)).toBe(true);
      }),
    );
  });

  it('does not hang on the order of the records', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const entries = entriesOf(world);
        expect([...hiddenAmong([...entries].reverse(), now)].sort()).toEqual(
          [...hiddenAmong(entries, now)].sort(),
        );
      }),
    );
  });
});

it('an embargo holds up to its end, and without one until it is lifted', () => {
  const embargo = { access: 'EMBARGOED' as const, embargoedUntil: after };
  const end = Date.parse(after);
  expect(isSourceHidden(embargo, new Date(end - 1))).toBe(true);
  expect(isSourceHidden(embargo, new Date(end))).toBe(false);
  expect(isSourceHidden({ access: 'EMBARGOED' }, new Date(8.64e15))).toBe(true);
  expect(isSourceHidden({ access: 'CONFIDENTIAL' }, new Date(8.64e15))).toBe(true);
});
