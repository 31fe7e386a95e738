import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import { onrecord, type Service, serving, type Variables } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';
import { type TokenIssuer, tokenAudience, tokenIssuer } from '../support/token-issuer.ts';
import type { HostileRequest } from './hostile-requests.ts';
import { send } from './hostile-sender.ts';

/** On a machine that has more to do than processors, waiting for one is no fault of the service. */
export const slack = () => Math.max(1, (loadavg()[0] ?? 1) / availableParallelism());

export const question = readFileSync(
  fileURLToPath(new URL('../../src/graphql/examples/01-who-said-it.graphql', import.meta.url)),
  'utf8',
);
export const asked = (query: string, variables: object = {}) =>
  Buffer.from(JSON.stringify({ query, variables }));
export const post = (query: string, variables: object = {}): HostileRequest => ({
  name: 'a request',
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json' },
  body: asked(query, variables),
  chunked: false,
  codes: [],
});

export function codesIn(body: string): readonly string[] {
  const { errors = [] } = JSON.parse(body) as { errors?: { extensions?: { code?: string } }[] };
  return errors.map(({ extensions }) => extensions?.code ?? 'none');
}

/** Whether it was refused for what it is. */
export function isRefused({ codes }: HostileRequest, body: string): boolean {
  const found = codesIn(body);
  return found.length > 0 && found.every((code) => codes.includes(code));
}

export const megabytesOf = ({ child }: { child: ChildProcess }) => {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
};

export const quantile = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

/** A service that takes tokens and counts nobody's requests, for the tests of the file that asks for it, and its callers. */
export function attackedService() {
  let folder: TemporaryFolder;
  let issuer: TokenIssuer;
  let variables: Variables;
  let service: Service;
  /** What the process took before it was asked for anything much. */
  let fresh = 0;
  const keys: Record<string, { readonly id: string; readonly key: string }> = {};

  beforeAll(async () => {
    folder = new TemporaryFolder();
    issuer = await tokenIssuer(() => new Date());
    variables = { ONRECORD_DATA: join(folder.path, 'data') };
    service = await serving({
      ...variables,
      ONRECORD_LOG: 'fatal',
      ONRECORD_OIDC_ISSUER: issuer.issuer,
      ONRECORD_OIDC_AUDIENCE: tokenAudience,
      // What is counted is refused by another trial; here each attack is to come as far as it can.
      ONRECORD_ADDRESS_RATE: '1000000000',
      ONRECORD_CALLER_RATE: '1000000000',
      ONRECORD_FAILED_RATE: '1000000000',
    });
    for (const role of ['reader', 'contributor', 'admin']) {
      const made = await onrecord(['keys', 'create', '--role', role, '--name', role, '--json'], variables);
      keys[role] = JSON.parse(made.stdout);
    }
    fresh = megabytesOf(service.process);
  });
  afterAll(async () => {
    await service[Symbol.asyncDispose]();
    issuer[Symbol.dispose]();
    folder[Symbol.dispose]();
  });

  /** Asks an ordinary question again and again, as a caller who has done nothing wrong. */
  async function other(until: { over: boolean }, restMs = 20): Promise<readonly number[]> {
    const agent = new Agent({ keepAlive: true });
    const took: number[] = [];
    const request = {
      ...post(question, { slug: 'none' }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${keys['reader']?.key}` },
    };
    while (!until.over) {
      const { status, ms } = await send(service.base, request, agent);
      expect(status).toBe(200);
      took.push(ms);
      await pause(restMs);
    }
    agent.destroy();
    return took;
  }

  async function othersMeanwhile(work: () => Promise<void>): Promise<readonly number[]> {
    const until = { over: false };
    const others = [other(until), other(until)];
    try {
      await work();
    } finally {
      until.over = true;
    }
    return (await Promise.all(others)).flat().sort((a, b) => a - b);
  }

  return {
    get service() {
      return service;
    },
    get issuer() {
      return issuer;
    },
    get variables() {
      return variables;
    },
    get fresh() {
      return fresh;
    },
    keys,
    other,
    othersMeanwhile,
  };
}
