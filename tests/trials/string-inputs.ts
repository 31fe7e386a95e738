import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A place in an argument's value where a text goes: names of fields, and 0 for an item of a list. */
export type Place = readonly (string | 0)[];

const texts = new Set(['String', 'ID', 'EDTF', 'Date', 'DateTime', 'URL', 'BCP47']);

/** Every place of a text in a value of this type; a type within itself is not entered again. */
export function textPlaces(type: GraphQLInputType, within: readonly string[] = []): readonly Place[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return textPlaces(nullable.ofType, within).map((place) => [0 as const, ...place]);
  if (isInputObjectType(nullable)) {
    if (within.includes(nullable.name)) return [];
    return Object.values(nullable.getFields()).flatMap((field) =>
      textPlaces(field.type, [...within, nullable.name]).map((place) => [field.name, ...place]),
    );
  }
  return texts.has(getNamedType(type).name) ? [[]] : [];
}

/** What stands in for a value that nothing is said of, by its field, after its type where it has one (`ClaimRefInput.id`); undefined where anything will do. */
export type Known = (field: string, type: string) => string | undefined;

/** A value of a type with nothing but what it must have, and a text at a place. */
export function valueWith(
  type: GraphQLInputType,
  place: Place | null,
  text: string,
  known: Known,
  field = '',
): unknown {
  const nullable = getNullableType(type);
  const [next, ...rest] = place ?? [];
  if (isListType(nullable)) return [valueWith(nullable.ofType, place && rest, text, known, field)];
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    const [first] = fields;
    const asked = nullable.isOneOf
      ? fields.filter(({ name }) => name === (place === null ? first?.name : next))
      : fields.filter(
          (one) => one.name === next || (isNonNullType(one.type) && one.defaultValue === undefined),
        );
    return Object.fromEntries(
      asked.map((one) => [
        one.name,
        valueWith(
          one.type,
          place !== null && one.name === next ? rest : null,
          text,
          known,
          `${nullable.name}.${one.name}`,
        ),
      ]),
    );
  }
  if (place !== null) return text;
  const { name } = getNamedType(type);
  const given = known(field, name);
  if (given !== undefined) return given;
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  const usual: Readonly<Record<string, unknown>> = {
    Int: 1,
    Boolean: true,
    BCP47: 'en',
    EDTF: '2023',
    Date: '2023-01-01',
    DateTime: '2023-01-01T00:00:00.000Z',
    URL: 'https://example.com/',
  };
  return usual[name] ?? 'A text';
}

/** A query that puts a variable `$value` into one argument of one field; what else that field must have is given. */
export interface Question {
  /** `Claim.assertions(filter.said.from)` */
  readonly name: string;
  readonly query: string;
  readonly valueFor: (text: string) => unknown;
}

type Argument = GraphQLArgument | GraphQLInputField;

/**
 * A question for each place of a text in the arguments of every field that can be reached from Query.
 * @param starts how to come to a record of each type, where a field of Query takes arguments for it
 */
export function questions(
  schema: GraphQLSchema,
  starts: Readonly<Record<string, string>>,
  known: Known,
): readonly Question[] {
  const found: Question[] = [];
  const entered = new Set<string>();
  const waiting: { readonly name: string; readonly wrap: (selection: string) => string }[] = [
    { name: 'Query', wrap: (selection) => `{ ${selection} }` },
    ...Object.entries(starts).map(([name, start]) => ({
      name,
      wrap: (selection: string) => `{ ${start} { ... on ${name} { ${selection} } } }`,
    })),
  ];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const { name, wrap } = at;
    const type = schema.getType(name);
    if (entered.has(name) || !(isObjectType(type) || isInterfaceType(type))) continue;
    entered.add(name);
    for (const field of Object.values(type.getFields())) {
      const inner = schema.getType(getNamedType(field.type).name);
      const selected =
        isObjectType(inner) ||
        isInterfaceType(inner) ||
        inner?.astNode?.kind === 'UnionTypeDefinition' ||
        (inner && 'getTypes' in inner)
          ? ' { __typename }'
          : '';
      for (const argument of field.args) {
        const others = field.args.filter((one) => one !== argument && isNonNullType(one.type));
        const more = others.map((one) => `, ${one.name}: ${literal(one, known)}`).join('');
        for (const place of textPlaces(argument.type)) {
          const pages = argument.name === 'before' ? ', last: 2' : '';
          found.push({
            name: `${name}.${field.name}(${[argument.name, ...place].join('.')})`,
            query: `query ($value: ${String(argument.type)}) ${wrap(`${field.name}(${argument.name}: $value${more}${pages})${selected}`)}`,
            valueFor: (text) => valueWith(argument.type, place, text, known),
          });
        }
      }
      const needs = field.args.some((one) => isNonNullType(one.type) && one.defaultValue === undefined);
      if (!needs && selected !== '')
        waiting.push({
          name: getNamedType(field.type).name,
          wrap: (selection) => wrap(`${field.name} { ${selection} }`),
        });
    }
  }
  return found;
}

function literal(argument: Argument, known: Known): string {
  const written = JSON.stringify(valueWith(argument.type, null, '', known, argument.name));
  return written.replace(/"(\w+)":/g, '$1: ');
}
