import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type LimitCode, LimitExceeded } from '../domain/limit-exceeded.ts';
import type { GraphqlContext } from './context.ts';
import { type DocumentScan, scanDocument } from './document-scan.ts';
import type { Weight } from './document-weight.ts';
import { limitError } from './limit-error.ts';
import { createWeighOnce } from './weigh-once.ts';

type Unfolded = Pick<Weight, 'fields' | 'depth' | 'roots' | 'introspection'>;

/** The most that one document may ask for. */
export interface DocumentLimits {
  readonly characters: number;
  /** What its tokens may add up to, before it is parsed. */
  readonly scan: DocumentScan;
  /** What its selections may come to, fragments unfolded, before it is validated. */
  readonly weight: Unfolded;
  /** How many fields its answer may have, by the page sizes that it asks for. */
  readonly answer: number;
}

export const documentLimits: DocumentLimits = {
  characters: 131_072,
  scan: {
    tokens: 4_000,
    brackets: 100,
    aliases: 200,
    directives: 100,
    directivesHere: 10,
    fragments: 50,
    spreads: 200,
  },
  weight: { fields: 4_000, depth: 32, roots: 50, introspection: 3 },
  answer: 200_000,
};

const scanCodes: Readonly<Record<keyof DocumentScan, LimitCode>> = {
  tokens: 'TOKENS_TOO_MANY',
  brackets: 'BRACKETS_TOO_DEEP',
  aliases: 'ALIASES_TOO_MANY',
  directives: 'DIRECTIVES_TOO_MANY',
  directivesHere: 'DIRECTIVES_TOO_MANY_HERE',
  fragments: 'FRAGMENTS_TOO_MANY',
  spreads: 'SPREADS_TOO_MANY',
};
const weightCodes: Readonly<Record<keyof Unfolded, LimitCode>> = {
  fields: 'FIELDS_TOO_MANY',
  depth: 'SELECTIONS_TOO_DEEP',
  roots: 'ROOT_FIELDS_TOO_MANY',
  introspection: 'INTROSPECTION_TOO_DEEP',
};

/** So many fields in an answer cost the caller one point more. */
const fieldsInAPoint = 500;

/**
 * Refuses documents that would cost more than their size lets one expect: by their tokens before they are parsed, by
 * what they unfold to before they are validated, and with the variables before anything is asked of the store.
 */
export function limitDocuments(limits: DocumentLimits = documentLimits): Plugin<GraphqlContext> {
  const weightOf = createWeighOnce();
  return {
    onParams({ params: { query } }) {
      if (typeof query === 'string' && query.length > limits.characters) {
        throw exceeded('DOCUMENT_TOO_LONG', query.length, limits.characters, 'long texts go into variables');
      }
    },
    onParse({ setParseFn }) {
      setParseFn((source, options) => {
        expectWithin(scanDocument(typeof source === 'string' ? source : source.body), limits.scan, scanCodes);
        return parse(source, options);
      });
    },
    onValidate({ params: { schema, documentAST }, setResult }) {
      const document: DocumentNode = documentAST;
      for (const operation of document.definitions) {
        if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
        try {
          expectWithin<Unfolded>(weightOf(schema, document, operation, null), limits.weight, weightCodes);
        } catch (error) {
          if (!(error instanceof GraphQLError)) throw error;
          return setResult([error]);
        }
      }
    },
    onExecute: (asked) => weigh(asked, false),
    onSubscribe: (asked) => weigh(asked, true),
  };

  function weigh(asked: Asked, goesOn: boolean): Promise<void> | undefined {
    const { args, setResultAndStopExecution } = asked;
    const { document, operationName, schema, variableValues } = args;
    const operation = getOperationAST(document, operationName);
    if (!operation) return undefined;
    const { fields } = weightOf(schema, document, operation, withDefaults(operation, variableValues ?? {}));
    if (fields > limits.answer) {
      const advice = 'ask for less at a time';
      setResultAndStopExecution({
        errors: [exceeded('ANSWER_TOO_LARGE', Math.round(fields), limits.answer, advice)],
      });
      return undefined;
    }
    const points = Math.floor(fields / fieldsInAPoint);
    // Most cost nothing more, and are executed at once.
    return goesOn || points > 0 ? spend(asked, points, goesOn) : undefined;
  }

  async function spend(
    { args: { contextValue }, setResultAndStopExecution }: Asked,
    points: number,
    goesOn: boolean,
  ): Promise<void> {
    try {
      if (goesOn) await contextValue.spend.stream?.();
      if (points > 0) await contextValue.spend(points);
    } catch (error) {
      if (!(error instanceof LimitExceeded)) throw error;
      setResultAndStopExecution({ errors: [limitError(error)] });
    }
  }
}

/** What is about to be executed, or subscribed to: then it is one event that is weighed. */
interface Asked {
  readonly args: ExecutionArgs & { readonly contextValue: GraphqlContext };
  setResultAndStopExecution(result: ExecutionResult): void;
}

/** Throws for the first count that is above its limit. */
function expectWithin<Counts extends { readonly [Name in keyof Counts]: number }>(
  counts: Counts,
  most: Counts,
  codes: Readonly<Record<keyof Counts, LimitCode>>,
): void {
  for (const name of Object.keys(codes) as (keyof Counts)[]) {
    if (counts[name] > most[name]) throw exceeded(codes[name], counts[name], most[name]);
  }
}

function exceeded(code: LimitCode, came: number, limit: number, advice?: string): GraphQLError {
  return limitError(new LimitExceeded(code, { came, limit, ...(advice === undefined ? {} : { advice }) }));
}

function withDefaults(operation: OperationDefinitionNode, given: Readonly<Record<string, unknown>>) {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}
