import { confidentialTypes, type RecordType, typeOfId } from '../../domain/ids.ts';
import type { Activity } from '../../domain/log.ts';
import type { LoggedState } from '../log-port.ts';
import type { Report } from './problem.ts';

/** What says nothing, because it was left out when the store was restored. */
export interface LeftOut {
  /** The ids of states. */
  readonly states: ReadonlySet<string>;
  /** The records that they are of, and their types. */
  readonly records: ReadonlyMap<string, RecordType>;
}

/**
 * Takes note of states that were left out: of confidential types, and recorded before the store was restored. Up to where
 * that was is kept beside the log, and held against it here: nothing is left out but up to there, all is, and what was
 * recorded since says so in its hash.
 */
export class LeftOutStates implements LeftOut {
  readonly states = new Set<string>();
  readonly records = new Map<string, RecordType>();
  readonly #upTo: number;
  readonly #report: Report;
  #last = 0;
  #said = 0;

  constructor(upTo: number, report: Report) {
    this.#upTo = upTo;
    this.#report = report;
  }

  /** Takes note of what an activity says of what was left out before it. */
  takeActivity({ id, sequence, identitiesLeftOutUpTo: upTo }: Activity): void {
    if (upTo < this.#said || upTo >= sequence || upTo > this.#upTo)
      this.#report(
        'LOG_LEFT_OUT',
        id,
        `it says that identities were left out up to ${upTo}; ${this.#kept()}`,
      );
    this.#said = Math.max(this.#said, upTo);
  }

  /** Whether it was left out. */
  take({ id, ofType, payload, salt }: LoggedState, { sequence, identitiesLeftOutUpTo }: Activity): boolean {
    const record = id.slice(0, id.lastIndexOf('/'));
    const type = typeOfId(record);
    if (type === null || type !== ofType || !confidentialTypes.includes(type)) return false;
    if (payload !== null || salt !== null || sequence > this.#upTo) {
      if (sequence <= this.#upTo || identitiesLeftOutUpTo !== this.#upTo)
        this.#report('LOG_LEFT_OUT', id, `it is there, and ${this.#kept()}`);
      return false;
    }
    this.#last = sequence;
    this.states.add(id);
    this.records.set(record, type);
    return true;
  }

  end(): void {
    if (this.#last === this.#upTo) return;
    this.#report(
      'LOG_LEFT_OUT',
      'head',
      `${this.#kept()}, and the last that is not there is of ${this.#last}`,
    );
  }

  #kept(): string {
    return `identities are said to be left out up to activity ${this.#upTo}`;
  }
}
