import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { serving } from '../support/onrecord-process.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

// Processes are started, which takes seconds each on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

test('a body is read as UTF-8, and refused where it is none', async () => {
  using folder = new TemporaryFolder();
  await using service = await serving({ ONRECORD_DATA: join(folder.path, 'data') }, '--no-seed');
  const ask = async (body: Buffer, type = 'application/json') => {
    const response = await fetch(`${service.base}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: Uint8Array.from(body),
    });
    return { status: response.status, answer: await response.json() };
  };
  const text = JSON.stringify({ query: '{ search(query: "café 字节") { totalCount } }' });
  const answer = { data: { search: { totalCount: 0 } } };
  expect(await ask(Buffer.from(text))).toEqual({ status: 200, answer });
  expect(await ask(Buffer.from(`\ufeff${text}`))).toEqual({ status: 200, answer });
  // A media type is the same in whichever case (RFC 9110, 8.3.1).
  for (const type of ['APPLICATION/JSON', 'Application/Json ; charset=UTF-8'])
    expect(await ask(Buffer.from(text), type), type).toEqual({ status: 200, answer });
  const at = text.indexOf('é');
  expect(await ask(Buffer.from(text.replace(' 字节', ''), 'latin1'))).toEqual({
    status: 400,
    answer: {
      errors: [
        {
          message: `the body: expected UTF-8; byte ${at} (line 1) is 0xE9, which is none there`,
          extensions: { code: 'BODY_NOT_UTF8' },
        },
      ],
    },
  });
});
