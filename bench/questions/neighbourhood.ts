import { get, post, type Question } from './question.ts';

const service = `query Neighbourhood($id: ID!) {
  claim(by: { id: $id }) {
    id
    graph(depth: 2, maxNodes: 200) {
      nodes { id kind date { edtf } }
      edges { from to kind status }
      truncated
    }
  }
}`;

const sourceFields = 'id recordedAt publishedEdtf publisher { id recordedAt }';
/** What a source derives from, so many steps far: as deep as trees of republication are here. */
const derived = (steps: number): string =>
  steps === 0
    ? sourceFields
    : `${sourceFields} derivedFromConnection { edges { properties { kind status } node { ${derived(steps - 1)} } } }`;
const claimFields = `
  id recordedAt concernsEdtf
  assertions(where: { current: { eq: true }, withdrawn: { eq: false } }) {
    id stance commitment
    speaker { id recordedAt }
    onBehalfOf { id recordedAt }
    attributedTo { id }
    source { ${derived(0)} }
    basedOn { ${derived(0)} }
    passages { version { source { ${derived(4)} } } }
  }`;
const confirmed = 'where: { status: { eq: "CONFIRMED" } }';

const peer = `query Neighbourhood($id: ID!) {
  claims(where: { id: { eq: $id } }) {
    ${claimFields}
    relationsFrom(${confirmed}) { kind to { ${claimFields} } }
    relationsTo(${confirmed}) { kind from { ${claimFields} } }
  }
}`;

interface Node {
  readonly id: string;
  readonly recordedAt?: string;
}

interface PeerSource extends Node {
  readonly publishedEdtf: string | null;
  readonly publisher: readonly Node[];
  readonly derivedFromConnection?: {
    readonly edges: readonly {
      readonly properties: { readonly status: string };
      readonly node: PeerSource;
    }[];
  };
}

interface PeerClaim extends Node {
  readonly assertions: readonly {
    readonly speaker: readonly Node[];
    readonly onBehalfOf: readonly Node[];
    readonly source: readonly PeerSource[];
    readonly basedOn: readonly PeerSource[];
    readonly passages: readonly { readonly version: readonly { readonly source: readonly PeerSource[] }[] }[];
  }[];
  readonly relationsFrom?: readonly { readonly to: readonly PeerClaim[] }[];
  readonly relationsTo?: readonly { readonly from: readonly PeerClaim[] }[];
}

interface PeerAnswer {
  readonly data: { readonly claims: readonly PeerClaim[] };
}

interface Answer {
  readonly data: {
    readonly claim: { readonly graph: { readonly nodes: readonly { readonly id: string }[] } };
  };
}

/**
 * The graph around a claim of which fifty assertions are known, up to two hundred nodes. To whoever asks the peer it is
 * left to put together; what is compared with it is which nodes there are.
 */
export function neighbourhood(claimIds: readonly string[]): Question {
  return {
    name: 'neighbourhood',
    asked: claimIds.map((id) => ({
      service: post(service, { id }),
      peer: post(peer, { id }),
      bare: get('/neighbourhood', { id }),
    })),
    inCommon: {},
    // Every node of the service's answer is in the peer's; which of the rest are near enough is the caller's to find out.
    holds: { peer: (answer, peers) => nodesMissing(answer, peers) },
    cannot: {},
  };
}

function nodesMissing(answer: unknown, peers: unknown): readonly string[] {
  const held = new Set((peers as PeerAnswer).data.claims.flatMap(nodesOfClaim));
  return (answer as Answer).data.claim.graph.nodes.map(({ id }) => id).filter((id) => !held.has(id));
}

function nodesOfClaim(claim: PeerClaim): readonly string[] {
  return [
    `CLAIM:${claim.id}`,
    ...claim.assertions.flatMap(({ speaker, onBehalfOf, source, basedOn, passages }) => [
      ...[...speaker, ...onBehalfOf].map(({ id }) => `SPEAKER:${id}`),
      ...[source, basedOn, ...passages.flatMap(({ version }) => version.map((one) => one.source))]
        .flat()
        .flatMap(nodesOfSource),
    ]),
    ...(claim.relationsFrom ?? []).flatMap(({ to }) => to.flatMap(nodesOfClaim)),
    ...(claim.relationsTo ?? []).flatMap(({ from }) => from.flatMap(nodesOfClaim)),
  ];
}

function nodesOfSource(source: PeerSource): readonly string[] {
  return [
    `SOURCE:${source.id}`,
    ...source.publisher.map(({ id }) => `PUBLISHER:${id}`),
    ...(source.derivedFromConnection?.edges ?? []).flatMap(({ node }) => nodesOfSource(node)),
  ];
}
