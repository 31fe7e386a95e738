import { checkGraph } from '../store/check-graph.ts';
import { counted } from './counted.ts';
import type { OpenStore } from './open-store.ts';
import { exitCodes, type Output } from './output.ts';

/** Verifies the whole graph and says what is wrong; the exit code is 1 where anything is. */
export async function check(store: OpenStore, output: Output): Promise<number> {
  await store.expectMigrated();
  output.progress('checking the graph …');
  const problems = await checkGraph(store);
  const held = await store.reader.holdings();
  const words =
    problems.length === 0
      ? `Nothing is wrong with ${counted(held.claims, 'claim')}, ${counted(held.assertions, 'assertion')} and ${counted(held.activities, 'activity')}.`
      : problems.map(({ code, id, message }) => `${code} ${id}: ${message}`).join('\n');
  output.result({ problems, holdings: held }, words);
  return problems.length === 0 ? exitCodes.done : exitCodes.wrongInput;
}
