import { auditServer } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { InvalidCursor, StoreUnreachable } from '../../src/domain/errors.ts';
import { createGraphql } from '../../src/graphql/yoga.ts';
import type { StoreReader } from '../../src/store/store.ts';
import { eachEngine } from '../support/engines.ts';
import { type Api, apiOf, apiOver } from './api.ts';
import { caseBundle } from './case.ts';

const unasked = () => Promise.reject(new Error('is not asked'));

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

  it('answers an error to the byte alike, whether the document is compiled or not', async () => {
    const one = 'query One { claims(first: 2, after: "of no list") { totalCount edges { cursor } } }';
    const compiled = await (await post({ query: one })).text();
    const several = { query: `${one} query Other { __typename }`, operationName: 'One' };
    expect(compiled).toContain('INVALID_CURSOR');
    expect(await (await post(several)).text()).toBe(compiled);
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
    const alone = await api().fetch(
      new Request(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '[{"query":"{ __typename }"}]',
      }),
    );
    expect(await alone.text()).toContain('expected at most 0 lists of operations; 1 came');
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

  it('says what is wrong with variables in an address that are no JSON', async () => {
    const response = await api().fetch(new Request(`${address}?query={claims{totalCount}}&variables=x`));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [
        { message: 'variables: expected a JSON object; came "x"', extensions: { code: 'BAD_REQUEST' } },
      ],
    });
  });

  describe('where the store fails', () => {
    const failing = (cause: Error): Api =>
      apiOf(
        new Proxy(api().store.reader, {
          get: (store, name: keyof StoreReader) =>
            name === 'claimsBySlugs' ? () => Promise.reject(cause) : store[name],
        }),
        {
          record: () => Promise.reject(cause),
          preview: () => Promise.reject(cause),
          endEmbargoes: () => Promise.reject(cause),
        },
        {
          readerAsOf: () => Promise.reject(cause),
          standing: () => Promise.reject(cause),
          forget: () => Promise.reject(cause),
        },
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

    it('tells what failed in the order of the paths, whichever failed first', async () => {
      const failsAfter: Partial<Record<keyof StoreReader, number>> = {
        claimsBySlugs: 40,
        sourcesBySlugs: 20,
        entitiesBySlugs: 0,
      };
      const late = apiOf(
        new Proxy(api().store.reader, {
          get: (store, name: keyof StoreReader) => {
            const ms = failsAfter[name];
            if (ms === undefined) return store[name];
            return () =>
              new Promise((_, reject) => setTimeout(() => reject(new InvalidCursor(`after ${ms} ms`)), ms));
          },
        }),
        { record: unasked, preview: unasked, endEmbargoes: unasked },
        { readerAsOf: unasked, standing: unasked, forget: unasked },
      );
      const { errors } = await late.ask(
        '{ source(by: { slug: "x" }) { id } entity(by: { slug: "x" }) { id } claim(by: { slug: "x" }) { id } }',
      );
      expect(errors?.map(({ path }) => path)).toEqual([['claim'], ['entity'], ['source']]);
    });

    it('says that the store does not answer, and where it stands only in the log', async () => {
      const cause = new StoreUnreachable('no server at bolt://db.internal:7687');
      const broken = failing(cause);
      const { errors } = await broken.ask('{ claim(by: { slug: "x" }) { id } }');
      expect(errors?.[0]?.message).toBe('the store does not answer; try again later');
      expect(errors?.[0]?.extensions).toEqual({ code: 'STORE_UNREACHABLE', requestId: 'request-1' });
      expect(broken.logged).toEqual([{ err: cause, requestId: 'request-1', path: ['claim'] }]);
    });

    it('says so as well where the store is lost before there is anything to ask with', async () => {
      const cause = new StoreUnreachable('no server at bolt://db.internal:7687');
      const logged: object[] = [];
      const { reader } = api().store;
      const lost = createGraphql({
        readerFor: () => Promise.reject(cause),
        writer: { record: unasked, preview: unasked, endEmbargoes: unasked },
        history: { readerAsOf: async () => reader, standing: unasked, forget: async () => {} },
        clock: () => new Date(),
        logger: { error: (details) => logged.push(details), warn: () => {} },
        newRequestId: () => 'request-1',
      });
      const response = await lost.fetch(`${address}?query={claims{totalCount}}`);
      const extensions = { code: 'STORE_UNREACHABLE', requestId: 'request-1' };
      expect(await response.json()).toMatchObject({
        errors: [{ message: 'the store does not answer; try again later', extensions }],
      });
      expect(logged).toEqual([{ err: cause, requestId: 'request-1', path: undefined }]);
    });
  });
});
