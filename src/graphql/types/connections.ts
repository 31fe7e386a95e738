import { builder, type ListedName } from '../builder.ts';
import { type Connection, cursorOf, type Edge } from '../connection.ts';

builder.objectType('PageInfo', {
  description: 'Where a page stands in its list.',
  fields: (t) => ({
    hasNextPage: t.boolean({
      description: 'Whether more follows this page.',
      resolve: (connection) => connection.hasNextPage(),
    }),
    hasPreviousPage: t.boolean({
      description: 'Whether something stands before this page.',
      resolve: (connection) => connection.hasPreviousPage(),
    }),
    startCursor: t.string({
      nullable: true,
      description: 'The cursor of the first item; null on an empty page.',
      resolve: async (connection) => cursorOrNull((await connection.edges())[0]),
    }),
    endCursor: t.string({
      nullable: true,
      description: 'The cursor of the last item; null on an empty page.',
      resolve: async (connection) => cursorOrNull((await connection.edges()).at(-1)),
    }),
  }),
});

function cursorOrNull(edge: Edge<unknown> | undefined): string | null {
  return edge === undefined ? null : cursorOf(edge);
}

function connectionType<Name extends ListedName>(name: Name, node: string, of: string): void {
  const edge = builder.objectRef<Edge<unknown>>(`${name}Edge`).implement({
    description: `One of a list of ${of}, with its cursor.`,
    fields: (t) => ({
      node: t.field({
        // Each name stands for a type of the builder's; the compiler cannot follow which through the mapped types.
        type: node as 'Claim',
        description: 'The item itself.',
        resolve: ({ item }) => item as never,
      }),
      cursor: t.string({
        description: 'Where it stands, for `after` and `before`; bound to this order and filter.',
        resolve: cursorOf,
      }),
    }),
  });
  builder.objectRef<Connection<unknown>>(`${name}Connection`).implement({
    description: `A page of a list of ${of}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The items of this page, in order.',
        resolve: async (connection) => [...(await connection.edges())],
      }),
      pageInfo: t.field({
        type: 'PageInfo',
        description: 'Where this page stands in its list.',
        resolve: (connection) => connection,
      }),
      totalCount: t.int({
        nullable: true,
        description: 'How many there are on all pages, counted only when asked for; null beyond 10,000.',
        resolve: (connection) => connection.totalCount(),
      }),
    }),
  });
}

connectionType('Claim', 'Claim', 'claims');
connectionType('Assertion', 'Assertion', 'assertions');
connectionType('Entity', 'Entity', 'entities');
connectionType('Source', 'Source', 'sources');
connectionType('SourceVersion', 'SourceVersion', 'versions of a source');
connectionType('Passage', 'Passage', 'passages');
connectionType('ClaimRelation', 'ClaimRelation', 'relations between claims');
connectionType('Review', 'Review', 'reviews');
connectionType('ConfidentialIdentity', 'ConfidentialIdentity', 'confidential identities');
connectionType('Position', 'Position', 'positions');
connectionType('ProvenanceTrail', 'ProvenanceTrail', 'trails');
connectionType('TimelineEvent', 'TimelineEvent', 'events');
connectionType('Search', 'SearchHit', 'hits');
connectionType('Revision', 'Revision', 'revisions');
connectionType('Change', 'Change', 'changes of the log');
connectionType('Draft', 'Draft', 'drafts');
