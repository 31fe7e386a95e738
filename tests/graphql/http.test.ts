import { auditServer } from 'graphql-http';
import { beforeEach, describe, expect, it } from 'vitest';
import { StoreUnreachable } from '../../src/domain/errors.ts';
import type { StoreReader } from '../../src/store/store.ts';
import { eachEngine } from '../support/engines.ts';
import { type Api, apiOf, apiOver } from './api.ts';
import { caseBundle } from './case.ts';

const address = 'http://onrecord.test/graphql';

eachEngine((_, open) => {
  const api = apiOver(open, () => caseBundle);
  const post = (body: object) =>
    api().fetch(
      new Request(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: JSON.stringify(body),
      }),
    );

  it('keeps to GraphQL over HTTP in every audit', async () => {
    const fetchFn = (url: string, init?: RequestInit) => api().fetch(new Request(url, init));
    const results = await auditServer({ url: address, fetchFn });
    expect(results.length).toBeGreaterThan(60);
    const broken = await Promise.all(
      results.flatMap((result) =>
        result.status === 'ok' ? [] : [`${result.status} ${result.name}: ${result.reason}`],
      ),
    );
    expect(broken).toEqual([]);
  });

  it('answers queries by GET, and to every origin, without credentials', async () => {
    const url = new URL(address);
    url.searchParams.set('query', '{ claims { totalCount } }');
    const response = await api().fetch(
      new Request(url, { headers: { origin: 'https://elsewhere.example' } }),
    );
    expect(await response.json()).toEqual({ data: { claims: { totalCount: 5 } } });
    expect(response.headers.get('access-control-allow-origin')).toBe('https://elsewhere.example');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('has no page of its own for a browser', async () => {
    const html = { headers: { accept: 'text/html' } };
    const response = await api().fetch(new Request(address, html));
    expect(await response.text()).not.toContain('<html');
    expect((await api().fetch(new Request('http://onrecord.test/', html))).status).toBe(404);
  });

  it('refuses several requests in one, and files', async () => {
    const batch = await api().fetch(
      new Request(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '[{"query":"{ __typename }"},{"query":"{ __typename }"}]',
      }),
    );
    expect(batch.status).toBe(400);
    const form = new FormData();
    form.set('operations', '{"query":"{ __typename }"}');
    form.set('map', '{}');
    expect((await api().fetch(new Request(address, { method: 'POST', body: form }))).status).toBe(415);
  });

  it('answers each operation of a document under its own name, whichever was asked for first', async () => {
    const query = 'query Claims { claims { totalCount } } query Sources { sources { totalCount } }';
    const ask = async (operationName: string) => (await post({ query, operationName })).json();
    expect(await ask('Sources')).toEqual({ data: { sources: { totalCount: 4 } } });
    expect(await ask('Claims')).toEqual({ data: { claims: { totalCount: 5 } } });
    expect(await ask('Sources')).toEqual({ data: { sources: { totalCount: 4 } } });
  });

  it('does not remember a wrong name against the right one', async () => {
    const query = 'query Right { claims { totalCount } }';
    expect(await (await post({ query, operationName: 'Wrong' })).json()).toHaveProperty('errors');
    expect(await (await post({ query, operationName: 'Right' })).json()).toEqual({
      data: { claims: { totalCount: 5 } },
    });
  });

  it('answers with directives, fragments and defaults as they are meant each time', async () => {
    const query = `query ($all: Boolean = false, $stance: [Stance!] = [DENIES], $first: Int = 1) {
      assertions(filter: { stance: $stance }, first: $first) { ...Page edges @include(if: $all) { node { stance } } }
    }
    fragment Page on AssertionConnection { totalCount @skip(if: $all) }`;
    expect(await api().data(query)).toEqual({ assertions: { totalCount: 3 } });
    expect(await api().data(query, { all: true })).toEqual({
      assertions: { edges: [{ node: { stance: 'DENIES' } }] },
    });
    expect(await api().data(query, { stance: null, first: null })).toEqual({
      assertions: { totalCount: 10 },
    });
    expect(await api().data(query, { stance: [] })).toEqual({ assertions: { totalCount: 0 } });
  });

  describe('of a document that is too large', () => {
    const started = { at: 0 };
    beforeEach(() => {
      started.at = performance.now();
      api().store.forget();
    });

    const refused = async (query: string, variables = {}) => {
      const { errors, data } = await api().ask(query, variables);
      expect(data ?? null).toBeNull();
      expect(api().store.calls()).toEqual([]);
      expect(performance.now() - started.at).toBeLessThan(1000);
      return errors?.[0]?.message;
    };

    it('refuses a bomb of fragments in no time', async () => {
      const levels = Array.from(
        { length: 24 },
        (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`,
      );
      const last = 'fragment F24 on Query { a: __typename b: __typename }';
      expect(await refused(`{ ...F0 } ${levels.join(' ')} ${last}`)).toMatch(
        /asks for \d+ fields, and 4000 is the most/,
      );
    });

    it('refuses a fragment that is within itself', async () => {
      expect(await refused('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')).toContain(
        'itself',
      );
    });

    it('refuses very many tokens', async () => {
      expect(await refused(`{ ${'__typename '.repeat(5000)} }`)).toContain('4000 tokens');
    });

    it('refuses selections that are nested very deep', async () => {
      const deep = `${'attributedTo { '.repeat(40)} id ${'} '.repeat(40)}`;
      expect(await refused(`{ assertion(id: "x") { ${deep} } }`)).toContain('nested selections');
    });

    it('refuses pages within pages within pages, by their sizes in variables too', async () => {
      const query = `query ($n: Int = 100) {
        claims(first: $n) { edges { node { assertions(first: $n) { edges { node { relayedBy(first: $n) { totalCount edges { node { id cue } } } } } } } } }
      }`;
      expect(await refused(query)).toContain('fields in the answer');
      expect(await api().data(query, { n: 2 })).toHaveProperty('claims');
    });

    it('refuses a body that no document needs', async () => {
      const response = await post({ query: '{ __typename }', variables: { text: 'x'.repeat(200_000) } });
      expect(response.status).toBe(413);
    });

    it('lets a whole introspection through', async () => {
      const { getIntrospectionQuery } = await import('graphql');
      expect(
        await api().data(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true })),
      ).toHaveProperty('__schema');
    });
  });

  describe('where the store fails', () => {
    const failing = (cause: Error): Api =>
      apiOf(
        new Proxy(api().store.reader, {
          get: (store, name: keyof StoreReader) =>
            name === 'claimsBySlugs' ? () => Promise.reject(cause) : store[name],
        }),
        { record: () => Promise.reject(cause), preview: () => Promise.reject(cause) },
      );

    it('masks what was not foreseen, and logs it under the id that it answers with', async () => {
      const cause = new Error('password=secret');
      const broken = failing(cause);
      const answer = await broken.ask('{ claims { totalCount } claim(by: { slug: "x" }) { id } }');
      expect(answer).toEqual({
        data: { claims: { totalCount: 5 }, claim: null },
        errors: [
          {
            message: 'something went wrong here; the request id finds it in the log',
            path: ['claim'],
            extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
          },
        ],
      });
      expect(broken.logged).toEqual([{ err: cause, requestId: 'request-1', path: ['claim'] }]);
    });

    it('says that the store does not answer, and where it stands only in the log', async () => {
      const cause = new StoreUnreachable('no server at bolt://db.internal:7687');
      const broken = failing(cause);
      const { errors } = await broken.ask('{ claim(by: { slug: "x" }) { id } }');
      expect(errors?.[0]?.message).toBe('the store does not answer; try again later');
      expect(errors?.[0]?.extensions).toEqual({ code: 'STORE_UNREACHABLE', requestId: 'request-1' });
      expect(broken.logged).toEqual([{ err: cause, requestId: 'request-1', path: ['claim'] }]);
    });
  });
});
