import type { Engine } from '../../src/engine/engine.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { loadStatements } from '../../src/store/statements.ts';
import { cypherFolder } from '../support/empty-neo4j.ts';
import { brokenLog } from './log-judge.ts';
import { claimText, RECORDS_EACH, type Recorder } from './recorder.ts';
import { dumpStore } from './store-dump.ts';

/** What is found in a store that only a recorder has written to. */
export interface WriteVerdict {
  /** Numbers that were acknowledged and whose assertion and claim are not there. */
  readonly lost: readonly number[];
  /** Numbers that are there more than once. */
  readonly doubled: readonly number[];
  /** What does not hold of the log and the graph, and records that belong to no whole write. */
  readonly halfApplied: readonly string[];
  /** How many different writes are there. */
  readonly present: number;
  /** How many nodes, states and links were looked at. */
  readonly looked: number;
}

/** Judges a store by all that it holds. */
export async function judgeWrites(engine: Engine, recorder: Recorder): Promise<WriteVerdict> {
  const statements = loadStatements(cypherFolder, engine.capabilities.dialect);
  const dump = await dumpStore(engine);
  const problems = (await checkGraph({ engine, statements })).map(({ code, id }) => `${code} ${id}`);
  const claims = [...dump.nodes.values()].flat().filter(({ type }) => type === 'Claim');
  const times = Map.groupBy(claims, ({ properties }) => String([properties['texts']].flat()[0]));
  const numbers = [...recorder.acknowledged.keys(), ...recorder.unknown];
  const there = (number: number): number => times.get(claimText(number))?.length ?? 0;
  const halfApplied = [...brokenLog(dump), ...problems];
  const records = dump.nodes.size;
  if (records !== claims.length * RECORDS_EACH)
    halfApplied.push(`${records} records of ${claims.length} writes, expected ${RECORDS_EACH} each`);
  for (const { added, title } of dump.activities as readonly { added?: unknown; title?: unknown }[])
    if (added !== RECORDS_EACH) halfApplied.push(`${String(title)} added ${String(added)}`);
  return {
    lost: [...recorder.acknowledged].flatMap(([number, { assertion }]) =>
      there(number) > 0 && dump.nodes.has(assertion.id) ? [] : [number],
    ),
    doubled: numbers.filter((number) => there(number) > 1),
    halfApplied,
    present: times.size,
    looked: dump.nodes.size + dump.states.length + dump.links.length,
  };
}
