import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { expect, it } from 'vitest';
import { toSchema } from '../../src/graphql/schema.ts';
import { eachEngine } from '../support/engines.ts';
import { apiOver } from './api.ts';
import { caseBundle } from './case.ts';

const folder = new URL('answers/', import.meta.url);
const renew = process.env['RENEW_GOLDEN'] === '1' && !process.env['CI'];
const questions = readdirSync(folder).filter((file) => file.endsWith('.graphql'));

eachEngine((engine, open) => {
  const api = apiOver(open, () => caseBundle);

  // Neo4j plans each statement when it first meets it, and one file asks for a score of them.
  // After a wanted change: RENEW_GOLDEN=1 npx vitest run tests/graphql/answers.test.ts, then look at what git shows.
  it.each(questions)('answers %s to the letter', { timeout: 180_000 }, async (file) => {
    const answer = await api().ask(readFileSync(new URL(file, folder), 'utf8'));
    const expected = new URL(file.replace('.graphql', '.json'), folder);
    if (renew && engine === 'embedded') writeFileSync(expected, `${JSON.stringify(answer, null, 2)}\n`);
    expect(answer).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});

it('asks for every field of every record', () => {
  const schema = toSchema();
  const read = reachedFrom(schema);
  const asked = new Set(questions.flatMap((file) => fieldsIn(readFileSync(new URL(file, folder), 'utf8'))));
  const missing = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(
      ({ name }) =>
        read.has(name) &&
        !/^__|^Query$|Connection$|Edge$|^(Thing|Group|Machine|Organization|Redacted|Unknown)$/.test(name),
    )
    .flatMap((type) => Object.keys(type.getFields()).map((field) => ({ type, field })))
    // A field of an interface that was asked for was asked of its types.
    .filter(
      ({ type, field }) => ![type, ...type.getInterfaces()].some(({ name }) => asked.has(`${name}.${field}`)),
    )
    .map(({ type, field }) => `${type.name}.${field}`);
  expect(questions.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});

/** The names of the types that queries can read, by any number of steps. */
function reachedFrom(schema: GraphQLSchema): ReadonlySet<string> {
  const reached = new Set<string>();
  const start = schema.getQueryType();
  const waiting: GraphQLNamedType[] = start ? [start] : [];
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (reached.has(type.name)) continue;
    reached.add(type.name);
    if (isAbstractType(type)) waiting.push(...schema.getPossibleTypes(type));
    if (isObjectType(type) || isInterfaceType(type))
      waiting.push(...Object.values(type.getFields()).map((field) => getNamedType(field.type)));
  }
  return reached;
}

function fieldsIn(query: string): readonly string[] {
  const types = new TypeInfo(toSchema());
  const fields: string[] = [];
  visit(
    parse(query),
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        fields.push(`${types.getParentType()?.name}.${name.value}`);
      },
    }),
  );
  return fields;
}
