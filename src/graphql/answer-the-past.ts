import { type ExecutionArgs, execute, type GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { asksForThePast } from './asks-for-the-past.ts';
import { compileQueries } from './compile-queries.ts';
import type { GraphqlContext } from './context.ts';
import { intoPastSchema } from './past-schema.ts';
import { toSchema } from './schema.ts';

/**
 * Answers queries for the past by the past schema, compiled as those for the present are. All others are left to whoever
 * answers the present, which pays nothing for it.
 */
export function answerThePast(runsBeforeCompiling?: number): Plugin<GraphqlContext> {
  let made: GraphQLSchema | undefined;
  const schema = (): GraphQLSchema => {
    made ??= intoPastSchema(toSchema());
    return made;
  };
  const compiled = compileQueries(runsBeforeCompiling, () => true);
  return {
    onExecute(event) {
      if (!asksForThePast(event.args)) return;
      event.setExecuteFn((given: ExecutionArgs) => execute({ ...given, schema: schema() }));
      return compiled.onExecute?.({
        ...event,
        setExecuteFn: (run) =>
          event.setExecuteFn((given: ExecutionArgs) => run({ ...given, schema: schema() })),
      });
    },
  };
}
