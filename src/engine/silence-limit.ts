/** The other end has said nothing for as long as it may. */
export class Silent extends Error {}

/**
 * How long one may be kept waiting without a word. A connection whose other end is gone without having said so (a
 * pulled cable, a firewall that forgot it) never fails by itself: whoever waits on it must stop waiting.
 */
export class SilenceLimit {
  readonly #limitMs: number;
  #timer: NodeJS.Timeout | undefined;
  #giveUp: (reason: Silent) => void = () => {};
  /** True once nobody waits any more: what is heard after that comes too late. */
  over = false;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  /** Something was heard: the time begins anew. */
  heard(): void {
    clearTimeout(this.#timer);
    if (this.over) return;
    this.#timer = setTimeout(() => {
      this.over = true;
      this.#giveUp(new Silent(`nothing was heard for ${this.#limitMs / 1000} s`));
    }, this.#limitMs);
  }

  /** What comes of the promise; rejects with Silent where nothing is heard in time, and the promise is then left alone. */
  async during<Result>(promise: Promise<Result>): Promise<Result> {
    const silent = new Promise<never>((_, reject) => {
      this.#giveUp = reject;
    });
    this.heard();
    try {
      return await Promise.race([promise, silent]);
    } finally {
      clearTimeout(this.#timer);
    }
  }
}
