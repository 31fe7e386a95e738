import type { TestContext } from 'vitest';

/** What one test of a trial has found, as a row of the table of trials. */
export interface TrialRow {
  readonly what: string;
  readonly rounds: number;
  /** In figures: what was written, lost, doubled, found. */
  readonly outcome: string;
  /** What came of the naive way, which must fail; absent where another test of the trial is the control. */
  readonly control?: string;
}

declare module 'vitest' {
  interface TaskMeta {
    trialRows?: TrialRow[];
  }
}

/** Tells what was found: `npm run trial` makes its table of it, and every run prints it. */
export function tellRow(task: TestContext['task'], row: TrialRow): void {
  task.meta.trialRows = [...(task.meta.trialRows ?? []), row];
  const control = row.control === undefined ? '' : `; control: ${row.control}`;
  process.stdout.write(`${row.what}: ${row.rounds} rounds; ${row.outcome}${control}\n`);
}
