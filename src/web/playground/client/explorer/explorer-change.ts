import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationTypeNode,
  OverlappingFieldsCanBeMergedRule,
  type ValidationRule,
  validate,
} from 'graphql';
import { listedValue, tickedArgument, untickedArgument, writtenValue } from './argument-edits.ts';
import { leftUnused } from './left-unused.ts';
import { type ArgumentPlace, fieldAt, find, type Place } from './place.ts';
import { definitionsOf, readDocument, typeOf } from './read-document.ts';
import { addedOperation, fieldOf, tickedSelection, typeAlong, untickedSelection } from './selection-edits.ts';
import { edited, type TextEdit } from './text-edit.ts';

/** What a reader does in the explorer. */
export type Action =
  | { readonly kind: 'tick' | 'untick'; readonly place: Place }
  | { readonly kind: 'tick-argument' | 'untick-argument'; readonly at: ArgumentPlace }
  | { readonly kind: 'write'; readonly at: ArgumentPlace; readonly literal: string }
  | { readonly kind: 'list'; readonly at: ArgumentPlace; readonly word: string }
  | { readonly kind: 'add'; readonly operation: OperationTypeNode; readonly name: string };

/** What becomes of a text: edits, each of the text that the one before it left; or why it stays as it is. */
export type Change =
  | { readonly kind: 'changed'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'unreadable' }
  /** In GraphQL's own words, where it is GraphQL that would not have it. */
  | { readonly kind: 'refused'; readonly reason: string | null };

/**
 * Changes in a GraphQL document what was clicked and nothing else: comments, names and layout stay to the letter. A text
 * that is no document is left alone; a document that is valid stays valid, or is left alone too.
 */
export function explorerChange(schema: GraphQLSchema, text: string, action: Action): Change {
  const document = readDocument(text);
  if (document === null) return { kind: 'unreadable' };
  const edit =
    action.kind === 'tick'
      ? tickedBeside(schema, document, text, action.place)
      : editOf(schema, document, text, action);
  if (edit === null) return { kind: 'refused', reason: null };
  const edits = [edit, ...leftUnused(document, edited(text, edit))];
  const after = readDocument(edits.reduce(edited, text));
  if (after === null) return { kind: 'refused', reason: null };
  const [problem] = isValid(schema, document) ? problems(schema, after) : [];
  return problem === undefined ? { kind: 'changed', edits } : { kind: 'refused', reason: problem.message };
}

/** The field of the schema that is written at the place. */
export function schemaFieldAt(
  schema: GraphQLSchema,
  document: DocumentNode,
  place: Place,
): GraphQLField<unknown, unknown> | undefined {
  const found = find(document, place);
  const last = place.steps.at(-1);
  if (found === null || last?.kind !== 'field') return undefined;
  return fieldOf(typeAlong(schema, typeOf(schema, found.definition), place.steps.slice(0, -1)), last.name);
}

/** Ticks; under another name where the field's own already stands for something else in the answer. */
function tickedBeside(
  schema: GraphQLSchema,
  document: DocumentNode,
  text: string,
  place: Place,
): TextEdit | null {
  const plain = tickedSelection(schema, document, text, place);
  const rule = [OverlappingFieldsCanBeMergedRule];
  if (plain === null || !isValid(schema, document, rule)) return plain;
  for (let number = 2, edit: TextEdit | null = plain; number < 10 && edit !== null; number++) {
    const after = readDocument(edited(text, edit));
    if (after !== null && isValid(schema, after, rule)) return edit;
    edit = tickedSelection(schema, document, text, place, number);
  }
  return plain;
}

function editOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  text: string,
  action: Exclude<Action, { kind: 'tick' }>,
): TextEdit | null {
  if (action.kind === 'add') return addedOperation(schema, text, action.operation, action.name);
  if ('place' in action) return untickedSelection(schema, document, text, action.place);
  const { field, names } = action.at;
  const node = fieldAt(document, field);
  const known = schemaFieldAt(schema, document, field);
  if (node === null || known === undefined) return null;
  switch (action.kind) {
    case 'tick-argument':
      return tickedArgument(known, node, text, names);
    case 'untick-argument':
      return untickedArgument(node, text, names);
    case 'write':
      return writtenValue(node, names, action.literal);
    case 'list':
      return listedValue(node, text, names, action.word);
  }
}

function isValid(schema: GraphQLSchema, document: DocumentNode, rules?: readonly ValidationRule[]): boolean {
  return problems(schema, document, rules).length === 0;
}

/** A document without operations asks nothing that could be wrong. */
function problems(schema: GraphQLSchema, document: DocumentNode, rules?: readonly ValidationRule[]) {
  return definitionsOf(document).length === 0 ? [] : validate(schema, document, rules);
}
