import type { YogaServerInstance } from 'graphql-yoga';
import { z } from 'zod';
import { InvalidCursor, PastNotAtHand, StoreUnreachable } from '../domain/errors.ts';
import { LimitExceeded, limitCodes } from '../domain/limit-exceeded.ts';
import type { GraphqlContext } from './context.ts';
import type { RequestContext } from './yoga.ts';

const answer = z.object({
  // Of a document that is none of the schema there is no data at all.
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z
          .object({ code: z.string().optional(), limit: z.number().optional(), came: z.number().optional() })
          .optional(),
      }),
    )
    .optional(),
});

/**
 * Asks the API within the process, by the way that everybody's requests go: with their limits, their permissions and
 * what is kept of their documents. Resolves to the data. Rejects for an answer with errors: with LimitExceeded,
 * InvalidCursor, PastNotAtHand, StoreUnreachable, or an Error that names what the API said.
 */
export function askInside(yoga: Pick<YogaServerInstance<RequestContext, GraphqlContext>, 'fetch'>) {
  return async (query: string, variables: object, context: RequestContext): Promise<unknown> => {
    const response = await yoga.fetch(
      'http://onrecord.invalid/graphql',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      },
      context,
    );
    const { data, errors: [error] = [] } = answer.parse(await response.json());
    if (error === undefined) return data;
    const { code, limit = 0, came = 0 } = error.extensions ?? {};
    const exceeded = limitCodes.find((known) => known === code);
    if (exceeded !== undefined) throw new LimitExceeded(exceeded, { limit, came });
    if (code === 'INVALID_CURSOR') throw new InvalidCursor(error.message);
    if (code === 'AS_OF_BUSY' || code === 'AS_OF_TOO_LARGE') throw new PastNotAtHand(code, error.message);
    if (code === 'STORE_UNREACHABLE' || code === 'STORE_BUSY') throw new StoreUnreachable(error.message);
    throw new Error(`the API answered: ${error.message}`);
  };
}
