import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Bundle } from '../domain/bundle.ts';
import { InvalidInput, OnrecordError } from '../domain/errors.ts';
import { byItself, importBundle } from '../ingest/import-bundle.ts';
import { parseBundleText } from '../ingest/parse-bundle.ts';
import type { Receipt } from '../store/write-port.ts';
import { fileText, refusalOf } from './file-text.ts';
import type { OpenStore } from './open-store.ts';
import type { Output } from './output.ts';
import { packageRoot } from './package-root.ts';

/** The example that comes with the package: one article, whole. */
export const seedBundle = join(packageRoot, 'seed', 'bytedance-openai.bundle.json');

function inWords(path: string, receipt: Omit<Receipt, 'about'>): string {
  const { added, revised, unchanged } = receipt;
  if (added + revised === 0) return `${path}: nothing new; all ${unchanged} records stand as recorded`;
  return `${path}: ${added} records added, ${revised} revised, ${unchanged} unchanged`;
}

/** What a file holds, as far as it can be looked at without the store. */
async function bundleIn(path: string): Promise<Bundle> {
  const text = await fileText(path);
  return namingFile(path, async () => {
    const bundle = parseBundleText(text);
    byItself(bundle);
    return bundle;
  });
}

/** What comes of the work; a refusal of it names the file. One that could not be read is named by whoever reads it. */
async function namingFile<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof InvalidInput ? refusalOf(path, error) : error;
  }
}

/**
 * The bundles of some files in their order, each read once: a pipe has nothing for whoever reads it again. One may be made
 * ready before its turn, unless that has come. Whatever is wrong with it is told in its turn.
 */
function bundlesAhead(paths: readonly string[]) {
  let begun = 0;
  let ahead: Promise<Bundle> | null = null;
  const begin = () => bundleIn(paths[begun++] ?? '');
  return {
    prepare(turn: number): void {
      // Standard input is read in its turn: whoever writes to it may wait for what is printed.
      if (turn !== begun || turn === paths.length || paths[turn] === '-') return;
      ahead = begin();
      ahead.catch(() => undefined);
    },
    take(): Promise<Bundle> {
      const bundle = ahead ?? begin();
      ahead = null;
      return bundle;
    },
  };
}

/**
 * Records bundles, one Activity each, in the order given; what was printed is recorded. The first that is refused
 * ends the run, and those before it stay recorded. A new store is migrated first. While the store commits one, the next is
 * made ready.
 */
export async function seed(store: OpenStore, paths: readonly string[], output: Output): Promise<void> {
  if (await store.isNew()) {
    output.progress('making a new store …');
    await store.migrate();
  }
  await store.expectMigrated();
  const bundles = bundlesAhead(paths);
  for (const [index, path] of paths.entries()) {
    output.progress(`reading ${path} …`);
    // Once the commit is on its way: what comes of it is awaited meanwhile.
    const committing = () => void setImmediate(() => bundles.prepare(index + 1));
    const bundle = await bundles.take();
    output.progress(`recording ${bundle.assertions.length} assertions …`);
    const requestKey = `seed:${randomUUID()}`;
    // A bundle is about no record in particular.
    const { about: _, ...receipt } = await namingFile(path, () =>
      importBundle(store.writer, bundle, { requestKey, committing }),
    );
    output.result({ bundle: path, ...receipt }, inWords(path, receipt));
  }
}

/** Loads the example into a store that holds nothing yet; true where it did. */
export async function seedEmptyStore(store: OpenStore): Promise<boolean> {
  const { activities } = await store.reader.holdings();
  if (activities > 0) return false;
  const bundle = parseBundleText(await fileText(seedBundle));
  const receipt = await importBundle(store.writer, bundle, { requestKey: `seed:${randomUUID()}` });
  if (receipt.activityId === null) throw new OnrecordError('SEED_EMPTY', 'the example bundle holds nothing');
  return true;
}
