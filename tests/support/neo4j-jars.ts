import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export const NEO4J_VERSION = '2026.08.1';

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>onrecord</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${NEO4J_VERSION}</version></dependency>
  </dependencies>
</project>
`;
/** Written last; holds how many jars there are, so that a broken or thinned folder is told from a whole one. */
const COMPLETE = 'complete';

/** The folder with the jars of the Community server, downloaded by Maven the first time. Throws with Maven's output. */
export function neo4jJars(): string {
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'onrecord');
  const folder = join(cache, `neo4j-${NEO4J_VERSION}`);
  if (isComplete(folder)) return join(folder, 'lib');
  mkdirSync(cache, { recursive: true });
  const fresh = download(cache);
  // Two runs may download at once: the second to finish uses what the first has put in place.
  if (!isComplete(folder)) {
    rmSync(folder, { recursive: true, force: true });
    try {
      renameSync(fresh, folder);
    } catch (error) {
      if (!isComplete(folder)) throw error;
    }
  }
  rmSync(fresh, { recursive: true, force: true });
  return join(folder, 'lib');
}

/** Whether Maven is there. */
export function hasMaven(): boolean {
  return maven(['-version']).status === 0;
}

function isComplete(folder: string): boolean {
  const mark = join(folder, COMPLETE);
  if (!existsSync(mark)) return false;
  return Number(readFileSync(mark, 'utf8')) === countJars(folder);
}

function countJars(folder: string): number {
  const lib = join(folder, 'lib');
  return existsSync(lib) ? readdirSync(lib).filter((name) => name.endsWith('.jar')).length : 0;
}

function download(cache: string): string {
  const folder = mkdtempSync(join(cache, 'neo4j-download-'));
  writeFileSync(join(folder, 'pom.xml'), POM);
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=lib'];
  const { status, stdout, stderr } = maven(['-q', '-B', ...goal], folder);
  const jars = countJars(folder);
  if (status !== 0 || jars === 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`Maven could not bring Neo4j ${NEO4J_VERSION}:\n${`${stdout}${stderr}`.slice(-2000)}`);
  }
  writeFileSync(join(folder, COMPLETE), String(jars));
  return folder;
}

function maven(args: string[], cwd?: string) {
  const windows = process.platform === 'win32';
  return spawnSync(windows ? 'mvn.cmd' : 'mvn', args, {
    cwd,
    encoding: 'utf8',
    shell: windows,
    timeout: 900_000,
  });
}
