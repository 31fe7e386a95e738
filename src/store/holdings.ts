import type { Run } from './run.ts';
import type { Holdings } from './store.ts';

/** Counts what the graph holds. */
export function holdingsReader(run: Run) {
  return {
    async holdings(): Promise<Holdings> {
      const totals = new Map((await run('holdings')).map((row) => [String(row[0]), Number(row[1])]));
      const of = (label: string): number => totals.get(label) ?? 0;
      return {
        claims: of('Claim'),
        assertions: of('Assertion'),
        entities: of('Entity'),
        sources: of('Source'),
        passages: of('Passage'),
        relations: of('ClaimRelation'),
        activities: of('Activity'),
      };
    },
  };
}
