import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { serving } from '../support/onrecord-process.ts';
import { ownNeo4j } from '../support/own-neo4j.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';

const neo4j = ownNeo4j();
const LIMIT_MS = 2_000;

describe.skipIf(neo4j === null)('a service whose Neo4j goes and comes back', () => {
  test('says so within two seconds, lives on, and is ready again by itself', {
    timeout: 120_000,
  }, async () => {
    if (neo4j === null) throw new Error('there is no Neo4j in this run');
    const proxy = await TcpProxy.before(neo4j.uri);
    try {
      await using service = await serving(
        {
          NEO4J_URI: `bolt://127.0.0.1:${proxy.port}`,
          NEO4J_USER: neo4j.user,
          NEO4J_PASSWORD: neo4j.password,
        },
        '--no-seed',
      );
      const ready = async () => {
        const started = performance.now();
        const response = await fetch(`${service.base}/readyz`);
        const answer = [response.status, await response.json()];
        return { answer, ms: performance.now() - started };
      };
      const ask = async () => {
        const response = await fetch(`${service.base}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: '{ claims { totalCount } }' }),
        });
        return response.json();
      };
      expect((await ready()).answer).toEqual([200, { status: 'ready' }]);
      expect(await ask()).toEqual({ data: { claims: { totalCount: expect.any(Number) } } });

      for (let times = 0; times < 2; times++) {
        proxy.cut();
        for (let round = 0; round < 3; round++) {
          const { answer, ms } = await ready();
          expect(answer).toEqual([503, { status: 'not ready', reason: 'STORE_UNREACHABLE' }]);
          expect(ms).toBeLessThan(LIMIT_MS);
        }
        expect((await fetch(`${service.base}/healthz`)).status).toBe(200);
        const failed = await ask();
        expect(failed).toMatchObject({ errors: [{ message: expect.any(String) }] });
        expect(JSON.stringify(failed)).not.toContain(String(proxy.port));

        proxy.mend();
        const end = Date.now() + 10_000;
        while ((await ready()).answer[0] !== 200 && Date.now() < end) await pause(100);
        expect((await ready()).answer).toEqual([200, { status: 'ready' }]);
        expect(await ask()).toEqual({ data: { claims: { totalCount: expect.any(Number) } } });
      }

      await service.process.end('SIGTERM');
      const { stdout, stderr } = service.process;
      expect(stderr).toContain('No Neo4j answers');
      for (const line of stderr.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('level');
      expect(stdout + stderr).not.toContain(neo4j.password);
    } finally {
      await proxy.close();
    }
  });
});
