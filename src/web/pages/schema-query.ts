import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
} from 'graphql';
import { z } from 'zod';

/** What the map of the schema is made of: what the API says of itself to anybody who asks. */
export const schemaQuery = getIntrospectionQuery().replace('IntrospectionQuery', 'MapOfTheSchema');

const introspection = z.custom<IntrospectionQuery>(
  (value) => z.object({ __schema: z.object({ types: z.array(z.unknown()) }) }).safeParse(value).success,
  'expected the answer to an introspection query',
);

/** The schema that an answer describes; throws where it describes none. */
export function schemaOf(answer: unknown): GraphQLSchema {
  return buildClientSchema(introspection.parse(answer));
}
