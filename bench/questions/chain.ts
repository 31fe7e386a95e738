import { get, post, type Question } from './question.ts';

const service = `query Chain($id: ID!) {
  assertion(id: $id) {
    id
    trail { steps {
      kind
      source { id title }
      assertion { id stance }
      speaker { id kind name }
    } }
  }
}`;

/** The chain is asked for link by link: no query of it follows a path of unknown length. */
const links = (depth: number): string =>
  `id stance source { id titles } speaker { id kind nameTexts }${depth > 1 ? ` attributedTo { ${links(depth - 1)} }` : ''}`;

const peer = `query Chain($id: ID!) { assertions(where: { id: { eq: $id } }) { ${links(8)} } }`;

interface Link {
  readonly assertion: { readonly id: string; readonly stance: string };
  readonly speaker: { readonly id: string; readonly kind: string; readonly name: string } | null;
  readonly source: { readonly id: string; readonly title: string } | null;
}

interface Answer {
  readonly data: {
    readonly assertion: { readonly trail: { readonly steps: readonly (Link & { kind: string })[] } };
  };
}

interface PeerLink {
  readonly id: string;
  readonly stance: string;
  readonly source: readonly { id: string; titles: string[] }[];
  readonly speaker: readonly { id: string; kind: string; nameTexts: string[] }[];
  readonly attributedTo?: readonly PeerLink[];
}

interface PeerAnswer {
  readonly data: { readonly assertions: readonly PeerLink[] };
}

/** The links of a chain of eight, from who relays to who said it. */
export function chain(assertionIds: readonly string[]): Question {
  return {
    name: 'chain of eight',
    asked: assertionIds.map((id) => ({
      service: post(service, { id }),
      peer: post(peer, { id }),
      bare: get('/chain', { id }),
    })),
    inCommon: { service: linksOf, bare: linksOf, peer: fromPeer },
    cannot: {},
  };
}

/** A trail also says where the words were read and on what it all rests, which is left out of the comparison. */
function linksOf(answer: unknown): readonly Link[] {
  return (answer as Answer).data.assertion.trail.steps
    .filter(({ kind }) => kind === 'SAID_BY' || kind === 'REPORTED_BY')
    .map(({ assertion, speaker, source }) => ({ assertion, speaker, source }));
}

function fromPeer(answer: unknown): readonly Link[] {
  const found: Link[] = [];
  for (
    let [link] = (answer as PeerAnswer).data.assertions;
    link !== undefined;
    [link] = link.attributedTo ?? []
  ) {
    const [speaker] = link.speaker;
    const [source] = link.source;
    found.push({
      assertion: { id: link.id, stance: link.stance },
      speaker: speaker ? { id: speaker.id, kind: speaker.kind, name: speaker.nameTexts[0] ?? '' } : null,
      source: source ? { id: source.id, title: source.titles[0] ?? '' } : null,
    });
  }
  return found;
}
