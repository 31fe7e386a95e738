import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { PublicStanding } from '../store/history-port.ts';
import { type HeldAnswer, holdAnswer, sendHeld, tagged } from './held-answer.ts';

/** The longest answer that is kept, in bytes. */
const longest = 1_000_000;

/** What a request is answered by beside its address and its body. */
const askedBy = ['accept', 'accept-language', 'content-type', 'origin'] as const;

/**
 * Answers of what the public sees, given again for as long as nothing was recorded and nothing came into view or went out
 * of it. The head of the log says so, by whatever process it was moved; it is read after the request has come, so that no
 * answer is older than what anyone was told of. All that was kept goes when the head moves.
 */
export class RememberedAnswers {
  readonly #standing: () => Promise<PublicStanding>;
  readonly #now: () => Date;
  readonly #givenAgain: () => void;
  readonly #kept: LRUCache<string, HeldAnswer>;
  readonly #making = new Map<string, Promise<void>>();
  #mark = '';

  /**
   * @param maxBytes of all answers that are kept
   * @param givenAgain is called for each answer that is
   */
  constructor(
    standing: () => Promise<PublicStanding>,
    now: () => Date,
    maxBytes: number,
    givenAgain: () => void,
  ) {
    this.#standing = standing;
    this.#now = now;
    this.#givenAgain = givenAgain;
    this.#kept = new LRUCache({ maxSize: maxBytes, sizeCalculation: ({ body }) => body.length + 1_000 });
  }

  /**
   * Answers a request of nobody in particular, by what is kept or else by `make`, which says of what it answers that it is
   * whole: of anything else than a whole answer nothing is kept.
   * @param period what may differ from one to the next of these though nothing was recorded; the same text for ever where nothing does
   */
  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    asked: { readonly body?: Buffer; readonly period: string },
    make: (whole: () => void) => unknown,
  ): Promise<void> {
    const mark = await this.#markNow();
    if (response.destroyed) return;
    const key = keyOf(request, asked);
    if (mark !== null) {
      await this.#making.get(key + mark);
      if (response.destroyed) return;
      const kept = this.#find(mark, key);
      if (kept !== undefined) {
        this.#givenAgain();
        return sendHeld(request, response, kept);
      }
    }
    await this.#make(request, response, { mark, key }, make);
  }

  #make(
    request: IncomingMessage,
    response: ServerResponse,
    { mark, key }: { readonly mark: string | null; readonly key: string },
    make: (whole: () => void) => unknown,
  ): unknown {
    let isWhole = false;
    const made = this.#begin(key + mark);
    response.once('close', made);
    const { 'if-none-match': known } = request.headers;
    delete request.headers['if-none-match'];
    holdAnswer(response, longest, (answer) => {
      if (known !== undefined) request.headers['if-none-match'] = known;
      if (answer !== null) {
        const whole = tagged(request, answer);
        if (mark !== null && isWhole && whole.status === 200) this.#keep(mark, key, whole);
        sendHeld(request, response, whole);
      }
      made();
    });
    return make(() => {
      isWhole = true;
    });
  }

  /** Those who ask the same meanwhile wait until what is returned is called. */
  #begin(making: string): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#making.set(making, promise);
    return () => {
      if (this.#making.get(making) === promise) this.#making.delete(making);
      resolve();
    };
  }

  /** Null where nothing that is kept may be given: an embargo ends, or the store does not say. */
  async #markNow(): Promise<string | null> {
    try {
      const { mark, nextEmbargoEnd } = await this.#standing();
      const ends = nextEmbargoEnd !== null && Date.parse(nextEmbargoEnd) <= this.#now().getTime();
      return ends ? null : mark;
    } catch {
      // Whoever answers without what is kept tells of it.
      return null;
    }
  }

  #find(mark: string, key: string): HeldAnswer | undefined {
    return mark === this.#mark ? this.#kept.get(key) : undefined;
  }

  #keep(mark: string, key: string, answer: HeldAnswer): void {
    if (mark !== this.#mark) {
      this.#kept.clear();
      this.#mark = mark;
    }
    this.#kept.set(key, answer);
  }
}

function keyOf(
  { method = '', url = '', headers }: IncomingMessage,
  { body, period }: { readonly body?: Buffer; readonly period: string },
): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([method, url, period, ...askedBy.map((name) => headers[name] ?? null)]));
  if (body !== undefined) hash.update(body);
  return hash.digest('base64url');
}
