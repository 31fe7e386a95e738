import { readdirSync, readFileSync } from 'node:fs';
import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { documentLimits } from '../../src/graphql/document-limits.ts';
import { scanDocument } from '../../src/graphql/document-scan.ts';
import { weightOf } from '../../src/graphql/document-weight.ts';
import { toSchema } from '../../src/graphql/schema.ts';

describe('the limits of documents', () => {
  const schema = toSchema();
  const folders = ['../../src/graphql/examples/', './answers/'].map(
    (folder) => new URL(folder, import.meta.url),
  );
  const queries = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8')),
  );

  it('leave every example, and every query of the answers, at half of each limit at the most', () => {
    expect(queries.length).toBeGreaterThan(20);
    for (const query of queries) {
      const scan = scanDocument(query);
      for (const [name, most] of Object.entries(documentLimits.scan))
        expect(scan[name as keyof typeof scan], name).toBeLessThanOrEqual(most / 2);
      const document = parse(query);
      for (const operation of document.definitions) {
        if (operation.kind !== 'OperationDefinition') continue;
        const weight = weightOf(schema, document, operation, null);
        for (const [name, most] of Object.entries(documentLimits.weight))
          expect(weight[name as keyof typeof weight], name).toBeLessThanOrEqual(most / 2);
        expect(weightOf(schema, document, operation, {}).fields).toBeLessThan(documentLimits.answer / 2);
      }
    }
  });

  it('count what stands where: aliases and no arguments, directives of one place and of the next', () => {
    expect(
      scanDocument(
        'query Q($a: Int = 1 @d, $b: [ID!]) @d { x: f(a: {b: 1}) @d(a: 1) @e { fragment } ...F ... on T @d { g } } fragment F on T { y: z }',
      ),
    ).toMatchObject({ aliases: 2, directives: 5, directivesHere: 2, fragments: 1, spreads: 2, brackets: 3 });
  });

  it('reckon an introspection by the size of the schema', () => {
    const document = parse(getIntrospectionQuery());
    const [operation] = document.definitions;
    if (operation?.kind !== 'OperationDefinition') throw new Error('an operation comes first');
    const { fields } = weightOf(schema, document, operation, {});
    expect(fields).toBeGreaterThan(Object.keys(schema.getTypeMap()).length * 50);
    expect(fields).toBeLessThan(documentLimits.answer / 2);
  });

  it('count a field of an interface once for each type that it may be of', () => {
    const spelledOut = (query: string) => {
      const document = parse(query);
      const [operation] = document.definitions;
      if (operation?.kind !== 'OperationDefinition') throw new Error('an operation comes first');
      return weightOf(schema, document, operation, null).spelledOut;
    };
    const types = schema.getPossibleTypes(schema.getType('Node') as never).length;
    expect(spelledOut('{ node(id: "x") { id } }')).toBe(1 + types);
    expect(spelledOut('{ node(id: "x") { ... on Claim { id } } }')).toBeCloseTo(2);
    const nested =
      '{ entity(by: { id: "x" }) { judgements { between { id ... on Entity { judgements { between { id ... on Entity { name } } } } } } } }';
    expect(spelledOut(nested)).toBeGreaterThan(1_000);
  });
});
