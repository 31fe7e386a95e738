/**
 * What a newsroom would take instead: `@neo4j/graphql` over the same graph, behind the HTTP server that the service itself
 * uses, whose parsing and validation are cached. Tuned as its documentation says: one driver, the database named,
 * each request read-only, no debug output, indexes on what is looked up (the store has them).
 */
import { createServer } from 'node:http';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import neo4j from 'neo4j-driver';
import { typeDefs } from './type-defs.ts';

const { NEO4J_URI = '', NEO4J_USER = '', NEO4J_PASSWORD = '', NEO4J_DATABASE = 'neo4j' } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), {
  notificationFilter: { minimumSeverityLevel: 'OFF' },
});
const features = { filters: { String: { GTE: true, LTE: true } } };
const schema = await new Neo4jGraphQL({ typeDefs, driver, features }).getSchema();
const yoga = createYoga({
  schema,
  graphiql: false,
  logging: false,
  maskedErrors: false,
  context: () => ({ executionContext: driver, sessionConfig: { database: NEO4J_DATABASE } }),
});
const server = createServer(yoga);

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) {
    process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${address.port}` })}\n`);
  }
});
process.once('SIGTERM', async () => {
  server.close();
  server.closeAllConnections();
  await driver.close();
});
