import { describe, expect, it } from 'vitest';
import { eachEngine } from '../support/engines.ts';
import { type Answer, apiOver } from './api.ts';
import { caseBundle } from './case.ts';

const address = 'http://onrecord.test/graphql';

eachEngine((_, open) => {
  const api = apiOver(open, () => caseBundle);

  describe('of a mutation that a page elsewhere could send', () => {
    const mutation =
      'mutation { addSource(input: { idempotencyKey: "from-elsewhere", source: { kind: ARTICLE, title: [{ language: "en", text: "A" }] } }) { __typename } }';
    const form = new FormData();
    form.set('query', mutation);
    form.set('operations', JSON.stringify({ query: mutation }));
    form.set('map', '{}');
    const params = new URLSearchParams({ query: mutation });
    const asText = (type: string) => ({
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify({ query: mutation }),
    });
    it.each<[string, string, RequestInit, number]>([
      ['by GET', `${address}?${params}`, {}, 405],
      ['as a form', address, { method: 'POST', body: params }, 415],
      ['as plain text', address, asText('text/plain'), 415],
      ['as plain text that names JSON', address, asText('text/plain; application/json'), 415],
      ['as a form with files', address, { method: 'POST', body: form }, 415],
      ['as a GraphQL text', address, { ...asText('application/graphql'), body: mutation }, 415],
      ['as JSON in another encoding', address, asText('application/json; charset="utf-16"'), 415],
      [
        'with no type',
        address,
        { method: 'POST', body: new Blob([JSON.stringify({ query: mutation })]) },
        415,
      ],
    ])('runs none that comes %s', async (_name, url, init, status) => {
      const response = await api().fetch(new Request(url, init));
      expect(response.status).toBe(status);
      const { errors, data } = (await response.json()) as Answer;
      expect(data ?? null).toBeNull();
      expect(errors?.length).toBe(1);
      if (status === 415) expect(errors?.[0]?.extensions).toEqual({ code: 'CONTENT_TYPE_NOT_TAKEN' });
      expect(await api().data('{ sources { totalCount } }')).toEqual({ sources: { totalCount: 4 } });
    });

    it('takes JSON in any of its spellings', async () => {
      for (const type of [
        'application/json',
        'application/json; charset=utf-8',
        'application/json;a=b;charset="UTF-8"',
        'application/graphql+json',
      ]) {
        const body = JSON.stringify({ query: '{ sources { totalCount } }' });
        const response = await api().fetch(
          new Request(address, { method: 'POST', headers: { 'content-type': type }, body }),
        );
        expect(await response.json(), type).toEqual({ data: { sources: { totalCount: 4 } } });
      }
    });
  });
});
