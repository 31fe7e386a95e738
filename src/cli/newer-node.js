// Plain JavaScript, so that an older Node can read it.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const isWindows = process.platform === 'win32';
const platform = `${isWindows ? 'win' : process.platform}-${process.arch}`;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** Whether this Node can run Onrecord. */
export const isNewEnough = major > 22 || (major === 22 && minor >= 19);

/** The program of the newer Node that came as a package for this platform; null where none did. */
export function newerNode() {
  try {
    const { resolve } = createRequire(import.meta.url);
    return join(dirname(resolve(`node-${platform}/package.json`)), 'bin', isWindows ? 'node.exe' : 'node');
  } catch {
    return null;
  }
}

/** What is said where there is none. */
export const tooOld = `Node 22.19 or later is needed; this is ${process.versions.node}, and no newer one came with the package for ${process.platform}-${process.arch}`;
