import { type DocumentNode, GraphQLError, getVariableValues, Kind } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/**
 * Refuses variables that do not fit their types, with what was expected of them. Compiled execution would refuse
 * them too, but without saying why, and would let an input pass that has two fields where it may have one.
 */
export function checkVariables(): Plugin {
  return {
    onExecute({
      args: { document: given, operationName, schema, variableValues },
      setResultAndStopExecution,
    }) {
      const document: DocumentNode = given;
      for (const operation of document.definitions) {
        if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
        if (operationName && operation.name?.value !== operationName) continue;
        if (!operation.variableDefinitions?.length) continue;
        const { errors } = getVariableValues(schema, operation.variableDefinitions, variableValues ?? {}, {
          maxErrors: mostErrors,
        });
        if (errors) {
          setResultAndStopExecution({
            errors: errors.map(
              ({ message, nodes }) =>
                new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: 'BAD_USER_INPUT' } }),
            ),
          });
        }
        return;
      }
    },
  };
}

const mostErrors = 20;
