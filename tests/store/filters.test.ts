import { beforeAll, describe, expect, it } from 'vitest';
import { needlesOf } from '../../src/domain/search-text.ts';
import {
  type AssertionFilter,
  allClaims,
  type ClaimFilter,
  currentAssertions,
  type EntityFilter,
  type SourceFilter,
} from '../../src/store/query.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';

const whole = { limit: 100, beyond: null, backward: false };
const a = (key: string) => idIn('Entity', key);
const nobody = `Entity_${'0'.repeat(32)}`;

type Case<Filter> = readonly [Partial<Filter>, readonly string[]];

const current = ['seen', 'reported', 'denied', 'doubted', 'opened', 'copied', 'new', 'exaggerated'];

/** Each filter with a hit and a miss; what is listed, by key. */
const assertionCases: readonly Case<AssertionFilter>[] = [
  [{}, current],
  [{ claim: [idIn('Claim', 'open')] }, ['opened', 'copied', 'new']],
  [{ claim: [] }, []],
  [{ speaker: [a('witness')] }, ['seen']],
  [{ speaker: [a('firm')] }, ['opened', 'new']],
  [{ speaker: [a('witness'), nobody] }, ['seen']],
  [{ speaker: [nobody] }, []],
  [{ speaker: [] }, []],
  [{ onBehalfOf: [a('firm')] }, ['denied']],
  [{ onBehalfOf: [a('paper')] }, []],
  [{ onBehalfOf: [] }, []],
  [{ source: [idIn('Source', 'article')] }, ['seen', 'reported', 'denied']],
  [{ source: [idIn('Source', 'memo-source')] }, []],
  // Not what was only read in a source of theirs, as "seen" was.
  [{ publisher: [a('paper')] }, ['reported', 'denied']],
  [{ publisher: [a('company')] }, ['opened']],
  [{ publisher: [] }, []],
  [{ about: [a('paper')] }, ['seen', 'reported', 'denied', 'doubted']],
  [{ about: [a('firm')] }, ['seen', 'reported', 'denied', 'doubted', 'opened', 'copied', 'new']],
  [{ about: [a('witness')] }, []],
  [{ stance: ['DENIES', 'DOUBTS'] }, ['denied', 'doubted']],
  [{ stance: ['RETRACTS'] }, []],
  [{ stance: [] }, []],
  [{ directness: ['DIRECT'] }, ['denied']],
  [{ directness: ['MIXED'] }, []],
  [{ modality: ['CONDITIONAL'] }, ['doubted']],
  [{ modality: [] }, []],
  [{ speakerKind: ['MACHINE', 'PERSON'] }, ['seen', 'denied', 'doubted']],
  [{ speakerKind: ['GROUP'] }, []],
  [{ anonymous: true }, ['seen']],
  [{ anonymous: false }, current.filter((key) => key !== 'seen')],
  [{ origin: false }, ['reported', 'exaggerated']],
  [{ origin: true }, current.filter((key) => key !== 'reported' && key !== 'exaggerated')],
  [{ language: ['zh'] }, ['reported']],
  [{ language: ['zh-Hans'] }, ['reported']],
  [{ language: ['en'] }, ['seen', 'reported', 'denied']],
  [{ language: ['fr'] }, []],
  [{ said: { from: '2023-12-14', to: '2023-12-14', match: 'CERTAINLY' } }, ['seen']],
  [{ said: { from: '2023-12-14', to: '2023-12-14', match: 'POSSIBLY' } }, ['seen', 'reported', 'new']],
  [{ said: { from: null, to: '2023-12-31', match: 'CERTAINLY' } }, ['seen', 'reported', 'new']],
  [{ said: { from: '2023-12-15', to: null, match: 'POSSIBLY' } }, ['reported', 'denied', 'new']],
  [{ said: { from: '2023-12-15', to: null, match: 'CERTAINLY' } }, []],
  [{ said: { from: '1990-01-01', to: '1980-01-01', match: 'CERTAINLY' } }, []],
  [{ warning: ['SCOPE_UNCLEAR'] }, ['denied']],
  [{ warning: ['QUOTE_ALTERED'] }, ['denied']],
  [{ warning: ['RELAY_ALTERED'] }, ['exaggerated']],
  [{ warning: ['SPEAKER_UNCLEAR'] }, []],
  [{ warning: ['QUOTE_NOT_FOUND'] }, []],
  [{ method: ['IMPORT'] }, current],
  [{ method: ['MODEL', 'HUMAN'] }, []],
  [{ withdrawn: true }, ['wrong']],
  [{ withdrawn: null }, [...current, 'old', 'wrong']],
  [{ speaker: [a('company')], about: [a('company')], stance: ['AFFIRMS'], origin: true }, ['opened', 'new']],
];
const claimCases: readonly Case<ClaimFilter>[] = [
  [{}, ['shut', 'open', 'asked']],
  [{ about: [a('firm')] }, ['shut', 'open']],
  [{ about: [] }, []],
  [{ speaker: [a('witness')] }, ['shut']],
  // Who only passes on holds nothing.
  [{ speaker: [a('paper')] }, ['open']],
  [{ speaker: [nobody] }, []],
  [{ source: [idIn('Source', 'article')] }, ['shut']],
  [{ source: [idIn('Source', 'memo-source')] }, []],
  [{ nature: ['OPINION', 'NORM'] }, ['open']],
  [{ nature: [] }, []],
  [{ status: ['CONTESTED'] }, ['shut', 'open']],
  [{ status: ['WITHDRAWN'] }, []],
  [{ reviewed: true }, ['shut']],
  [{ reviewed: false }, ['open', 'asked']],
  [{ concerns: { from: '2023-12-14', to: '2023-12-14', match: 'CERTAINLY' } }, ['shut']],
  [{ concerns: { from: '2023-12-14', to: '2023-12-14', match: 'POSSIBLY' } }, ['shut', 'open']],
  [{ anonymousOnly: true }, ['shut']],
  [{ hasContradiction: true }, ['shut', 'open']],
  [{ hasContradiction: false }, ['asked']],
  [{ text: needlesOf('bridge open') }, ['open']],
  [{ text: needlesOf('豆包') }, ['asked']],
  [{ text: needlesOf('tunnel') }, []],
  [{ about: [a('company')], status: ['CONTESTED'], reviewed: false }, ['open']],
];
const sourceCases: readonly Case<SourceFilter>[] = [
  [{}, ['memo-source', 'article', 'copy']],
  [{ kind: ['DOCUMENT'] }, ['memo-source']],
  [{ kind: [] }, []],
  [{ publisher: [a('company')] }, ['copy']],
  [{ access: ['PUBLIC'] }, ['memo-source', 'article', 'copy']],
  [{ access: ['CONFIDENTIAL'] }, []],
  [{ published: { from: '2023-12-15', to: '2023-12-18', match: 'CERTAINLY' } }, ['article']],
  [{ published: { from: '2023-12-15', to: '2023-12-18', match: 'POSSIBLY' } }, ['article', 'copy']],
  [{ language: ['zh'] }, ['copy']],
];
const speakerCases: readonly Case<EntityFilter>[] = [
  [{ kind: ['MACHINE'] }, ['bot']],
  [{ kind: ['GROUP'] }, []],
  [{ kind: [] }, []],
  [{ anonymous: true }, ['witness']],
  [{ name: needlesOf('the pa') }, ['paper']],
  [{ name: needlesOf('tunnel') }, []],
];

const smallKeys = (
  list: 'assertions' | 'claims' | 'sources' | 'entities',
  type: 'Assertion' | 'Claim' | 'Source' | 'Entity',
) => new Map(smallBundle()[list].map(({ key }) => [idIn(type, key), key]));

describe('filters', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);
    let store: TestStore;
    beforeAll(async () => {
      store = await emptyStore();
      await store.import(smallBundle());
    });

    it.each(assertionCases)(
      '%j lists, and counts, the assertions that it names',
      async (change, expected) => {
        const filter = { ...currentAssertions, ...change };
        const keys = smallKeys('assertions', 'Assertion');
        for (const anchor of [
          null,
          { by: 'about' as const, ids: [[...smallKeys('entities', 'Entity').keys()]] },
        ]) {
          const query = { anchor, filter, order: 'AS_RECORDED' as const };
          const [page] = await store.reader.listAssertions(query, whole);
          expect((page?.items ?? []).map(({ item }) => keys.get(item.id)).sort()).toEqual(
            [...expected].sort(),
          );
          expect(await store.reader.countAssertions(query)).toEqual([expected.length]);
        }
      },
    );

    it.each(claimCases)('%j lists, and counts, the claims that it names', async (change, expected) => {
      const query = { anchor: null, filter: { ...allClaims, ...change }, order: 'AS_RECORDED' as const };
      const [page] = await store.reader.listClaims(query, whole);
      const keys = smallKeys('claims', 'Claim');
      expect((page?.items ?? []).map(({ item }) => keys.get(item.id))).toEqual(expected);
      expect(await store.reader.countClaims(query)).toEqual([expected.length]);
    });

    it.each(sourceCases)('%j lists, and counts, the sources that it names', async (change, expected) => {
      const filter = {
        kind: null,
        publisher: null,
        access: null,
        published: null,
        language: null,
        ...change,
      };
      const keys = smallKeys('sources', 'Source');
      const { items } = await store.reader.listSources(filter, whole);
      expect(items.map(({ item }) => keys.get(item.id))).toEqual(expected);
      expect(await store.reader.countSources(filter)).toBe(expected.length);
    });

    it.each(speakerCases)('%j lists, and counts, the speakers that it names', async (change, expected) => {
      const filter = { kind: null, anonymous: null, name: null, ...change };
      const keys = smallKeys('entities', 'Entity');
      const { items } = await store.reader.listSpeakers(filter, whole);
      expect(items.map(({ item }) => keys.get(item.id))).toEqual(expected);
      expect(await store.reader.countSpeakers(filter)).toBe(expected.length);
    });

    it('lists one speaker of each cluster, and only who has something current to say', async () => {
      const { items } = await store.reader.listSpeakers({ kind: null, anonymous: null, name: null }, whole);
      const found = items.map(({ item }) => item.id);
      expect(found).toHaveLength(5);
      expect(found.filter((id) => id === a('company') || id === a('firm'))).toEqual([a('company')]);
      expect(found).not.toContain(a('somebody'));
    });
  });
});
