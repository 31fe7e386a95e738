import { day, get, post, type Question } from './question.ts';
import { type PeerSaid, saidOnOf } from './who-said-it.ts';

export interface SpeakerMonth {
  readonly speaker: string;
  /** Such as 2024-02. */
  readonly month: string;
}

const service = `query SpeakerMonth($id: ID!, $from: Date!, $to: Date!) {
  entity(by: { id: $id }) {
    id name
    assertions(first: 100, filter: { said: { from: $from, to: $to, match: CERTAINLY } }) { edges { node {
      id stance
      saidOn { ${day} original }
      claim { id slug text }
      source { id title }
    } } }
  }
}`;

const peer = `query SpeakerMonth($id: ID!, $from: String!, $to: String!) {
  entities(where: { id: { eq: $id } }) {
    id nameTexts
    assertions(
      where: { current: { eq: true }, withdrawn: { eq: false }, saidEarliest: { gte: $from }, saidLatest: { lte: $to } }
      sort: [{ saidEarliest: DESC }, { id: ASC }]
      limit: 100
    ) {
      id stance
      saidEdtf saidEarliest saidLatest saidOriginal
      claim { id slug texts }
      source { id titles }
    }
  }
}`;

interface PeerAnswer {
  readonly data: {
    readonly entities: readonly {
      readonly id: string;
      readonly nameTexts: readonly string[];
      readonly assertions: readonly (PeerSaid & {
        readonly id: string;
        readonly stance: string;
        readonly claim: readonly { id: string; slug: string; texts: string[] }[];
        readonly source: readonly { id: string; titles: string[] }[];
      })[];
    }[];
  };
}

/** All that a speaker said in a month, the last said first. */
export function speakerMonth(months: readonly SpeakerMonth[]): Question {
  return {
    name: 'a speaker’s month',
    asked: months.map(({ speaker: id, month }) => {
      const [year, number] = month.split('-').map(Number);
      const last = new Date(Date.UTC(year ?? 0, number ?? 0, 0)).getUTCDate();
      const said = { id, from: `${month}-01`, to: `${month}-${last}` };
      return { service: post(service, said), peer: post(peer, said), bare: get('/speaker-month', said) };
    }),
    inCommon: { peer: fromPeer },
    cannot: {},
  };
}

function fromPeer(answer: unknown): unknown {
  const [entity] = (answer as PeerAnswer).data.entities;
  if (entity === undefined) return { data: { entity: null } };
  const edges = entity.assertions.map((one) => {
    const [claim] = one.claim;
    const [source] = one.source;
    return {
      node: {
        ...{ id: one.id, stance: one.stance, saidOn: saidOnOf(one) },
        claim: claim && { id: claim.id, slug: claim.slug, text: claim.texts[0] },
        source: source ? { id: source.id, title: source.titles[0] } : null,
      },
    };
  });
  return { data: { entity: { id: entity.id, name: entity.nameTexts[0], assertions: { edges } } } };
}
