import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import neo4j from 'neo4j-driver';
import { freePort } from './free-port.ts';
import { KEPT } from './kept-mark.ts';
import { selfSignedCertificate } from './self-signed-certificate.ts';

const START_LIMIT_MS = 180_000;
const USER = 'neo4j';
const OPENED = ['java.nio', 'java.io', 'sun.nio.ch'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

/** Whether the server is to start soon, or to run fast. */
export type Life = 'short' | 'long';

/** A folder that outlives the server, for the next one to start on: its store and its password. */
export interface KeptHome {
  readonly folder: string;
  /** Of a folder that a server has run in; a new one is given one by chance. */
  readonly password: string | null;
}

/**
 * A Community server of our own, in a folder of its own, on a free port of the loopback, with and without TLS on
 * it (self-signed), with a password that it was given by chance.
 */
export class Neo4jProcess {
  readonly user = USER;
  readonly password: string;
  readonly port: number;
  readonly #java: string;
  readonly #jars: string;
  readonly #life: Life;
  readonly #home: string;
  readonly #isKept: boolean;
  #supervisor: ChildProcess | null = null;
  #passwordSet: boolean;

  private constructor(java: string, jars: string, port: number, life: Life, kept: KeptHome | null) {
    this.#home = kept?.folder ?? mkdtempSync(join(tmpdir(), 'onrecord-neo4j-'));
    this.#isKept = kept !== null;
    this.password = kept?.password ?? randomBytes(12).toString('hex');
    this.#passwordSet = typeof kept?.password === 'string';
    this.#java = java;
    this.#jars = jars;
    this.#life = life;
    this.port = port;
    configure(this.#home, port, life);
    if (this.#isKept) writeFileSync(join(this.#home, KEPT), '');
  }

  /** Resolves when the server answers. Throws with the end of its log. */
  static async start(
    java: string,
    jars: string,
    life: Life = 'short',
    kept: KeptHome | null = null,
  ): Promise<Neo4jProcess> {
    const server = new Neo4jProcess(java, jars, await freePort(), life, kept);
    await server.start();
    return server;
  }

  get uri(): string {
    return `bolt://127.0.0.1:${this.port}`;
  }

  /** Starts the server again after `kill`, on the same store and port. */
  async start(): Promise<void> {
    const supervisor = spawn(
      process.execPath,
      [...supervisorArguments(), this.#home, this.#java, ...this.#command()],
      {
        stdio: ['pipe', 'ignore', 'pipe'],
        // In a group of its own, so that Ctrl+C in a terminal reaches it by the pipe alone.
        detached: true,
      },
    );
    this.#supervisor = supervisor;
    let said = '';
    supervisor.stderr?.on('data', (text) => {
      said += String(text);
    });
    try {
      await this.#answer(() => supervisor.exitCode === null);
    } catch (error) {
      await this.stop();
      throw new Error(`Neo4j did not start: ${error instanceof Error ? error.message : error}\n${said}`);
    }
  }

  /** Kills the server with SIGKILL; what it had stored stays for the next `start`. */
  async kill(): Promise<void> {
    await this.#end('keep');
  }

  /** Kills the server and removes its folder; one whose folder is kept ends in its own time. */
  async stop(): Promise<void> {
    if (this.#isKept) return this.#end('close');
    await this.#end('');
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5 });
  }

  async #end(order: string): Promise<void> {
    const supervisor = this.#supervisor;
    this.#supervisor = null;
    if (supervisor === null || supervisor.exitCode !== null) return;
    const exit = once(supervisor, 'exit');
    supervisor.stdin?.end(order);
    await exit;
  }

  #command(): string[] {
    // In a short life the quick compiler alone halves the start; what is measured wants the other one too.
    const compiler = this.#life === 'short' ? ['-XX:TieredStopAtLevel=1'] : [];
    const heap = this.#life === 'short' ? '-Xmx1g' : '-Xmx2g';
    const options = [...compiler, '-XX:+UseSerialGC', heap, ...OPENED];
    const main = ['-cp', join(this.#jars, '*'), 'org.neo4j.server.Neo4jCommunity'];
    return [...options, ...main, `--home-dir=${this.#home}`, `--config-dir=${join(this.#home, 'conf')}`];
  }

  async #answer(alive: () => boolean): Promise<void> {
    for (const end = Date.now() + START_LIMIT_MS; ; await pause(200)) {
      try {
        if (!this.#passwordSet) await this.#setPassword();
        await asked(this.uri, this.password, 'neo4j', 'RETURN 1');
        return;
      } catch (error) {
        if (!alive()) throw new Error('the process has ended', { cause: error });
        if (Date.now() > end) throw error;
      }
    }
  }

  /** A new server has the password "neo4j" and does nothing until it is changed. */
  async #setPassword(): Promise<void> {
    await asked(this.uri, 'neo4j', 'system', "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password", {
      password: this.password,
    });
    this.#passwordSet = true;
  }
}

/** Node runs `.ts` by itself from 22.18 on; the run's own flags (inspector, loaders) are not handed on. */
function supervisorArguments(): string[] {
  return [
    '--disable-warning=ExperimentalWarning',
    fileURLToPath(new URL('./neo4j-supervisor.ts', import.meta.url)),
  ];
}

async function asked(
  uri: string,
  password: string,
  database: string,
  text: string,
  parameters = {},
): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(USER, password), { connectionTimeout: 5_000 });
  const session = driver.session({ database });
  try {
    await session.run(text, parameters);
  } finally {
    await session.close();
    await driver.close();
  }
}

function configure(home: string, port: number, life: Life): void {
  const { key, certificate } = selfSignedCertificate();
  const folder = join(home, 'certificates', 'bolt');
  mkdirSync(folder, { recursive: true });
  mkdirSync(join(home, 'conf'), { recursive: true });
  writeFileSync(join(folder, 'private.key'), key, { mode: 0o600 });
  writeFileSync(join(folder, 'public.crt'), certificate, { mode: 0o600 });
  const settings = {
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.bolt.tls_level': 'OPTIONAL',
    'dbms.ssl.policy.bolt.enabled': 'true',
    'dbms.ssl.policy.bolt.base_directory': 'certificates/bolt',
    'dbms.ssl.policy.bolt.client_auth': 'NONE',
    'server.http.enabled': 'false',
    'server.memory.pagecache.size': life === 'short' ? '128m' : '2g',
    'db.tx_log.rotation.size': '16m',
    'db.tx_log.preallocate': 'false',
    'db.transaction.timeout': '120s',
    'dbms.security.allow_csv_import_from_file_urls': 'false',
    'dbms.usage_report.enabled': 'false',
    // Tests fill and empty a small graph all the time: each plan would be made again every ten seconds, and once for
    // each order of magnitude that a list of parameters has.
    ...(life === 'short'
      ? { 'dbms.cypher.min_replan_interval': '1h', 'internal.cypher.use_parameter_size': 'false' }
      : {}),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(home, 'conf', 'neo4j.conf'), lines.join(''));
}
