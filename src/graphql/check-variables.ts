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
        const say = isConfidential(document) ? toldWithoutValue : told;
        if (errors) setResultAndStopExecution({ errors: errors.map(say) });
        return;
      }
    },
  };
}

/** Mutations whose input is nobody's to read but theirs who may read identities. */
const confidential = ['attachIdentity', 'withdrawIdentity'];

function isConfidential({ definitions }: DocumentNode): boolean {
  return definitions
    .flatMap((one) => ('selectionSet' in one ? (one.selectionSet?.selections ?? []) : []))
    .some((one) => one.kind === Kind.FIELD && confidential.includes(one.name.value));
}

/** Where something does not fit, and nothing of what came. */
function toldWithoutValue({ message, nodes }: GraphQLError): GraphQLError {
  const [, variable = '', path = variable] =
    /^Variable "\$(\w+)".*? at "([\w.[\]]+)"; /s.exec(message) ?? /^Variable "\$(\w+)"/.exec(message) ?? [];
  return new GraphQLError(`expected a value that fits the type of ${path}; what came is not repeated here`, {
    nodes: nodes ?? null,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

const mostErrors = 20;
const longestMessage = 1_000;

/** Each message repeats what came, of which there may be megabytes, and twenty times. */
function told({ message, nodes }: GraphQLError): GraphQLError {
  const short = message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
  return new GraphQLError(short, { nodes: nodes ?? null, extensions: { code: 'BAD_USER_INPUT' } });
}
