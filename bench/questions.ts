import { idOf } from '../src/domain/ids.ts';
import type { GeneratedBundle } from './generate.ts';
import type { StoryAssertion } from './stories.ts';

/** One request, as it is sent again and again. */
export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string;
}

/** One question about one thing, put to both. */
export interface Asked {
  readonly service: Ask;
  readonly bare: Ask;
}

export interface Question {
  readonly name: string;
  /** At least twenty, each about something else, so that no answer is had from a cache. */
  readonly asked: readonly Asked[];
}

/** Where the page of claims may begin: after this claim. */
export interface PagePlace {
  readonly cursor: string;
  readonly key: string;
  readonly id: string;
}

const day = 'edtf earliest latest';

const whoSaidIt = `query WhoSaidIt($id: ID!) {
  claim(by: { id: $id }) {
    id slug text language status
    assertions(first: 50) { edges { node {
      id stance commitment directness cue recordedAt
      saidOn { ${day} original }
      speaker { id kind name anonymous }
      source { id title url publishedOn { ${day} } }
      passages { id exact language rendering start end }
    } } }
  }
}`;

const trace = `query Trace($id: ID!) {
  claim(by: { id: $id }) {
    id
    howDoWeKnow(first: 5) { edges { node {
      complete
      origin { id speaker { id name } }
      weakestLink { kind }
      steps {
        kind seen
        source { id slug kind title }
        passage { exact }
        assertion { id stance }
        speaker { id kind name }
      }
    } } }
  }
}`;

const page = `query Page($after: String!) {
  claims(first: 50, after: $after) {
    edges { node {
      id slug text language nature status
      concerns { ${day} }
      assertions { totalCount }
    } }
    pageInfo { hasNextPage }
  }
}`;

/** A list of cursors, by which the places for pages are found. */
export const cursorsQuery = `query Cursors($after: String) {
  claims(first: 100, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
}`;

export function post(query: string, variables: object): Ask {
  return { method: 'POST', path: '/graphql', body: JSON.stringify({ query, variables }) };
}

function get(path: string, parameters: Readonly<Record<string, string>>): Ask {
  return { method: 'GET', path: `${path}?${new URLSearchParams(parameters)}`, body: '' };
}

const about = (query: string, path: string, ids: readonly string[]): readonly Asked[] =>
  ids.map((id) => ({ service: post(query, { id }), bare: get(path, { id }) }));

/** The three questions, about what the bundles hold that suits each. */
export function questionsOf(
  bundles: readonly GeneratedBundle[],
  places: readonly PagePlace[],
): readonly Question[] {
  const claims = bundles.flatMap((bundle) => claimsIn(bundle));
  const some = claims.filter(({ assertions }) => assertions >= 16 && assertions <= 25);
  const deep = claims.filter(({ depth, assertions }) => depth >= 4 && assertions <= 25);
  return [
    { name: 'who said it', asked: about(whoSaidIt, '/who-said-it', idsOf(some)) },
    { name: 'trace', asked: about(trace, '/trace', idsOf(deep)) },
    {
      name: 'page of 50',
      asked: places.map(({ cursor, key, id }) => ({
        service: post(page, { after: cursor }),
        bare: get('/page', { key, id }),
      })),
    },
  ];
}

interface ClaimShape {
  readonly id: string;
  readonly assertions: number;
  readonly depth: number;
}

function idsOf(claims: readonly ClaimShape[]): readonly string[] {
  return claims.map(({ id }) => id);
}

/** How much was said of each claim of a bundle, and by how many steps. */
function claimsIn({ namespace, assertions = [] }: GeneratedBundle): readonly ClaimShape[] {
  const depths = new Map<string, number>();
  const byClaim = new Map<string, StoryAssertion[]>();
  for (const assertion of assertions) {
    depths.set(assertion.key, 1 + (depths.get(assertion.attributedTo ?? '') ?? 0));
    byClaim.set(assertion.claim, [...(byClaim.get(assertion.claim) ?? []), assertion]);
  }
  return [...byClaim].map(([key, own]) => ({
    id: idOf('Claim', namespace, key),
    assertions: own.length,
    depth: Math.max(...own.map((assertion) => depths.get(assertion.key) ?? 0)),
  }));
}
