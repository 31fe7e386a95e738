import { LimitExceeded } from '../domain/limit-exceeded.ts';

/** When the answer to one request must be there. */
export class Deadline {
  readonly #seconds: number;
  #timer: NodeJS.Timeout | null = null;
  #excess: LimitExceeded | null = null;

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  /** Begins to count; rejects with LimitExceeded when the time is up, and never settles otherwise. */
  start(advice: string): Promise<never> {
    const { promise, reject } = Promise.withResolvers<never>();
    const seconds = this.#seconds;
    this.#timer = setTimeout(() => {
      const retryAfter = Math.ceil(seconds);
      this.#excess = new LimitExceeded('TIME_EXCEEDED', {
        limit: seconds,
        came: seconds,
        advice,
        retryAfter,
      });
      reject(this.#excess);
    }, seconds * 1000);
    return promise;
  }

  /** Throws LimitExceeded where the time is up. */
  expectTime(): void {
    if (this.#excess !== null) throw this.#excess;
  }

  /** The answer is there. */
  lift(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }
}

/** A port of the store of which nothing is asked any more once the time is up: its methods then reject. */
export function whileTimeLasts<Port extends object>(port: Port, deadline: Deadline | null): Port {
  if (deadline === null) return port;
  return new Proxy(port, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...given: unknown[]): Promise<unknown> => {
        deadline.expectTime();
        return method.apply(target, given);
      };
    },
  });
}
