import { restoreExport } from '../../src/export/restore-export.ts';
import { verifyExport } from '../../src/export/verify-export.ts';
import { writeExport } from '../../src/export/write-export.ts';
import type { LogRestorer } from '../../src/store/log-port.ts';
import { createLogRestorer } from '../../src/store/log-restorer.ts';
import { createLogSource } from '../../src/store/log-source.ts';
import { verifyLog } from '../../src/store/verify-log.ts';
import { graphDump } from './graph-dump.ts';
import type { TestStore } from './seeded-store.ts';

type Store = Pick<TestStore, 'engine' | 'statements'>;

/** The whole export of a store. */
export async function exported({ engine, statements }: Store, withIdentities = false): Promise<Buffer> {
  const parts: Buffer[] = [];
  const options = { program: 'test', withIdentities };
  for await (const part of writeExport(createLogSource(engine, statements), options)) parts.push(part);
  return Buffer.concat(parts);
}

/** As a file is read: in pieces that end anywhere. */
export async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 10_007) yield bytes.subarray(at, at + 10_007);
}

/** Restores an export as the command does: verified before, and after. */
export async function restoreInto(
  store: Store,
  bytes: Buffer,
  restorer: LogRestorer = createLogRestorer(store.engine, store.statements),
): Promise<void> {
  const verified = await verifyExport(pieces(bytes));
  await restoreExport(pieces(bytes), verified, restorer, {
    judge: async () => {
      const { problems } = await verifyLog(store, verified.head);
      if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 3)));
    },
  });
}

/** All that a store holds, but for when it was migrated and who held the head of its log last. */
export async function contentOf(store: Store): Promise<readonly string[]> {
  const lines = await graphDump(store.engine);
  return lines
    .filter((line) => !line.startsWith('[["Migration"]'))
    .map((line) => line.replace(/"lockedBy":"[^"]*",/, ''));
}
