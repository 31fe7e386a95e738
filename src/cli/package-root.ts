import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'cypher'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('the package has no cypher folder: it is not whole');
  return rootAbove(above);
}

/** The folder of the package, in a clone and as installed: where `cypher`, `seed` and `schema` are. */
export const packageRoot = rootAbove(import.meta.dirname);
