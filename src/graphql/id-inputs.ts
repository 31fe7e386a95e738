import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** What is made of an id in an input; `path` is where it stands, e.g. `filter.speaker[0]`. */
export type ChangeId = (id: string, path: string) => string;

function isRecordLike(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An input with each of its ids changed; where none is, the input itself. Compared by its type, so that texts stay as they are. */
function withIds(type: GraphQLInputType, value: unknown, path: string, change: ChangeId): unknown {
  if (value === null || value === undefined) return value;
  if (isNonNullType(type)) return withIds(type.ofType, value, path, change);
  if (isListType(type)) {
    if (!Array.isArray(value)) return value;
    const items: unknown[] = value.map((item, index) =>
      withIds(type.ofType, item, `${path}[${index}]`, change),
    );
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (isInputObjectType(type)) {
    if (!isRecordLike(value)) return value;
    let changed = value;
    for (const [name, field] of Object.entries(type.getFields())) {
      const made = withIds(field.type, value[name], path === '' ? name : `${path}.${name}`, change);
      if (made !== value[name]) changed = { ...changed, [name]: made };
    }
    return changed;
  }
  return type.name === 'ID' ? change(String(value), path) : value;
}

/** Arguments with each of their ids changed. */
export function argumentsWithIds(
  definitions: readonly GraphQLArgument[],
  args: Readonly<Record<string, unknown>>,
  change: ChangeId,
): Readonly<Record<string, unknown>> {
  let changed = args;
  for (const { name, type } of definitions) {
    const made = withIds(type, args[name], name, change);
    if (made !== args[name]) changed = { ...changed, [name]: made };
  }
  return changed;
}

/** Whether an input can hold an id, at any depth. */
export function holdsIds(given: GraphQLInputType, seen: ReadonlySet<string> = new Set()): boolean {
  const type = getNullableType(given);
  if (isListType(type)) return holdsIds(type.ofType, seen);
  if (!isInputObjectType(type)) return type.name === 'ID';
  if (seen.has(type.name)) return false;
  const within = new Set([...seen, type.name]);
  return Object.values(type.getFields()).some((field) => holdsIds(field.type, within));
}
