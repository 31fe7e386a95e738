import { defineConfig } from 'vitest/config';
import { LastLineReporter } from './tests/support/last-line-reporter.ts';
import { storeWorkers } from './tests/support/store-workers.ts';

/** Tests that open a store. Each file that runs beside another has a Neo4j to itself, because one has one database. */
const STORE_TESTS = [
  'tests/{engine,store,contract,ingest,graphql}/**/*.test.ts',
  'tests/!(trials)/**/*.store.test.ts',
  'tests/trials/{as-of,export-restore,hidden-orders,injection,never-stale,pages,tampering,twin-worlds}.store.test.ts',
];
/** Tests that kill what others use, or take the time: their files run one after the other. */
const SINGLE_TESTS = [
  'tests/bench/small.store.test.ts',
  'tests/cli/unreachable-store.test.ts',
  'tests/server/{cold-start,gate,live,oidc,readiness,stop}.test.ts',
  'tests/trials/{hostile,import-rate,kill,nothing-lost,one-winner,store-faults}.store.test.ts',
];

const aStore = {
  // Neo4j plans each statement when it first comes, which takes seconds on a busy machine.
  testTimeout: 180_000,
  hookTimeout: 300_000,
  // Started only when a test of this project runs.
  globalSetup: ['tests/support/neo4j-server.ts'],
};

export default defineConfig({
  // Vite would take graphql's ES modules where Node takes its CommonJS ones, and two copies of it do not mix.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // Properties are tried many times, which takes longer on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for comes late on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    reporters: ['default', new LastLineReporter()],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...STORE_TESTS, ...SINGLE_TESTS],
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          ...aStore,
          name: 'store',
          include: STORE_TESTS,
          exclude: SINGLE_TESTS,
          maxWorkers: storeWorkers(),
          // Before the others: as one group follows another, vitest gives two workers one number.
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...aStore,
          name: 'single',
          include: SINGLE_TESTS,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
