import { expect } from 'vitest';
import { onrecord, type Variables } from './onrecord-process.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

/** Has the command record bundles in a store, in their order, each from a file of its name in the folder. */
export async function seedInto(
  folder: TemporaryFolder,
  variables: Variables,
  bundles: Readonly<Record<string, object>>,
): Promise<void> {
  for (const [name, bundle] of Object.entries(bundles))
    expect(await onrecord(['seed', folder.write(`${name}.json`, bundle)], variables)).toMatchObject({
      code: 0,
    });
}
