import { beforeEach, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/engines.ts';
import { apiOver } from './api.ts';
import { caseBundle } from './case.ts';

const claim = 'claim(by: { slug: "pole-trained-on-data-of-orbit" })';
const someClaim = 'Claim_00000000000000000000000000000000';

/** What is asked, the argument that is refused, and the sentence that says why. */
const refusals = [
  [
    '{ claims(first: -1) { totalCount } }',
    'first',
    'first: expected a whole number from 0 to 100, but -1 came',
  ],
  [
    '{ claims(last: 101) { totalCount } }',
    'last',
    'last: expected a whole number from 0 to 100, but 101 came',
  ],
  ['{ claims(first: 1, last: 1) { totalCount } }', 'last', 'last: expected either first or last, but 1 came'],
  [
    '{ claims(last: 1, after: "x") { totalCount } }',
    'after',
    'after: expected before beside last, but "x" came',
  ],
  ['{ claims(before: "x") { totalCount } }', 'before', 'before: expected last beside it, but "x" came'],
  [
    `{ assertions(filter: { speaker: ["${someClaim}"] }) { totalCount } }`,
    'filter.speaker[0]',
    `filter.speaker[0]: expected the id of an Entity, but "${someClaim}" came`,
  ],
  [
    '{ claims(filter: { source: ["mirror"] }) { totalCount } }',
    'filter.source[0]',
    'filter.source[0]: expected the id of a Source, but "mirror" came',
  ],
  [
    '{ contradictions(about: "pole") { totalCount } }',
    'about[0]',
    'about[0]: expected the id of an Entity, but "pole" came',
  ],
  [
    '{ assertions(filter: { said: { from: "2023-12-02", to: "2023-12-01" } }) { totalCount } }',
    'filter.said.to',
    'filter.said.to: expected a day not before 2023-12-02, but "2023-12-01" came',
  ],
  [
    '{ claims(filter: { text: "…" }) { totalCount } }',
    'filter.text',
    'filter.text: expected at least one letter, digit or character to look for, but "…" came',
  ],
  [
    '{ search(query: "  -- ") { totalCount } }',
    'query',
    'query: expected at least one letter, digit or character to look for, but "  -- " came',
  ],
  [
    `{ ${claim} { graph(depth: 5) { truncated } } }`,
    'depth',
    'depth: expected a whole number from 1 to 4, but 5 came',
  ],
  [
    `{ ${claim} { graph(maxNodes: 501) { truncated } } }`,
    'maxNodes',
    'maxNodes: expected a whole number from 1 to 500, but 501 came',
  ],
] as const;

eachEngine((_, open) => {
  const api = apiOver(open, () => caseBundle);
  beforeEach(() => {
    api().store.forget();
  });

  it.each(refusals)('refuses %s', async (query, argument, message) => {
    const { errors } = await api().ask(query);
    expect(errors).toEqual([
      expect.objectContaining({ message, extensions: { code: 'BAD_USER_INPUT', argument } }),
    ]);
    expect(api().logged).toEqual([]);
  });

  it('refuses more than a hundred nodes, and answers a hundred', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const ids = Array.from({ length: 100 }, () => someClaim);
    expect(await api().data(query, { ids })).toEqual({ nodes: ids.map(() => null) });
    const { errors } = await api().ask(query, { ids: [...ids, someClaim] });
    expect(errors?.[0]?.message).toBe('ids: expected at most 100 ids, but 101 came');
  });

  it.each([
    ['{ sources(filter: { published: { from: "2023-02-30" } }) { totalCount } }', '2023-02-30'],
    ['{ sources(filter: { published: { from: "2023-2-3" } }) { totalCount } }', '2023-2-3'],
    ['{ sources(filter: { language: ["no language"] }) { totalCount } }', 'no language'],
    ['{ source(by: { url: "ftp://example.org" }) { id } }', 'ftp://example.org'],
  ])('refuses %s', async (query, came) => {
    const { errors } = await api().ask(query);
    expect(errors?.[0]?.message).toContain(`but ${JSON.stringify(came)} came`);
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    expect(api().store.calls()).toEqual([]);
  });

  it('refuses a date in a variable that is in no calendar', async () => {
    const { errors } = await api().ask(
      'query ($day: Date) { sources(filter: { published: { to: $day } }) { totalCount } }',
      {
        day: '2023-02-30',
      },
    );
    expect(errors?.[0]?.message).toContain(
      'expected a calendar date such as 2023-12-15, but "2023-02-30" came',
    );
  });

  it.each([{}, { id: someClaim, slug: 'x' }, { id: null }, { slug: null, id: someClaim }])(
    'refuses %o in a variable where exactly one is wanted',
    async (by) => {
      const { data, errors } = await api().ask('query ($by: IdOrSlug!) { claim(by: $by) { id } }', { by });
      expect(errors).toHaveLength(1);
      expect(data).toEqual(data === undefined ? undefined : { claim: null });
      expect(api().store.calls()).toEqual([]);
    },
  );

  it('takes a language in any case, and zh for every Chinese', async () => {
    const count = async (language: string) =>
      api().data(`{ sources(filter: { language: ["${language}"] }) { totalCount } }`);
    expect(await count('ZH-hans')).toEqual(await count('zh-Hans'));
    expect(await count('zh')).toEqual(await count('zh-Hans'));
    expect(await count('zh')).toEqual({ sources: { totalCount: 2 } });
  });

  it('finds nothing under an id that is of the right form and that nothing has', async () => {
    expect(
      await api().data(
        `{ claims(filter: { about: ["Entity_00000000000000000000000000000000"] }) { totalCount } }`,
      ),
    ).toEqual({
      claims: { totalCount: 0 },
    });
  });

  it('finds every record by its id, and null where nothing is', async () => {
    const found = (await api().data(`{
      ${claim} { id about { id } assertions { edges { node { id passages { id version { id } } source { id } } } }
        relations { edges { node { id } } } reviews { edges { node { id } } } }
    }`)) as object;
    const ids = [...new Set(JSON.stringify(found).match(/[A-Z][A-Za-z]+_[0-9a-f]{32}/g))];
    const nodes = (await api().data('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      ids: [...ids, 'nothing', someClaim],
    })) as { nodes: ({ __typename: string; id: string } | null)[] };
    expect(nodes.nodes.map((node) => node?.id ?? null)).toEqual([...ids, null, null]);
    expect(new Set(nodes.nodes.map((node) => node?.__typename))).toEqual(
      new Set([
        'Claim',
        'Organization',
        'Thing',
        'Assertion',
        'Passage',
        'SourceVersion',
        'Source',
        'ClaimRelation',
        'Review',
        undefined,
      ]),
    );
  });

  describe('a cursor', () => {
    const cursorOf = async (field: string) => {
      const { list } = (await api().data(`{ list: ${field} { edges { cursor } } }`)) as {
        list: { edges: { cursor: string }[] };
      };
      return list.edges[0]?.cursor;
    };

    it.each([
      ['of another order', 'claims(orderBy: OLDEST)', 'claims(orderBy: NEWEST, first: 1'],
      ['of another filter', 'claims(filter: { status: [CONTESTED] })', 'claims(first: 1'],
      ['of another list', 'speakers', 'sources(first: 1'],
      ['of the same field of another search', 'search(query: "orbit")', 'search(query: "轨道", first: 1'],
    ])('%s is refused', async (_name, given, asked) => {
      const { data, errors } = await api().ask(
        `{ ${asked}, after: "${await cursorOf(given)}") { edges { cursor } } }`,
      );
      expect(errors?.[0]?.extensions?.['code']).toBe('INVALID_CURSOR');
      expect(data).toBeNull();
    });

    it('of another node’s list is refused', async () => {
      const other = await api().data(
        '{ claim(by: { slug: "bolt-is-made-by-orbit" }) { assertions { pageInfo { endCursor } } } }',
      );
      const cursor = /"endCursor":"([^"]+)"/.exec(JSON.stringify(other))?.[1];
      const { errors } = await api().ask(
        `{ ${claim} { assertions(first: 1, after: "${cursor}") { totalCount } } }`,
      );
      expect(errors?.[0]?.extensions?.['code']).toBe('INVALID_CURSOR');
    });

    it.each(['', 'x', 'eyJvIjoiTkVXRVNUIn0', Buffer.from('[]').toString('base64url')])(
      'made up, "%s", is refused',
      async (after) => {
        const { errors } = await api().ask(
          'query ($after: String) { claims(after: $after) { totalCount } }',
          { after },
        );
        expect(errors?.[0]?.extensions?.['code']).toBe('INVALID_CURSOR');
      },
    );

    it('goes on where it stands in pages of another size and under a filter that says the same', async () => {
      const after = await cursorOf('assertions(first: 1)');
      const rest = async (field: string) => api().data(`{ list: ${field} { edges { node { id } } } }`);
      expect(await rest(`assertions(first: 50, after: "${after}", filter: { withdrawn: false })`)).toEqual(
        await rest(`assertions(first: 100, after: "${after}")`),
      );
    });
  });
});
