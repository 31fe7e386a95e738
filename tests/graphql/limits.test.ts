import { getIntrospectionQuery } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import { createGraphql } from '../../src/graphql/yoga.ts';
import type { StoreReader } from '../../src/store/store.ts';
import { eachEngine } from '../support/engines.ts';
import { type Answer, type Api, apiOver } from './api.ts';
import { caseBundle } from './case.ts';

const address = 'http://onrecord.test/graphql';
const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');

/** What is sent, the code that refuses it, the limit and what came. */
const refusals: readonly (readonly [
  name: string,
  query: string,
  code: string,
  limit: number,
  came: number,
  variables?: object,
])[] = [
  [
    'a bomb of fragments',
    `{ ...F0 } ${times(24, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`)} fragment F24 on Query { a: __typename b: __typename }`,
    'FIELDS_TOO_MANY',
    4_000,
    33_554_432,
  ],
  ['very many tokens', `{ ${'__typename '.repeat(5_000)} }`, 'TOKENS_TOO_MANY', 4_000, 5_002],
  [
    'selections that are nested very deep',
    `{ assertion(id: "x") { ${'attributedTo { '.repeat(40)} id ${'} '.repeat(40)} } }`,
    'SELECTIONS_TOO_DEEP',
    32,
    42,
  ],
  [
    'lists within lists',
    `{ claims(filter: ${'['.repeat(1_500)}${']'.repeat(1_500)}) { totalCount } }`,
    'BRACKETS_TOO_DEEP',
    100,
    1_502,
  ],
  ['very many aliases', `{ ${times(1_000, (at) => `a${at}: __typename`)} }`, 'ALIASES_TOO_MANY', 200, 1_000],
  [
    'very many directives',
    `{ ${times(150, () => '__typename @include(if: true)')} }`,
    'DIRECTIVES_TOO_MANY',
    100,
    150,
  ],
  [
    'a flood of directives at one field',
    `{ __typename ${'@include(if: true) @a '.repeat(20)} }`,
    'DIRECTIVES_TOO_MANY_HERE',
    10,
    40,
  ],
  [
    'very many fragments',
    `{ __typename } ${times(60, (at) => `fragment F${at} on Query { __typename }`)}`,
    'FRAGMENTS_TOO_MANY',
    50,
    60,
  ],
  ['very many spreads', `{ ${'... { __typename } '.repeat(300)} }`, 'SPREADS_TOO_MANY', 200, 300],
  [
    'very many fields at the outset',
    `{ ${times(60, (at) => `a${at}: claims { totalCount }`)} }`,
    'ROOT_FIELDS_TOO_MANY',
    50,
    60,
  ],
  [
    'types of fields of types of fields',
    '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
    'INTROSPECTION_TOO_DEEP',
    3,
    4,
  ],
  [
    'a document of 200,000 characters',
    `{ __typename } #${'x'.repeat(199_984)}`,
    'DOCUMENT_TOO_LONG',
    131_072,
    200_000,
  ],
  [
    'pages within pages within pages, by their sizes in variables too',
    `query ($n: Int = 100) {
      claims(first: $n) { edges { node { assertions(first: $n) { edges { node { relayedBy(first: $n) { totalCount edges { node { id cue } } } } } } } } }
    }`,
    'ANSWER_TOO_LARGE',
    200_000,
    5_030_301,
  ],
  [
    'variables that are nested very deep',
    '{ __typename }',
    'VARIABLES_TOO_DEEP',
    64,
    65,
    { a: JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) },
  ],
  ['a list of 20,000', '{ __typename }', 'LIST_TOO_LONG', 10_000, 20_000, { a: new Array(20_000).fill(1) }],
  [
    'very many values',
    '{ __typename }',
    'VARIABLES_TOO_MANY',
    100_000,
    108_013,
    { a: new Array(12).fill(new Array(9_000).fill(1)) },
  ],
  [
    'a text to look for of 2,000 characters',
    `{ search(query: "${'x'.repeat(2_000)}") { totalCount } }`,
    'TEXT_TOO_LONG',
    1_000,
    2_000,
  ],
  [
    '100 words to look for',
    `{ claims(filter: { text: "${times(100, String)}" }) { totalCount } }`,
    'WORDS_TOO_MANY',
    64,
    100,
  ],
];

eachEngine((_, open) => {
  const api = apiOver(open, () => caseBundle);

  describe('of a request that would cost too much', () => {
    beforeEach(() => api().store.forget());

    it.each(
      refusals.map(([name, query, code, limit, came, variables = {}]) => ({
        name,
        query,
        code,
        limit,
        came,
        variables,
      })),
    )('refuses $name', async ({ query, code, limit, came, variables }) => {
      const started = performance.now();
      const { errors, data } = await api().ask(query, { ...variables });
      expect(performance.now() - started).toBeLessThan(1_000);
      expect(data === undefined || data === null || Object.values(data).every((one) => one === null)).toBe(
        true,
      );
      expect(api().store.calls()).toEqual([]);
      expect(errors?.[0]?.extensions).toMatchObject({ code, limit, came });
      expect(errors?.[0]?.message).toContain(`expected at most ${limit} `);
      expect(errors?.[0]?.message).toContain(`; ${came} came`);
      expect(api().logged).toEqual([]);
    });

    it('refuses a fragment that is within itself', async () => {
      const { errors } = await api().ask(
        '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      );
      expect(errors?.[0]?.message).toContain('itself');
    });

    it('refuses texts that are no Unicode, wherever they stand', async () => {
      const { errors } = await api().ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: ['a', '\ud800'],
      });
      expect(errors).toEqual([
        {
          message: 'variables: expected texts of well-formed Unicode; a lone surrogate came',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]);
    });

    it('does not repeat megabytes of what came, however often it is wrong', async () => {
      const input = {
        ...Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`f${at}`, 1])),
        text: 'x'.repeat(100_000),
      };
      const { errors } = await api().ask('query ($f: ClaimFilter) { claims(filter: $f) { totalCount } }', {
        f: input,
      });
      expect(errors?.length).toBeGreaterThan(10);
      expect(JSON.stringify(errors).length).toBeLessThan(40_000);
    });

    it('lets through what is as large as it may be', async () => {
      expect(await api().data(`{ ${times(50, (at) => `a${at}: __typename`)} }`)).toHaveProperty('a49');
      const search = `{ search(query: "${times(64, (at) => `word${at}`)}") { totalCount } }`;
      expect(await api().data(search)).toEqual({ search: { totalCount: 0 } });
      const query = `query ($n: Int) { claims(first: $n) { edges { node { assertions(first: $n) { edges { node { relayedBy(first: $n) { totalCount } } } } } } } }`;
      expect(await api().data(query, { n: 2 })).toHaveProperty('claims');
    });

    it('lets a whole introspection through', async () => {
      expect(
        await api().data(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true })),
      ).toHaveProperty('__schema');
    });
  });

  describe('of a request that takes too long', () => {
    /** An API whose store answers each question after so many milliseconds. */
    const slow = (ms: number, api: Api) => {
      const asked: string[] = [];
      const reader = new Proxy(api.store.reader, {
        get: (store, name: keyof StoreReader) => {
          // What hands it over asks whether it is a promise.
          if (!(name in store)) return undefined;
          return (...given: never[]) => {
            asked.push(name);
            return new Promise((resolve, reject) =>
              setTimeout(
                () =>
                  (store[name] as (...given: never[]) => Promise<unknown>)(...given).then(resolve, reject),
                ms,
              ),
            );
          };
        },
      });
      const never = () => Promise.reject(new Error('nothing is written here'));
      const yoga = createGraphql({
        readerFor: async () => reader,
        writer: { record: never, preview: never } as never,
        history: { readerAsOf: never, standing: never, forget: never },
        clock: () => new Date(),
        logger: { error: () => {}, warn: () => {} },
        requestSeconds: 0.3,
      });
      const ask = async (query: string) => {
        const response = await yoga.fetch(
          new Request(address, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query }),
          }),
        );
        return {
          status: response.status,
          retry: response.headers.get('retry-after'),
          body: (await response.json()) as Answer,
        };
      };
      return { asked, ask };
    };
    const query =
      '{ claims { edges { node { assertions { edges { node { attributedTo { id cue } } } } } } } }';

    it('says so, and asks the store nothing more for it', async () => {
      const { asked, ask } = slow(400, api());
      const started = performance.now();
      const { status, retry, body } = await ask(query);
      expect(performance.now() - started).toBeLessThan(3_000);
      expect(status).toBe(503);
      expect(retry).toBe('1');
      expect(body).toMatchObject({ errors: [{ extensions: { code: 'TIME_EXCEEDED', limit: 0.3 } }] });
      expect(body.errors?.[0]?.message).toContain('expected at most 0.3 seconds');
      const before = asked.length;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      expect(asked.length).toBe(before);
      // With time enough the same goes on to ask more.
      const patient = slow(0, api());
      await patient.ask(query);
      expect(patient.asked.length).toBeGreaterThan(before);
    });
  });
});
