import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Caller } from '../domain/caller.ts';
import { type LimitCode, LimitExceeded } from '../domain/limit-exceeded.ts';
import type { Allowance } from '../graphql/allowance.ts';
import type { GateLimits } from './gate-limits.ts';

const aMinute = 60;
/** How long a key that was taken is tried without asking how many others failed at its address. */
const goodForMs = 600_000;
const mostGood = 10_000;

/** Takes points from what someone may ask for in a minute; rejects with LimitExceeded where they are used up. */
export type Spend = Allowance;

/** Counts in this process what each caller asks for: a second instance counts for itself. */
export class Rates {
  readonly #callers: RateLimiterMemory;
  readonly #addresses: RateLimiterMemory;
  readonly #failures: RateLimiterMemory;
  readonly #good = new Map<string, number>();
  readonly #now: () => Date;

  constructor(limits: Pick<GateLimits, 'callerRate' | 'addressRate' | 'failedRate'>, now: () => Date) {
    const limiter = (points: number) => new RateLimiterMemory({ points, duration: aMinute });
    this.#callers = limiter(limits.callerRate);
    this.#addresses = limiter(limits.addressRate);
    this.#failures = limiter(limits.failedRate);
    this.#now = now;
  }

  /** By the caller where there is one, else by the address. */
  spending(caller: Caller | null, address: string): Spend {
    return caller === null
      ? (points) => take(this.#addresses, address, points, 'RATE_EXCEEDED')
      : (points) => take(this.#callers, caller.id, points, 'RATE_EXCEEDED');
  }

  /**
   * Throws LimitExceeded for a key or token that is not worth trying: too many from its address were not taken. One that
   * was taken not long ago is tried all the same, so that no neighbour behind the same address can lock its holder out.
   */
  async expectWorthTrying(address: string, authorization: string): Promise<void> {
    const until = this.#good.get(digest(authorization));
    if (until !== undefined && until > this.#now().getTime()) return;
    const failed = await this.#failures.get(address);
    if (failed !== null && failed.consumedPoints >= this.#failures.points)
      throw exceeded('FAILED_KEYS_TOO_MANY', this.#failures, failed);
  }

  taken(authorization: string): void {
    const key = digest(authorization);
    // The one that was taken longest ago goes first.
    this.#good.delete(key);
    this.#good.set(key, this.#now().getTime() + goodForMs);
    const [oldest] = this.#good.keys();
    if (this.#good.size > mostGood && oldest !== undefined) this.#good.delete(oldest);
  }

  /** Counts one that was not taken. */
  async failed(address: string): Promise<void> {
    await this.#failures.penalty(address, 1);
  }
}

async function take(limiter: RateLimiterMemory, key: string, points: number, code: LimitCode): Promise<void> {
  try {
    await limiter.consume(key, points);
  } catch (refused) {
    if (refused instanceof RateLimiterRes) throw exceeded(code, limiter, refused);
    throw refused;
  }
}

function exceeded(code: LimitCode, limiter: RateLimiterMemory, used: RateLimiterRes): LimitExceeded {
  const seconds = Math.max(1, Math.ceil(used.msBeforeNext / 1000));
  const came = Math.max(used.consumedPoints, limiter.points + 1);
  const advice = `ask again in ${seconds} s`;
  return new LimitExceeded(code, { limit: limiter.points, came, advice, retryAfter: seconds });
}

/** What was sent is not kept. */
function digest(authorization: string): string {
  return createHash('sha256').update(authorization).digest('base64url');
}
