import {
  type FieldNode,
  type GraphQLField,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  isObjectType,
  Kind,
} from 'graphql';
import type { Claim } from '../domain/model.ts';
import type { GraphqlContext } from './context.ts';

/** Brings a claim by way of what a field of it asks for anyhow; null where that brings none. */
export type Bringer = (
  id: string,
  args: Readonly<Record<string, unknown>>,
  context: GraphqlContext,
) => Promise<Claim | null>;

/**
 * The claim of that id, and with it what the query asks of it: what its fields will load brings the claim too, so that
 * one round trip does for both. Every field finds its own in the loaders afterwards.
 */
export async function claimWithWhatIsAsked(
  id: string,
  bringers: Readonly<Record<string, Bringer>>,
  context: GraphqlContext,
  info: GraphQLResolveInfo,
): Promise<Claim | null> {
  const type = info.schema.getType('Claim');
  const fields = isObjectType(type) ? type.getFields() : {};
  const brought: Promise<Claim | null>[] = [];
  for (const node of fieldsAsked(info)) {
    const [bring, field] = [bringers[node.name.value], fields[node.name.value]];
    if (bring === undefined || field === undefined || !asksForItems(node, field)) continue;
    try {
      brought.push(bring(id, getArgumentValues(field, node, info.variableValues), context));
    } catch {
      // Arguments that are wrong are the field's to report, at its own place in the answer.
    }
  }
  for (const found of await Promise.allSettled(brought)) {
    if (found.status === 'fulfilled' && found.value !== null) return found.value;
  }
  return context.loaders.claim.load(id);
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
