import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** What values a generated query is asked with, by what they are. */
export interface Pools {
  readonly ids: readonly string[];
  readonly slugs: readonly string[];
  readonly urls: readonly string[];
  readonly words: readonly string[];
  readonly days: readonly string[];
  readonly languages: readonly string[];
  /** Cursors that answers gave; filled while one goes on. */
  readonly cursors: string[];
}

/** What an argument's ids are of, so that most queries are answered. */
const typesOf: Readonly<Record<string, string>> = {
  about: 'Entity_',
  speaker: 'Entity_',
  onBehalfOf: 'Entity_',
  publisher: 'Entity_',
  source: 'Source_',
  claim: 'Claim_',
};

/** Makes queries from a schema: any root field, any arguments, any fields, to a depth. The same numbers, the same queries. */
export class QueryMaker {
  readonly #schema: GraphQLSchema;
  readonly #pools: Pools;
  readonly #random: () => number;
  /** Every field of the schema that was asked for, `Type.field`. */
  readonly asked = new Set<string>();
  /** Fields that the query may have yet, and how many it has. */
  #left = 0;
  #fields = 0;
  /** Whether the query has something already that may be refused: of two refusals the store's pace would tell which comes. */
  #daring = false;

  constructor(schema: GraphQLSchema, pools: Pools, random: () => number) {
    this.#schema = schema;
    this.#pools = pools;
    this.#random = random;
  }

  /** Now and then, once a query, something that may be refused. */
  #dares(of: number): boolean {
    if (this.#daring || !this.#chance(of)) return false;
    this.#daring = true;
    return true;
  }

  #one<Thing>(things: readonly Thing[]): Thing {
    const thing = things[Math.floor(this.#random() * things.length)];
    if (thing === undefined) throw new Error('nothing to choose from');
    return thing;
  }

  #chance(of: number): boolean {
    return this.#random() < of;
  }

  query(): string {
    const root = this.#schema.getQueryType();
    if (!root) throw new Error('the schema has no queries');
    const fields = Object.values(root.getFields());
    const count = this.#chance(0.2) ? 2 : 1;
    this.#left = 140;
    this.#fields = 0;
    this.#daring = false;
    const parts = Array.from({ length: count }, (_, index) => {
      const field = this.#one(fields);
      this.asked.add(`Query.${field.name}`);
      return `r${index}: ${this.#field(field, 5)}`;
    });
    return `{ ${parts.join(' ')} }`;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    const selection = isLeafType(type) ? '' : ` ${this.#selection(type, depth - 1)}`;
    return `${field.name}${this.#arguments(field.args)}${selection}`;
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    const own = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const some = own.filter(
      (field) =>
        (depth > 0 || isLeafType(getNamedType(field.type))) &&
        this.#chance(isLeafType(getNamedType(field.type)) ? 0.6 : 0.45),
    );
    const parts: string[] = [];
    for (const field of some) {
      if (this.#left-- <= 0) break;
      this.asked.add(`${type.name}.${field.name}`);
      // An alias of its own, so that no two fields of one answer are at odds.
      parts.push(`f${this.#fields++}: ${this.#field(field, depth)}`);
    }
    if (isAbstractType(type)) {
      for (const possible of this.#schema.getPossibleTypes(type)) {
        if (this.#chance(0.5) && depth > 0 && this.#left > 0)
          parts.push(`... on ${possible.name} ${this.#selection(possible, depth - 1)}`);
      }
    }
    return `{ __typename ${parts.join(' ')} }`;
  }

  #arguments(all: readonly GraphQLArgument[]): string {
    const backwards = this.#chance(0.1);
    const some = all.filter(({ name, type }) => {
      if (isNonNullType(type)) return true;
      if (name === 'first' || name === 'after')
        return !backwards && (name === 'first' ? this.#chance(0.5) : this.#dares(0.05));
      if (name === 'last' || name === 'before') return backwards && (name === 'last' || this.#dares(0.05));
      return this.#chance(0.4);
    });
    if (some.length === 0) return '';
    return `(${some.map((one) => `${one.name}: ${this.#value(one.type, one.name)}`).join(', ')})`;
  }

  #value(type: GraphQLInputType, name: string): string {
    if (isNonNullType(type)) return this.#value(type.ofType, name);
    if (isListType(type)) {
      const count = Math.floor(this.#random() * 3) + (this.#chance(0.95) ? 1 : 0);
      return `[${Array.from({ length: count }, () => this.#value(type.ofType, name)).join(', ')}]`;
    }
    if (isEnumType(type)) return this.#one(type.getValues()).name;
    if (isInputObjectType(type)) return this.#object(Object.values(type.getFields()), type.isOneOf);
    return this.#scalar(type.name, name);
  }

  #object(fields: readonly GraphQLInputField[], isOneOf: boolean): string {
    const some = isOneOf
      ? [this.#one(fields)]
      : fields.filter(({ type }) => isNonNullType(type) || this.#chance(0.2));
    return `{${some.map((field) => `${field.name}: ${this.#value(field.type, field.name)}`).join(', ')}}`;
  }

  #scalar(type: string, name: string): string {
    const { ids, slugs, urls, words, days, languages, cursors } = this.#pools;
    const quoted = (text: string) => JSON.stringify(text);
    if (name === 'after' || name === 'before')
      return quoted(cursors.length > 0 && this.#chance(0.9) ? this.#one(cursors) : 'nothing');
    switch (type) {
      case 'ID':
        return quoted(
          this.#one(this.#dares(0.1) ? ids : ids.filter((id) => id.startsWith(typesOf[name] ?? ''))),
        );
      case 'Int':
        return String(name === 'depth' ? this.#one([1, 2, 3]) : this.#one([1, 2, 3, 5, 20]));
      case 'Boolean':
        return this.#chance(0.5) ? 'true' : 'false';
      case 'Date':
        return quoted(this.#one(days));
      case 'DateTime':
        return quoted(`${this.#one(days)}T12:00:00.000Z`);
      case 'BCP47':
        return quoted(this.#one(languages));
      case 'URL':
        return quoted(this.#one(urls));
      default:
        return quoted(this.#one(name === 'slug' ? slugs : words));
    }
  }
}
