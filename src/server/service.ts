import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { createServerAdapter } from '@whatwg-node/server';
import type { Logger } from 'pino';
import type { Caller } from '../domain/caller.ts';
import { StoreBusy, StoreUnreachable } from '../domain/errors.ts';
import { LimitExceeded } from '../domain/limit-exceeded.ts';
import { limitStatus, retryHeaders } from '../graphql/limit-error.ts';
import type { PastStanding, PublicStanding } from '../store/history-port.ts';
import type { ReaderFor, StoreReader } from '../store/store.ts';
import type { NodeHandler } from './answer-queries.ts';
import {
  addressIn,
  graphTable,
  isOfTheRecord,
  isProgram,
  openToAll,
  picture,
  probes,
  routeOf,
  wantsPage,
} from './asked-route.ts';
import { type Authenticate, authenticatedStill, expectReading } from './authenticate.ts';
import { claimPicture } from './claim-picture.ts';
import { cutOff } from './cut-off.ts';
import { Gate } from './gate.ts';
import { fixedLimits, type GateLimits } from './gate-limits.ts';
import { createGraphPages } from './graph-pages.ts';
import { healthz, type Readiness, readyz } from './health.ts';
import { createMetrics } from './metrics.ts';
import { type AskApi, decoded, plain } from './page-response.ts';
import { createPages } from './pages.ts';
import { pastRefusal } from './past-refusal.ts';
import type { Playground } from './playground.ts';
import { systemFontFolders } from './png/font-folders.ts';
import { PngRenderer } from './png/png-renderer.ts';
import { pngPicture } from './png-picture.ts';
import type { Spend } from './rates.ts';
import { refuse } from './refusal.ts';
import { RememberedAnswers } from './remembered-answers.ts';
import { rememberPast } from './remembered-past.ts';
import { spareMemory } from './spare-memory.ts';
import { createToldInstant } from './told-instant.ts';
import { unreadMs, untilAccepted } from './until-accepted.ts';

export interface ServiceParts {
  readonly readerFor: ReaderFor;
  /** Reads the graph as it stood at an instant, as far as the caller may see it. */
  readonly readerAsOf: (caller: Caller | null, recorded: string) => Promise<StoreReader>;
  readonly graphql: NodeHandler;
  readonly ask: AskApi;
  /** How far the past is settled. */
  readonly pastStanding: () => Promise<PastStanding>;
  /** How what the public sees of the present stands. */
  readonly publicStanding: () => Promise<PublicStanding>;
  /** How many bytes of public answers are kept, to be given again while nothing is recorded; 0 for none. */
  readonly rememberedBytes: number;
  readonly playground: Playground;
  readonly authenticate: Authenticate;
  /** Whether what is public is read without a key. */
  readonly publicReading: boolean;
  readonly readiness: Pick<Readiness, 'check'>;
  readonly limits: GateLimits;
  readonly now: () => Date;
  /** The address that links and embeds carry, without a slash at its end, for a service that listens at that port. */
  readonly baseAt: (port: number) => string;
  readonly logger: Logger;
}

/** A service that listens. */
export interface RunningService {
  /** The port listened at, which is another than asked for where 0 was asked for. */
  readonly port: number;
  /** Takes no new requests, finishes those under way (for at most `graceMs`), and resolves when none is left. */
  stop(graceMs: number): Promise<void>;
}

/** Starts to listen. Rejects where the address is taken or may not be used. */
export async function startService(
  parts: ServiceParts,
  listening: { readonly host: string; readonly port: number },
): Promise<RunningService> {
  const { readerFor, graphql, playground, logger } = parts;
  const metrics = createMetrics();
  const gate = new Gate(parts.limits, parts.now);
  const remembered =
    parts.rememberedBytes > 0
      ? new RememberedAnswers(parts.publicStanding, parts.now, parts.rememberedBytes, metrics.remembered)
      : null;
  let stopping = false;
  const readiness: Readiness = { check: () => parts.readiness.check(), stopping: () => stopping };

  const base = () => parts.baseAt((server.address() as AddressInfo).port);
  const pngs = new PngRenderer(systemFontFolders());
  const askPast = rememberPast(parts.ask, parts.pastStanding);
  const told = createToldInstant(parts.ask, parts.now, remembered !== null);
  const pageOf = createPages({ ask: parts.ask, askPast, base, now: parts.now, told, pngs });

  const graphPageOf = createGraphPages({ base, now: parts.now, told });
  const readerOf = (caller: Caller | null) => (recorded: string | null) =>
    recorded === null ? readerFor(caller) : parts.readerAsOf(caller, recorded);

  async function answer(request: Request, caller: Caller | null, spend: Spend | null): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plain(405, 'This address is for reading; send GraphQL to /graphql.', { allow: 'GET, HEAD' });
    }
    if (pathname === '/healthz') return healthz();
    if (pathname === '/readyz') return readyz(readiness);
    if (pathname === '/metrics') return metrics.response();
    if (pathname === '/') return new Response(null, { status: 302, headers: { location: '/graphql' } });
    const [, pictured, format] = picture.exec(pathname) ?? [];
    if (pictured !== undefined) {
      const slug = decoded(pictured);
      if (slug === null)
        return plain(400, 'The address is wrongly encoded: a % stands before two hex digits.');
      const drawn = (asked: Request) => claimPicture(readerOf(caller), slug, asked, caller !== null);
      return format === 'svg' ? drawn(request) : pngPicture(drawn, pngs, { request, caller, spend });
    }
    const [, tabled] = graphTable.exec(pathname) ?? [];
    if (tabled !== undefined) return graphPageOf(readerOf(caller), tabled, { request, caller, spend });
    const page = await pageOf({ request, caller, spend });
    return page ?? playground.handle(request) ?? plain(404, 'There is nothing at this address.');
  }

  const pages = createServerAdapter<{ readonly caller: Caller | null; readonly spend: Spend | null }>(
    async (request, { caller, spend }) => {
      try {
        return await answer(request, caller, spend);
      } catch (error) {
        if (error instanceof LimitExceeded)
          return plain(limitStatus(error.code), error.message, retryHeaders(error));
        const past = pastRefusal(error, request);
        if (past !== null) return past;
        const requestId = request.headers.get('x-request-id') ?? '';
        logger.error({ err: error, requestId }, 'a request failed');
        const unreachable = error instanceof StoreUnreachable || error instanceof StoreBusy;
        return plain(unreachable ? 503 : 500, `Something went wrong here; it is logged as ${requestId}.`);
      }
    },
  );

  /** Who asks, where they may read at all. The probes are asked by machines that have no key. */
  async function authorized(
    request: IncomingMessage,
    path: string,
    requestId: string,
  ): Promise<Caller | null> {
    const caller = await parts.authenticate(request.headers.authorization);
    logger.debug({ requestId, caller: caller?.id ?? null }, 'caller');
    if (!openToAll.has(path) && !isProgram(request, path)) expectReading(caller, parts.publicReading);
    return caller;
  }

  async function handle(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    requestId: string,
  ): Promise<void> {
    gate.expectShort(request);
    const authorize = () => authorized(request, path, requestId);
    // A probe is answered however much else is asked.
    const visit = probes.has(path)
      ? { caller: await authorize(), spend: null }
      : await gate.identify(request, authorize);
    if (response.destroyed) return;
    const { caller, spend } = visit;
    if (caller !== null) {
      // What one caller may see is nobody else's, so that no cache between may keep it.
      response.setHeader('cache-control', 'private, no-store');
      response.setHeader('vary', 'Authorization');
    }
    const isQuery = spend !== null && path === '/graphql' && !wantsPage(request);
    // Read before its turn comes, so that whoever sends slowly keeps nobody waiting.
    const read =
      isQuery && request.method === 'POST' ? { body: await gate.body(request, response, caller) } : {};
    Object.assign(request, read);
    if (spend !== null) await gate.turn(request, response, { caller, spend });
    const make = (answeredWhole: () => void): unknown => {
      if (!isQuery) {
        answeredWhole();
        return pages(request, response, { caller, spend });
      }
      const callerNow = () => authenticatedStill(parts.authenticate, request.headers.authorization);
      const whenLost = (then: () => void) =>
        void response.once('close', () => {
          if (!response.writableFinished) then();
        });
      const who = { requestId, caller, callerNow, spend };
      return graphql(request, response, { ...who, answeredWhole, whenLost, ...read });
    };
    if (remembered === null || caller !== null || !isOfTheRecord(request, path)) {
      await make(() => {});
      return;
    }
    // A page and what is downloaded tell when they were made, to the minute at the most.
    const period = isQuery ? '' : parts.now().toISOString().slice(0, 16);
    await remembered.answer(request, response, { ...read, period }, make);
  }

  const serverOptions = {
    maxHeaderSize: fixedLimits.headerBytes,
    headersTimeout: fixedLimits.headersMs,
    requestTimeout: fixedLimits.requestMs,
    connectionsCheckingInterval: 1_000,
  };
  const sockets = new Set<Socket>();
  let connected = 0;
  const underWay = new Set<ServerResponse>();
  // A stream of events is under way for hours, and asks for nothing.
  const isIdle = () => [...underWay].every(({ headersSent }) => headersSent);
  const stopSparing = spareMemory(isIdle);

  const server: Server = createServer(serverOptions, (request, response) => {
    const started = process.hrtime.bigint();
    // Once, for whoever tells what may be asked and for whoever answers: /a/../b is /b to both.
    const asked = addressIn(request);
    const path = asked?.pathname ?? 'other';
    if (asked !== null) request.url = asked.pathname + asked.search;
    const requestId = randomUUID();
    request.headers['x-request-id'] = requestId;
    response.setHeader('x-request-id', requestId);
    if (stopping) response.setHeader('connection', 'close');
    underWay.add(response);
    response.on('close', () => {
      underWay.delete(response);
      // Its connection is idle only after this event.
      if (stopping) setImmediate(() => server.closeIdleConnections());
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      metrics.observe(routeOf(path), response.statusCode, seconds);
      logger.info(
        {
          requestId,
          method: request.method,
          path,
          status: response.statusCode,
          ms: Math.round(seconds * 1000),
        },
        'request',
      );
    });
    if (asked === null) {
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('The address makes no URL, or the Host header names no host.\n');
      return;
    }
    handle(request, response, path, requestId).catch((error: unknown) =>
      refuse(request, response, requestId, error, logger),
    );
  });
  server.on('connection', (socket) => {
    connected++;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.maxConnections = fixedLimits.connections;
  server.on('clientError', (error, socket) =>
    cutOff(error, socket as Socket, () => [...underWay].find((response) => response.socket === socket)),
  );

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(listening.port, listening.host, resolve);
  });

  return {
    port: (server.address() as AddressInfo).port,
    async stop(graceMs) {
      stopping = true;
      stopSparing();
      await untilAccepted(() => connected);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      logger.info('stopping');
      // A connection that is kept, or that never asked for anything, would hold the stop until it times out.
      for (const response of underWay) if (!response.headersSent) response.setHeader('connection', 'close');
      server.closeIdleConnections();
      const unasked = setTimeout(async () => {
        // What was sent before may still lie unread, if the process was busy until now.
        await turn();
        await turn();
        for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
      }, unreadMs / 4);
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(unasked);
      clearTimeout(timer);
    },
  };
}
