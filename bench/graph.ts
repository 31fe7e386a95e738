import { z } from 'zod';
import { answerOf } from './compare.ts';
import type { PagePlace } from './questions/page.ts';
import { post } from './questions/question.ts';

export interface Neo4jAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/**
 * The environment by which the servers find a Neo4j. The service remembers no answers, unless what is `remembered` is what
 * is to be measured.
 */
export function environmentFor(
  { uri, user, password, database }: Neo4jAddress,
  remembered = false,
): NodeJS.ProcessEnv {
  return {
    ...commonEnvironment(remembered),
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database,
    BENCH_STORE_PORT: new URL(uri).port || '7687',
  };
}

/** The same for the embedded store in a folder. */
export function environmentIn(folder: string, remembered = false): NodeJS.ProcessEnv {
  const { NEO4J_URI: _, ...rest } = commonEnvironment(remembered);
  return { ...rest, ONRECORD_DATA: folder };
}

function commonEnvironment(remembered: boolean): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // All questions come from one address, as many as can be asked.
    ONRECORD_ADDRESS_RATE: '1000000000',
    ...(remembered ? {} : { ONRECORD_REMEMBERED_MB: '0' }),
  };
}

const cursorsQuery = `query Cursors($after: String) {
  claims(first: 100, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } }
}`;
const cursorsAnswer = z.object({
  data: z.object({
    claims: z.object({
      edges: z.array(z.object({ cursor: z.string(), node: z.object({ id: z.string() }) })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});
const cursorContent = z.object({ k: z.string(), i: z.string() });

/** The places that a page of claims may begin at, from the newest claim on, at most so many; in no order. */
export async function pagePlaces(origin: string, most: number): Promise<readonly PagePlace[]> {
  const places: PagePlace[] = [];
  let offset = 0;
  for (let after: string | null = null, more = true; more && offset < most; ) {
    const answer = cursorsAnswer.parse(await answerOf(origin, post(cursorsQuery, { after })));
    const { edges, pageInfo } = answer.data.claims;
    for (const { cursor } of edges) {
      offset++;
      const { k, i } = cursorContent.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
      places.push({ cursor, key: k, id: i, offset });
    }
    more = pageInfo.hasNextPage;
    after = pageInfo.endCursor;
  }
  return inNoOrder(places);
}

/** So that places that are asked for one after the other are not beside each other: by what follows no order in an id. */
function inNoOrder(places: readonly PagePlace[]): readonly PagePlace[] {
  return [...places].sort((a, b) => (a.id < b.id ? -1 : 1));
}
