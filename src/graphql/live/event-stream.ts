import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { GraphqlContext } from '../context.ts';
import { encodePlace } from './place-cursor.ts';

/** How often a stream without events says that it is there, so that nothing between closes it. */
const pingMs = 12_000;
const eventStream = 'text/event-stream';

interface Told {
  readonly extensions?: { readonly cursor?: string };
}

function written(result: Told): string {
  const { cursor } = result.extensions ?? {};
  const id = cursor === undefined ? '' : `id: ${cursor}\n`;
  return `event: next\n${id}data: ${JSON.stringify(result)}\n\n`;
}

function streamOf(results: AsyncIterable<Told>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = results[Symbol.asyncIterator]();
  let ping: NodeJS.Timeout | undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      // Some browsers wait for a first byte before they say that a stream is open.
      controller.enqueue(encoder.encode(':\n\n'));
      ping = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(':\n\n'));
      }, pingMs);
    },
    async pull(controller) {
      const { value, done } = await iterator.next();
      if (value) controller.enqueue(encoder.encode(written(value)));
      if (!done) return;
      clearInterval(ping);
      controller.enqueue(encoder.encode('event: complete\ndata:\n\n'));
      controller.close();
    },
    async cancel() {
      clearInterval(ping);
      await iterator.return?.();
    },
  });
}

/**
 * Answers subscriptions as Server-Sent Events by GraphQL over SSE's "distinct connections mode", each with an `id`, so
 * that a browser's EventSource goes on by itself where it was interrupted (Last-Event-ID).
 */
export function answerAsEvents(): Plugin<GraphqlContext> {
  return {
    onSubscribe: () => ({
      onSubscribeResult: ({ args: { contextValue } }) => ({
        onNext({ result, setResult }) {
          const { place } = contextValue;
          if (place && !isAsyncIterable(result))
            setResult({ ...result, extensions: { ...result.extensions, cursor: encodePlace(place) } });
        },
      }),
    }),
    onResultProcess({ request, result, setResultProcessor }) {
      if (!isAsyncIterable(result) || !request.headers.get('accept')?.includes(eventStream)) return;
      setResultProcessor(
        (results) =>
          new Response(streamOf(results as AsyncIterable<Told>), {
            headers: { 'content-type': eventStream, 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
          }),
        eventStream,
      );
    },
  };
}
