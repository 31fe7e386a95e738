import type { GraphQLResolveInfo } from 'graphql';
import { cutShort } from '../../domain/cut-short.ts';
import { InvalidInput, type Issue } from '../../domain/errors.ts';
import { readId } from '../../domain/moment.ts';
import { argumentsWithIds } from '../id-inputs.ts';

/**
 * Nothing is recorded of the past: an input that names a record as it stood is refused.
 * @throws InvalidInput with the path of each such id
 */
export function expectPresentIds({ parentType, fieldName }: GraphQLResolveInfo, input: object): void {
  const issues: Issue[] = [];
  argumentsWithIds(parentType.getFields()[fieldName]?.args ?? [], { input }, (given, path) => {
    const { id, moment } = readId(given);
    if (moment !== null) {
      issues.push({
        path: path.replace(/^input\.?/, ''),
        message: `expected the record as it is now, ${cutShort(id)}; an id as of a moment came, which can only be read: ${cutShort(given)}`,
      });
    }
    return given;
  });
  if (issues.length > 0) throw new InvalidInput('the input was refused, and nothing was recorded', issues);
}
