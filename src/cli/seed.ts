import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { InvalidInput, OnrecordError } from '../domain/errors.ts';
import { importBundle } from '../ingest/import-bundle.ts';
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

/**
 * Records bundles, one Activity each, in the order given; what was printed is recorded. The first that is refused
 * ends the run, and those before it stay recorded. A new store is migrated first.
 */
export async function seed(store: OpenStore, paths: readonly string[], output: Output): Promise<void> {
  if (await store.isNew()) {
    output.progress('making a new store …');
    await store.migrate();
  }
  await store.expectMigrated();
  for (const path of paths) {
    output.progress(`reading ${path} …`);
    const text = await fileText(path);
    try {
      const bundle = parseBundleText(text);
      output.progress(`recording ${bundle.assertions.length} assertions …`);
      // A bundle is about no record in particular.
      const { about: _, ...receipt } = await importBundle(store.writer, bundle, {
        requestKey: `seed:${randomUUID()}`,
      });
      output.result({ bundle: path, ...receipt }, inWords(path, receipt));
    } catch (error) {
      throw error instanceof InvalidInput ? refusalOf(path, error) : error;
    }
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
