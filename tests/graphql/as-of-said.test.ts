import { describe, expect, it } from 'vitest';
import { readSeed } from '../seed/seed-bundle.ts';
import { eachEngine } from '../support/engines.ts';
import { smallBundle } from '../support/small-bundle.ts';
import { apiOver } from './api.ts';

eachEngine((_, open) => {
  const api = apiOver(open, smallBundle);

  describe('asOf', () => {
    it('leaves out what had not been said, and makes no relay an origin by it', async () => {
      type Shown = {
        id: string;
        attributedTo: { id: string } | null;
        saidOn: { latest: string | null } | null;
      };
      const asked = `query ($day: DateTime) { asOf(said: $day) { assertions(first: 100, filter: { withdrawn: null }) {
        totalCount edges { node { id attributedTo { id } saidOn { latest } } } } } }`;
      const at = async (day: string | null) => {
        const { asOf } = (await api().data(asked, { day })) as never as {
          asOf: { assertions: { totalCount: number; edges: { node: Shown }[] } };
        };
        return asOf.assertions;
      };
      const all = await at(null);
      const origins = new Set(all.edges.flatMap(({ node }) => (node.attributedTo === null ? [node.id] : [])));
      const then = await at('2023-12-15T00:00:00Z');
      expect(then.totalCount).toBeGreaterThan(0);
      expect(then.totalCount).toBeLessThan(all.totalCount);
      for (const { node } of then.edges) {
        expect(node.attributedTo === null).toBe(origins.has(node.id.replace(/@.*/, '')));
      }
    });
  });
});

eachEngine((_, open) => {
  const api = apiOver(open, readSeed);

  it.each(['2023-12-14', '2023-12-16', '2023-12-18'])(
    'names nothing that had not been said by %s, wherever one goes from there',
    async (day) => {
      const { asOf } = (await api().data(`{ asOf(said: "${day}T12:00:00Z") {
        claims(first: 50) { totalCount edges { node { id headline status corroboration { sentence circular { id } origins { representative { id } } }
          relations { edges { node { id from { id } to { id } assertedBy { id } } } }
          howDoWeKnow { edges { node { complete steps { source { id } assertion { id } speaker { id } passage { id } } } } }
          timeline { edges { node { kind claim { id } assertion { id } } } }
          graph(maxNodes: 30) { nodes { id node { id } } } } } }
        speakers(first: 20) { edges { node { id positions { edges { node { claim { id } held { id } } } } timeline { edges { node { claim { id } } } } } } }
        sources(first: 100) { edges { node { id derivedFrom { from { id } } disclaimer { id } passages { edges { node { id } } } } } }
      } }`)) as never as { asOf: { claims: { totalCount: number } } };
      expect(asOf.claims.totalCount).toBeGreaterThan(3);
      const ids = JSON.stringify(asOf).match(/[A-Z][A-Za-z]+_[0-9a-f]{32}[^"]*/g) ?? [];
      expect(ids.length).toBeGreaterThan(100);
      expect(ids.filter((id) => !id.endsWith(`@~${day}`))).toEqual([]);
    },
  );
});
