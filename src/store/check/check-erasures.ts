import { z } from 'zod';
import { digestOf } from '../../domain/log.ts';
import type { LoggedState } from '../log-port.ts';
import type { Report } from './problem.ts';

/** What says, in a payload, that a record was erased; a text that looked like it would have its quotes escaped. */
const mark = '"erased":{';
const tombstone = z.looseObject({ erased: z.looseObject({}) });

function saysErased(payload: string): boolean {
  if (!payload.includes(mark)) return false;
  try {
    return tombstone.safeParse(JSON.parse(payload)).success;
  } catch {
    return false;
  }
}

/** What stands in the place of what was erased, and by which activity; of each record's states the same. */
interface Erased {
  readonly by: string;
  readonly digest: string;
  readonly stateId: string;
}

/**
 * Verifies that what was erased is what the log says was erased, and no more: a state without its payload is in order
 * only where a later one of the same record, committed to like any other, says that its activity erased it.
 */
export class ErasureCheck {
  readonly #report: Report;
  readonly #tombstones = new Map<string, Erased>();
  readonly #erased = new Map<string, Erased[]>();
  readonly #kept = new Map<string, string>();

  constructor(report: Report) {
    this.#report = report;
  }

  /** Takes note of a state; true where it says that it was erased, so that there is no commitment to open. */
  take(state: LoggedState): boolean {
    const record = state.id.slice(0, state.id.lastIndexOf('/'));
    const found = { by: state.activityId, digest: digestOf(state.payload), stateId: state.id };
    if (state.erasedBy !== null && state.salt === null) {
      const some = this.#erased.get(record);
      const one = { ...found, by: state.erasedBy };
      if (some) some.push(one);
      else this.#erased.set(record, [one]);
      return true;
    }
    if (state.payload !== null && saysErased(state.payload)) {
      this.#tombstones.set(record, found);
      const kept = this.#kept.get(record);
      if (kept !== undefined)
        this.#report('LOG_ERASURE', kept, `${state.activityId} erased it, and what it said is there`);
    } else this.#kept.set(record, state.id);
    if (state.erasedBy !== null)
      this.#report(
        'LOG_ERASURE',
        state.id,
        `${state.erasedBy} is said to have erased it, and its salt is there`,
      );
    return false;
  }

  /** The records that the log says were erased, once all was taken. */
  get erased(): ReadonlySet<string> {
    return new Set(this.#tombstones.keys());
  }

  end(): void {
    for (const [record, states] of this.#erased) {
      const stone = this.#tombstones.get(record);
      for (const { by, digest, stateId } of states) {
        if (stone?.by === by && stone.digest === digest) continue;
        this.#report(
          'LOG_ERASURE',
          stateId,
          stone === undefined
            ? 'what it said is gone, and no activity erased it'
            : `what stands in its place is not what ${stone.by} put there`,
        );
      }
    }
  }
}
