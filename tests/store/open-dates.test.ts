import { beforeAll, describe, expect, it } from 'vitest';
import { type DateAnswer, matchRange } from '../../src/domain/edtf-date.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { allClaims, currentAssertions } from '../../src/store/query.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { assertion, bundleOf, claim, entity, idIn, namespace } from '../support/small-bundle.ts';

const whole = { limit: 100, beyond: null, backward: false };
const dates = ['/', '../', '../2023-06', '2023-06/..', '0000', '9999-12-31', '2023', '2023-06~', 'XXXX'];
const keyOf = (index: number): string => `d${index}`;
const days = [null, '0000-01-01', '2023-01-01', '2023-12-31', '9999-12-31'];
const ranges = days.flatMap((from) =>
  days
    .filter((to) => from === null || to === null || from <= to)
    .flatMap((to) => (['CERTAINLY', 'POSSIBLY'] as const).map((match) => ({ from, to, match }))),
);

const dated = () =>
  bundleOf(namespace, {
    entities: [entity('company'), entity('x')],
    claims: dates.map((edtf, index) => claim(keyOf(index), { concerns: { edtf } })),
    assertions: dates.map((edtf, index) =>
      assertion(keyOf(index), keyOf(index), 'x', { saidOn: { edtf, original: edtf } }),
    ),
    sources: dates.map((edtf, index) => ({
      key: keyOf(index),
      slug: keyOf(index),
      kind: 'ARTICLE' as const,
      title: { en: edtf },
      seen: true,
      publishedOn: { edtf, original: edtf },
    })),
  });

describe('dates with open ends, in lists', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);
    let store: TestStore;
    beforeAll(async () => {
      store = await emptyStore();
      await store.import(dated());
    });

    it.each(ranges)('$match in $from to $to are those that the domain says are', async (range) => {
      const answers: readonly DateAnswer[] =
        range.match === 'CERTAINLY' ? ['CERTAINLY'] : ['CERTAINLY', 'POSSIBLY'];
      const expected = dates.filter((edtf) => answers.includes(matchRange(edtf, range))).sort();
      const datesOf = (type: 'Assertion' | 'Claim' | 'Source', ids: readonly string[]) =>
        ids.map((id) => dates.find((_, index) => idIn(type, keyOf(index)) === id)).sort();

      const said = {
        anchor: null,
        filter: { ...currentAssertions, said: range },
        order: 'AS_RECORDED' as const,
      };
      const [assertions] = await store.reader.listAssertions(said, whole);
      expect(
        datesOf(
          'Assertion',
          (assertions?.items ?? []).map(({ item }) => item.id),
        ),
      ).toEqual(expected);
      expect(await store.reader.countAssertions(said)).toEqual([expected.length]);

      const concerns = {
        anchor: null,
        filter: { ...allClaims, concerns: range },
        order: 'AS_RECORDED' as const,
      };
      const [claims] = await store.reader.listClaims(concerns, whole);
      expect(
        datesOf(
          'Claim',
          (claims?.items ?? []).map(({ item }) => item.id),
        ),
      ).toEqual(expected);

      const filter = { kind: null, publisher: null, access: null, published: range, language: null };
      const sources = await store.reader.listSources(filter, whole);
      expect(
        datesOf(
          'Source',
          sources.items.map(({ item }) => item.id),
        ),
      ).toEqual(expected);
    });

    it('that leave every day open are warned of', async () => {
      const unsure = { ...currentAssertions, warning: ['DATE_UNCERTAIN' as const] };
      const [found] = await store.reader.listAssertions(
        { anchor: null, filter: unsure, order: 'AS_RECORDED' },
        whole,
      );
      const of = (found?.items ?? []).map(({ item }) => item.saidOn?.edtf);
      // The last of all days has not come.
      expect(of.sort()).toEqual(['../', '/', '2023-06~', '9999-12-31', 'XXXX'].sort());
      expect(await checkGraph(store)).toEqual([]);
    });
  });
});
