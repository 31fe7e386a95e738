import { z } from 'zod';
import { withFragments } from './assertion-fields.ts';

/** One page of a list, and where the next begins. */
export interface DataPage<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A list that is read to its end page by page, by `$first` and `$after` beside the variables of its own. */
export interface DataList<Node> {
  readonly query: string;
  /** The page in an answer; null where what it is a list of is not there any more. Throws where it is no such answer. */
  readonly read: (answer: unknown) => DataPage<Node> | null;
}

export type NodeOf<List> = List extends DataList<infer Node> ? Node : never;

const page = z.object({
  edges: z.array(z.object({ node: z.unknown() })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});
const within = z.object({ record: z.object({ list: page }).nullable() });
const alone = z.object({ list: page });

function pageOf<Node>({ edges, pageInfo }: z.infer<typeof page>, item: z.ZodType<Node>): DataPage<Node> {
  return { edges: edges.map(({ node }) => ({ node: item.parse(node) })), pageInfo };
}

const paging = 'first: $first, after: $after';

/** `field` with the arguments of its own, if it has any. */
const listed = (field: string, selection: string) =>
  `list: ${field.endsWith(')') ? `${field.slice(0, -1)}, ${paging})` : `${field}(${paging})`} { pageInfo { hasNextPage endCursor } edges { node { ${selection} } } }`;

/** A list of the record `$id`: `record` is how that is asked for, `on` the type that has the list where that does not say. */
export function listWithin<Node>(
  record: string,
  name: string,
  field: string,
  selection: string,
  node: z.ZodType<Node>,
  on: string | null = null,
): DataList<Node> {
  const list = listed(field, selection);
  return {
    query: withFragments(`query ${name}($id: ID!, $first: Int!, $after: String) {
  record: ${record} { ${on === null ? list : `... on ${on} { ${list} }`} }
}`),
    read: (answer) => {
      const { record: found } = within.parse(answer);
      return found && pageOf(found.list, node);
    },
  };
}

/** A list that is of no record; `variables` are those that it takes beside the place in it. */
export function listAlone<Node>(
  variables: string,
  name: string,
  field: string,
  selection: string,
  node: z.ZodType<Node>,
): DataList<Node> {
  return {
    query: withFragments(`query ${name}(${variables}, $first: Int!, $after: String) {
  ${listed(field, selection)}
}`),
    read: (answer) => pageOf(alone.parse(answer).list, node),
  };
}
