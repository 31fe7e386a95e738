export interface Answered {
  readonly status: number;
  readonly text: string;
}

export type Ask = (base: string, key?: string) => Promise<Answered>;

async function fetched(url: string, init: RequestInit, key?: string): Promise<Answered> {
  const headers = { ...init.headers, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) };
  const response = await fetch(url, { ...init, headers });
  return { status: response.status, text: await response.text() };
}

export const posted =
  (query: string, variables: object): Ask =>
  (base, key) =>
    fetched(
      `${base}/graphql`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      },
      key,
    );
export const got =
  (path: string): Ask =>
  (base, key) =>
    fetched(base + path, {}, key);

const instant = /\d{4}-?\d\d-?\d\dT?\d\d:?\d\d:?\d\d(?:\.?\d+)?Z|\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)? UTC/g;
/** What it says, without the instants at which it was made. */
export const saying = ({ status, text }: Answered): string => `${status} ${text.replace(instant, '…')}`;

/** Of a claim and of lists, by the API, on pages, in pictures, embeds and feeds. */
export function questionsOf(claim: string, slug: string, speaker: string): readonly Ask[] {
  const whole = `query ($id: ID!) { claim(by: { id: $id }) { version text headline status warnings { code }
    corroboration { sentence independentOrigins } reviews { rating } replyRequests { state }
    assertions(first: 50) { totalCount edges { node { id version cue withdrawnAt speaker { name } } } }
    contradictions { edges { node { status } } } timeline { kind text } } }`;
  const lists = `{ claims(first: 10, orderBy: NEWEST) { totalCount edges { node { headline } } }
    sources(first: 10) { totalCount edges { node { title } } } search(query: "bridge", first: 5) { totalCount } }`;
  return [
    posted(whole, { id: claim }),
    posted(lists, {}),
    got(
      `/graphql?query=${encodeURIComponent(`{ node(id: "${speaker}") { ... on Entity { name version } } }`)}`,
    ),
    got(`/claims/${slug}`),
    got(`/claims/${slug}.svg`),
    got(`/embed/v1/claim/${slug}`),
    got(`/speakers/${speaker}.svg`),
    got(`/speakers/${speaker}.csv`),
    got('/search.svg?q=bridge'),
    got('/search.json?q=bridge'),
    got('/changes'),
    got('/search?query=bridge'),
    got('/corrections.atom'),
  ];
}
