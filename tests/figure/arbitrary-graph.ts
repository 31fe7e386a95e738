import fc from 'fast-check';
import type { ClaimGraph, GraphEdge, GraphNode } from '../../src/domain/claim-graph.ts';
import { graphEdgeKinds, graphNodeKinds, relationKinds, stances } from '../../src/domain/vocabulary.ts';

const words = fc
  .array(
    fc.constantFrom(
      'OpenAI',
      'according to',
      '字节跳动',
      '据《报道》,',
      '“套壳”',
      'وكالة',
      '👩‍👩‍👧‍👦',
      'Ánh',
      'a-very-long-word-without-any-space',
      '\ud800',
      '</text>',
      '&',
      '\u0007',
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((parts) => parts.join(' '));
const label = fc.oneof(
  { weight: 4, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
const edtf = fc.constantFrom(
  '2023-12-15',
  '2023-12',
  '2019~',
  '../2023-12-18~',
  '2023-06/2023-08',
  '2023/..',
  '<&>',
);
const date = fc.option(
  edtf.map((text) => ({ edtf: text, earliest: null, latest: null, original: null, resolvedAgainst: null })),
);

const node = fc.record({
  kind: fc.constantFrom(...graphNodeKinds),
  labels: fc.oneof(
    label.map((en) => ({ en })),
    fc.record({ 'zh-Hans': label, en: label }),
  ),
  date,
  machine: fc.boolean(),
  anonymous: fc.boolean(),
  dateImpossible: fc.boolean(),
});

/** What the service makes: speakers take stances on claims, claims are made in sources, sources have publishers. */
const usual = [
  ...stances.map((kind) => ['SPEAKER', kind, 'CLAIM'] as const),
  ...relationKinds.map((kind) => ['CLAIM', kind, 'CLAIM'] as const),
  ['SPEAKER', 'RELAYS', 'SPEAKER'] as const,
  ['CLAIM', 'MADE_IN', 'SOURCE'] as const,
  ['SPEAKER', 'MADE_IN', 'SOURCE'] as const,
  ['SOURCE', 'PUBLISHED_BY', 'PUBLISHER'] as const,
  ['SOURCE', 'DERIVED_FROM', 'SOURCE'] as const,
];

const status = fc.constantFrom('PROPOSED' as const, 'CONFIRMED' as const);
const agreedUpon: ReadonlySet<string> = new Set(['DERIVED_FROM', ...relationKinds]);

function graphOf(
  edgesBetween: (nodes: readonly GraphNode[]) => fc.Arbitrary<ClaimGraph['edges']>,
): fc.Arbitrary<ClaimGraph> {
  return fc.array(node, { maxLength: 30, size: '+2' }).chain((drawn) => {
    const nodes = drawn.map((own, index) => ({
      ...own,
      id: `${own.kind}:${index}`,
      recordId: String(index),
    }));
    return fc.record({ nodes: fc.constant(nodes), edges: edgesBetween(nodes), truncated: fc.boolean() });
  });
}

/** Graphs as the service makes them, in any shape and with any labels. */
export const claimGraphs = graphOf((nodes) => {
  const ids = (kind: string) => nodes.filter((own) => own.kind === kind).map(({ id }) => id);
  const possible = usual.filter(([from, , to]) => ids(from).length > 0 && ids(to).length > 0);
  if (possible.length === 0) return fc.constant([]);
  return fc.array(
    fc.constantFrom(...possible).chain(
      ([from, kind, to]): fc.Arbitrary<GraphEdge> =>
        fc
          .record({
            from: fc.constantFrom(...ids(from)),
            to: fc.constantFrom(...ids(to)),
            kind: fc.constant(kind),
            mark: agreedUpon.has(kind) ? fc.record({ status }) : fc.record({ withdrawn: fc.boolean() }),
          })
          .map(({ mark, ...edge }) => ({ ...edge, ...mark })),
    ),
    { maxLength: 60, size: '+2' },
  );
});

/** Graphs that the types allow and no service makes: any edge between any two, and edges to nowhere. */
export const wildGraphs = graphOf((nodes) => {
  const id = fc.constantFrom(...nodes.map((own) => own.id), 'CLAIM:nowhere');
  return fc.array(fc.record({ from: id, to: id, kind: fc.constantFrom(...graphEdgeKinds), status }), {
    maxLength: 60,
    size: '+2',
  });
});
