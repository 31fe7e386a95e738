import { expect, test } from 'vitest';
import { serving } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

const PROMISED_MS = 5_000;
const TRIES = 4;

test('the first answer of a cold start, the example loaded, comes within five seconds', {
  timeout: 120_000,
}, async () => {
  // The best of a few, because the machine may be busy with something else.
  const measured: number[] = [];
  while (measured.length < TRIES && !measured.some((ms) => ms < PROMISED_MS)) {
    using folder = new TemporaryFolder();
    const started = performance.now();
    await using service = await serving({ ONRECORD_DATA: folder.path });
    const response = await fetch(`${service.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ claims(first: 1) { edges { node { headline } } } }' }),
    });
    const answer = await response.json();
    measured.push(performance.now() - started);
    expect(answer).toMatchObject({
      data: { claims: { edges: [{ node: { headline: expect.any(String) } }] } },
    });
  }
  process.stdout.write(
    `cold start to the first answer: ${measured.map((ms) => `${Math.round(ms)} ms`).join(', ')}\n`,
  );
  expect(Math.min(...measured)).toBeLessThan(PROMISED_MS);
});
