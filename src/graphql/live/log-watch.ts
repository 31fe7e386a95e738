import type { StoreReader } from '../../store/store.ts';

interface Waiting {
  readonly past: string;
  readonly resolve: (moved: boolean) => void;
}

/**
 * Tells when the log has moved. The log is the bus between the instances of a service: whoever recorded, each sees it
 * here. The store is asked only while somebody waits, and once for all who do.
 */
export class LogWatch {
  readonly #reader: Pick<StoreReader, 'logPlace'>;
  readonly #everyMs: number;
  readonly #waiting = new Set<Waiting>();
  #timer: NodeJS.Timeout | null = null;
  #closed = false;

  /** @param everyMs how long to wait between two looks at the log */
  constructor(reader: Pick<StoreReader, 'logPlace'>, everyMs: number) {
    this.#reader = reader;
    this.#everyMs = everyMs;
  }

  /** True once something was recorded after the instant `past`; false when the watch or the signal ends first. */
  moved(past: string, signal: AbortSignal): Promise<boolean> {
    if (this.#closed || signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const waiting: Waiting = {
        past,
        resolve: (moved) => {
          this.#waiting.delete(waiting);
          resolve(moved);
        },
      };
      signal.addEventListener('abort', () => waiting.resolve(false), { once: true });
      this.#waiting.add(waiting);
      this.#timer ??= setTimeout(() => void this.#look(), this.#everyMs);
    });
  }

  /** Ends every wait, now and from now on: a service that stops does not hold its listeners. */
  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    for (const { resolve } of [...this.#waiting]) resolve(false);
  }

  async #look(): Promise<void> {
    this.#timer = null;
    if (this.#waiting.size === 0) return;
    try {
      const { recordedAt } = await this.#reader.logPlace();
      for (const { past, resolve } of [...this.#waiting]) if (recordedAt > past) resolve(true);
    } catch {
      // A store that does not answer now is asked again; readiness tells of it.
    }
    if (this.#waiting.size > 0 && !this.#closed)
      this.#timer ??= setTimeout(() => void this.#look(), this.#everyMs);
  }
}
