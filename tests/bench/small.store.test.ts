import { describe, expect, it } from 'vitest';
import { smallSpreads } from '../../bench/small.ts';
import { fallenIn, keptSpreads } from '../../bench/spreads.ts';
import { spreadCell } from '../../bench/table.ts';
import { ownNeo4j } from '../support/own-neo4j.ts';

const neo4j = ownNeo4j();

describe.skipIf(neo4j === null)(
  'the service beside a bare server and @neo4j/graphql, at the smallest size',
  () => {
    it('answers no question a third less often beside them than it did when its ratios were kept', {
      timeout: 600_000,
    }, async () => {
      if (neo4j === null) return;
      const kept = keptSpreads();
      const measured = await smallSpreads(neo4j, () => {});
      const lines = Object.entries(measured).map(
        ([question, { peer, bare }]) =>
          `${question}: ${spreadCell(bare)} of the bare server's answers, ${spreadCell(peer) || 'none'} of @neo4j/graphql's`,
      );
      process.stdout.write(`${lines.join('\n')}\n`);
      const ratios = Object.values(measured).flatMap((others) => Object.keys(others));
      expect(ratios.length).toBe(14);
      expect(Object.keys(kept)).toEqual(Object.keys(measured));
      expect(fallenIn(measured, kept)).toEqual([]);
    });
  },
);
