import { randomUUID } from 'node:crypto';
import { eraseRecords } from '../ingest/erase.ts';
import type { Run } from '../store/run.ts';
import { saidElsewhere, tellingTextsOf } from '../store/said-elsewhere.ts';
import { commandLine } from './command-line.ts';
import type { OpenStore } from './open-store.ts';
import type { Output } from './output.ts';

function elsewhereInWords(ids: readonly string[]): string {
  if (ids.length === 0) return 'No other record says the same word for word.';
  return `The same words stand in other records, which were not touched:\n${ids.map((id) => `  ${id}`).join('\n')}`;
}

/** Erases records, and says what that does not reach, with the other records that hold the same words. */
export async function erase(
  store: OpenStore,
  ids: readonly string[],
  reason: string,
  output: Output,
): Promise<void> {
  await store.expectMigrated();
  const erased = [...new Set(ids)];
  const run: Run = (name, parameters) => store.engine.read(store.statements.get(name), parameters);
  // Asked before, because nobody knows them afterwards.
  const texts = await tellingTextsOf(run, erased);
  const { activityId, recordedAt } = await eraseRecords(store.writer, {
    ids: erased,
    reason,
    by: commandLine().name,
    requestKey: `erase:${randomUUID()}`,
  });
  output.progress('looking for the same words elsewhere …');
  const elsewhere = await saidElsewhere(run, texts, erased);
  output.result(
    { erased, activityId, recordedAt, elsewhere },
    [
      `Erased: ${erased.join(', ')} (${activityId}).`,
      elsewhereInWords(elsewhere),
      'Not reached: earlier exports and backups, and what the disk keeps of deleted data (docs/bad-days.md).',
    ].join('\n'),
  );
}
