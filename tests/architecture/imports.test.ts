import { describe, expect, it } from 'vitest';
import { computed, forbiddenImports, importsOf } from './imports-of.ts';
import { layers } from './layers.ts';
import { filesIn } from './source-files.ts';

const files = filesIn('src', /\.tsx?$/);

describe('the imports of the source', () => {
  it('go only where the table of layers lets them', () => {
    expect(forbiddenImports(files)).toEqual([]);
  });

  it('were looked at: over a hundred files, some of every layer, over three hundred imports', () => {
    expect(files.length).toBeGreaterThan(100);
    for (const layer of Object.keys(layers)) {
      expect(
        files.filter(({ path }) => path.startsWith(`src/${layer}/`)),
        layer,
      ).not.toEqual([]);
    }
    expect(files.flatMap(({ text }) => importsOf(text)).length).toBeGreaterThan(300);
  });

  it('were all seen: as many as there are lines that begin with import', () => {
    for (const { path, text } of files) {
      const lines = text.match(/^import\b/gm)?.length ?? 0;
      expect(importsOf(text).length, path).toBeGreaterThanOrEqual(lines);
    }
  });
});

describe('a forbidden import', () => {
  const sample = (path: string, text: string) => forbiddenImports([{ path, text }]);

  it.each([
    ['a driver in the domain', 'src/domain/a.ts', "import neo4j from 'neo4j-driver';"],
    ['a type of another layer', 'src/domain/a.ts', "import type { Engine } from '../engine/engine.ts';"],
    ['over several lines', 'src/domain/a.ts', "import {\n  readFile,\n  type Stats,\n} from 'node:fs';"],
    ['for its effects alone', 'src/figure/a.ts', "import 'react';"],
    ['passed on', 'src/graphql/types/a.ts', "export { openNeo4j } from '../../engine/neo4j-engine.ts';"],
    ['dynamic', 'src/graphql/a.ts', "const driver = await import('@grafeo-db/js');"],
    ['in a type', 'src/store/a.ts', "let driver: import('neo4j-driver').Driver;"],
    ['only known when it runs', 'src/store/a.ts', 'const driver = await import(name);'],
    [
      'of the store behind its port',
      'src/graphql/a.ts',
      "import { createWriter } from '../store/write-store.ts';",
    ],
    ['out of the source', 'src/domain/a.ts', "import { dossier } from '../../tests/domain/records.ts';"],
    ['in a folder that is no layer', 'src/shared/a.ts', ''],
  ])('is seen: %s', (_, path, text) => {
    expect(sample(path, text)).toHaveLength(1);
  });

  it.each([
    ['the own folder', 'src/figure/a.ts', "import { lanes } from './lanes.ts';"],
    [
      'what the table allows',
      'src/store/a.ts',
      "import { z } from 'zod';\nimport type { Engine } from '../engine/engine.ts';",
    ],
    ['the word in a text', 'src/domain/a.ts', "export const sentence = `taken from 'a source'`;"],
    [
      'the word in a comment',
      'src/domain/a.ts',
      "/**\n * See import('neo4j-driver').\n */\n// import 'neo4j-driver'",
    ],
    [
      'anything, where the objects are built',
      'src/cli/a.ts',
      "import { x } from '../engine/neo4j-engine.ts';",
    ],
  ])('is not made of %s', (_, path, text) => {
    expect(sample(path, text)).toEqual([]);
  });

  it('is named by what it imports', () => {
    expect(importsOf("import a from 'a';\nawait import('./b.ts');\nawait import(c);")).toEqual([
      'a',
      './b.ts',
      computed,
    ]);
  });
});
