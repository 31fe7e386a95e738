import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LimitExceeded } from '../../domain/limit-exceeded.ts';

export interface ToDraw {
  readonly id: number;
  readonly svg: string;
  readonly zoom: number;
}

export type Drawn = { readonly id: number } & (
  | { readonly png: Uint8Array }
  | { readonly notDrawable: string }
  | { readonly failure: string }
);

/** How many pictures may be waited for at once, and how long for one; what is drawn takes a tenth of a second. */
const waiting = 8;
const longestMs = 20_000;

// Beside this file, whether it runs as written or was compiled.
const file = new URL(`./png-worker${extname(import.meta.url)}`, import.meta.url);

interface Wait {
  readonly resolve: (drawn: Drawn) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Draws pictures as PNG in a thread of its own, one after the other, so that no request waits for a picture but the one
 * that asked for it. The thread begins with the first picture and keeps no process alive.
 */
export class PngRenderer {
  readonly #folders: readonly string[];
  readonly #waits = new Map<number, Wait>();
  #worker: Worker | null = null;
  #last = 0;

  /** @param folders where fonts are looked for */
  constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  /** Rejects with LimitExceeded where too many wait, or where it takes too long. */
  draw(svg: string, zoom: number): Promise<Drawn> {
    if (this.#waits.size >= waiting)
      return Promise.reject(new LimitExceeded('SERVICE_BUSY', { limit: waiting, came: waiting + 1 }));
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        // It may be at it for ever; those who wait behind it begin anew.
        this.#end(new LimitExceeded('TIME_EXCEEDED', { limit: longestMs / 1000, came: longestMs / 1000 }));
      }, longestMs);
      this.#waits.set(id, { resolve, reject, timer });
      this.#running().postMessage({ id, svg, zoom } satisfies ToDraw);
    });
  }

  #running(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(file, { workerData: { folders: this.#folders } });
    worker.on('message', (drawn: Drawn) => {
      const wait = this.#waits.get(drawn.id);
      if (wait === undefined) return;
      this.#waits.delete(drawn.id);
      clearTimeout(wait.timer);
      wait.resolve(drawn);
    });
    worker.on('error', (error) => {
      if (this.#worker === worker) this.#end(error instanceof Error ? error : new Error(String(error)));
    });
    worker.on('exit', () => {
      if (this.#worker === worker) this.#end(new Error('the thread that draws has ended'));
    });
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  /** Ends the thread and tells all who wait; the next picture begins another. */
  #end(error: Error): void {
    const worker = this.#worker;
    this.#worker = null;
    for (const { reject, timer } of this.#waits.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.#waits.clear();
    void worker?.terminate();
  }
}
