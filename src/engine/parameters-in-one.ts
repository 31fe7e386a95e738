import type { Parameters, Statement } from './engine.ts';

const texts = new WeakMap<Statement, string>();
const parameter = /\$(?=[A-Za-z])/g;

/**
 * The text of a statement whose parameters come as entries of one map. Neo4j makes a plan for each length, by powers of
 * ten, of each list that is a parameter by itself, and an import writes lists of every length; what is in a map it does
 * not look at.
 */
export function takingOne(statement: Statement): string {
  const known = texts.get(statement);
  if (known !== undefined) return known;
  const text = statement.text.replace(parameter, '$all.');
  texts.set(statement, text);
  return text;
}

/** The parameters for such a text. */
export function asOne(parameters: Parameters): Parameters {
  return { all: parameters };
}
