import { get, post, type Question } from './question.ts';

const service = `query Corroboration($id: ID!) {
  claim(by: { id: $id }) {
    id
    corroboration {
      assertions sources independentOrigins unnamedOrigins machineOrigins deniedBy declinedBy
      origins { assertions { id speaker { id name } } }
    }
  }
}`;

interface Answer {
  readonly data: {
    readonly claim: {
      readonly id: string;
      readonly corroboration: {
        readonly origins: readonly { readonly assertions: readonly { readonly id: string }[] }[];
      };
    };
  };
}

/** How well a claim of twenty assertions is supported: the counts, and the origins in their groups. */
export function corroboration(claimIds: readonly string[]): Question {
  return {
    name: 'corroboration',
    asked: claimIds.map((id) => ({ service: post(service, { id }), bare: get('/corroboration', { id }) })),
    inCommon: { service: inNoOrder, bare: inNoOrder },
    cannot: { peer: 'it cannot group: whose origins are one is worked out from all of them' },
  };
}

/** Which of a group stands for it is a rule of the service's own, which the bare server does not copy. */
function inNoOrder(answer: unknown): unknown {
  const { id, corroboration: counted } = (answer as Answer).data.claim;
  const origins = counted.origins.map(({ assertions }) =>
    [...assertions].sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  origins.sort(([a], [b]) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1));
  return { id, ...counted, origins };
}
