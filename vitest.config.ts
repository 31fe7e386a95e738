import { defineConfig } from 'vitest/config';
import { LastLineReporter } from './tests/support/last-line-reporter.ts';

/** Tests that open a store: their files run one after the other, because the test Neo4j has one database. */
const STORE_TESTS = [
  'tests/{engine,store,contract,ingest,graphql,server,cli}/**/*.test.ts',
  'tests/**/*.store.test.ts',
];

export default defineConfig({
  // Vite would take graphql's ES modules where Node takes its CommonJS ones, and two copies of it do not mix.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // Properties are tried many times, which takes longer on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
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
          exclude: STORE_TESTS,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          // Neo4j plans each statement when it first comes, which takes seconds on a busy machine.
          testTimeout: 180_000,
          hookTimeout: 300_000,
          include: STORE_TESTS,
          // Started only when a test of this project runs.
          globalSetup: ['tests/support/neo4j-server.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
