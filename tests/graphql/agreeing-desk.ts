import { cy } from '../support/draft-api.ts';
import type { OpenEngine } from '../support/engines.ts';
import { hiddenDesk } from '../support/hidden-desk.ts';
import { assertion, type BundleInput, claim, entity, idIn, relay } from '../support/small-bundle.ts';
import { instantOf, passage, recordingOn, source } from './quoted-pool.ts';

interface Told {
  readonly version: number;
  readonly recordedAt: string;
  readonly until: string | null;
  readonly title: string;
}

/** What somebody says of a company, read in one source; of a memo that is shown still when all of it is recorded. */
export const said = (where: string, others: object = {}): Partial<BundleInput> => ({
  entities: [entity('who'), entity('speaker', { kind: 'PERSON' })],
  claims: [claim('c', { about: ['who'] }), claim('d', { about: ['who'] })],
  sources: [source(where, 'PUBLIC')],
  passages: [passage(`in-${where}`, `v-${where}`)],
  assertions: [
    assertion('a', 'c', 'speaker', { passages: [`in-${where}`], ...others }),
    relay('told', 'c', idIn('Entity', 'paper'), 'a'),
  ],
  relations: [
    {
      ...{ key: 'r', kind: 'CAUSES', from: 'c', to: 'd', status: 'PROPOSED', reason: { en: 'Hence.' } },
      assertedBy: ['a'],
    },
  ],
});

const fields = (record: string) =>
  `node(id: "${record}") { ... on ${record.split('_')[0]} { version revisions(first: 9) { edges { node { version recordedAt until title } } } } }`;

/** A newsroom that records such bundles, and hides the memo when all of it is recorded. */
export function agreeingDesk(openEngine: OpenEngine) {
  const desk = hiddenDesk(openEngine);
  const recordedAt = recordingOn(desk, 'Desk');

  return {
    desk,
    recordedAt,

    hidden: () => recordedAt('08:40', 'Access', { sources: [source('memo', 'CONFIDENTIAL')] }),

    /** A record and its versions, now or at an instant; null where the public has none. */
    async told(record: string, at?: string) {
      const asked =
        at === undefined ? fields(record) : `asOf(recorded: "${instantOf(at)}") { ${fields(record)} }`;
      const found = await desk.api.ask(`{ ${asked} }`, cy);
      const { node } = (at === undefined ? found : found['asOf']) as {
        node: { version: number; revisions: { edges: { node: Told }[] } } | null;
      };
      return node && { version: node.version, revisions: node.revisions.edges.map((edge) => edge.node) };
    },
  };
}
