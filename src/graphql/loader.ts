import DataLoader from 'dataloader';

/** When what a level asks for has been gathered: then others have their turn first, so that no answer is made in one go. */
export const batchScheduleFn = (load: () => void): void => {
  setImmediate(load);
};

/**
 * What one request asks for by key: each key once, and those of one level together. Made of as little as it needs, because
 * every request has dozens of these, and asks few of them anything.
 */
export class Loader<Value> {
  readonly #batch: (keys: readonly string[]) => Promise<readonly Value[]>;
  #asked: DataLoader<string, Value> | null = null;
  #atHand: Map<string, Value> | null = null;

  /** @param batch answers a value for each key, in their order */
  constructor(batch: (keys: readonly string[]) => Promise<readonly Value[]>) {
    this.#batch = batch;
  }

  load(key: string): Promise<Value> {
    const known = this.#atHand?.get(key);
    if (known !== undefined) return Promise.resolve(known);
    this.#asked ??= new DataLoader((keys) => this.#batch(keys), { batchScheduleFn });
    return this.#asked.load(key);
  }

  /** What came by another way, and is not asked for any more. */
  prime(key: string, value: Value): void {
    this.#atHand ??= new Map();
    this.#atHand.set(key, value);
  }
}
