import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema, getVariableValues, Kind, parse, validate } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadExamples } from '../../src/graphql/examples.ts';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema/schema.graphql'), 'utf8'));
const examples = loadExamples();

describe('the examples', () => {
  it('are one for each question that the playground promises to answer, in that order', () => {
    expect(examples.map((example) => example.name)).toEqual([
      'WhoSaidIt',
      'WhoDeniesIt',
      'TraceToTheOrigin',
      'RestsOnAnonymousSources',
      'WhatOneSpeakerSaid',
      'WhatMachinesSaid',
      'WhatContradictsWhat',
      'HowManyIndependentOrigins',
      'Search',
      'WhatToBeWaryOf',
      'AsItStoodOnADay',
    ]);
  });

  it.each(examples)('$name is valid against the public schema', ({ query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });

  it.each(examples)('$name has variables that the schema takes, and no others', ({ query, variables }) => {
    const operation = parse(query).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
    const declared = operation?.variableDefinitions ?? [];
    expect(getVariableValues(schema, declared, { ...variables }).errors).toBeUndefined();
    expect(Object.keys(variables).sort()).toEqual(declared.map((node) => node.variable.name.value).sort());
  });

  it.each(examples)('$name says in words what it answers and how to change it', ({ title, query }) => {
    const comment = query.split('\n').filter((line) => line.startsWith('#'));
    expect(comment[0]).toBe(`# ${title}`);
    expect(comment.length).toBeGreaterThan(3);
  });
});

describe('loading examples', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onrecord-examples-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('names the file that does not begin with a comment', async () => {
    await writeFile(join(folder, '01-bare.graphql'), 'query Bare { __typename }');
    await writeFile(join(folder, '01-bare.json'), '{}');
    expect(() => loadExamples(folder)).toThrow('01-bare.graphql does not begin with a comment');
  });

  it('names the file whose operation has no name, because its tab would have none', async () => {
    await writeFile(join(folder, '01-nameless.graphql'), '# A question?\n{ __typename }');
    await writeFile(join(folder, '01-nameless.json'), '{}');
    expect(() => loadExamples(folder)).toThrow('01-nameless.graphql does not hold one named operation');
  });
});
