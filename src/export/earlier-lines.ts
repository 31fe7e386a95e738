import type { EditionLine, HeaderLine, RequestLine } from './export-lines.ts';
import type { SaidBefore } from './verify-asides.ts';

/** Whether an export is of before there were asides: its requests and editions are chained when they are put back. */
export function isEarlier({ format }: HeaderLine): boolean {
  return format === 'onrecord-export/2';
}

/** Verifies the requests and editions of an export of before there were asides, of which the checksum alone tells. */
export class EarlierLinesVerifier {
  readonly counts = { requests: 0, editions: 0 };
  readonly #keys = new Set<string>();
  readonly #before: SaidBefore;
  readonly #refuse: (message: string) => never;
  /** The record and bundle of the last edition. */
  #edition = '';

  constructor(before: SaidBefore, refuse: (message: string) => never) {
    this.#before = before;
    this.#refuse = refuse;
  }

  takeRequest({ key }: RequestLine): void {
    if (this.counts.editions > 0) this.#refuse('expected requests before editions');
    if (this.#keys.has(key) || this.#before.isServed(key))
      this.#refuse('expected a request that no other line answers');
    this.#keys.add(key);
    this.counts.requests++;
  }

  /** @param activities how many the export has */
  takeEdition({ recordId, bundle, sequence }: EditionLine, activities: number): void {
    const place = `${recordId} ${bundle}`;
    if (place <= this.#edition) this.#refuse('expected editions in the order of their records, each once');
    if (activities < sequence) this.#refuse('expected no edition from after the head');
    if (this.#before.isErased(recordId)) this.#refuse('expected no edition of a record that was erased');
    this.#edition = place;
    this.counts.editions++;
  }
}
