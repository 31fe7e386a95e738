import { LimitExceeded } from '../domain/limit-exceeded.ts';

interface Waiter {
  readonly who: string;
  begin(): void;
}

/**
 * Lets so many requests be worked on at once, so many wait for that, and refuses the rest, so that what the process
 * holds does not grow with what is asked of it. No one caller has more than half of either.
 */
export class Admission {
  readonly #most: { readonly running: number; readonly waiting: number };
  readonly #waitMs: number;
  readonly #running = new Map<string, number>();
  readonly #waiting: Waiter[] = [];
  #busy = 0;

  constructor(most: { readonly running: number; readonly waiting: number }, waitMs: number) {
    this.#most = most;
    this.#waitMs = waitMs;
  }

  /**
   * Resolves when it is the request's turn. Throws LimitExceeded where there is no room to wait in, or no turn in time.
   * @param gone calls back when the request is over, whether it had its turn or not
   */
  async enter(who: string, gone: (then: () => void) => void): Promise<void> {
    if (this.#hasRoom(who)) {
      this.#take(who);
      gone(() => this.#leave(who));
      return;
    }
    const own = this.#waiting.filter((waiter) => waiter.who === who).length;
    if (this.#waiting.length >= this.#most.waiting || own >= half(this.#most.waiting)) throw this.#busyNow();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter: Waiter = {
      who,
      begin: () => {
        clearTimeout(timer);
        this.#take(who);
        begun = true;
        resolve();
      },
    };
    let begun = false;
    const timer = setTimeout(() => {
      this.#forget(waiter);
      reject(this.#busyNow());
    }, this.#waitMs);
    this.#waiting.push(waiter);
    gone(() => {
      clearTimeout(timer);
      if (begun) this.#leave(who);
      else this.#forget(waiter);
      // Nobody is there any more to be answered.
      resolve();
    });
    await promise;
  }

  #hasRoom(who: string): boolean {
    return this.#busy < this.#most.running && (this.#running.get(who) ?? 0) < half(this.#most.running);
  }

  #take(who: string): void {
    this.#busy++;
    this.#running.set(who, (this.#running.get(who) ?? 0) + 1);
  }

  #leave(who: string): void {
    this.#busy--;
    const left = (this.#running.get(who) ?? 1) - 1;
    if (left === 0) this.#running.delete(who);
    else this.#running.set(who, left);
    const next = this.#waiting.find((waiter) => this.#hasRoom(waiter.who));
    if (next === undefined) return;
    this.#forget(next);
    next.begin();
  }

  #forget(waiter: Waiter): void {
    const at = this.#waiting.indexOf(waiter);
    if (at >= 0) this.#waiting.splice(at, 1);
  }

  #busyNow(): LimitExceeded {
    const limit = this.#most.running + this.#most.waiting;
    return new LimitExceeded('SERVICE_BUSY', {
      limit,
      came: Math.max(limit + 1, this.#busy + this.#waiting.length + 1),
      advice: 'no caller has more than half of them; ask again in 1 s',
      retryAfter: 1,
    });
  }
}

function half(most: number): number {
  return Math.ceil(most / 2);
}
