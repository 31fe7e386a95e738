/**
 * How many files of tests that open a store run beside each other: each has a Neo4j of its own, and one that is named
 * by `NEO4J_TEST_URI` has one database. A trial in full is one file.
 */
export function storeWorkers(): number {
  return process.env['NEO4J_TEST_URI'] || process.env['ONRECORD_TRIAL'] === 'full' ? 1 : 2;
}
