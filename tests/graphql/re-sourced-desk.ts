import { expect } from 'vitest';
import { cy } from '../support/draft-api.ts';
import type { OpenEngine } from '../support/engines.ts';
import { hiddenDesk } from '../support/hidden-desk.ts';
import { assertion, type BundleInput, claim, entity } from '../support/small-bundle.ts';
import { recordingOn } from './quoted-pool.ts';

interface Told {
  readonly version: number;
  readonly recordedAt: string;
  readonly title: string;
}

/** What somebody says of a company, in these words. */
export const said = (passages: readonly string[], others: object = {}): Partial<BundleInput> => ({
  entities: [entity('who'), entity('speaker', { kind: 'PERSON' })],
  claims: [claim('c', { about: ['who'] })],
  assertions: [assertion('a', 'c', 'speaker', { passages: [...passages], ...others })],
});

/** A newsroom that records such bundles, and what it answers of their versions. */
export function reSourcedDesk(openEngine: OpenEngine) {
  const desk = hiddenDesk(openEngine);

  return {
    desk,
    recordedAt: recordingOn(desk),

    /** Each as its number, when it was recorded and under which title, the last one first. */
    async revisions(type: string, record: string, caller = cy): Promise<readonly string[]> {
      const { node } = (await desk.api.ask(
        `{ node(id: "${record}") { ... on ${type} { version revisions(first: 9) { edges { node { version recordedAt title } } } } } }`,
        caller,
      )) as { node: { version: number; revisions: { edges: { node: Told }[] } } | null };
      const found = node?.revisions.edges.map((edge) => edge.node) ?? [];
      if (node) expect(found.length).toBe(node.version);
      return found.map((one) => `${one.version} ${one.recordedAt.slice(11, 16)} ${one.title}`);
    },
  };
}
