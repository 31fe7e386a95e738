import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { WrongConfiguration } from '../domain/errors.ts';
import { serveEngine } from '../engine/embedded-engine.ts';
import { askInside } from '../graphql/ask-inside.ts';
import { loadExamples } from '../graphql/examples.ts';
import { LogWatch } from '../graphql/live/log-watch.ts';
import { answerPlainPosts } from '../graphql/plain-post.ts';
import { viewerOf } from '../graphql/viewer-of.ts';
import { createGraphql } from '../graphql/yoga.ts';
import { answerQueries } from '../server/answer-queries.ts';
import { createAuthenticate } from '../server/authenticate.ts';
import { createVerifyToken } from '../server/oidc.ts';
import { createPlayground } from '../server/playground.ts';
import { type RunningService, startService } from '../server/service.ts';
import { allClaims } from '../store/query.ts';
import { embedAddresses } from '../web/pages/embed-addresses.ts';
import { addressOf, type Environment } from './environment.ts';
import { type OpenStore, openStore } from './open-store.ts';
import type { Output } from './output.ts';
import { packageRoot } from './package-root.ts';
import { seedEmptyStore } from './seed.ts';

/** How long requests under way may take when the process is asked to stop. */
const graceMs = 8_000;

/** How long what was recorded may be unknown to those who listen. */
const watchMs = 400;
/** How long the process may stay after all of its own has ended. */
const exitMs = 500;

export interface ServeOptions {
  /** Load the example into an empty store. */
  readonly seed: boolean;
}

async function listen(
  store: OpenStore,
  environment: Environment,
  logger: Logger,
  watch: LogWatch,
): Promise<RunningService> {
  const clock = () => new Date();
  let base: string | null = null;
  const yoga = createGraphql({
    embedOf: (claim, language) => (base === null ? null : embedAddresses(claim, base, language)),
    readerFor: store.readerFor,
    writer: store.writer,
    history: store.history,
    watch,
    fourEyes: environment.fourEyes,
    clock,
    logger,
    requestSeconds: environment.requestSeconds,
  });
  const answerPlain = answerPlainPosts(yoga);
  const ask = askInside(yoga);
  try {
    const service = await startService(
      {
        readerFor: store.readerFor,
        readerAsOf: async (caller, recorded) =>
          store.history.readerAsOf({ recorded, said: null }, viewerOf(caller, await store.readerFor(caller))),
        graphql: answerQueries(
          (posted, asked) => answerPlain(posted, { ...asked, logger }),
          (request, response, asked) => yoga.handle(request, response, { ...asked, logger }),
        ),
        ask: (query, variables, { request, caller, spend }) =>
          ask(query, variables, {
            caller,
            logger,
            requestId: request.headers.get('x-request-id') ?? '',
            ...(spend === null ? {} : { spend }),
          }),
        pastStanding: () => store.history.standing(),
        publicStanding: store.publicStanding,
        rememberedBytes: environment.rememberedBytes,
        baseAt: (port) => environment.url ?? addressOf(environment.host, port),
        authenticate: createAuthenticate({
          keys: store.keys,
          verifyToken: environment.issuer && createVerifyToken(environment.issuer, clock),
          now: clock,
        }),
        publicReading: environment.publicReading,
        playground: createPlayground({
          folder: join(packageRoot, 'dist', 'playground'),
          endpoint: '/graphql',
          title: 'Onrecord',
          examples: loadExamples(join(packageRoot, 'src', 'graphql', 'examples')),
        }),
        readiness: {
          check: async () => {
            await store.engine.ping();
            await store.expectMigrated();
          },
        },
        limits: environment.limits,
        now: clock,
        logger,
      },
      environment,
    );
    base = environment.url ?? addressOf(environment.host, service.port);
    return service;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      const why = code === 'EADDRINUSE' ? 'another process listens there' : String(code);
      throw new WrongConfiguration(
        `cannot listen at ${environment.host}:${environment.port} (${why}); set HOST or PORT to another`,
      );
    }
    throw error;
  }
}

async function describe(store: OpenStore, base: string): Promise<{ json: object; words: string }> {
  const held = await store.reader.holdings();
  const [featured] = (
    await store.reader.listClaims(
      { anchor: null, filter: allClaims, order: 'MOST_ASSERTED' },
      { limit: 1, beyond: null, backward: false },
    )
  ).flatMap(({ items }) => items);
  const page = featured ? `${base}/claims/${featured.item.slug}` : null;
  const picture = page && `${page}.svg`;
  const json = { playground: `${base}/graphql`, page, picture, health: `${base}/healthz`, holdings: held };
  const words = [
    `Onrecord holds ${held.claims} claims and ${held.assertions} assertions by ${held.entities} entities, from ${held.sources} sources.`,
    '',
    `  playground   ${base}/graphql`,
    page === null ? '  a claim      (none recorded yet: onrecord seed)' : `  a claim      ${page}`,
    `  health       ${base}/healthz`,
  ].join('\n');
  return { json, words };
}

/** Serves until `asked` resolves, and then finishes what is under way. */
async function serveUntil(
  asked: Promise<void>,
  store: OpenStore,
  environment: Environment,
  logger: Logger,
  output: Output,
): Promise<void> {
  // By whoever reads, embargoes that have ended are lifted: whoever listens and asks nothing hears of it all the same.
  const head = { logPlace: async () => (await store.readerFor(null)).logPlace() };
  const watch = new LogWatch(head, watchMs);
  const service = await listen(store, environment, logger, watch);
  try {
    const base = environment.url ?? addressOf(environment.host, service.port);
    const { json, words } = await describe(store, base);
    output.result(json, words);
    await asked;
  } finally {
    // A store that fails now would otherwise leave a service that listens and was never announced.
    // Who listens is told that it ends; who asks is answered first.
    watch.close();
    await service.stop(graceMs);
  }
}

/** Migrates, loads the example into an empty store unless told not to, and serves until it is asked to stop. */
export async function serve(environment: Environment, options: ServeOptions, output: Output): Promise<void> {
  // Results and addresses go to stdout; the log, to stderr.
  const logger = pino({ level: environment.logLevel }, pino.destination({ fd: 2, sync: false }));
  for (const variable of environment.unknown)
    logger.warn(
      { variable },
      'this variable is no setting of the program, and is ignored; perhaps it is misspelt',
    );
  const store = await openStore(environment.store, () => new Date(), 'CREATE');
  try {
    if (environment.store.kind === 'embedded' && store.held === null) {
      throw new WrongConfiguration(
        `a service runs already on ${environment.store.folder}; stop it, or set ONRECORD_DATA`,
      );
    }
    // From before anyone is told the address: whoever knows it may ask it to stop at once.
    // A terminal's Ctrl+C reaches a process and who started it, who hands it on: the second is no reason to drop anything.
    const asked = new Promise<void>((resolve) => {
      process.on('SIGTERM', () => resolve());
      process.on('SIGINT', () => resolve());
    });
    await store.migrate();
    await store.expectMigrated();
    if (options.seed && (await seedEmptyStore(store))) {
      logger.info('the store was empty: loaded the example article');
    }
    const offered =
      store.held && environment.store.kind === 'embedded'
        ? await serveEngine(store.held, environment.store.folder)
        : null;
    try {
      await serveUntil(asked, store, environment, logger, output);
    } finally {
      await offered?.close();
    }
  } finally {
    await store.close();
  }
  logger.info('stopped');
  // A connection to a store that fell silent while it was being made belongs to nobody, and would keep the process alive.
  setTimeout(() => process.exit(), exitMs).unref();
}
