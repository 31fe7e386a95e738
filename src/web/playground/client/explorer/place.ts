import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  Kind,
  type ObjectFieldNode,
  type OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { type Definition, definitionsOf } from './read-document.ts';

/** One of the selections of a set. `nth` tells those of one name apart, which have aliases or say a thing twice. */
export interface SelectionStep {
  readonly kind: 'field' | 'on' | 'spread';
  /** Of an inline fragment its type; empty where it names none. */
  readonly name: string;
  readonly nth: number;
}

/** Where a selection stands, or would: by names, so that it outlives what is written around it. */
export interface Place {
  /** The place of its definition among the document's; the kind of operation that it begins where there is none. */
  readonly definition: number | OperationTypeNode;
  readonly steps: readonly SelectionStep[];
}

/** Where an argument stands, or would: on a field that is there, by its name and by those of the input fields in it. */
export interface ArgumentPlace {
  readonly field: Place;
  readonly names: readonly string[];
}

/** What has selections in it. */
export type Owner = Definition | FieldNode | InlineFragmentNode;

/** As far as the document goes to a place: what each step stands in, outermost first, and what is there, if anything. */
export interface Found {
  readonly definition: Definition;
  readonly owners: readonly Owner[];
  readonly selection: SelectionNode | null;
}

export function isSelected(
  node: SelectionNode,
  { kind, name }: Pick<SelectionStep, 'kind' | 'name'>,
): boolean {
  switch (node.kind) {
    case Kind.FIELD:
      return kind === 'field' && node.name.value === name;
    case Kind.INLINE_FRAGMENT:
      return kind === 'on' && (node.typeCondition?.name.value ?? '') === name;
    case Kind.FRAGMENT_SPREAD:
      return kind === 'spread' && node.name.value === name;
  }
}

/** Those of the set that a step may be, in their order. */
export function selectedIn(
  set: SelectionSetNode | undefined,
  step: Pick<SelectionStep, 'kind' | 'name'>,
): readonly SelectionNode[] {
  return set?.selections.filter((node) => isSelected(node, step)) ?? [];
}

/** Follows the place as far as the document goes; null where it has no such definition. */
export function find(document: DocumentNode, { definition, steps }: Place): Found | null {
  const first = typeof definition === 'number' ? definitionsOf(document)[definition] : undefined;
  if (first === undefined) return null;
  const owners: Owner[] = [first];
  let owner: Owner = first;
  for (const [at, step] of steps.entries()) {
    const node: SelectionNode | undefined = selectedIn(owner.selectionSet, step)[step.nth];
    if (node === undefined) return { definition: first, owners, selection: null };
    if (at === steps.length - 1) return { definition: first, owners, selection: node };
    if (isSpread(node)) return null;
    owners.push(node);
    owner = node;
  }
  return { definition: first, owners, selection: null };
}

/** The field at the place, where there is one. */
export function fieldAt(document: DocumentNode, place: Place): FieldNode | null {
  const node = find(document, place)?.selection;
  return node?.kind === Kind.FIELD ? node : null;
}

/** What is said of an argument or input field, and all that it stands in, outermost first; empty where nothing is. */
export function argumentsAt(
  field: FieldNode,
  names: readonly string[],
): readonly (ArgumentNode | ObjectFieldNode)[] {
  const found: (ArgumentNode | ObjectFieldNode)[] = [];
  let among: readonly (ArgumentNode | ObjectFieldNode)[] = field.arguments ?? [];
  for (const name of names) {
    const node = among.find((one) => one.name.value === name);
    if (node === undefined) return [];
    found.push(node);
    among = fieldsOf(node.value);
  }
  return found;
}

export function fieldsOf(value: ValueNode): readonly ObjectFieldNode[] {
  return value.kind === Kind.OBJECT ? value.fields : [];
}

function isSpread(node: SelectionNode): node is FragmentSpreadNode {
  return node.kind === Kind.FRAGMENT_SPREAD;
}
