import { expect } from 'vitest';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import type { TestStore } from '../support/seeded-store.ts';
import {
  assertion,
  type BundleInput,
  bundleOf,
  claim,
  entity,
  idIn,
  namespace,
  relay,
} from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';

/** Two entities that affirm one claim, and a third that relays the first. */
function twoVoices(): Partial<BundleInput> {
  return {
    entities: [entity('x'), entity('y'), entity('z')],
    claims: [claim('c', { about: ['z'] })],
    assertions: [assertion('ax', 'c', 'x'), assertion('ay', 'c', 'y'), relay('az', 'c', 'z', 'ax')],
  };
}

export const edition = (change: (lists: ReturnType<typeof twoVoices>) => void = () => {}) => {
  const lists = twoVoices();
  change(lists);
  return bundleOf(namespace, lists);
};

/** What is kept with the claim, after making sure that it is what is counted anew. */
export async function kept(store: TestStore, key: string): Promise<Readonly<Record<string, unknown>>> {
  expect(await checkGraph(store)).toEqual([]);
  const id = idIn('Claim', key);
  const read = statement('keptWithClaim', 'MATCH (c:Claim {id: $id}) RETURN properties(c) AS kept');
  const [row] = await store.engine.read(read, { id });
  const [dossier] = await store.reader.dossiers([id]);
  const facets = (row?.[0] ?? {}) as Record<string, unknown>;
  if (dossier) expect(facets['independentOrigins']).toBe(corroborationOf(dossier).independentOrigins);
  return facets;
}
