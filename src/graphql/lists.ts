import type { FieldNode } from 'graphql';
import type { Claim, SourcedAssertion } from '../domain/model.ts';
import { type Connection, connect, type PagingArguments } from './connection.ts';
import type { GraphqlContext } from './context.ts';
import { asksForTexts } from './foresight.ts';
import type { AssertionListArguments, ClaimListArguments } from './loaders.ts';

/**
 * The assertions that hang on a node, and on what it `standsFor`; `total` where it is known how many there are, `asked`
 * where it is known what is asked of them.
 */
export function assertionsOf(
  context: GraphqlContext,
  field: string,
  id: string,
  list: AssertionListArguments,
  args: PagingArguments,
  {
    total,
    standsFor = [id],
    asked,
  }: {
    readonly total?: number | undefined;
    readonly standsFor?: readonly string[];
    readonly asked?: readonly FieldNode[];
  } = {},
): Connection<SourcedAssertion> {
  const { loaders } = context;
  const whole = asked === undefined || asked.some(asksForTexts);
  return connect(
    args,
    { order: list.order, list: [field, id, list.filter] },
    {
      page: (request) => loaders.assertionPage([{ ...list, whole }, request], standsFor),
      count: async () => (total === undefined ? loaders.assertionCount(list, standsFor) : exact(total)),
    },
  );
}

const largestTotal = 10_000;

/** A total as lists give it: null beyond 10,000. */
function exact(total: number): number | null {
  return total > largestTotal ? null : total;
}

/** The claims that hang on a node. */
export function claimsOf(
  context: GraphqlContext,
  field: string,
  id: string,
  list: ClaimListArguments,
  args: PagingArguments,
): Connection<Claim> {
  const { loaders } = context;
  return connect(
    args,
    { order: list.order, list: [field, id] },
    {
      page: (request) => loaders.claimPage([list, request], id),
      count: () => loaders.claimCount(list, id),
    },
  );
}
