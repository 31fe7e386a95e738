import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { OnrecordError, WrongConfiguration } from '../domain/errors.ts';
import { writeExport } from '../export/write-export.ts';
import { counted } from './counted.ts';
import type { OpenStore } from './open-store.ts';
import type { Output } from './output.ts';

export interface ExportOptions {
  readonly all?: boolean;
  readonly withIdentities?: boolean;
  readonly gzip?: boolean;
  readonly output?: string;
}

/** A line of progress at most this often. */
const everyMs = 500;

/** Passes on the first call, and then one in each while. */
export function nowAndThen(work: (done: number, all: number) => void): (done: number, all: number) => void {
  let last = 0;
  return (done, all) => {
    const now = Date.now();
    if (now - last < everyMs) return;
    last = now;
    work(done, all);
  };
}

async function writeTo(
  target: Writable,
  store: OpenStore,
  options: ExportOptions,
  program: string,
  output: Output,
) {
  const bytes = writeExport(store.log, {
    program,
    withIdentities: options.withIdentities === true,
    onProgress: nowAndThen((written, all) => output.progress(`exporting: ${written} of ${all} activities …`)),
  });
  const source = Readable.from(bytes, { objectMode: false });
  await (options.gzip ? pipeline(source, createGzip(), target) : pipeline(source, target));
}

function unwritable(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof OnrecordError) return error;
  return new OnrecordError('UNWRITABLE_FILE', `cannot write ${path}: ${error.message}`, { cause: error });
}

/**
 * Writes the whole log as one stream, to standard output or to a file, which is there whole or not at all. Whoever
 * reads too slowly is waited for.
 */
export async function exportAll(
  store: OpenStore,
  options: ExportOptions,
  program: string,
  output: Output,
): Promise<void> {
  if (options.all !== true) {
    throw new WrongConfiguration('expected --all: there is no export yet that is less than everything');
  }
  await store.expectMigrated();
  if (options.output === undefined) {
    await writeTo(process.stdout, store, options, program, output);
    return;
  }
  const path = options.output;
  const unfinished = `${path}.unfinished`;
  try {
    // Only its owner may read it: it holds all that the store does.
    await writeTo(createWriteStream(unfinished, { mode: 0o600 }), store, options, program, output);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw unwritable(path, error);
  }
  const head = await store.log.head();
  output.result(
    { export: path, head },
    `${path}: the whole log, ${counted(head?.sequence ?? 0, 'activity')}`,
  );
}
