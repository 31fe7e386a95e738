import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InvalidInput, OnrecordError } from '../domain/errors.ts';
import { restoreExport } from '../export/restore-export.ts';
import { type VerifiedExport, verifyExport } from '../export/verify-export.ts';
import { readLogHead, verifyLog } from '../store/verify-log.ts';
import { counted } from './counted.ts';
import { nowAndThen } from './export.ts';
import { headInWords } from './log.ts';
import type { OpenStore } from './open-store.ts';
import type { Output } from './output.ts';

/** The bytes of a file. Throws InvalidInput where it cannot be read. */
async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const part of createReadStream(path)) yield part;
  } catch (error) {
    throw new InvalidInput(`cannot read ${path}`, [{ path: '', message: String(error) }], 'UNREADABLE_FILE');
  }
}

/** The path of the export: as given, or of a copy of standard input, because it is read twice. */
async function withFile<Result>(path: string, work: (file: string) => Promise<Result>): Promise<Result> {
  if (path !== '-') return work(path);
  // Made for its owner alone, who is the only one who may read what the export holds.
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-restore-'));
  try {
    const file = join(folder, 'export');
    await pipeline(process.stdin, createWriteStream(file, { mode: 0o600 }));
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens the store, or makes one where there is none, for the work. */
export type OnStore = (work: (store: OpenStore) => Promise<void>) => Promise<void>;

async function restoreVerified(
  store: OpenStore,
  file: string,
  verified: VerifiedExport,
  output: Output,
): Promise<void> {
  await store.migrate();
  await restoreExport(bytesOf(file), verified, store.restorer, {
    onProgress: nowAndThen((done, all) => output.progress(`restoring: ${done} of ${all} activities …`)),
    judge: async () => {
      output.progress('verifying the log …');
      const [first] = (await verifyLog(store, verified.head)).problems;
      if (first === undefined) return;
      throw new OnrecordError(
        'RESTORE_BROKEN',
        `what was restored does not hold, first at ${first.id}: ${first.message}`,
      );
    },
  });
}

/**
 * Puts an export back into an empty store: verified to its end before the store is even opened, and once more when all
 * is written, before it is taken for whole.
 */
export async function restore(onStore: OnStore, path: string, output: Output): Promise<void> {
  await withFile(path, async (file) => {
    output.progress(`verifying ${path} …`);
    const verified = await verifyExport(bytesOf(file));
    await onStore(async (store) => {
      await restoreVerified(store, file, verified, output);
      const { activities, states, requests } = verified;
      // As `log-head` prints it: what stands beside the log is numbered here, whether or not it was in the export.
      const head = await readLogHead(store);
      output.result(
        { export: path, head, activities, states, requests },
        `${path}: restored ${counted(activities, 'activity')} with ${counted(states, 'state')}; the log holds, head ${head && headInWords(head)}`,
      );
    });
  });
}
