import type { DataList, DataPage } from '../web/record-data/data-list.ts';
import type { AskApi, PageRequest } from './page-response.ts';

/** How many items are asked for at once, and how many pages at the most. */
const pageSize = 50;
const mostPages = 200;

/** A record has more of something than is handed out in one document. */
export class TooMuchOfARecord extends Error {
  constructor() {
    super(
      `This record has lists of more than ${pageSize * mostPages} items, which is more than one document holds; /graphql pages through them.`,
    );
  }
}

/** Reads a list to its end, as whoever asks may see it. What is recorded meanwhile may be missing. Throws TooMuchOfARecord. */
export async function wholeList<Node>(
  { query, read }: DataList<Node>,
  variables: object,
  ask: AskApi,
  asked: PageRequest,
): Promise<readonly Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const list: DataPage<Node> | null = read(
      await ask(query, { ...variables, first: pageSize, after }, asked),
    );
    // Hidden or erased since.
    if (list === null) return nodes;
    nodes.push(...list.edges.map(({ node }) => node));
    if (!list.pageInfo.hasNextPage) return nodes;
    after = list.pageInfo.endCursor;
  }
  throw new TooMuchOfARecord();
}
