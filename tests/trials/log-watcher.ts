import { setTimeout as pause } from 'node:timers/promises';
import type { TestStore } from '../support/seeded-store.ts';

/**
 * Reads the log again and again while others write, as one who asks how things stood would: whatever comes to be seen
 * must be later than all that was seen before, or an answer about the past would change afterwards.
 */
export class LogWatcher {
  seen = 0;
  readonly backwards: string[] = [];
  #last = { sequence: 0, recordedAt: '' };
  #going = true;
  readonly #done: Promise<void>;

  constructor(store: Pick<TestStore, 'engine' | 'statements'>) {
    this.#done = this.#watch(store);
    // Whoever stops it is told; a test that has failed before does not ask.
    this.#done.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.#going = false;
    await this.#done;
  }

  async #watch({ engine, statements }: Pick<TestStore, 'engine' | 'statements'>): Promise<void> {
    while (this.#going) {
      const rows = await engine.read(statements.get('activities'), {
        after: this.#last.sequence,
        limit: 1_000,
      });
      for (const [id, sequence, recordedAt] of rows) {
        const { sequence: before, recordedAt: last } = this.#last;
        if (Number(sequence) !== before + 1 || String(recordedAt) <= last)
          this.backwards.push(`${String(id)} at ${String(recordedAt)}, after ${before} at ${last}`);
        this.#last = { sequence: Number(sequence), recordedAt: String(recordedAt) };
        this.seen++;
      }
      await pause(5);
    }
  }
}
