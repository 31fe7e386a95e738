import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Caller, may } from '../domain/caller.ts';
import { LimitExceeded } from '../domain/limit-exceeded.ts';
import { Admission } from './admission.ts';
import { NotAuthenticated } from './authenticate.ts';
import { createClientAddress } from './client-address.ts';
import { fixedLimits, type GateLimits } from './gate-limits.ts';
import { Rates, type Spend } from './rates.ts';
import { BodyReader, RequestAborted } from './request-body.ts';

/** A request that was let in: who sent it, and what it may still spend. */
export interface Visit {
  readonly caller: Caller | null;
  readonly spend: Spend;
}

/** The turn that a request has had. */
interface Turn {
  readonly response: ServerResponse;
  /** Gives its room among the requests back before it is over. */
  readonly leave: () => void;
}

/** What every request passes before it is answered, in the order of what it costs to find out. */
export class Gate {
  readonly #limits: GateLimits;
  readonly #addressOf: (request: IncomingMessage) => string;
  readonly #rates: Rates;
  readonly #requests: Admission;
  readonly #work: Admission;
  readonly #streams = new Admission({ running: fixedLimits.streams, waiting: 0 }, 0);
  readonly #turns = new WeakMap<IncomingMessage, Turn>();
  readonly #bodies = new BodyReader(fixedLimits.bodiesBytes);

  constructor(limits: GateLimits, now: () => Date) {
    this.#limits = limits;
    this.#addressOf = createClientAddress(limits.trustedProxies);
    this.#rates = new Rates(limits, now);
    this.#requests = new Admission(limits, fixedLimits.waitMs);
    // Whoever waits for this has a turn already: of those there are no more than may be worked on.
    this.#work = new Admission(
      { running: limits.runningPoints, waiting: limits.running * 2 },
      fixedLimits.waitMs,
      'points of what is worked on at once',
    );
  }

  /** Throws LimitExceeded for an address or headers that are too long. */
  expectShort({ url = '', rawHeaders }: IncomingMessage): void {
    const { urlCharacters, headers } = fixedLimits;
    if (url.length > urlCharacters)
      throw new LimitExceeded('URL_TOO_LONG', {
        limit: urlCharacters,
        came: url.length,
        advice: 'send a long query by POST',
      });
    const count = rawHeaders.length / 2;
    if (count > headers) throw new LimitExceeded('HEADERS_TOO_MANY', { limit: headers, came: count });
  }

  /** Tells who asks by `authorize`, counts it, and throws what that throws, or LimitExceeded. */
  async identify(request: IncomingMessage, authorize: () => Promise<Caller | null>): Promise<Visit> {
    const address = this.#addressOf(request);
    const { authorization } = request.headers;
    if (authorization !== undefined) await this.#rates.expectWorthTrying(address, authorization);
    let caller: Caller | null;
    try {
      caller = await authorize();
    } catch (error) {
      if (error instanceof NotAuthenticated) await this.#rates.failed(address);
      throw error;
    }
    if (authorization !== undefined) this.#rates.taken(authorization);
    const rate = this.#rates.spending(caller, address);
    await rate(1);
    return { caller, spend: this.#allowance(request, rate, caller?.id ?? address) };
  }

  /** What a request may cost beside itself. What it does is begun within the time that it may wait for its turn. */
  #allowance(request: IncomingMessage, rate: Spend, who: string): Spend {
    const since = performance.now();
    let streams = false;
    let begun = false;
    let atTheEnd: Set<() => void> | null = null;
    const turnOf = () => {
      const turn = this.#turns.get(request);
      if (turn === undefined || turn.response.destroyed) throw new RequestAborted();
      if (atTheEnd === null) {
        const all = new Set<() => void>();
        turn.response.once('close', () => all.forEach((then) => void then()));
        atTheEnd = all;
      }
      const ends = atTheEnd;
      return { ...turn, gone: (then: () => void) => void ends.add(then) };
    };
    let leaveWork = () => {};
    const spend = async (points: number): Promise<void> => {
      await rate(points);
      if (streams) return;
      const { gone } = turnOf();
      // A page asks one thing after another: what it asked before is done, and it has waited for its turn already.
      leaveWork();
      const waitMs = begun ? fixedLimits.waitMs : fixedLimits.waitMs - (performance.now() - since);
      leaveWork = await this.#work.enter(who, gone, { weight: points, waitMs });
      begun = true;
    };
    const stream = async (): Promise<void> => {
      const { gone, leave } = turnOf();
      await this.#streams.enter(who, gone);
      streams = true;
      leave();
    };
    return Object.assign(spend, { since, stream });
  }

  /** The body of a request, within its caller's limit. */
  body(request: IncomingMessage, response: ServerResponse, caller: Caller | null): Promise<Buffer> {
    const { bodyBytes, recorderBodyBytes } = this.#limits;
    return this.#bodies.read(request, response, may(caller, 'RECORD') ? recorderBodyBytes : bodyBytes);
  }

  /** Resolves when it is the request's turn. */
  async turn(request: IncomingMessage, response: ServerResponse, { caller, spend }: Visit): Promise<void> {
    if (response.destroyed) throw new RequestAborted();
    const who = caller?.id ?? this.#addressOf(request);
    const waitMs = fixedLimits.waitMs - (performance.now() - (spend.since ?? performance.now()));
    const leave = await this.#requests.enter(who, (then) => response.once('close', then), { waitMs });
    this.#turns.set(request, { response, leave });
  }
}
