import { z } from 'zod';

/** One page of a list, as the API answers it. */
export const list = <Node extends z.ZodType>(node: Node) => z.object({ edges: z.array(z.object({ node })) });

/** With how many there are on all pages; null where they are too many to count. */
export const counted = <Node extends z.ZodType>(node: Node) =>
  list(node).extend({ totalCount: z.number().nullable() });

/** With where the next page begins. */
export const paged = <Node extends z.ZodType>(node: Node) =>
  counted(node).extend({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  });

/** What is asked of a list that `paged` parses, beside its items. */
export const pagedFields = 'totalCount pageInfo { hasNextPage endCursor }';

/** What a list shows. */
export function nodesOf<Node>({
  edges,
}: {
  readonly edges: readonly { readonly node: Node }[];
}): readonly Node[] {
  return edges.map(({ node }) => node);
}
