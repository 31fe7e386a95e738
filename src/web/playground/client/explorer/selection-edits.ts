import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  Kind,
  OperationTypeNode,
  parseValue,
  print,
  type SelectionNode,
} from 'graphql';
import { find, type Owner, type Place, type SelectionStep } from './place.ts';
import { firstSelection, freshField, placeholder } from './placeholder.ts';
import { typeOf } from './read-document.ts';
import {
  type Fresh,
  hasComment,
  inserted,
  insertion,
  lineEnd,
  printedBraces,
  printedInLines,
  rangeOf,
  removed,
  removedDefinition,
  type TextEdit,
} from './text-edit.ts';

const NAME: Fresh = { head: '__typename', inner: null };

/** What the type has under the name; undefined of a union, and of a name that it does not have. */
export function fieldOf(
  type: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** The type that is selected from at the end of the steps. */
export function typeAlong(
  schema: GraphQLSchema,
  type: GraphQLNamedType | undefined,
  steps: readonly SelectionStep[],
): GraphQLNamedType | undefined {
  return steps.reduce<GraphQLNamedType | undefined>((parent, { kind, name }) => {
    if (kind === 'on') return name === '' ? parent : schema.getType(name);
    const field = kind === 'field' ? fieldOf(parent, name) : undefined;
    return field && getNamedType(field.type);
  }, type);
}

/**
 * Writes what stands at the place, and all on the way to it that is not there yet. Null where something is there, or can
 * not be. A `number` goes with the name that the first field written has in the answer.
 */
export function tickedSelection(
  schema: GraphQLSchema,
  document: DocumentNode,
  text: string,
  place: Place,
  number: number | null = null,
): TextEdit | null {
  const { definition, steps } = place;
  if (typeof definition === 'string') {
    const fresh = freshSteps(schema, schema.getRootType(definition) ?? undefined, steps);
    return fresh && newOperation(text, definition, numbered(fresh, number));
  }
  const found = find(document, place);
  const owner = found?.owners.at(-1);
  if (!found || found.selection !== null || owner === undefined) return null;
  const there = found.owners.length - 1;
  const type = typeAlong(schema, typeOf(schema, found.definition), steps.slice(0, there));
  const fresh = freshSteps(schema, type, steps.slice(there));
  if (fresh === null) return null;
  const put = numbered(fresh, number);
  const set = owner.selectionSet;
  if (set === undefined) {
    const { end } = rangeOf(owner);
    return insertion(end, printedBraces(put, text, rangeOf(owner).start));
  }
  return inserted(text, { items: set.selections, close: rangeOf(set).end - 1, separator: ' ' }, put);
}

/**
 * Takes away what stands at the place. What would be left empty goes with it where it says nothing of its own; else
 * `__typename` holds its place. Null where nothing is there, or what holds it cannot be without it.
 */
export function untickedSelection(
  schema: GraphQLSchema,
  document: DocumentNode,
  text: string,
  place: Place,
): TextEdit | null {
  const found = find(document, place);
  if (found === null || found.selection === null) return null;
  let item: SelectionNode = found.selection;
  for (let at = found.owners.length - 1; at >= 0; at--) {
    const owner = found.owners[at];
    const set = owner?.selectionSet;
    if (owner === undefined || set === undefined) return null;
    const items = set.selections;
    if (items.length > 1) return removed(text, { items, close: rangeOf(set).end - 1, separator: ' ' }, item);
    const parent = typeAlong(
      schema,
      typeOf(schema, found.definition),
      place.steps.slice(0, Math.max(at - 1, 0)),
    );
    const named = item.kind === Kind.FIELD && item.name.value === '__typename';
    if (!(named ? !hasComment(owner) : saysNothing(owner, parent))) {
      const { start, end } = rangeOf(item);
      return named ? null : { from: start, to: end, text: NAME.head };
    }
    if (owner.kind === Kind.OPERATION_DEFINITION || owner.kind === Kind.FRAGMENT_DEFINITION)
      return removedDefinition(text, owner);
    item = owner;
  }
  return null;
}

/**
 * An operation of its own at the end, with nothing in it but its type's name; a subscription, which may not ask that, with
 * its first field.
 */
export function addedOperation(
  schema: GraphQLSchema,
  text: string,
  kind: OperationTypeNode,
  name: string,
): TextEdit | null {
  const type = schema.getRootType(kind);
  if (!type) return null;
  const [field] = kind === OperationTypeNode.SUBSCRIPTION ? Object.values(type.getFields()) : [];
  const operation = { head: `${kind} ${name}`, inner: field ? freshField(field) : NAME };
  const end = lineEnd(text);
  const gap = text.trim() === '' ? '' : /[\r\n]$/.test(text) ? end : end + end;
  return insertion(text.length, gap + printedInLines(operation, '', end) + end);
}

function newOperation(text: string, kind: OperationTypeNode, inner: Fresh): TextEdit {
  const end = lineEnd(text);
  const head = kind === OperationTypeNode.QUERY ? '' : `${kind} `;
  const written = `${head}{${end}${printedInLines(inner, '  ', end)}${end}}`;
  const inLine = text !== '' && !/[\r\n]$/.test(text);
  return insertion(text.length, inLine ? end + written : written + end);
}

function freshSteps(
  schema: GraphQLSchema,
  type: GraphQLNamedType | undefined,
  [step, ...rest]: readonly SelectionStep[],
): Fresh | null {
  if (step === undefined) return null;
  if (step.kind === 'spread') return { head: `...${step.name}`, inner: null };
  if (step.kind === 'field' && step.name === '__typename') return NAME;
  const field = step.kind === 'field' ? fieldOf(type, step.name) : undefined;
  const next = typeAlong(schema, type, [step]);
  if (next === undefined || (step.kind === 'field') !== (field !== undefined)) return null;
  const inner = rest.length === 0 ? null : freshSteps(schema, next, rest);
  if (rest.length > 0 && inner === null) return null;
  if (field !== undefined) return freshField(field, inner);
  return isCompositeType(next) ? { head: `... on ${next.name}`, inner: inner ?? firstSelection(next) } : null;
}

function numbered(fresh: Fresh, number: number | null): Fresh {
  if (number === null) return fresh;
  const [name] = /^\w+/.exec(fresh.head) ?? [];
  if (name !== undefined) return { ...fresh, head: `${name}${number}: ${fresh.head}` };
  return { ...fresh, inner: fresh.inner && numbered(fresh.inner, number) };
}

/** Whether it is as it would be written anew, so that nothing of the reader's is lost with it. */
function saysNothing(owner: Owner, parent: GraphQLNamedType | undefined): boolean {
  if (hasComment(owner)) return false;
  // It may not ask for its type's name instead.
  if (owner.kind === Kind.OPERATION_DEFINITION && owner.operation === OperationTypeNode.SUBSCRIPTION)
    return true;
  if ((owner.directives?.length ?? 0) > 0) return false;
  switch (owner.kind) {
    case Kind.FRAGMENT_DEFINITION:
      return false;
    case Kind.OPERATION_DEFINITION:
      return owner.name === undefined && (owner.variableDefinitions?.length ?? 0) === 0;
    case Kind.INLINE_FRAGMENT:
      return true;
    case Kind.FIELD:
      return isFreshName(owner) && hasFreshArguments(owner, fieldOf(parent, owner.name.value));
  }
}

function isFreshName({ name, alias }: FieldNode): boolean {
  return (
    alias === undefined ||
    (alias.value.startsWith(name.value) && /^\d$/.test(alias.value.slice(name.value.length)))
  );
}

function hasFreshArguments(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined): boolean {
  const required = field?.args.filter(isRequiredArgument) ?? [];
  const written = node.arguments ?? [];
  return (
    written.length === required.length &&
    required.every((one) =>
      written.some(
        ({ name, value }) => name.value === one.name && print(value) === print(parseValue(placeholder(one))),
      ),
    )
  );
}
