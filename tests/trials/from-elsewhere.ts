import { asked } from './attacked-service.ts';

/** A mutation, the form that sends it, and each way in which a page elsewhere could make a browser send it. */
export function fromElsewhere() {
  const mutation =
    'mutation { addSource(input: { idempotencyKey: "from-elsewhere", source: { kind: ARTICLE, title: [{ language: "en", text: "A" }] } }) { __typename } }';
  const params = new URLSearchParams({ query: mutation });
  const parts = new FormData();
  parts.set('query', mutation);
  parts.set('operations', JSON.stringify({ query: mutation }));
  parts.set('map', '{}');
  const ways: readonly (readonly [string, string, RequestInit])[] = [
    ['GET', `?${params}`, {}],
    ['GET that says it is JSON', `?${params}`, { headers: { 'content-type': 'application/json' } }],
    ['a form', '', { method: 'POST', body: params }],
    ['plain text', '', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: asked(mutation) }],
    [
      'text/plain with JSON in its name',
      '',
      { method: 'POST', headers: { 'content-type': 'text/plain;application/json' }, body: asked(mutation) },
    ],
    ['multipart', '', { method: 'POST', body: parts }],
    [
      'GraphQL itself',
      '',
      { method: 'POST', headers: { 'content-type': 'application/graphql' }, body: mutation },
    ],
    ['a body without a type', '', { method: 'POST', body: new Blob([asked(mutation)]) }],
    ['a POST whose query stands in the address', `?${params}`, { method: 'POST' }],
    ['PUT', '', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: asked(mutation) }],
  ];
  return { mutation, form: params, ways };
}
