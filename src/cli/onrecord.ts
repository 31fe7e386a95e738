import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { z } from 'zod';
import { WrongConfiguration } from '../domain/errors.ts';
import { check } from './check.ts';
import { watchOutput } from './closed-output.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { addKeepingCommands } from './keeping-commands.ts';
import { type CreateKeyOptions, createKey, listKeys, revokeKey } from './keys.ts';
import { printLogHead, verify } from './log.ts';
import { type OpenStore, openStore, type WhereNone } from './open-store.ts';
import { createOutput, exitCodeOf, exitCodes, type Output } from './output.ts';
import { packageRoot } from './package-root.ts';
import { seed, seedBundle } from './seed.ts';

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')));

const serviceHelp = `
  PORT, HOST                                              where it listens (4000, 127.0.0.1)
  ONRECORD_URL                                            the address that links carry (http://HOST:PORT)
  ONRECORD_PUBLIC                                         false: reading takes a key too (true)
  ONRECORD_FOUR_EYES                                      true: an assertion takes a second person's approval (false)
  ONRECORD_OIDC_ISSUER, ONRECORD_OIDC_AUDIENCE,
  ONRECORD_OIDC_JWKS, ONRECORD_OIDC_ROLE_CLAIM,
  ONRECORD_OIDC_NAME_CLAIM                                the issuer whose tokens are trusted, and how they name a role and a caller
  ONRECORD_LOG                                            fatal, error, warn, info, debug, trace or silent (info)`;

const storeHelp = `
Environment:
  NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE   the Neo4j that holds the graph
  ONRECORD_DATA                                           without NEO4J_URI: the folder of the embedded store (./data)`;

const exits = `
Exit codes: 0 done; 1 the input or the graph is wrong; 2 wrong usage or configuration; 3 the store cannot be reached;
141 nobody reads the output any more.`;

async function main(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  written: ReturnType<typeof watchOutput>,
): Promise<number> {
  let code: number = exitCodes.done;
  const json = argv.includes('--json');
  const output: Output = createOutput({ json });

  /** Runs a command on an open store, and closes it whatever comes of it. */
  async function onStore(
    work: (store: OpenStore, environment: Environment) => Promise<number | undefined>,
    whereNone: WhereNone = 'REFUSE',
  ) {
    const environment = readEnvironment(env);
    const store = await openStore(environment.store, () => new Date(), whereNone);
    try {
      code = (await work(store, environment)) ?? exitCodes.done;
    } finally {
      await store.close();
    }
  }

  const jsonOption = () => new Option('--json', 'print the result as JSON, one value a line');
  const program = new Command('onrecord')
    .description('Who said what, and how do we know? A graph of claims, who made them, and on whose word.')
    .version(version)
    // Before the command as behind it.
    .addOption(jsonOption())
    .enablePositionalOptions()
    .addHelpText('after', `${storeHelp}\n${exits}`)
    .showHelpAfterError('(onrecord --help tells more)')
    .exitOverride()
    .configureOutput({
      // With --json a failure is told once, as JSON, below.
      writeErr: (text) => {
        if (!json) process.stderr.write(text);
      },
    });

  const command = (signature: string, description: string, examples: string, more = '') =>
    program
      .command(signature)
      .description(description)
      .addOption(jsonOption())
      .addHelpText('after', `\nExamples:\n${examples}\n${storeHelp}${more}\n${exits}`);

  command(
    'serve',
    'migrate the store, load the example into an empty one, and serve the API, the playground, the pages and the pictures',
    '  onrecord serve\n  PORT=8080 onrecord serve --no-seed\n  NEO4J_URI=bolt://localhost:7687 NEO4J_PASSWORD=… onrecord serve',
    serviceHelp,
  )
    .option('--no-seed', 'leave an empty store empty')
    .action(async (options: { seed: boolean }) => {
      const environment = readEnvironment(env);
      // Loaded where they are used, as is `query`: GraphQL would double the start of every other command.
      const { serve } = await import('./serve.ts');
      await serve(environment, options, output);
    });

  command(
    'seed [bundles...]',
    'record claim bundles, one activity each (the example where none is named; - is standard input)',
    '  onrecord seed\n  onrecord seed story.bundle.json\n  onrecord seed a.json b.json --json\n  generate | onrecord seed -',
  ).action((bundles: string[]) =>
    onStore(async (store) => {
      await seed(store, bundles.length === 0 ? [seedBundle] : bundles, output);
      return undefined;
    }, 'CREATE'),
  );

  command('migrate', "bring the store to this program's version", '  onrecord migrate').action(() =>
    onStore(async (store) => {
      const applied = await store.migrate();
      output.result(
        { applied },
        applied.length === 0 ? 'Nothing to migrate.' : `Applied: ${applied.join(', ')}`,
      );
      return undefined;
    }, 'CREATE'),
  );

  command(
    'check',
    'verify the log and every rule of the graph, and say what is wrong',
    '  onrecord check\n  onrecord check --json | jq .problems',
  ).action(() => onStore((store) => check(store, output)));

  command(
    'log-head',
    'print where the log stands, to keep elsewhere: against it a cut tail and a log written anew show',
    '  onrecord log-head\n  onrecord log-head --json | mail -s "head of the log" desk@example.org',
  ).action(() =>
    onStore(async (store) => {
      await printLogHead(store, output);
      return undefined;
    }),
  );

  command(
    'verify-log',
    'verify that nothing recorded was changed, removed or moved behind the service’s back',
    '  onrecord verify-log\n  onrecord verify-log --head 42:9f2c…',
  )
    .option('--head <number:hash>', 'a head that was kept, as log-head printed it')
    .action((options: { head?: string }) => onStore((store) => verify(store, options, output)));

  addKeepingCommands({ command, onStore, version, output });

  command(
    'query [graphql]',
    'answer a GraphQL query from the store, without a server (- is standard input)',
    `  onrecord query '{ claims(first: 3) { edges { node { headline } } } }'\n  onrecord query --file question.graphql --variables '{"slug": "a-claim"}'`,
  )
    .option('--file <path>', 'read the query from a file')
    .option('--variables <json>', 'its variables, a JSON object')
    .action((text: string | undefined, options: { file?: string; variables?: string }) =>
      onStore(async (store, { fourEyes }) => {
        const { query } = await import('./query.ts');
        const given = { ...(text === undefined ? {} : { query: text }), ...options, fourEyes };
        return query(store, given, output);
      }),
    );

  const keys = program
    .command('keys')
    .description('make, list and revoke the keys of callers')
    .addHelpText(
      'after',
      `\nExamples:\n  onrecord keys create --role editor --name "Ada Lovelace"\n  onrecord keys list\n${storeHelp}\n${exits}`,
    );
  const keyCommand = (signature: string, description: string, examples: string) =>
    keys
      .command(signature)
      .description(description)
      .addOption(jsonOption())
      .addHelpText('after', `\nExamples:\n${examples}\n${storeHelp}\n${exits}`);
  keyCommand(
    'create',
    'make a key, which is shown this once',
    '  onrecord keys create --role editor --name "Ada Lovelace"\n  onrecord keys create --role reader --name "The wire" --expires 2027-01-31',
  )
    .requiredOption('--role <role>', 'what it may: reader, contributor, editor or admin')
    .requiredOption('--name <name>', 'whose it is, as the log will name them')
    .option('--expires <when>', 'the day or instant from which it is refused')
    .action((options: CreateKeyOptions) =>
      onStore(async (store) => {
        await createKey(store, options, output);
        return undefined;
      }),
    );
  keyCommand('list', 'list the keys, never the secrets', '  onrecord keys list --json').action(() =>
    onStore(async (store) => {
      await listKeys(store, output);
      return undefined;
    }),
  );
  keyCommand('revoke <id>', 'refuse a key from now on', '  onrecord keys revoke key_…').action((id: string) =>
    onStore(async (store) => {
      await revokeKey(store, id, output);
      return undefined;
    }),
  );

  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    const ended = written.endedWith();
    if (ended !== null) return ended;
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.done;
      if (json) output.failure(new WrongConfiguration(error.message.replace(/^error: /, '')));
      return exitCodes.wrongUsage;
    }
    output.failure(error);
    return exitCodeOf(error);
  }
}

const written = watchOutput({ json: process.argv.includes('--json') });
const code = await main(process.argv.slice(2), process.env, written);
process.exitCode = written.endedWith() ?? code;
