import type { Command } from 'commander';
import { dryRun } from './dry-run.ts';
import { type EraseOptions, erase } from './erase.ts';
import { type ExportOptions, exportAll } from './export.ts';
import { type HoldOptions, hold } from './hold.ts';
import type { OpenStore, WhereNone } from './open-store.ts';
import type { Output } from './output.ts';
import { type OnStore, restore } from './restore.ts';
import { seed } from './seed.ts';

interface Surroundings {
  /** Begins a command: its signature, what it does, examples. */
  readonly command: (signature: string, description: string, examples: string) => Command;
  readonly onStore: (
    work: (store: OpenStore) => Promise<number | undefined>,
    whereNone?: WhereNone,
  ) => Promise<void>;
  /** The version of the program. */
  readonly version: string;
  readonly output: Output;
}

/** The commands that keep what is recorded, move it elsewhere, or destroy it where the law asks for that. */
export function addKeepingCommands({ command, onStore, version, output }: Surroundings): void {
  command(
    'import <bundle>',
    'record a claim bundle as of now, in one activity (- is standard input)',
    '  onrecord import story.bundle.json\n  onrecord import story.bundle.json --dry-run\n  generate | onrecord import - --dry-run --json',
  )
    .option('--dry-run', 'say what would change, and change nothing')
    .action((path: string, options: { dryRun?: boolean }) =>
      onStore(async (store) => {
        await (options.dryRun ? dryRun(store, path, output) : seed(store, [path], output));
        return undefined;
      }),
    );

  command(
    'export',
    'write everything that was ever recorded as one checksummed stream (NDJSON), keys excepted',
    '  onrecord export --all --output backup.ndjson\n  onrecord export --all --gzip --output backup.ndjson.gz\n  onrecord export --all | ssh elsewhere "cat > backup.ndjson"',
  )
    .option('--all', 'everything: states, activities and their commitments')
    .option('--with-identities', 'the payloads of confidential identities too, which are otherwise left out')
    .option('--gzip', 'packed by gzip')
    .option(
      '--output <file>',
      'into a file, which is there whole or not at all; standard output where none is named',
    )
    .action((options: ExportOptions) =>
      onStore(async (store) => {
        await exportAll(store, options, version, output);
        return undefined;
      }),
    );

  command(
    'restore <export>',
    'put an export back verbatim into an empty store (- is standard input); one that was cut or altered is refused',
    '  onrecord restore backup.ndjson\n  onrecord restore backup.ndjson.gz\n  ssh elsewhere cat backup.ndjson | onrecord restore -',
  ).action((path: string) => {
    const onNewStore: OnStore = (work) =>
      onStore(async (store) => {
        await work(store);
        return undefined;
      }, 'CREATE');
    return restore(onNewStore, path, output);
  });

  command(
    'erase <ids...>',
    'destroy for legal reasons all that was ever recorded of records, which cannot be undone; the log says that it was done',
    '  onrecord erase Passage_… --reason "Order of the court of 3 May"\n  onrecord erase Entity_… Assertion_… --reason "Request for erasure 17" --json\n  onrecord erase Entity_… --dry-run',
  )
    .option('--reason <text>', 'why; it is kept in the log and must not repeat what is erased')
    .option('--dry-run', 'say what would be erased and what stands beside it, and erase nothing')
    .action((ids: string[], options: EraseOptions) =>
      onStore(async (store) => {
        await erase(store, ids, options, output);
        return undefined;
      }),
    );

  command(
    'hold [id]',
    'keep a record from being erased or withdrawn while a dispute runs',
    '  onrecord hold Assertion_… --reason "Letter of the lawyers of 3 May"\n  onrecord hold Assertion_… --release --reason "Settled on 9 June"\n  onrecord hold --list --json',
  )
    .option('--reason <text>', 'why it is held, or released; it is kept in the log')
    .option('--release', 'release the hold on the record, or the hold of that id')
    .option('--list', 'list the holds that stand')
    .action((id: string | undefined, options: HoldOptions) =>
      onStore(async (store) => {
        await hold(store, id, options, output);
        return undefined;
      }),
    );
}
