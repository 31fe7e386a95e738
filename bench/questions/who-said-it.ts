import { day, get, post, type Question } from './question.ts';

const service = `query WhoSaidIt($id: ID!) {
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

const peer = `query WhoSaidIt($id: ID!) {
  claims(where: { id: { eq: $id } }) {
    id slug texts language status
    assertions(
      where: { current: { eq: true }, withdrawn: { eq: false } }
      sort: [{ saidEarliest: DESC }, { id: ASC }]
      limit: 50
    ) {
      id stance commitment directness cue recordedAt
      saidEdtf saidEarliest saidLatest saidOriginal
      speaker { id kind nameTexts anonymity }
      source { id titles url publishedEdtf publishedEarliest publishedLatest }
      passagesConnection(sort: [{ edge: { position: ASC } }]) {
        edges { node { id exact language rendering start end } }
      }
    }
  }
}`;

export interface PeerSaid {
  readonly saidEdtf: string | null;
  readonly saidEarliest: string | null;
  readonly saidLatest: string | null;
  readonly saidOriginal: string | null;
}

export interface PeerAssertion extends PeerSaid {
  readonly id: string;
  readonly stance: string;
  readonly commitment: string;
  readonly directness: string;
  readonly cue: string | null;
  readonly recordedAt: string;
  readonly speaker: readonly { id: string; kind: string; nameTexts: string[]; anonymity: string }[];
  readonly source: readonly PeerSource[];
  readonly passagesConnection: { readonly edges: readonly { readonly node: object }[] };
}

export interface PeerSource {
  readonly id: string;
  readonly titles: readonly string[];
  readonly url: string | null;
  readonly publishedEdtf: string | null;
  readonly publishedEarliest: string | null;
  readonly publishedLatest: string | null;
}

interface PeerAnswer {
  readonly data: {
    readonly claims: readonly {
      readonly id: string;
      readonly slug: string;
      readonly texts: readonly string[];
      readonly language: string;
      readonly status: string;
      readonly assertions: readonly PeerAssertion[];
    }[];
  };
}

/** A claim with twenty assertions, each with its speaker, source, dates and passages. */
export function whoSaidIt(claimIds: readonly string[]): Question {
  return {
    name: 'who said it',
    asked: claimIds.map((id) => ({
      service: post(service, { id }),
      peer: post(peer, { id }),
      bare: get('/who-said-it', { id }),
    })),
    inCommon: { peer: fromPeer },
    cannot: {},
  };
}

function fromPeer(answer: unknown): unknown {
  const [claim] = (answer as PeerAnswer).data.claims;
  if (claim === undefined) return { data: { claim: null } };
  const { id, slug, texts, language, status, assertions } = claim;
  const nodes = lastSaidFirst(assertions).map((node) => ({ node: assertionOf(node) }));
  return { data: { claim: { id, slug, text: texts[0], language, status, assertions: { edges: nodes } } } };
}

/** It has what is of no known day first, where the service has it last. */
export function lastSaidFirst<Said extends PeerSaid>(assertions: readonly Said[]): readonly Said[] {
  return [
    ...assertions.filter(({ saidEarliest }) => saidEarliest !== null),
    ...assertions.filter(({ saidEarliest }) => saidEarliest === null),
  ];
}

export function saidOnOf({ saidEdtf, saidEarliest, saidLatest, saidOriginal }: PeerSaid): object | null {
  if (saidEdtf === null) return null;
  return { edtf: saidEdtf, earliest: saidEarliest, latest: saidLatest, original: saidOriginal };
}

function assertionOf(one: PeerAssertion): object {
  const { id, stance, commitment, directness, cue, recordedAt } = one;
  const [speaker] = one.speaker;
  const [source] = one.source;
  return {
    ...{ id, stance, commitment, directness, cue, recordedAt },
    saidOn: saidOnOf(one),
    speaker: speaker && {
      id: speaker.id,
      kind: speaker.kind,
      name: speaker.nameTexts[0],
      anonymous: speaker.anonymity !== 'NAMED',
    },
    source: sourceOf(source),
    passages: one.passagesConnection.edges.map(({ node }) => node),
  };
}

function sourceOf(source: PeerSource | undefined): object | null {
  if (source === undefined) return null;
  const { id, titles, url, publishedEdtf, publishedEarliest, publishedLatest } = source;
  return {
    ...{ id, title: titles[0], url },
    publishedOn:
      publishedEdtf === null
        ? null
        : { edtf: publishedEdtf, earliest: publishedEarliest, latest: publishedLatest },
  };
}
