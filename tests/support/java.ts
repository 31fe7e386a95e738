import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const NAME = process.platform === 'win32' ? 'java.exe' : 'java';
/** Where package systems, SDKMAN and the macOS installer put Java. */
const PLACES = [
  '/usr/lib/jvm',
  '/opt/java',
  join(homedir(), '.sdkman/candidates/java'),
  '/Library/Java/JavaVirtualMachines',
];

/** The path of a Java of at least this version; null when none is found. */
export function findJava(atLeast: number): string | null {
  return candidates().find((java) => versionOf(java) >= atLeast) ?? null;
}

function candidates(): string[] {
  const home = process.env['JAVA_HOME'];
  const installed = PLACES.flatMap((place) =>
    list(place).flatMap((entry) => [
      join(place, entry, 'bin', NAME),
      join(place, entry, 'Contents', 'Home', 'bin', NAME),
    ]),
  );
  return [...(home ? [join(home, 'bin', NAME)] : []), NAME, ...installed];
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort().reverse();
  } catch {
    return [];
  }
}

/** The major version, from the first line of `java -version`; 0 when it does not run. */
function versionOf(java: string): number {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8', timeout: 20_000 });
  const [, major, minor] = /version "(\d+)(?:\.(\d+))?/.exec(stderr ?? '') ?? [];
  return Number((major === '1' ? minor : major) ?? 0);
}
