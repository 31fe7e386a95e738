import { LimitExceeded } from '../domain/limit-exceeded.ts';
import { RequestAborted } from './request-body.ts';

interface Waiter {
  readonly who: string;
  readonly weight: number;
  begin(): void;
}

/** What one request asks for. */
export interface Asked {
  /** How much of the room it takes; 1 if not given. What is more than half of all takes half. */
  readonly weight?: number;
  /** How long it may wait; as long as any, if not given. */
  readonly waitMs?: number;
}

/**
 * Lets so much be worked on at once, so many wait for that, and refuses the rest, so that what the process
 * holds does not grow with what is asked of it. No one caller has more than half of either.
 */
export class Admission {
  readonly #most: { readonly running: number; readonly waiting: number };
  readonly #waitMs: number;
  readonly #unit: string | null;
  readonly #running = new Map<string, number>();
  readonly #waiting: Waiter[] = [];
  #busy = 0;

  /** @param unit what is counted, where that is not requests */
  constructor(
    most: { readonly running: number; readonly waiting: number },
    waitMs: number,
    unit: string | null = null,
  ) {
    this.#most = most;
    this.#waitMs = waitMs;
    this.#unit = unit;
  }

  /**
   * Resolves when it is the request's turn, to what gives its room back before it is over. Throws LimitExceeded where
   * there is no room to wait in, or no turn in time, and RequestAborted where it was over before its turn.
   * @param gone calls back when the request is over, whether it had its turn or not
   */
  async enter(
    who: string,
    gone: (then: () => void) => void,
    { weight: asked = 1, waitMs = this.#waitMs }: Asked = {},
  ): Promise<() => void> {
    const weight = Math.min(asked, half(this.#most.running));
    let has = false;
    const take = () => {
      this.#take(who, weight);
      has = true;
    };
    const leave = () => {
      if (has) this.#leave(who, weight);
      has = false;
    };
    if (this.#hasRoom(who, weight) && !this.#isHeldUp()) {
      take();
      gone(leave);
      return leave;
    }
    const own = this.#waiting.filter((waiter) => waiter.who === who).length;
    if (waitMs <= 0 || this.#waiting.length >= this.#most.waiting || own >= half(this.#most.waiting))
      throw this.#full(weight);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter: Waiter = {
      who,
      weight,
      begin: () => {
        clearTimeout(timer);
        take();
        resolve();
      },
    };
    const timer = setTimeout(() => {
      this.#forget(waiter);
      reject(this.#full(weight));
    }, waitMs);
    this.#waiting.push(waiter);
    gone(() => {
      clearTimeout(timer);
      leave();
      this.#forget(waiter);
      // Nobody is there any more to be answered.
      reject(new RequestAborted());
    });
    await promise;
    return leave;
  }

  #hasRoom(who: string, weight: number): boolean {
    const own = this.#running.get(who) ?? 0;
    return this.#busy + weight <= this.#most.running && own + weight <= half(this.#most.running);
  }

  /** Whether someone waits for nothing but that others end: whoever comes later is not let in before. */
  #isHeldUp(): boolean {
    return this.#waiting.some(({ who, weight }) => this.#isWithinHalf(who, weight));
  }

  #isWithinHalf(who: string, weight: number): boolean {
    return (this.#running.get(who) ?? 0) + weight <= half(this.#most.running);
  }

  #take(who: string, weight: number): void {
    this.#busy += weight;
    this.#running.set(who, (this.#running.get(who) ?? 0) + weight);
  }

  #leave(who: string, weight: number): void {
    this.#busy -= weight;
    const left = (this.#running.get(who) ?? weight) - weight;
    if (left === 0) this.#running.delete(who);
    else this.#running.set(who, left);
    this.#letIn();
  }

  /** One that took much may leave room for several. */
  #letIn(): void {
    for (;;) {
      const next = this.#waiting.find((waiter) => this.#isWithinHalf(waiter.who, waiter.weight));
      if (next === undefined || !this.#hasRoom(next.who, next.weight)) return;
      this.#remove(next);
      next.begin();
    }
  }

  #remove(waiter: Waiter): boolean {
    const at = this.#waiting.indexOf(waiter);
    if (at < 0) return false;
    this.#waiting.splice(at, 1);
    return true;
  }

  /** Whoever waited behind it may have waited for nothing else. */
  #forget(waiter: Waiter): void {
    if (this.#remove(waiter)) this.#letIn();
  }

  #full(weight: number): LimitExceeded {
    const { running, waiting } = this.#most;
    const isOfRequests = this.#unit === null;
    const limit = isOfRequests ? running + waiting : running;
    const under = this.#busy + (isOfRequests ? this.#waiting.length : 0);
    return new LimitExceeded('SERVICE_BUSY', {
      limit,
      came: Math.max(limit + 1, under + weight),
      advice: 'no caller has more than half of them; ask again in 1 s',
      retryAfter: 1,
      ...(this.#unit === null ? {} : { unit: this.#unit }),
    });
  }
}

function half(most: number): number {
  return Math.ceil(most / 2);
}
