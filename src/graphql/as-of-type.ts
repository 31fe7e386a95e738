import {
  type GraphQLFieldConfigMap,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  isObjectType,
  isScalarType,
} from 'graphql';
import type { GraphqlContext } from './context.ts';

const description =
  'The graph as it stood: every root field of Query, with the same arguments. Ids in it carry the instants, so that ' +
  '`node` finds the same view again; no mutation takes one. Whoever may not see something now does not see it here either.';

const recorded =
  'What was held by then: the records as they were at that instant. An instant not before the last recording is the ' +
  'present, so far. Null leaves it at the present.';
const said =
  'What had been said by then: those whose date is over by that instant’s UTC day, whatever its qualifiers: when it was ' +
  'said, else when its source was published. Of neither it is left out, unless something said by then passes it on. ' +
  'Null leaves nothing out.';

/**
 * The schema with `Query.asOf`, whose type has every root field of Query, whatever they are. What the fields answer in the
 * past is the past schema's (see `past-schema.ts`); this one is asked about the present alone.
 */
export function withAsOf(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType();
  const instant = schema.getType('DateTime');
  if (!isObjectType(query) || !isScalarType(instant)) throw new Error('a schema without Query or DateTime');
  const roots: GraphQLFieldConfigMap<unknown, GraphqlContext> = query.toConfig().fields;
  const asOf = new GraphQLObjectType<unknown, GraphqlContext>({
    name: 'AsOf',
    description,
    fields: {
      recorded: { type: instant, description: recorded },
      said: { type: instant, description: said },
      ...roots,
    },
  });
  const withIt = new GraphQLObjectType<unknown, GraphqlContext>({
    ...query.toConfig(),
    fields: {
      ...roots,
      asOf: {
        type: new GraphQLNonNull(asOf),
        description: 'The graph as it stood. Without either instant it is the present.',
        args: {
          recorded: { type: instant, description: recorded },
          said: { type: instant, description: said },
        },
      },
    },
  });
  const config = schema.toConfig();
  return new GraphQLSchema({
    ...config,
    query: withIt,
    types: [...config.types.filter((type) => type !== query), asOf],
  });
}
