/**
 * The API without its limits, as Yoga and the compiler are by themselves, to show what they are for. It prints its port
 * and answers until it is killed. It has no store: whatever is asked of one is nothing.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { useGraphQlJit as compiling } from '@envelop/graphql-jit';
import { getOperationAST } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { GraphqlContext } from '../../src/graphql/context.ts';
import { Loaders } from '../../src/graphql/loaders.ts';
import { toSchema } from '../../src/graphql/schema.ts';
import type { StoreReader } from '../../src/store/store.ts';

const nothing = new Proxy({} as StoreReader, {
  get: () => async (keys: unknown) => (Array.isArray(keys) ? keys.map(() => null) : null),
});
let written = 0;
const yoga = createYoga({
  schema: toSchema(),
  context: (): Partial<GraphqlContext> => ({
    reader: nothing,
    writer: new Proxy({} as GraphqlContext['writer'], {
      get: () => async () => {
        process.stdout.write(`written ${++written}\n`);
        throw new Error('there is no store');
      },
    }),
    caller: { id: 'admin', name: 'Admin', role: 'admin' },
    loaders: new Loaders(nothing),
    now: new Date(),
    logger: { error: () => {}, warn: () => {} },
    requestId: 'request',
  }),
  plugins: [
    // Of a mutation it does not come to an end: its inputs contain themselves.
    compiling({}, { enableIf: ({ document }) => getOperationAST(document)?.operation === 'query' }),
  ],
  logging: false,
});
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
