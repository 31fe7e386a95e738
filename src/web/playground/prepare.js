// Builds the playground after every install of a clone, which must not fail for it. Plain JavaScript, so that an older Node
// can read it.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNewEnough, newerNode, tooOld } from '../../cli/newer-node.js';

const here = dirname(fileURLToPath(import.meta.url));
const build = join(here, 'build.ts');
const bin = join(here, '..', '..', '..', 'node_modules', '.bin');

if (isNewEnough) {
  await import(build);
} else {
  const node = newerNode();
  if (node === null) {
    process.stderr.write(`The playground was not built: ${tooOld}.\n`);
  } else {
    // By this name all scripts of the package run under the newer Node. Of the packages that bring one npm 10 leaves out those
    // for other platforms, and this name, which they have in common, with them.
    const name = join(bin, 'node');
    if (process.platform !== 'win32' && existsSync(bin) && !existsSync(name)) {
      rmSync(name, { force: true });
      symlinkSync(relative(bin, node), name);
    }
    process.exitCode = spawnSync(node, [build], { stdio: 'inherit' }).status ?? 1;
  }
}
