import { get, post, type Question } from './question.ts';

const service = `query Trace($id: ID!) {
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

/** The first five trails of a claim one of whose chains is eight deep. */
export function trace(claimIds: readonly string[]): Question {
  return {
    name: 'trace of a claim',
    asked: claimIds.map((id) => ({ service: post(service, { id }), bare: get('/trace', { id }) })),
    inCommon: {},
    cannot: { peer: 'it has no trails: which links are whose, what is seen and what is weak is worked out' },
  };
}
