import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputObjectType,
  getNullableType,
  isInputObjectType,
  Kind,
  type ListValueNode,
  type ObjectFieldNode,
} from 'graphql';
import { argumentsAt, fieldsOf } from './place.ts';
import { type Input, placeholder } from './placeholder.ts';
import {
  type Bracketed,
  inserted,
  insertion,
  rangeOf,
  removed,
  removedWithBrackets,
  type TextEdit,
  tokenAfter,
} from './text-edit.ts';

/** The input object that the input is written as; undefined of lists and of all else. */
export function inputObjectOf(input: Input): GraphQLInputObjectType | undefined {
  const type = getNullableType(input.type);
  return isInputObjectType(type) ? type : undefined;
}

/** The input that the names lead to: an argument of the field, or a field of an input object in it. */
export function inputAt(
  field: GraphQLField<unknown, unknown>,
  [name, ...rest]: readonly string[],
): Input | undefined {
  return rest.reduce<Input | undefined>(
    (input, next) => input && inputObjectOf(input)?.getFields()[next],
    field.args.find((one) => one.name === name),
  );
}

/** Writes an argument, or a field of an input object that is there; of those that exclude each other in the other's place. */
export function tickedArgument(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  text: string,
  names: readonly string[],
): TextEdit | null {
  const input = inputAt(field, names);
  if (input === undefined || argumentsAt(node, names).length > 0) return null;
  const fresh = { head: `${input.name}: ${placeholder(input)}`, inner: null };
  if (names.length === 1) {
    const items = node.arguments ?? [];
    const brackets = bracketsOf(items);
    return brackets === null
      ? insertion(rangeOf(node.name).end, `(${fresh.head})`)
      : inserted(text, brackets, fresh);
  }
  const around = argumentsAt(node, names.slice(0, -1)).at(-1);
  const object = inputAt(field, names.slice(0, -1));
  if (around?.value.kind !== Kind.OBJECT || object === undefined) return null;
  const items = fieldsOf(around.value);
  const [other] = items;
  if (inputObjectOf(object)?.isOneOf && other !== undefined) {
    const { start, end } = rangeOf(other);
    return { from: start, to: end, text: fresh.head };
  }
  return inserted(text, { items, close: rangeOf(around.value).end - 1, separator: ', ' }, fresh);
}

export function untickedArgument(node: FieldNode, text: string, names: readonly string[]): TextEdit | null {
  const there = argumentsAt(node, names);
  const item = there.at(-1);
  const around = there.at(-2);
  if (item === undefined) return null;
  if (around !== undefined) {
    const close = rangeOf(around.value).end - 1;
    return removed(text, { items: fieldsOf(around.value), close, separator: ', ' }, item);
  }
  const brackets = bracketsOf(node.arguments ?? []);
  return brackets === null || brackets.items.length === 1
    ? removedWithBrackets(text, item)
    : removed(text, brackets, item);
}

/** Writes another value in the place of the one that is there. */
export function writtenValue(node: FieldNode, names: readonly string[], literal: string): TextEdit | null {
  const item = argumentsAt(node, names).at(-1);
  if (item === undefined) return null;
  const { start, end } = rangeOf(item.value);
  return { from: start, to: end, text: literal };
}

/** Puts a word of an enum last into a list that is there, or takes it out. */
export function listedValue(
  node: FieldNode,
  text: string,
  names: readonly string[],
  word: string,
): TextEdit | null {
  const list = argumentsAt(node, names).at(-1)?.value;
  if (list?.kind !== Kind.LIST) return null;
  const brackets: Bracketed = { items: list.values, close: rangeOf(list).end - 1, separator: ', ' };
  const item = wordIn(list, word);
  return item === undefined
    ? inserted(text, brackets, { head: word, inner: null })
    : removed(text, brackets, item);
}

export function wordIn(list: ListValueNode, word: string) {
  return list.values.find((value) => value.kind === Kind.ENUM && value.value === word);
}

function bracketsOf(items: readonly (ArgumentNode | ObjectFieldNode)[]): Bracketed | null {
  const last = items.at(-1);
  const close = last && tokenAfter(rangeOf(last).last);
  return close ? { items, close: close.start, separator: ', ' } : null;
}
