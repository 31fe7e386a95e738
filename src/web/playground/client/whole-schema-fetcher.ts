import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { getIntrospectionQuery } from 'graphql';

/**
 * Asks the API as GraphiQL does, but of the schema also of which input objects exactly one field is to be given; GraphiQL
 * does not ask that, and would take two for right.
 */
export function wholeSchemaFetcher(url: string): Fetcher {
  const ask = createGraphiQLFetcher({ url });
  return (request, options) =>
    ask(
      request.operationName === 'IntrospectionQuery'
        ? { ...request, query: getIntrospectionQuery({ oneOf: true }) }
        : request,
      options,
    );
}
