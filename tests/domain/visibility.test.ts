import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { type ChainLink, redacted, referencesIn, standInOf } from '../../src/domain/redaction.ts';
import type { Draft, DraftOf, StateOf } from '../../src/domain/state.ts';
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
function draftsOf({ sources, assertions, relations, affiliations }: World): readonly Draft[] {
  const drafts: Draft[] = [];
  const add = <Type extends Draft['type']>(type: Type, key: number | string, state: StateOf[Type]) =>
    drafts.push({ type, id: id(type, key), position: drafts.length, state } as Draft);
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
        basis: 'UNSTATED',
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
  return drafts;
}

/** What the public sees: records and stand-ins. */
function shownOf(drafts: readonly Draft[], hidden: ReadonlySet<string>): readonly Draft[] {
  const links = new Map<string, ChainLink>(
    drafts
      .filter((draft): draft is DraftOf<'Assertion'> => draft.type === 'Assertion')
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
  return drafts
    .filter((draft) => !hidden.has(draft.id))
    .flatMap((draft) => {
      const { draft: own, standIns } = redacted(
        draft,
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
        const drafts = draftsOf(world);
        const hidden = hiddenAmong(drafts, now);
        hides += hidden.size;
        const shown = shownOf(drafts, hidden);
        const there = new Set(shown.map((draft) => draft.id));
        for (const draft of shown) for (const one of referencesIn(draft)) expect(there.has(one)).toBe(true);
      }),
    );
    expect(hides).toBeGreaterThan(100);
  });

  it('never makes a relay an origin, nor an origin a relay', () => {
    let standIns = 0;
    fc.assert(
      fc.property(anyWorld, (world) => {
        const drafts = draftsOf(world);
        const hidden = hiddenAmong(drafts, now);
        const shown = new Map(shownOf(drafts, hidden).map((draft) => [draft.id, draft]));
        for (const draft of drafts) {
          const own = shown.get(draft.id);
          if (draft.type !== 'Assertion' || own?.type !== 'Assertion') continue;
          expect(own.state.attributedTo === undefined).toBe(draft.state.attributedTo === undefined);
          if (own.state.attributedTo === draft.state.attributedTo) continue;
          standIns++;
          expect(own.state.attributedTo).toBe(standInOf(draft.id).assertion);
          expect(shown.get(standInOf(draft.id).entity)).toMatchObject({ state: { kind: 'REDACTED' } });
        }
      }),
    );
    expect(standIns).toBeGreaterThan(20);
  });

  it('does not change by what hidden records say', () => {
    fc.assert(
      fc.property(anyWorld, fc.string(), (world, note) => {
        const drafts = draftsOf(world);
        const hidden = hiddenAmong(drafts, now);
        const others = drafts.map((draft) =>
          draft.type === 'Assertion' && hidden.has(draft.id)
            ? { ...draft, state: { ...draft.state, cue: note } }
            : draft,
        );
        expect(shownOf(others, hiddenAmong(others, now))).toEqual(shownOf(drafts, hidden));
      }),
    );
  });

  it('is all there is where every source is public, and grows as embargoes end', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const open = {
          ...world,
          sources: world.sources.map((one) => ({ ...one, access: 'PUBLIC' as const })),
        };
        const drafts = draftsOf(open);
        expect(hiddenAmong(drafts, now).size).toBe(0);
        expect(shownOf(drafts, new Set())).toEqual(drafts);
        const all = draftsOf(world);
        const later = hiddenAmong(all, new Date(after));
        const earlier = hiddenAmong(all, now);
        for (const one of later) expect(earlier.has(one)).toBe(true);
      }),
    );
  });

  it('does not hang on the order of the records', () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const drafts = draftsOf(world);
        expect([...hiddenAmong([...drafts].reverse(), now)].sort()).toEqual(
          [...hiddenAmong(drafts, now)].sort(),
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
