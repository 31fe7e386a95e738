import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { type Moment, momentOf, momentText, readId } from '../domain/moment.ts';
import type { GraphqlContext } from './context.ts';
import { argumentsWithIds, holdsIds } from './id-inputs.ts';
import { cursorInView, idInView, inView, plainCursor, plainId, type View, Viewed, viewAt } from './view.ts';

type Args = Readonly<Record<string, unknown>>;
type Resolver = GraphQLFieldResolver<unknown, GraphqlContext, Args>;
type Field = GraphQLField<unknown, GraphqlContext, Args>;

/** Root fields that find a record by its id, and so find it in the view that the id carries. */
const finders = new Set(['node', 'claim', 'assertion', 'entity', 'source']);
const cursorArguments = ['after', 'before'];
const cursorFields = new Set(['cursor', 'startCursor', 'endCursor']);

/** What a field takes and gives that differs in a view. */
function kindOf({ args, type, name }: Field) {
  return {
    takesIds: args.some((argument) => holdsIds(argument.type)),
    takesCursors: args.some((argument) => cursorArguments.includes(argument.name)),
    givesIds: getNamedType(type).name === 'ID',
    givesCursors: cursorFields.has(name),
    // A value, be it an object, as that of JSON: nothing is read of it in a view.
    givesValues: isLeafType(getNamedType(type)),
  };
}

type Kind = ReturnType<typeof kindOf>;

/** The arguments as the field's resolver knows them: ids and cursors without the moment that they carry. */
function plainArguments(field: Field, { takesIds, takesCursors }: Kind, args: Args, view: View | null): Args {
  let plain = takesIds ? argumentsWithIds(field.args, args, (id, path) => plainId(id, path, view)) : args;
  if (!takesCursors || view === null) return plain;
  for (const name of cursorArguments) {
    const cursor = plain[name];
    if (typeof cursor === 'string') plain = { ...plain, [name]: plainCursor(cursor, name, view) };
  }
  return plain;
}

function momentsIn(field: Field, args: Args): ReadonlyMap<string, Moment> {
  const moments = new Map<string, Moment>();
  argumentsWithIds(field.args, args, (id) => {
    const { moment } = readId(id);
    if (moment) moments.set(momentText(moment), moment);
    return id;
  });
  return moments;
}

/** A field as it is resolved in a view, and outside of any as it is resolved in the present. */
function resolverOf(field: Field): Resolver {
  const resolve: Resolver = field.resolve ?? defaultFieldResolver;
  const kind = kindOf(field);
  const { givesIds, givesCursors, givesValues } = kind;
  const asGiven = (answer: unknown, view: View): unknown => {
    if (answer instanceof Promise) return answer.then((value: unknown) => asGiven(value, view));
    if (Array.isArray(answer)) return answer.map((item: unknown) => asGiven(item, view));
    return givesIds ? idInView(answer, view) : cursorInView(answer, view);
  };
  return (source, args, context, info) => {
    if (!(source instanceof Viewed))
      return resolve(source, plainArguments(field, kind, args, null), context, info);
    const { view, value } = source;
    const answer: unknown = resolve(value, plainArguments(field, kind, args, view), view.context, info);
    if (givesIds || givesCursors) return asGiven(answer, view);
    return givesValues ? answer : inView(answer, view);
  };
}

/** A root field that finds one record: in the view that the id carries, else in the present. */
function finderOf(field: Field): Resolver {
  const resolve: Resolver = field.resolve ?? defaultFieldResolver;
  const kind = kindOf(field);
  return async (source, args, context, info) => {
    const [moment] = momentsIn(field, args).values();
    const view = moment ? await viewAt(context, moment) : null;
    const answer: unknown = resolve(
      source,
      plainArguments(field, kind, args, view),
      view?.context ?? context,
      info,
    );
    return view ? inView(answer, view) : answer;
  };
}

/** `nodes`: each in the view that its id carries. */
function nodesOf(field: Field): Resolver {
  const resolve: Resolver = field.resolve ?? defaultFieldResolver;
  return async (source, args, context, info) => {
    const given = Array.isArray(args['ids']) ? args['ids'].map(String) : [];
    const read = given.map(readId);
    const moments = momentsIn(field, args);
    // The field itself says where there are too many.
    const plain: unknown = await resolve(source, { ...args, ids: read.map(({ id }) => id) }, context, info);
    if (moments.size === 0 || !Array.isArray(plain)) return plain;
    const found: unknown[] = [...plain];
    for (const [text, moment] of moments) {
      const places = read.flatMap((one, place) =>
        one.moment !== null && momentText(one.moment) === text ? [place] : [],
      );
      const view = await viewAt(context, moment);
      const ids = places.map((place) => read[place]?.id);
      const answer: unknown = inView(await resolve(source, { ...args, ids }, view.context, info), view);
      for (const [index, place] of places.entries()) {
        found[place] = Array.isArray(answer) ? answer[index] : null;
      }
    }
    return found;
  };
}

const asOf: Resolver = async (_, args, context) => {
  const instant = (name: string) => (typeof args[name] === 'string' ? args[name] : null);
  const [recorded, said] = [instant('recorded'), instant('said')];
  const moment = momentOf(recorded, said);
  const value = { recorded, said };
  return moment === null ? value : new Viewed(value, await viewAt(context, moment));
};

function rootResolverOf(field: Field): Resolver {
  if (field.name === 'asOf') return asOf;
  if (field.name === 'nodes') return nodesOf(field);
  return finders.has(field.name) ? finderOf(field) : resolverOf(field);
}

function resolveTypeOf(type: GraphQLNamedType): void {
  if (!isAbstractType(type) || !type.resolveType) return;
  const resolve: GraphQLTypeResolver<unknown, GraphqlContext> = type.resolveType;
  type.resolveType = (value, context, info, abstract) =>
    resolve(value instanceof Viewed ? value.value : value, context, info, abstract);
}

/**
 * Makes of a schema the one that is asked about the past: the same types, and each field resolved in the view that what
 * it hangs on was read in. The schema is changed, and is to be nobody else's.
 */
export function intoPastSchema(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    resolveTypeOf(type);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = type === query ? rootResolverOf(field) : resolverOf(field);
    }
  }
  return schema;
}
