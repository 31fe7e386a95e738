import { beforeEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/engines.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { bundleOf, claim, entity, idIn, namespace, smallBundle } from '../support/small-bundle.ts';

const unknown = `Claim_${'0'.repeat(32)}`;
const keys = new Map(
  [...smallBundle().assertions, ...smallBundle().claims].flatMap(({ key }) => [
    [idIn('Assertion', key), key] as const,
    [idIn('Claim', key), key] as const,
  ]),
);
const named = (things: Iterable<{ readonly id: string }>) => [...things].map(({ id }) => keys.get(id)).sort();

describe('gathering what belongs to a claim', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);
    let store: TestStore;
    beforeEach(async () => {
      store = await emptyStore();
      await store.import(smallBundle());
    });

    it('brings a dossier with all that is recorded of it, withdrawn assertions and other claims in its chains too', async () => {
      const [shut, none, asked, again] = await store.reader.dossiers([
        idIn('Claim', 'shut'),
        unknown,
        idIn('Claim', 'asked'),
        idIn('Claim', 'shut'),
      ]);
      expect(none).toBeNull();
      expect(again).toEqual(shut);
      expect(named(shut?.entries ?? [])).toEqual(['denied', 'doubted', 'reported', 'seen']);
      expect(shut?.relations.map(({ kind }) => kind).sort()).toEqual(['CAUSES', 'CONTRADICTS']);
      expect(shut?.reviews.map(({ rating }) => rating)).toEqual(['Half true']);
      expect(shut?.sources.map(({ slug }) => slug).sort()).toEqual(['article', 'copy', 'memo-source']);
      expect(shut?.publishers.map(({ slug }) => slug).sort()).toEqual(['firm', 'paper']);
      expect(shut?.judgements.map(({ verdict }) => verdict)).toContain('UNSURE');
      expect(named(asked?.entries ?? [])).toEqual(['exaggerated', 'wrong']);
      expect(named(asked?.others ?? [])).toEqual(['seen']);
      expect(asked?.entries.find(({ id }) => id === idIn('Assertion', 'wrong'))?.withdrawnAt).not.toBeNull();
    });

    it('brings for a trail the chains of what nobody relays, and the sources that they lead to', async () => {
      const [trail] = await store.reader.trailsOfClaims([idIn('Claim', 'shut')]);
      expect(named(trail?.tops ?? [])).toEqual(['denied', 'doubted', 'reported']);
      expect(named(trail?.assertions.values() ?? [])).toEqual(['denied', 'doubted', 'reported', 'seen']);
      expect([...(trail?.sources.values() ?? [])].map(({ slug }) => slug).sort()).toEqual([
        'article',
        'copy',
        'memo-source',
      ]);
    });

    it('brings for the trail of an assertion its own chain alone', async () => {
      const [trail, none] = await store.reader.trailsOfAssertions([
        idIn('Assertion', 'reported'),
        `Assertion_${'0'.repeat(32)}`,
      ]);
      expect(named(trail?.tops ?? [])).toEqual(['reported']);
      expect(named(trail?.assertions.values() ?? [])).toEqual(['reported', 'seen']);
      expect(none).toMatchObject({ tops: [] });
    });

    it('keeps a withdrawn link in its place in the chain', async () => {
      const other = await emptyStore();
      await other.import(
        smallBundle((input) => {
          for (const one of input.assertions ?? [])
            if (one.key === 'seen') one.withdrawn = { reason: 'Misread.' };
        }),
      );
      const [trail] = await other.reader.trailsOfClaims([idIn('Claim', 'shut')]);
      expect(trail?.assertions.get(idIn('Assertion', 'reported'))?.chain).toEqual([
        idIn('Assertion', 'reported'),
        idIn('Assertion', 'seen'),
      ]);
      expect(trail?.assertions.get(idIn('Assertion', 'seen'))?.withdrawnAt).not.toBeNull();
      expect(named(trail?.tops ?? [])).not.toContain('seen');
    });

    it('brings the neighbourhood as far as asked, over confirmed relations alone', async () => {
      const line = await emptyStore();
      await line.import(
        bundleOf(namespace, {
          entities: [entity('e')],
          claims: Array.from({ length: 7 }, (_none, index) => claim(`n${index}`, { about: ['e'] })),
          relations: Array.from({ length: 6 }, (_none, index) => ({
            key: `r${index}`,
            kind: 'SUPPORTS' as const,
            from: index % 2 === 0 ? `n${index}` : `n${index + 1}`,
            to: index % 2 === 0 ? `n${index + 1}` : `n${index}`,
            reason: { en: 'So.' },
            status: index === 3 ? ('PROPOSED' as const) : ('CONFIRMED' as const),
          })),
        }),
      );
      const slugs = async (key: string, hops: 1 | 2 | 3 | 4) =>
        (await line.reader.neighbourhoods([idIn('Claim', key), unknown], hops)).map((some) =>
          some.map((one) => one.claim.slug).sort(),
        );
      expect(await slugs('n0', 1)).toEqual([['n0', 'n1'], []]);
      expect(await slugs('n0', 2)).toEqual([['n0', 'n1', 'n2'], []]);
      expect(await slugs('n0', 4)).toEqual([['n0', 'n1', 'n2', 'n3'], []]);
      expect(await slugs('n5', 4)).toEqual([['n4', 'n5', 'n6'], []]);
    });

    it('answers aligned to what was asked, null or nothing where nothing is', async () => {
      const { reader } = store;
      const paper = idIn('Entity', 'paper');
      expect(
        (await reader.recordsByIds([unknown, paper, 'nonsense', idIn('Claim', 'open')])).map(
          (one) => one?.type,
        ),
      ).toEqual([undefined, 'Entity', undefined, 'Claim']);
      expect((await reader.claimsBySlugs(['none', 'open'])).map((one) => one?.slug)).toEqual([
        undefined,
        'open',
      ]);
      expect(
        (await reader.sourcesByUrls(['https://paper.example/bridge', 'x'])).map((one) => one?.slug),
      ).toEqual(['article', undefined]);
      const affiliations = await reader.affiliationsOf([idIn('Entity', 'witness'), paper]);
      expect(affiliations.map((some) => some.map(({ role }) => role))).toEqual([['driver', null], []]);
      expect(affiliations[0]?.[0]?.asOf).toMatchObject({
        edtf: '2023-12',
        earliest: '2023-12-01',
        original: 'in December',
      });
      expect((await reader.versionsOf([idIn('Source', 'article'), 'x'])).map((some) => some.length)).toEqual([
        1, 0,
      ]);
      expect(
        (await reader.datedClaimsAbout([idIn('Entity', 'firm')]))[0]?.map(({ slug }) => slug).sort(),
      ).toEqual(['open', 'shut']);
      expect((await reader.contradictions(null, ['CONFIRMED'])).length).toBe(1);
      expect((await reader.contradictions(idIn('Entity', 'firm'), ['CONFIRMED'])).length).toBe(1);
      expect((await reader.contradictions(idIn('Entity', 'bot'), ['CONFIRMED'])).length).toBe(0);
      expect((await reader.contradictions(null, ['PROPOSED'])).length).toBe(0);
      expect(
        (await reader.reviewsAbout([idIn('Entity', 'company'), idIn('Entity', 'bot')])).map(
          (some) => some.length,
        ),
      ).toEqual([1, 0]);
      expect(
        (await reader.judgementsOf([idIn('Entity', 'firm'), idIn('Assertion', 'new')])).map((some) =>
          some.map(({ verdict }) => verdict),
        ),
      ).toEqual([['SAME'], ['SAME']]);
      const passages = await reader.listPassages([idIn('Source', 'article'), 'x'], {
        limit: 2,
        beyond: null,
        backward: false,
      });
      expect(passages.map(({ items, more }) => [items.map(({ item }) => item.start), more])).toEqual([
        [[19, 40], true],
        [[], false],
      ]);
      expect(await reader.countPassages([idIn('Source', 'article'), 'x'])).toEqual([3, 0]);
    });

    it('holds for an entity what it, one judged the same, or its spokesman said, and nothing that it only passed on', async () => {
      const held = await store.reader.heldBy(
        ['company', 'firm', 'paper', 'spokesman'].map((key) => idIn('Entity', key)),
      );
      expect(held.map(named)).toEqual([
        ['denied', 'new', 'opened'],
        ['denied', 'new', 'opened'],
        ['copied'],
        ['denied'],
      ]);
    });

    it('counts what it holds', async () => {
      expect(await store.reader.holdings()).toMatchObject({
        claims: 3,
        assertions: 10,
        entities: 8,
        sources: 3,
        passages: 3,
        relations: 2,
        activities: 1,
      });
    });
  });
});
