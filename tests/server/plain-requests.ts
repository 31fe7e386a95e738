import { readdirSync, readFileSync } from 'node:fs';
import { hostileRequests } from '../trials/hostile-requests.ts';

export interface Sent {
  readonly name: string;
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | null;
}

export const json = { 'content-type': 'application/json' };
export const posted = (
  name: string,
  content: unknown,
  headers: Readonly<Record<string, string>> = json,
): Sent => ({
  name,
  headers,
  body: typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
});
const query = '{ claims { totalCount } }';
const answers = new URL('../graphql/answers/', import.meta.url);
export const documents = readdirSync(answers).filter((file) => file.endsWith('.graphql'));
export const claim =
  'query ($slug: String!) { claim(by: { slug: $slug }) { id assertions(first: 2) { edges { cursor } } } }';

/** Requests of every kind, to be answered and to be refused, at every place where a request may be. */
export const requests: readonly Sent[] = [
  ...documents.map((file) => posted(file, { query: readFileSync(new URL(file, answers), 'utf8') })),
  posted('a page of nothing', { query: '{ claims(first: 0) { totalCount edges { cursor } } }' }),
  posted('variables', { query: claim, variables: { slug: 'nobody' } }),
  posted('a variable that is missing', { query: claim }),
  posted('a variable of another type', { query: claim, variables: { slug: { a: 1 } } }),
  posted('variables that are none', { query: claim, variables: 'slug' }),
  posted('variables that are null', { query, variables: null }),
  posted('a list of variables', { query, variables: [] }),
  posted('extensions', { query, extensions: { a: 1 } }),
  posted('extensions that are none', { query, extensions: 'a' }),
  posted('a lone surrogate', '{"query":"{ __typename }","variables":{"a":"\\ud800"}}'),
  posted('a parameter that is unknown', { query, more: 1 }),
  posted('no query', {}),
  posted('a query that is null', { query: null }),
  posted('a query that is a number', { query: 1 }),
  posted('an empty query', { query: '' }),
  posted('no operation', { query: 'fragment A on Query { __typename }' }),
  posted('a name', { query: `query A ${query} query B { __typename }`, operationName: 'B' }),
  posted('a wrong name', { query: 'query A { __typename }', operationName: 'B' }),
  posted('a name that is missing', { query: 'query A { __typename } query B { __typename }' }),
  posted('a name that is a number', { query: 'query A { __typename }', operationName: 7 }),
  posted('what is no document', { query: '{ claims { ' }),
  posted('what is no character', { query: '{ \u0000 }' }),
  posted('a field that is not there', { query: '{ clams { totalCount } }' }),
  posted('a cursor that is none', { query: '{ claims(first: 2, after: "x") { totalCount } }' }),
  posted('a page that is too long', { query: '{ claims(first: 1000) { totalCount } }' }),
  posted('introspection', { query: '{ __schema { queryType { name } types { name } } }' }),
  posted('deferred', { query: '{ ... @defer { __typename } }' }),
  posted('streamed', { query: '{ claims { edges @stream { cursor } } }' }),
  posted('the past', { query: '{ asOf(recorded: "2030-01-01T00:00:00Z") { claims { totalCount } } }' }),
  posted('a dear question', {
    query: '{ claims(first: 100) { edges { node { assertions(first: 100) { edges { cursor } } } } } }',
  }),
  posted('a mutation', { query: 'mutation { redact(input: { id: "x", reason: "y" }) { __typename } }' }),
  posted('a mutation that is none', { query: 'mutation { nothing }' }),
  posted('a word like a mutation', { query: '{ search(query: "a mutation") { totalCount } }' }),
  posted('a subscription', { query: 'subscription { nothing }' }),
  posted('a batch', [{ query }, { query }]),
  posted('a list of one', [{ query }]),
  posted('an empty list', []),
  posted('null', 'null'),
  posted('a number', '1'),
  posted('a text', '"x"'),
  posted('no JSON', '{"query":'),
  posted('no body', ''),
  posted('a byte order mark', `\ufeff${JSON.stringify({ query })}`),
  posted(
    'no UTF-8',
    Buffer.from(JSON.stringify({ query: '{ search(query: "é") { totalCount } }' }), 'latin1'),
  ),
  posted('the store away', { query: claim, variables: { slug: 'away' } }),
  posted('a failure', { query: claim, variables: { slug: 'broken' } }),
  posted('what takes too long', { query: claim, variables: { slug: 'slow' } }),
  posted('what was said of a key', { query }, { ...json, authorization: 'Bearer good' }),
  posted('a key that is not taken', { query }, { ...json, authorization: 'Bearer bad' }),
  posted('no key at all', { query }, { ...json, authorization: 'Basic x' }),
  posted('a last event', { query }, { ...json, 'last-event-id': 'x' }),
  ...[
    'Application/JSON; charset=UTF-8',
    'application/graphql+json',
    'application/json ;charset="utf8"',
    'application/json; charset=latin1',
    'application/jsonp',
    'application/graphql',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ].map((type) => posted(`the type ${type}`, { query }, type === '' ? {} : { 'content-type': type })),
  ...[
    '*/*',
    'application/json',
    'application/graphql-response+json',
    'application/json, application/graphql-response+json',
    'application/*',
    'application/json;charset=latin1',
    'text/html',
    'text/html, */*',
    'text/event-stream',
    'multipart/mixed',
    'image/png',
    '',
  ].flatMap((accept) => [
    posted(`accepts ${accept}`, { query }, { ...json, accept }),
    posted(`accepts ${accept} of what is wrong`, { query: '{ clams }' }, { ...json, accept }),
    posted(`accepts ${accept} of what is wrong around it`, { query: 1 }, { ...json, accept }),
  ]),
  posted('a page elsewhere', { query }, { ...json, origin: 'https://elsewhere.example' }),
  posted('a page elsewhere, with a form', 'query=x', {
    origin: 'https://elsewhere.example',
    ...{ 'content-type': 'text/plain' },
  }),
  posted('a body that is compressed', { query }, { ...json, 'content-encoding': 'gzip' }),
  posted('a body that is identical', { query }, { ...json, 'content-encoding': 'identity' }),
  { ...posted('parameters in the address', { query }), path: '/graphql?query={__typename}' },
  { ...posted('a slash at the end', { query }), path: '/graphql/' },
  { ...posted('dots in the address', { query }), path: '/a/../graphql' },
  { ...posted('another address', { query }), path: '/graphql/x' },
  ...['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'].map(
    (method): Sent => ({ name: method, method, path: '/graphql?query={__typename}', body: null }),
  ),
  { name: 'a mutation by GET', method: 'GET', path: '/graphql?query=mutation{nothing}', body: null },
  ...hostileRequests().filter(({ name }) => !name.startsWith('headers of 60,000')),
];
