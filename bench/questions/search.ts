import { needlesOf } from '../../src/domain/search-text.ts';
import { luceneQuery } from '../../src/store/lucene-query.ts';
import { get, post, type Question } from './question.ts';

const service = `query Search($query: String!) {
  search(query: $query, types: [CLAIM], first: 20) { edges { node { node { ... on Claim { id slug text language } } } } }
}`;

const peer = `query Search($phrase: String!, $needle: String!) {
  searchClaims(
    phrase: $phrase
    where: { node: { searchText: { contains: $needle } } }
    sort: [{ node: { recordedAt: DESC } }, { node: { id: ASC } }]
    first: 20
  ) { edges { node { id slug texts language } } }
}`;

interface PeerAnswer {
  readonly data: {
    readonly searchClaims: {
      readonly edges: readonly {
        readonly node: { id: string; slug: string; texts: string[]; language: string };
      }[];
    };
  };
}

/** Twenty claims with a name in them, the newest first; each name is one term, so that there is no other order. */
export function search(names: readonly string[]): Question {
  return {
    name: 'search',
    asked: names.map((query) => {
      const needles = needlesOf(query);
      const [needle = ''] = needles;
      // It takes what Lucene takes; what the service makes of the words is handed to it, and to the bare server.
      const phrase = luceneQuery(needles);
      return {
        service: post(service, { query }),
        peer: post(peer, { phrase, needle }),
        bare: get('/search', { phrase, needle }),
      };
    }),
    inCommon: { peer: fromPeer },
    cannot: {},
  };
}

function fromPeer(answer: unknown): unknown {
  const edges = (answer as PeerAnswer).data.searchClaims.edges.map(({ node }) => {
    const { id, slug, texts, language } = node;
    return { node: { node: { id, slug, text: texts[0], language } } };
  });
  return { data: { search: { edges } } };
}
