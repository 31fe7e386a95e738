import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bundle } from '../../src/domain/bundle.ts';
import { OnrecordProcess, type Variables } from '../support/onrecord-process.ts';
import { chance } from './chance.ts';
import { smallBundle } from './small-bundle.ts';

/** `ONRECORD_TRIAL=full` runs all the rounds that were promised; without it a tenth or so, so that every test run has some. */
export const full = process.env['ONRECORD_TRIAL'] === 'full';

/** What a trial's choices are made from: the same for the same `ONRECORD_TRIAL_SEED`. */
export const seed = Number(process.env['ONRECORD_TRIAL_SEED'] || 20_231_215);

const share = Number(process.env['ONRECORD_TRIAL_SHARE'] || 1);

/** How many rounds a run has: those of the full form (or the share of them that was asked for), or the few of the short one. */
export const roundsOf = (all: number, few: number): number => (full ? Math.ceil(all * share) : few);

const BUNDLES_A_WRITER = 14;

/** What was written in a trial, and what was said of it. */
export class Trial {
  readonly random = chance(seed);
  readonly bundles = new Map<number, Bundle>();
  readonly acknowledged = new Set<number>();
  /** Those that a writer was at when it ended: nobody knows whether they were recorded. It had not come to those after. */
  readonly unknown = new Set<number>();
  readonly #sent = new Map<OnrecordProcess, readonly number[]>();
  readonly folder = mkdtempSync(join(tmpdir(), 'onrecord-trial-'));
  /** Rounds in which the kill came while the writer was not done. */
  struck = 0;
  /** From the start of a writer to its first receipt, as measured last. */
  #start = 1500;

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  pathOf(number: number): string {
    return join(this.folder, `${number}.json`);
  }

  /** `onrecord seed` of bundles that nobody has had yet. */
  writer(variables: Variables): OnrecordProcess {
    const first = this.bundles.size + 1;
    const numbers = Array.from({ length: BUNDLES_A_WRITER }, (_, index) => first + index);
    for (const number of numbers) {
      const bundle = smallBundle(number);
      this.bundles.set(number, bundle);
      writeFileSync(this.pathOf(number), JSON.stringify(bundle));
    }
    return this.send(numbers, variables);
  }

  send(numbers: readonly number[], variables: Variables): OnrecordProcess {
    const paths = numbers.map((number) => this.pathOf(number));
    const writer = new OnrecordProcess(['seed', '--json', ...paths], variables);
    this.#sent.set(writer, numbers);
    return writer;
  }

  /** Waits until the writer is somewhere in its work: about its first bundle, or some way into those after it. */
  async strikingMoment(writer: OnrecordProcess): Promise<void> {
    const started = performance.now();
    const early = this.random() < 0.2;
    if (early) {
      // Somewhere between its connecting and its first receipt.
      const late = new AbortController();
      const first = writer.until(({ lines }) => lines.length > 0);
      await Promise.race([pause(this.#start * (0.7 + 0.3 * this.random()), null, late), first]);
      late.abort();
    } else {
      const receipts = 1 + Math.floor(this.random() * 6);
      await writer.until(({ lines }) => lines.length > 0);
      this.#start = performance.now() - started;
      await writer.until(({ lines }) => lines.length >= receipts);
      await pause(this.random() * 120);
    }
    if (writer.running) this.struck++;
  }

  /** Takes note of the receipts of a writer that has ended. */
  note(writer: OnrecordProcess): void {
    for (const line of writer.lines) {
      const number = Number.parseInt(basename(String(JSON.parse(line).bundle)), 10);
      this.acknowledged.add(number);
      this.unknown.delete(number);
    }
    const next = this.#sent.get(writer)?.find((number) => !this.acknowledged.has(number));
    if (next !== undefined) this.unknown.add(next);
  }
}
