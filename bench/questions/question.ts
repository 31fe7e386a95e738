/** Who is asked: the service, `@neo4j/graphql`, and a bare server that is the limit of what the driver can do. */
export const sides = ['service', 'peer', 'bare'] as const;
export type Side = (typeof sides)[number];

/** One request, as it is sent again and again. */
export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string;
}

/** One question about one thing, as each is asked it who can answer it. */
export type Asked = { readonly service: Ask } & Readonly<Partial<Record<Side, Ask>>>;

export interface Question {
  readonly name: string;
  /** Each about something else, so that no answer is had from a cache. */
  readonly asked: readonly Asked[];
  /** What an answer has in common with the others', in one form; of whom none is given, the answer as it is. */
  readonly inCommon: Readonly<Partial<Record<Side, (answer: unknown) => unknown>>>;
  /**
   * Where somebody answers with all that the service's answer is made of, and leaves the making to whoever asks: what of
   * it is missing in theirs.
   */
  readonly holds?: Readonly<Partial<Record<Side, (service: unknown, theirs: unknown) => readonly string[]>>>;
  /** Why somebody cannot answer it. */
  readonly cannot: Readonly<Partial<Record<Side, string>>>;
}

export function post(query: string, variables: object): Ask {
  return { method: 'POST', path: '/graphql', body: JSON.stringify({ query, variables }) };
}

export function get(path: string, parameters: Readonly<Record<string, string>>): Ask {
  return { method: 'GET', path: `${path}?${new URLSearchParams(parameters)}`, body: '' };
}

export const day = 'edtf earliest latest';
