/** How long what is made for one request may go on while others have no turn. */
const sliceMs = 10;
/** How many that wait go on at each turn. */
const atOnce = 4;

/**
 * Parts the making of one answer: lists that come at once would otherwise be made to their last field in one go, while the
 * process does nothing else, neither for others nor to see that the time is up.
 */
export class Pace {
  readonly #waiting: (() => void)[] = [];
  #began = 0;
  #isTurn = false;
  #isScheduled = false;

  /** Null where what comes next may be made at once; else it resolves when others have had their turn. */
  step(): Promise<void> | null {
    if (this.#waiting.length === 0 && !this.#isLong()) return null;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push(resolve);
    this.#schedule();
    return promise;
  }

  /** Whether this request has gone on for long since others had a turn. */
  #isLong(): boolean {
    const now = performance.now();
    if (this.#isTurn) return now - this.#began > sliceMs;
    this.#isTurn = true;
    this.#began = now;
    setImmediate(() => {
      this.#isTurn = false;
    });
    return false;
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      for (const go of this.#waiting.splice(0, atOnce)) go();
      if (this.#waiting.length > 0) this.#schedule();
    });
  }
}
