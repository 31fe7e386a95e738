import { StatementFailed } from '../domain/errors.ts';
import type { Parameters, Statement } from './engine.ts';

interface TakingOne {
  readonly text: string;
  /** The parameters that it names. */
  readonly names: ReadonlySet<string>;
}

const known = new WeakMap<Statement, TakingOne>();
const parameter = /\$([A-Za-z]\w*)/g;

/**
 * The text of a statement whose parameters come as entries of one map. Neo4j makes a plan for each length, by powers of
 * ten, of each list that is a parameter by itself, and an import writes lists of every length; what is in a map it does
 * not look at.
 */
export function takingOne(statement: Statement): TakingOne {
  const before = known.get(statement);
  if (before !== undefined) return before;
  const names = new Set([...statement.text.matchAll(parameter)].flatMap(([, name]) => name ?? []));
  const taking = { text: statement.text.replace(parameter, '$$all.$1'), names };
  known.set(statement, taking);
  return taking;
}

/**
 * The parameters for such a text. Throws StatementFailed where one of them is missing: an entry that a map does not have is
 * null to Neo4j, where a parameter that did not come is an error.
 */
export function asOne(statement: Statement, parameters: Parameters): Parameters {
  for (const name of takingOne(statement).names) {
    if (parameters[name] === undefined)
      throw new StatementFailed(statement.name, `expected a parameter ${name}; none came`);
  }
  return { all: parameters };
}
