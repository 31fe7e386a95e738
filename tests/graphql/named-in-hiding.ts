import { idOf } from '../../src/domain/ids.ts';
import { cy, type Json } from '../support/draft-api.ts';
import type { OpenEngine } from '../support/engines.ts';
import { hiddenDesk } from '../support/hidden-desk.ts';
import { assertion, type BundleInput, bundleOf, claim, entity, idIn } from '../support/small-bundle.ts';

interface Told {
  readonly version: number;
  readonly recordedAt: string;
  readonly title: string;
  readonly by: string;
  readonly activityId: string;
  readonly kind: string;
}

export const pool = 'pool.example';
export const named = (type: 'Claim' | 'Entity' | 'Source', key: string) => idOf(type, pool, key);
export const leak = {
  title: { en: 'Leak of Zanzibar' },
  by: 'Quagga the whistleblower',
  method: 'HUMAN' as const,
};
export const news = { title: { en: 'News' }, by: 'The desk' };
export const source = (key: string, access: 'CONFIDENTIAL' | 'PUBLIC', others: object = {}) => ({
  ...{ key, slug: `pool-${key}`, kind: 'ARTICLE' as const, title: { en: key }, seen: true, access },
  ...others,
});

/** All that somebody says of a company, in a source. */
export const saying = (key: string, access: 'CONFIDENTIAL' | 'PUBLIC', text = 'It is shut') => ({
  entities: [
    entity('who'),
    entity('owner'),
    entity('member', { kind: 'PERSON', affiliations: [{ organization: 'owner' }] }),
  ],
  claims: [claim('c', { about: ['who', 'member'], text: { en: text } })],
  sources: [source(key, access)],
  assertions: [assertion(`said-${key}`, 'c', idIn('Entity', 'paper'), { source: key })],
});

/** A newsroom that records bundles of that pool, and what it answers of what they name. */
export function poolDesk(openEngine: OpenEngine) {
  const desk = hiddenDesk(openEngine);

  return {
    desk,

    recorded: (lists: Partial<BundleInput>, how: Partial<BundleInput>) =>
      desk.store.import(bundleOf(pool, { ...lists, ...how })),

    later(time: string): void {
      desk.moment = `2026-11-22T${time}:00.000Z`;
    },

    async revisionsOf(type: string, id: string, caller = cy): Promise<readonly Told[]> {
      const fields = 'version recordedAt title by activityId kind';
      const { node } = (await desk.api.ask(
        `{ node(id: "${id}") { ... on ${type} { revisions(first: 20) { edges { node { ${fields} } } } } } }`,
        caller,
      )) as { node: { revisions: { edges: { node: Told }[] } } };
      return node.revisions.edges.map((edge) => edge.node);
    },

    async changes(caller = cy): Promise<readonly (readonly [string, string, string | undefined])[]> {
      const answer = (await desk.api.ask(
        '{ changes(first: 100) { edges { node { kind recordedAt record { id } revision { title } } } } }',
        caller,
      )) as {
        changes: {
          edges: { node: { recordedAt: string; record: { id: string }; revision: Json | null } }[];
        };
      };
      return answer.changes.edges.map(({ node }) => [
        ...([node.recordedAt, node.record.id] as const),
        node.revision?.['title'] as string | undefined,
      ]);
    },
  };
}
