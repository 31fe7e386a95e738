import { beforeAll, describe, expect, it } from 'vitest';
import type { SourcedAssertion } from '../../src/domain/model.ts';
import {
  type AssertionOrder,
  allClaims,
  type ClaimOrder,
  currentAssertions,
  type DateRange,
  type Page,
  type PageRequest,
} from '../../src/store/query.ts';
import type { AssertionQuery } from '../../src/store/store.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { assertion, bundleOf, claim, entity, idIn, namespace } from '../support/small-bundle.ts';

/** Days that tie in pairs; every fifth is unknown, every seventh open at its start. */
const days = Array.from({ length: 23 }, (_, index) =>
  index % 5 === 4
    ? null
    : index % 7 === 6
      ? `../2023-12-${10 + (index % 3)}`
      : `2023-12-${10 + Math.floor(index / 2)}`,
);

/** Claims of one to three assertions, recorded at two instants. */
const editions = [days.slice(0, 12), days.slice(12)].map((some, edition) =>
  bundleOf(namespace, {
    entities: [entity('e'), entity('f')],
    claims: some.map((_, index) => claim(`c${edition}-${index}`, { about: ['e'] })),
    assertions: some.flatMap((edtf, index) =>
      Array.from({ length: 1 + (index % 3) }, (_none, more) =>
        assertion(`a${edition}-${index}-${more}`, `c${edition}-${index}`, more === 0 ? 'e' : 'f', {
          ...(edtf === null ? {} : { saidOn: { edtf } }),
        }),
      ),
    ),
  }),
);

/** All items, a page at a time; in either direction in the order of the list. */
async function walk<Item extends { readonly id: string }>(
  ask: (page: PageRequest) => Promise<Page<Item>>,
  limit: number,
  backward: boolean,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  let beyond: PageRequest['beyond'] = null;
  for (let pages = 0; pages < 200; pages++) {
    const { items, more }: Page<Item> = await ask({ limit, beyond, backward });
    const some = items.map(({ item }) => item);
    if (backward) all.unshift(...some);
    else all.push(...some);
    beyond = (backward ? items.at(0) : items.at(-1))?.position ?? null;
    if (!more) return all;
  }
  throw new Error('the pages do not end');
}

const none = { items: [], more: false };

const withoutTexts = (assertion: SourcedAssertion) => ({
  ...assertion,
  basedOn: undefined,
  passages: undefined,
});

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The documented orders, said anew in plain code. */
const assertionOrders: Record<AssertionOrder, (a: SourcedAssertion, b: SourcedAssertion) => number> = {
  SAID_NEWEST: (a, b) => compare(b.saidOn?.earliest ?? '', a.saidOn?.earliest ?? '') || compare(a.id, b.id),
  SAID_OLDEST: (a, b) => compare(a.saidOn?.earliest ?? '~', b.saidOn?.earliest ?? '~') || compare(a.id, b.id),
  RECORDED_NEWEST: (a, b) => compare(b.recordedAt, a.recordedAt) || compare(a.id, b.id),
  AS_RECORDED: (a, b) =>
    compare(a.recordedAt, b.recordedAt) || a.position - b.position || compare(a.id, b.id),
};

describe('paging', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);
    let store: TestStore;
    beforeAll(async () => {
      store = await emptyStore();
      for (const edition of editions) await store.import(edition);
    });

    const assertionsIn = (order: AssertionOrder) => async (page: PageRequest) => {
      const query = { anchor: null, filter: currentAssertions, order };
      const [found] = await store.reader.listAssertions(query, page);
      return found ?? { items: [], more: false };
    };

    it.each(Object.keys(assertionOrders) as AssertionOrder[])(
      'visits each assertion once in the order %s, forwards and backwards, ties and unknown dates too',
      async (order) => {
        const all = await walk(assertionsIn(order), 100, false);
        expect(all).toHaveLength(45);
        expect(ids(all)).toEqual(ids([...all].sort(assertionOrders[order])));
        for (const limit of [1, 4, 45]) {
          for (const backward of [false, true]) {
            expect(ids(await walk(assertionsIn(order), limit, backward)), `${limit} ${backward}`).toEqual(
              ids(all),
            );
          }
        }
      },
      60_000,
    );

    const lists = [
      ...editions.flatMap((_, edition) =>
        days.slice(0, 12).map((_day, index) => ['claim', [idIn('Claim', `c${edition}-${index}`)]] as const),
      ),
      ['speaker', [idIn('Entity', 'e')]],
      ['speaker', [idIn('Entity', 'f')]],
      ['speaker', [idIn('Entity', 'e'), idIn('Entity', 'f')]],
    ] as const;
    const december: DateRange = { from: '2023-12-11', to: '2023-12-16', match: 'CERTAINLY' };

    it.each([null, december, { ...december, to: null }, { ...december, match: 'POSSIBLY' as const }])(
      'gives what a claim or a speaker is asked for most as any list gives it: %o',
      async (said) => {
        const filter = { ...currentAssertions, said };
        let found = 0;
        for (const [by, anchorIds] of lists) {
          const anchor = { by, ids: [anchorIds] };
          const asked = (query: Omit<AssertionQuery, 'anchor' | 'filter'>) => async (page: PageRequest) =>
            (await store.reader.listAssertions({ anchor, filter, ...query }, page))[0] ?? none;
          const any = await walk(asked({ order: 'SAID_OLDEST' }), 100, false);
          const expected = [...any].sort(assertionOrders.SAID_NEWEST);
          for (const limit of [1, 3, 45])
            expect(await walk(asked({ order: 'SAID_NEWEST' }), limit, false)).toEqual(expected);
          const brief = await walk(asked({ order: 'SAID_NEWEST', whole: false }), 4, false);
          expect(brief.map(withoutTexts)).toEqual(expected.map(withoutTexts));
          found += expected.length;
        }
        expect(found).toBeGreaterThan(30);
      },
      60_000,
    );

    it('puts assertions of unknown date last, in both orders of saying', async () => {
      for (const order of ['SAID_NEWEST', 'SAID_OLDEST'] as const) {
        const all = await walk(assertionsIn(order), 10, false);
        const unknown = all.map(({ saidOn }) => (saidOn?.earliest ?? null) === null);
        expect(unknown.indexOf(true)).toBe(unknown.filter((one) => !one).length);
        expect(unknown.filter((one) => one).length).toBeGreaterThan(5);
      }
    });

    it.each(['NEWEST', 'OLDEST', 'MOST_ASSERTED', 'AS_RECORDED'] as ClaimOrder[])(
      'visits each claim once in the order %s',
      async (order) => {
        const ask = async (page: PageRequest) => {
          const [found] = await store.reader.listClaims({ anchor: null, filter: allClaims, order }, page);
          return found ?? { items: [], more: false };
        };
        const all = await walk(ask, 100, false);
        expect(new Set(ids(all)).size).toBe(23);
        for (const backward of [false, true]) expect(ids(await walk(ask, 5, backward))).toEqual(ids(all));
        const instants = all.map(({ recordedAt }) => recordedAt);
        const sorted = [...instants].sort();
        if (order === 'NEWEST') expect(instants).toEqual(sorted.reverse());
        if (order === 'OLDEST' || order === 'AS_RECORDED') expect(instants).toEqual(sorted);
      },
    );

    it('orders claims by how many assertions they have, the most first', async () => {
      const query = { anchor: null, filter: allClaims, order: 'MOST_ASSERTED' as const };
      const [found] = await store.reader.listClaims(query, { limit: 100, beyond: null, backward: false });
      const counts = await store.reader.countAssertions({
        anchor: { by: 'claim', ids: (found?.items ?? []).map(({ item }) => [item.id]) },
        filter: currentAssertions,
        order: 'AS_RECORDED',
      });
      expect(counts).toEqual([...counts].sort((a, b) => (b ?? 0) - (a ?? 0)));
      expect(new Set(counts)).toEqual(new Set([3, 2, 1]));
    });

    it('gives many lists at once, each with its own page, in the order asked', async () => {
      const asked = [
        [idIn('Entity', 'f')],
        ['nobody'],
        [idIn('Entity', 'e')],
        [],
        [idIn('Entity', 'e'), idIn('Entity', 'f')],
      ];
      const query = {
        anchor: { by: 'speaker' as const, ids: asked },
        filter: currentAssertions,
        order: 'AS_RECORDED' as const,
      };
      const pages = await store.reader.listAssertions(query, { limit: 3, beyond: null, backward: false });
      expect(pages.map(({ items }) => items.map(({ item }) => item.speaker.id))).toEqual([
        Array(3).fill(idIn('Entity', 'f')),
        [],
        Array(3).fill(idIn('Entity', 'e')),
        [],
        expect.arrayContaining([idIn('Entity', 'e')]),
      ]);
      expect(pages.map(({ more }) => more)).toEqual([true, false, true, false, true]);
      expect(await store.reader.countAssertions(query)).toEqual([22, 0, 23, 0, 45]);
    });
  });
});
