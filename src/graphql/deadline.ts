import { LimitExceeded } from '../domain/limit-exceeded.ts';

/** When the answer to one request must be there. */
export class Deadline {
  readonly #seconds: number;
  readonly #due: number;
  #advice = '';
  #timer: NodeJS.Timeout | null = null;
  #isOver = false;

  /** @param since when the request came, as `performance.now()` tells it; now if not given */
  constructor(seconds: number, since: number = performance.now()) {
    this.#seconds = seconds;
    this.#due = since + seconds * 1000;
  }

  /** Rejects with LimitExceeded when the time is up, and never settles otherwise. */
  start(advice: string): Promise<never> {
    const { promise, reject } = Promise.withResolvers<never>();
    this.#advice = advice;
    this.#timer = setTimeout(
      () => {
        this.#isOver = true;
        reject(this.#excess());
      },
      Math.max(0, this.#due - performance.now()),
    );
    return promise;
  }

  /** Throws LimitExceeded where the time is up, though nobody has been told yet. */
  expectTime(): void {
    if (this.#isOver || (this.#timer !== null && performance.now() >= this.#due)) throw this.#excess();
  }

  /** Nobody waits for the answer any more. */
  giveUp(): void {
    this.#isOver = true;
  }

  /** The answer is there. */
  lift(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #excess(): LimitExceeded {
    const seconds = this.#seconds;
    return new LimitExceeded('TIME_EXCEEDED', {
      ...{ limit: seconds, came: seconds, retryAfter: Math.ceil(seconds) },
      ...(this.#advice === '' ? {} : { advice: this.#advice }),
    });
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
