/** What one layer, a folder of `src`, may import. Its own folder it always may. */
export interface Layer {
  /** Files of other layers: a folder, or one file where the rest of its folder is nobody's business. */
  readonly layers: readonly string[];
  /** Packages, by name; `@scope/*` stands for all of a scope. */
  readonly packages: readonly string[];
  /** Node's own modules, without `node:`. */
  readonly node: readonly string[];
}

/** The store as others see it: what is asked of it, in domain words. */
const storePort = [
  'store/store.ts',
  'store/query.ts',
  'store/write-port.ts',
  'store/key-port.ts',
  'store/log-port.ts',
  'store/history-port.ts',
];

/** The table of allowed imports. A line is added here with its reason, or the import goes elsewhere. */
export const layers: Readonly<Record<string, Layer>> = {
  // canonicalize is RFC 8785, opencc-js/dict two tables of characters, approx-string-match one pure function: no input
  // and output, no clock.
  domain: {
    layers: [],
    packages: ['zod', 'edtf', 'canonicalize', 'opencc-js', 'approx-string-match'],
    node: ['crypto'],
  },
  engine: {
    layers: ['domain/errors.ts'],
    packages: ['neo4j-driver', '@grafeo-db/js'],
    node: ['crypto', 'fs', 'net', 'os', 'path', 'timers/promises', 'worker_threads'],
  },
  // The port of the engines alone: a driver's name in the store would be a second store.
  store: {
    layers: ['domain', 'engine/engine.ts'],
    packages: ['dataloader', 'lru-cache', 'zod'],
    node: ['crypto', 'fs', 'path'],
  },
  ingest: { layers: ['domain', ...storePort], packages: ['zod'], node: [] },
  // A stream of bytes, packed or not; where it comes from and goes to is the command line's.
  export: { layers: ['domain', ...storePort], packages: ['zod'], node: ['crypto', 'stream', 'zlib'] },
  figure: { layers: ['domain', ...storePort], packages: [], node: [] },
  graphql: {
    layers: ['domain', 'ingest', ...storePort],
    packages: ['graphql', 'graphql-yoga', '@pothos/*', '@envelop/graphql-jit', 'dataloader', 'zod', 'pino'],
    node: ['crypto', 'fs', 'path'],
  },
  web: {
    layers: ['domain', 'figure'],
    // Hono's template escapes what a page shows. graphql reads the schema and a query that a link carries. Vite builds
    // the browser's part, before the service runs.
    packages: ['zod', 'hono', 'graphql', 'react', 'react-dom', 'graphiql', '@graphiql/*', 'vite'],
    // The pages' script is known to their policy by its hash.
    node: ['crypto', 'fs', 'path', 'zlib'],
  },
  server: {
    // The errors and the claim graph come from the domain, and pictures are read through the port.
    layers: ['graphql', 'web', 'figure', 'domain', ...storePort],
    packages: [
      'zod',
      'pino',
      'prom-client',
      '@whatwg-node/server',
      'jose',
      'ipaddr.js',
      'rate-limiter-flexible',
      // Pictures as PNG: outlines of texts, and who paints them, both in a thread of their own.
      'harfbuzzjs',
      'bidi-js',
      '@resvg/resvg-js',
      'lru-cache',
    ],
    node: [
      ...['crypto', 'fs', 'http', 'net', 'os', 'path', 'perf_hooks', 'timers/promises', 'v8', 'vm'],
      'worker_threads',
    ],
  },
  // The one place that builds the object graph, so that it may import everything.
  cli: { layers: ['*'], packages: ['*'], node: ['*'] },
};
