import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { weightOf } from './document-weight.ts';

/** The most that one document may ask for. */
export interface DocumentLimits {
  readonly tokens: number;
  /** How deep selections may be nested, fragments unfolded. */
  readonly depth: number;
  /** How many fields it may have, fragments unfolded. */
  readonly fields: number;
  /** How many fields its answer may have, by the page sizes that it asks for. */
  readonly answer: number;
}

export const documentLimits: DocumentLimits = { tokens: 4_000, depth: 32, fields: 4_000, answer: 200_000 };

/**
 * Refuses documents that would cost more than their size lets one expect. It looks before validation does, whose
 * own time grows with what fragments unfold to; and again with the variables, before anything is asked of the store.
 */
export function limitDocuments(limits: DocumentLimits = documentLimits): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => parse(source, { ...options, maxTokens: limits.tokens }));
    },
    onValidate({ params: { schema, documentAST }, setResult }) {
      const document: DocumentNode = documentAST;
      for (const operation of document.definitions) {
        if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
        const { fields, depth } = weightOf(schema, document, operation, null);
        if (depth > limits.depth) return setResult([tooMuch('nested selections', depth, limits.depth)]);
        if (fields > limits.fields) return setResult([tooMuch('fields', fields, limits.fields)]);
      }
    },
    onExecute({ args, setResultAndStopExecution }) {
      const { operationName, schema, variableValues } = args;
      const document: DocumentNode = args.document;
      const operation = document.definitions.find(
        (node): node is OperationDefinitionNode =>
          node.kind === Kind.OPERATION_DEFINITION && (!operationName || node.name?.value === operationName),
      );
      if (!operation) return;
      const { fields } = weightOf(schema, document, operation, withDefaults(operation, variableValues ?? {}));
      if (fields > limits.answer) {
        setResultAndStopExecution({ errors: [tooMuch('fields in the answer', fields, limits.answer)] });
      }
    },
  };
}

function withDefaults(operation: OperationDefinitionNode, given: Readonly<Record<string, unknown>>) {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

function tooMuch(what: string, asked: number, most: number): GraphQLError {
  const message = `this document asks for ${asked} ${what}, and ${most} is the most; ask for less at a time`;
  return new GraphQLError(message, { extensions: { code: 'DOCUMENT_TOO_LARGE' } });
}
