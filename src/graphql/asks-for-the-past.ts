import { type DocumentNode, type ExecutionArgs, Kind, OperationTypeNode, visit } from 'graphql';
import { readId } from '../domain/moment.ts';

const documents = new WeakMap<DocumentNode, boolean>();

function carriesMoment(text: string): boolean {
  return text.includes('@') && readId(text).moment !== null;
}

/** Whether a document asks for `asOf`, or has an id in it that carries a moment. */
function documentAsks(document: DocumentNode): boolean {
  const known = documents.get(document);
  if (known !== undefined) return known;
  let asks = false;
  visit(document, {
    Field: ({ name }) => {
      if (name.value === 'asOf') asks = true;
    },
    StringValue: ({ value }) => {
      if (carriesMoment(value)) asks = true;
    },
  });
  documents.set(document, asks);
  return asks;
}

function variablesAsk(value: unknown): boolean {
  if (typeof value === 'string') return carriesMoment(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(variablesAsk);
}

/** Whether a query asks for the past: for `asOf`, or by an id that carries a moment. A mutation never does. */
export function asksForThePast({ document, operationName, variableValues }: ExecutionArgs): boolean {
  const operation = document.definitions.find(
    (node) =>
      node.kind === Kind.OPERATION_DEFINITION && (!operationName || node.name?.value === operationName),
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== OperationTypeNode.QUERY)
    return false;
  return documentAsks(document) || variablesAsk(variableValues);
}
