import type { Statement } from '../../src/engine/engine.ts';

/** A statement made in a test; those of the program stand in `cypher/`. */
export function statement(name: string, text: string): Statement {
  return { name, text: `// ${name}\n${text}` };
}
