import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RememberedAnswers } from '../../src/server/remembered-answers.ts';

let close = () => {};
afterEach(() => close());

type Make = (request: IncomingMessage, response: ServerResponse, whole: () => void) => void;

const whole: Make = (request, response, isWhole) => {
  isWhole();
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.end(`of ${request.url}`);
};

/** A server that keeps its answers, and how what they are made of stands. */
async function serving(make: Make = whole) {
  const state = {
    mark: 'one',
    end: null as string | null,
    at: '2026-11-26T10:00:00Z',
    made: 0,
    again: 0,
    period: '',
  };
  const standing = async () => {
    if (state.mark === '') throw new Error('the store is away');
    return { mark: state.mark, nextEmbargoEnd: state.end };
  };
  const remembered = new RememberedAnswers(
    standing,
    () => new Date(state.at),
    10_000_000,
    () => state.again++,
  );
  const server = createServer((request, response) => {
    response.setHeader('x-request-id', `${state.made}-${state.again}`);
    void remembered.answer(request, response, { period: state.period }, (isWhole) => {
      state.made++;
      make(request, response, isWhole);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = async (
    path = '/',
    headers: Record<string, string> = {},
    method = 'GET',
    signal?: AbortSignal,
  ) => {
    const response = await fetch(base + path, { headers, method, ...(signal && { signal }) });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { state, get };
}

describe('an answer that was given before', () => {
  it('is given again until something is recorded, to whoever asks the same in the same way', async () => {
    const { state, get } = await serving();
    const first = await get();
    const again = await get();
    expect(again.text).toBe('of /');
    expect([state.made, state.again]).toEqual([1, 1]);
    expect([...again.headers].filter(([name]) => name !== 'x-request-id' && name !== 'date')).toEqual(
      [...first.headers].filter(([name]) => name !== 'x-request-id' && name !== 'date'),
    );
    expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
    await get('/', { 'accept-language': 'zh' });
    await get('/other');
    await get('/', {}, 'POST');
    expect(state.made).toBe(4);
    state.mark = 'two';
    await get();
    state.mark = 'one';
    await get();
    expect(state.made).toBe(6);
    state.period = 'the next minute';
    await get();
    expect(state.made).toBe(7);
  });

  it('is made once for all who ask at the same time', async () => {
    const { state, get } = await serving((request, response, isWhole) => {
      setTimeout(() => whole(request, response, isWhole), 50);
    });
    await Promise.all(Array.from({ length: 20 }, () => get()));
    expect([state.made, state.again]).toEqual([1, 19]);
  });

  it('need not be sent again to whoever has it, whether it was kept or not', async () => {
    const { state, get } = await serving();
    const etag = (await get()).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    expect(await get('/', { 'if-none-match': etag })).toMatchObject({ status: 304, text: '' });
    state.mark = 'two';
    expect(await get('/', { 'if-none-match': `"other", W/${etag}` })).toMatchObject({
      status: 304,
      text: '',
    });
    expect(await get('/', { 'if-none-match': '"other"' })).toMatchObject({ status: 200, text: 'of /' });
    expect(state.made).toBe(2);
  });

  it.each<[string, Make]>([
    ['is not whole', (_, response) => response.end('a part')],
    [
      'is no success',
      (_, response, isWhole) => {
        isWhole();
        response.writeHead(503).end('later');
      },
    ],
    [
      'is longer than what is kept',
      (_, response, isWhole) => {
        isWhole();
        for (let part = 0; part < 30; part++) response.write('x'.repeat(50_000));
        response.end();
      },
    ],
  ])('is not given again where it %s', async (_, make) => {
    const { state, get } = await serving(make);
    const [first, second] = [await get(), await get()];
    expect(second.text).toBe(first.text);
    expect(second.text.length).toBeGreaterThan(0);
    expect([state.made, state.again]).toEqual([2, 0]);
  });

  it('is not given while an embargo ends, nor while the store does not say how it stands', async () => {
    const { state, get } = await serving();
    await get();
    state.end = '2026-11-26T10:00:00.000Z';
    expect((await get()).text).toBe('of /');
    state.end = '2026-11-26T10:00:00.001Z';
    await get();
    expect([state.made, state.again]).toEqual([2, 1]);
    state.mark = '';
    expect((await get()).text).toBe('of /');
    expect(state.made).toBe(3);
  });

  it('is made anew for those who waited, where whoever had it made went away', async () => {
    let hold = true;
    const { state, get } = await serving((request, response, isWhole) => {
      if (!hold) whole(request, response, isWhole);
    });
    const gone = new AbortController();
    const first = get('/', {}, 'GET', gone.signal);
    await vi.waitFor(() => expect(state.made).toBe(1));
    const waits = get();
    hold = false;
    gone.abort();
    await expect(first).rejects.toThrow();
    expect((await waits).text).toBe('of /');
    expect(state.made).toBe(2);
  });
});
