import { gzipSync } from 'node:zlib';

/** A request that means harm, whole, and the codes by which it may be refused. */
export interface HostileRequest {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  /** Sent in pieces, without a length before it. */
  readonly chunked: boolean;
  readonly codes: readonly string[];
}

const json = { 'content-type': 'application/json' };
const times = (count: number, make: (at: number) => string, joint = ' ') =>
  Array.from({ length: count }, (_, at) => make(at)).join(joint);

function posted(name: string, content: unknown, ...codes: readonly string[]): HostileRequest {
  const body = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  return { name, method: 'POST', path: '/graphql', headers: json, body, chunked: false, codes };
}

const asked = (name: string, query: string, ...codes: readonly string[]) => posted(name, { query }, ...codes);

/** A bomb of fragments: each level doubles what it unfolds to. */
export const fragmentBomb = (levels: number): string =>
  `{ assertion(id: "nobody") { ...F0 } } ${times(
    levels,
    (at) =>
      `fragment F${at} on Assertion { a: attributedTo { ...F${at + 1} } b: attributedTo { ...F${at + 1} } }`,
  )} fragment F${levels} on Assertion { id }`;

/** The same at one level: what it unfolds to are the same two fields again and again. */
const flatBomb = (levels: number): string =>
  `{ ...F0 } ${times(levels, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`)} fragment F${levels} on Query { a: __typename b: __typename }`;

/** Interfaces within interfaces: what is compiled of it grows by the number of types with each level. */
export const interfaceBomb = (levels: number): string =>
  `{ entity(by: { slug: "nobody" }) { ${'judgements { between { id ... on Entity { '.repeat(levels)} name ${'} } }'.repeat(levels)} } }`;

/** `megabytes` of variables, and a text of so many. */
const manyVariables = (megabytes: number) => ({
  query: 'query ($ids: [ID!]!, $last: Int!) { nodes(ids: $ids) { id } claims(first: $last) { totalCount } }',
  variables: {
    ids: new Array(megabytes * 27_000).fill(`Claim_${'0'.repeat(32)}`),
    last: 'it was read to its end',
  },
});
const longText = (megabytes: number) => ({
  query: 'query ($text: String!) { search(query: $text) { totalCount } }',
  variables: { text: 'x'.repeat(megabytes * 1024 * 1024) },
});

/** Every kind of attack, most of them in several sizes: just below what the body may be, and far above. */
export function hostileRequests(): readonly HostileRequest[] {
  const compressed: HostileRequest = {
    ...posted('a compressed bomb', '', 'CONTENT_ENCODING_NOT_TAKEN'),
    headers: { ...json, 'content-encoding': 'gzip' },
    body: gzipSync(Buffer.alloc(64 * 1024 * 1024, ' ')),
  };
  const chunked = (request: HostileRequest): HostileRequest => ({
    ...request,
    name: `${request.name}, in pieces`,
    chunked: true,
  });
  const variables = posted('8 MB of variables', manyVariables(8), 'BODY_TOO_LARGE');
  const text = posted('a string of 5 MB', longText(5), 'BODY_TOO_LARGE');
  return [
    asked('10,000 aliases', `{ ${times(10_000, (at) => `a${at}: __typename`)} }`, 'BODY_TOO_LARGE'),
    asked('10,000 short aliases', `{ ${times(10_000, (at) => `a${at}:x`, ',')} }`, 'TOKENS_TOO_MANY'),
    asked('1,000 aliases of a list', `{ ${times(1_000, (at) => `a${at}: __typename`)} }`, 'ALIASES_TOO_MANY'),
    asked('500 levels', `{ ${'a { '.repeat(500)} b ${'} '.repeat(500)} }`, 'BRACKETS_TOO_DEEP'),
    asked(
      '90 levels',
      `{ assertion(id: "x") { ${'attributedTo { '.repeat(88)} id ${'} '.repeat(88)} } }`,
      'SELECTIONS_TOO_DEEP',
    ),
    asked(
      'lists within lists',
      `{ claims(filter: ${'['.repeat(1_900)}${']'.repeat(1_900)}) { totalCount } }`,
      'BRACKETS_TOO_DEEP',
    ),
    asked('a bomb of fragments', fragmentBomb(24), 'FIELDS_TOO_MANY'),
    asked('a flat bomb of fragments', flatBomb(40), 'FIELDS_TOO_MANY'),
    asked('a bomb of many fragments', flatBomb(300), 'FRAGMENTS_TOO_MANY'),
    // Validation says what is wrong with these, in its own words.
    asked('a fragment within itself', '{ ...A } fragment A on Query { ...A }', 'GRAPHQL_VALIDATION_FAILED'),
    asked(
      'fragments within each other',
      `{ ...F0 } ${times(40, (at) => `fragment F${at} on Query { ${times(4, (to) => `...F${(at + to + 1) % 40}`)} }`)}`,
      'GRAPHQL_VALIDATION_FAILED',
      'FIELDS_TOO_MANY',
    ),
    asked(
      'a flood of directives',
      `{ __typename ${'@include(if: true) '.repeat(500)} }`,
      'DIRECTIVES_TOO_MANY',
    ),
    asked(
      'directives that nobody knows',
      `{ __typename ${times(3_000, (at) => `@d${at}`)} }`,
      'TOKENS_TOO_MANY',
    ),
    asked(
      'the same field again and again',
      `{ ${'claims { totalCount } '.repeat(900)} }`,
      'ROOT_FIELDS_TOO_MANY',
    ),
    asked('fields that are not there', `{ ${times(3_500, (at) => `clams${at}`)} }`, 'ROOT_FIELDS_TOO_MANY'),
    asked(
      'pages within pages',
      `{ claims(first: 100) { edges { node { assertions(first: 100) { edges { node { relayedBy(first: 100) { edges { node { id } } } } } } } } } }`,
      'ANSWER_TOO_LARGE',
    ),
    asked(
      'the schema within the schema',
      `{ __schema { types { ${'fields { type { '.repeat(10)} name ${'} } '.repeat(10)} } } }`,
      'INTROSPECTION_TOO_DEEP',
    ),
    posted('a batch', new Array(1_000).fill({ query: '{ claims { totalCount } }' }), 'BATCH_TOO_LARGE'),
    posted(
      'variables within variables',
      `{"query":"{ __typename }","variables":{"a":${'['.repeat(60_000)}${']'.repeat(60_000)}}}`,
      'VARIABLES_TOO_DEEP',
    ),
    posted(
      'a list of 50,000',
      `{"query":"{ __typename }","variables":{"a":[${times(50_000, () => '1', ',')}]}}`,
      'LIST_TOO_LONG',
    ),
    posted('brackets and nothing else', '['.repeat(120_000), 'BAD_REQUEST'),
    variables,
    text,
    chunked(variables),
    chunked(text),
    compressed,
    {
      ...posted('an address of 12,000 characters', '', 'URL_TOO_LONG'),
      method: 'GET',
      path: `/graphql?query=${'x'.repeat(12_000)}`,
      headers: {},
      body: null,
    },
    {
      ...posted('300 headers', { query: '{ __typename }' }, 'HEADERS_TOO_MANY'),
      headers: { ...json, ...Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`x-${at}`, 'x'])) },
    },
    {
      ...posted('headers of 60,000 characters', { query: '{ __typename }' }, 'HEADERS_TOO_LARGE'),
      headers: { ...json, 'x-long': 'x'.repeat(60_000) },
    },
  ];
}

/** Within every limit, and as much to do as some dozens of ordinary questions. */
export const dearQuery =
  'query ($trails: Int, $said: Int) { claims(first: 100) { edges { node { headline corroboration { sentence } howDoWeKnow(first: $trails) { edges { node { complete ' +
  'steps { kind speaker { name } source { title } } } } } assertions(first: $said) { edges { node { id speaker { name } passages { exact } } } } } } } }';
