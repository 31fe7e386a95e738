import { day, get, post, type Question } from './question.ts';

/** Where the page of claims may begin: after this claim. */
export interface PagePlace {
  readonly cursor: string;
  readonly key: string;
  readonly id: string;
  /** How many claims come before the page. */
  readonly offset: number;
}

const service = `query Page($after: String!) {
  claims(first: 50, after: $after) {
    edges { node {
      id slug text language nature status
      concerns { ${day} }
      assertions { totalCount }
    } }
    pageInfo { hasNextPage }
  }
}`;

/**
 * By limit and offset: its connections collect every claim with its count before they take fifty, which at 100,000 assertions
 * takes more memory than a transaction may have. One more than a page tells whether there is a next one.
 */
const peer = `query Page($offset: Int!) {
  claims(limit: 51, offset: $offset, sort: [{ recordedAt: DESC }, { id: ASC }]) {
    id slug texts language nature status
    concernsEdtf concernsEarliest concernsLatest
    assertionsConnection(where: { node: { current: { eq: true }, withdrawn: { eq: false } } }) {
      aggregate { count { nodes } }
    }
  }
}`;

interface PeerClaim {
  readonly id: string;
  readonly slug: string;
  readonly texts: readonly string[];
  readonly language: string;
  readonly nature: string;
  readonly status: string;
  readonly concernsEdtf: string | null;
  readonly concernsEarliest: string | null;
  readonly concernsLatest: string | null;
  readonly assertionsConnection: { readonly aggregate: { readonly count: { readonly nodes: number } } };
}

interface PeerAnswer {
  readonly data: { readonly claims: readonly PeerClaim[] };
}

const SIZE = 50;

/** Fifty claims from a place of the list on, newest first, each with how many assertions it has. */
export function page(places: readonly PagePlace[]): Question {
  return {
    name: 'page of 50',
    asked: places.map(({ cursor, key, id, offset }) => ({
      service: post(service, { after: cursor }),
      peer: post(peer, { offset }),
      bare: get('/page', { key, id }),
    })),
    inCommon: { peer: fromPeer },
    cannot: {},
  };
}

function fromPeer(answer: unknown): unknown {
  const found = (answer as PeerAnswer).data.claims;
  const edges = found.slice(0, SIZE).map((node) => ({
    node: {
      ...{ id: node.id, slug: node.slug, text: node.texts[0], language: node.language },
      ...{ nature: node.nature, status: node.status },
      concerns:
        node.concernsEdtf === null
          ? null
          : { edtf: node.concernsEdtf, earliest: node.concernsEarliest, latest: node.concernsLatest },
      assertions: { totalCount: node.assertionsConnection.aggregate.count.nodes },
    },
  }));
  return { data: { claims: { edges, pageInfo: { hasNextPage: found.length > SIZE } } } };
}
