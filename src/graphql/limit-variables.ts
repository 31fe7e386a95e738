import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type LimitCode, LimitExceeded } from '../domain/limit-exceeded.ts';
import { limitError } from './limit-error.ts';

/** The most that the variables of one request may hold. */
export interface VariableLimits {
  readonly depth: number;
  readonly values: number;
  /** The items of one list. */
  readonly items: number;
}

export const variableLimits: VariableLimits = { depth: 64, values: 100_000, items: 10_000 };

/**
 * Refuses variables that are nested too deep, hold too much or are no Unicode, before they are read as what they stand for: that calls
 * itself for each level. How long their texts may be follows from how large the body may be.
 */
export function limitVariables(limits: VariableLimits = variableLimits): Plugin {
  return {
    onParams({ params: { variables } }) {
      const [code, limit, came] = excessOf(variables, limits) ?? [];
      if (code !== undefined && limit !== undefined && came !== undefined)
        throw limitError(new LimitExceeded(code, { limit, came }));
    },
  };
}

/** A lone surrogate has no bytes in UTF-8: no store keeps it as it came, and no hash is of it. */
function notUnicode(): GraphQLError {
  return new GraphQLError('variables: expected texts of well-formed Unicode; a lone surrogate came', {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}

/** Level by level, so that no depth of them is a depth of calls. */
function excessOf(variables: unknown, limits: VariableLimits): readonly [LimitCode, number, number] | null {
  let level: readonly unknown[] = [variables];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string' && !value.isWellFormed()) throw notUnicode();
      if (typeof value !== 'object' || value === null) continue;
      const within: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
      if (Array.isArray(value) && within.length > limits.items)
        return ['LIST_TOO_LONG', limits.items, within.length];
      values += within.length;
      if (values > limits.values) return ['VARIABLES_TOO_MANY', limits.values, values];
      for (const one of within) next.push(one);
    }
    if (next.length > 0 && depth + 1 > limits.depth) return ['VARIABLES_TOO_DEEP', limits.depth, depth + 1];
    level = next;
  }
  return null;
}
