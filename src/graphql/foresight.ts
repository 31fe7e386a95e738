import {
  type FieldNode,
  type GraphQLField,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
} from 'graphql';
import type { GraphqlContext } from './context.ts';

/** Brings a thing by way of what a field of it asks for anyhow; null where that brings none. */
export type Bringer<Thing> = (
  id: string,
  args: Readonly<Record<string, unknown>>,
  context: GraphqlContext,
  node: FieldNode,
) => Promise<Thing | null>;

/** What fields of a type load that brings the thing itself. Arguments come as the field's own definition reads them. */
export type Bringers<Thing> = Readonly<Record<string, Bringer<Thing>>>;

/**
 * The thing of that id, brought by what the query asks of it, so that one round trip does for both: every field finds its
 * own in the loaders afterwards. Null where nothing is asked that brings it, and where what is asked brought none: then it
 * is to be loaded by itself, and may still be there.
 */
export async function broughtByWhatIsAsked<Thing>(
  typeName: 'Assertion' | 'Claim' | 'Entity',
  id: string,
  bringers: Bringers<Thing>,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Promise<Thing | null> {
  const type = info.schema.getType(typeName);
  const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
  const brought: Promise<Thing | null>[] = [];
  for (const node of fieldsAsked(info)) {
    const [bring, field] = [bringers[node.name.value], fields[node.name.value]];
    if (bring === undefined || field === undefined || !asksForItems(node, field)) continue;
    try {
      brought.push(bring(id, getArgumentValues(field, node, info.variableValues), context, node));
    } catch {
      // Arguments that are wrong are the field's to report, at its own place in the answer.
    }
  }
  for (const found of await Promise.allSettled(brought)) {
    if (found.status === 'fulfilled' && found.value !== null) return found.value;
  }
  return null;
}

/** The fields that stand right below; those in fragments, or under a condition, are not foreseen. */
function fieldsAsked({ fieldNodes }: GraphQLResolveInfo): readonly FieldNode[] {
  return fieldNodes
    .flatMap((node) => node.selectionSet?.selections ?? [])
    .filter((node) => node.kind === Kind.FIELD)
    .filter(({ directives }) => !directives?.length);
}

/** Of a list, whether more than its total is asked for; what is no list is all items. */
function asksForItems(node: FieldNode, { type }: GraphQLField<unknown, unknown>): boolean {
  if (!getNamedType(type).name.endsWith('Connection')) return true;
  const within = node.selectionSet?.selections ?? [];
  return within.some((one) => one.kind === Kind.FIELD && one.name.value === 'edges');
}

/** The fields of an assertion that tell of its grounds and passages. */
const ofTexts = new Set(['basedOn', 'passages', 'warnings']);

/**
 * Whether a field that is a list of assertions is asked for what rests on their grounds and passages; true too where what
 * stands in fragments may ask for it.
 */
export function asksForTexts(list: FieldNode): boolean {
  const anyBelow = (node: FieldNode, is: (below: FieldNode) => boolean): boolean =>
    (node.selectionSet?.selections ?? []).some((below) => below.kind !== Kind.FIELD || is(below));
  return anyBelow(list, (edges) =>
    anyBelow(edges, (node) => anyBelow(node, ({ name }) => ofTexts.has(name.value))),
  );
}
