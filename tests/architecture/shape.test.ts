import { describe, expect, it } from 'vitest';
import { cypherIn } from './cypher-in.ts';
import { filesIn } from './source-files.ts';

const source = filesIn('src', /\.tsx?$/);
const tests = filesIn('tests', /\.ts$/);
const code = [...source, ...tests];
const cypher = filesIn('cypher', /\.cypher$/);
const paths = (files: readonly { path: string }[]) => files.map(({ path }) => path);
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

describe('the shape of the code', () => {
  it('was looked at', () => {
    expect(source.length).toBeGreaterThan(100);
    expect(tests.length).toBeGreaterThan(20);
    expect(cypher.length).toBeGreaterThan(100);
  });

  it('keeps every file of the source within 300 lines', () => {
    const long = source.filter(({ text }) => text.trimEnd().split('\n').length > 300);
    expect(paths(long)).toEqual([]);
  });

  it('names files in kebab-case', () => {
    const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|store\.test|d|neo4j|embedded))?\.(?:tsx?|cypher)$/;
    expect(paths([...code, ...cypher]).filter((path) => !kebab.test(nameOf(path)))).toEqual([]);
  });

  it('names no file after nothing in particular', () => {
    const vague = /^(?:index|utils?|helpers?|misc|common|shared)\./;
    expect(paths(code).filter((path) => vague.test(nameOf(path)))).toEqual([]);
  });

  it('exports by name, and passes nothing on wholesale', () => {
    const unnamed = source.filter(({ text }) => /^export (?:default\b|\*)/m.test(text));
    expect(paths(unnamed)).toEqual([]);
  });

  // An `any` and a non-null assertion are the linter's to find.
  it('has no way around the types, nor around the linter without a reason', () => {
    const around = /@ts-(?:ignore|nocheck|expect-error)|biome-ignore(?![^\n]*: \w)/;
    const looked = code.filter(({ path }) => !path.startsWith('tests/architecture/'));
    expect(paths(looked.filter(({ text }) => around.test(text)))).toEqual([]);
  });

  it('runs all of its tests', () => {
    const left = /\.(?:only|skip|todo|fails)\b\s*[.(]|\bx(?:it|describe)\(/;
    const looked = tests.filter(({ path }) => !path.startsWith('tests/architecture/'));
    expect(paths(looked.filter(({ text }) => left.test(text)))).toEqual([]);
  });
});

describe('Cypher', () => {
  it('stands in cypher/ alone', () => {
    expect(source.flatMap(({ path, text }) => cypherIn(text).map((found) => `${path}: ${found}`))).toEqual(
      [],
    );
  });

  it('is known when seen', () => {
    expect(cypherIn("run('MATCH (c:Claim {id: $id}) RETURN c')")).not.toEqual([]);
    expect(cypherIn('const text = `\n  UNWIND $rows AS row\n  MERGE (n:Claim {id: row.id})`;')).not.toEqual(
      [],
    );
    expect(cypherIn("'CALL grafeo.search.text($label)'")).not.toEqual([]);
    expect(cypherIn("// in the order of the statement's RETURN\nconst MERGE = /MERGE|CREATE/;")).toEqual([]);
    const statements = cypher.filter(({ path }) => !path.startsWith('cypher/fragments/'));
    expect(paths(statements.filter(({ text }) => cypherIn(text).length === 0))).toEqual([]);
  });

  it('says first what each statement answers, takes and returns', () => {
    const statements = cypher.filter(({ path }) => !/^cypher\/(?:fragments|migrations)\//.test(path));
    expect(statements.length).toBeGreaterThan(100);
    const silent = statements.filter(
      ({ text }) => !/^\/\/ /.test(text) || !/^\/\/ params:/m.test(text) || !/^\/\/ returns:/m.test(text),
    );
    expect(paths(silent)).toEqual([]);
  });
});
