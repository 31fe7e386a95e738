import { claimGraphOf } from '../../domain/claim-graph-of.ts';
import { headlineOf } from '../../domain/headline.ts';
import { pick } from '../../domain/localize.ts';
import { mayBeErased } from '../../domain/tombstone.ts';
import { BadArgument } from '../bad-argument.ts';
import { builder } from '../builder.ts';
import { graphDepthOf } from '../graph-depth.ts';
import { graphRecords } from '../graph-records.ts';
import { publicRecord } from '../public-record.ts';
import { Stance } from './assertion-enums.ts';
import { RelationStatus } from './claim-enums.ts';
import { ofRecord } from './language-arg.ts';
import { GraphEdgeKind, GraphNodeKind } from './narrative-enums.ts';

builder.objectType('ClaimGraph', {
  description: 'A claim with whoever speaks of it, where, and the claims around it: what an embed draws.',
  fields: (t) => ({
    nodes: t.field({
      type: ['GraphNode'],
      description: 'Its nodes, nearest first, then newest.',
      resolve: ({ nodes }) => [...nodes],
    }),
    edges: t.field({
      type: ['GraphEdge'],
      description: 'What joins them.',
      resolve: ({ edges }) => [...edges],
    }),
    truncated: t.exposeBoolean('truncated', {
      description: 'Whether nodes were left out for being too many.',
    }),
    relaysBeyond: t.int({
      description:
        'How many pass on what is said in it, over any number of steps, and stand farther away than `depth`: they are not in it.',
      resolve: ({ relaysBeyond = 0 }) => relaysBeyond,
    }),
    embed: t.field({
      type: 'Embed',
      nullable: true,
      args: ofRecord,
      description:
        'How to embed the claim in its middle, in a language: as it stands, or within asOf(recorded) pinned to how it stood. Null ' +
        'where this service has no pages, of what was erased, within asOf(said), and at a moment that is not over.',
      resolve: ({ middle }, { language }, { embedOf, moment, now }) => {
        const { recorded = null, said = null } = moment ?? {};
        if (middle === null || embedOf === null || said !== null) return null;
        // What is still to come cannot be pinned, as on the pages.
        if (recorded !== null && recorded > now.toISOString()) return null;
        return embedOf(
          { slug: middle.slug, headline: middle.headline(language), pin: recorded },
          language ?? null,
        );
      },
    }),
  }),
});

builder.objectType('GraphNode', {
  description:
    'A record as a node of a claim graph. One organization may stand as a speaker and as a publisher.',
  fields: (t) => ({
    id: t.id({
      description: 'Its kind and its record; not the id of the record.',
      resolve: ({ drawn }) => drawn.id,
    }),
    kind: t.field({
      type: GraphNodeKind,
      description: 'The lane that it stands in.',
      resolve: ({ drawn }) => drawn.kind,
    }),
    label: t.string({
      description: 'What stands on it; a claim’s is its headline.',
      args: ofRecord,
      resolve: ({ drawn, behind }, { language }) => {
        if (behind) return behind.label(language);
        const texts = Object.entries(drawn.labels).map(([tag, text]) => ({ language: tag, text }));
        return pick(texts, language)?.text ?? '';
      },
    }),
    date: t.field({
      type: 'EdtfDate',
      nullable: true,
      description: 'Its date.',
      resolve: ({ drawn }) => drawn.date,
    }),
    dateImpossible: t.boolean({
      description:
        'Whether the date stands as it was written and cannot be true, as a warning (CONCERNS_IMPOSSIBLE) of an assertion says.',
      resolve: ({ drawn }) => drawn.dateImpossible ?? false,
    }),
    node: t.field({
      type: 'Node',
      nullable: true,
      description: 'The record that it stands for.',
      resolve: ({ drawn, behind }, _, context) => behind?.record ?? publicRecord(drawn.recordId, context),
    }),
  }),
});

builder.objectType('GraphEdge', {
  description: 'What joins two nodes of a claim graph.',
  fields: (t) => ({
    from: t.exposeID('from', { description: 'The id of the node that it starts at.' }),
    to: t.exposeID('to', { description: 'The id of the node that it leads to.' }),
    kind: t.expose('kind', {
      type: GraphEdgeKind,
      description:
        'What it is; RELAYS runs from the relay to the relayed. It leads to the claim where nobody in the graph holds what is passed on as it is passed on; `stance` says which then.',
    }),
    stance: t.field({
      type: Stance,
      nullable: true,
      description:
        'Of RELAYS that leads to a claim: the stance that is passed on, and not held by who passes it on. Null of all others.',
      resolve: ({ stance }) => stance ?? null,
    }),
    status: t.field({
      type: RelationStatus,
      nullable: true,
      description:
        'How far it is agreed upon, of DERIVED_FROM and of what joins two claims: one that is PROPOSED was confirmed by nobody, and what was rejected is no edge. Null of all others, which nobody proposes: they are what assertions and sources say.',
      resolve: ({ status }) => status ?? null,
    }),
    withdrawn: t.boolean({
      description:
        'Whether the assertion that it stands for was withdrawn: it is kept where a relay that stands rests on it, and nobody holds it.',
      resolve: ({ withdrawn = false }) => withdrawn,
    }),
  }),
});

builder.objectType('Embed', {
  description: 'Where and how a claim graph may be embedded.',
  fields: (t) => ({
    url: t.expose('url', { type: 'URL', description: 'The address of the embeddable page.' }),
    svgUrl: t.expose('svgUrl', { type: 'URL', description: 'The address of the picture.' }),
    html: t.exposeString('html', { description: 'The HTML to put into a page.' }),
    oembedUrl: t.expose('oembedUrl', { type: 'URL', description: 'The oEmbed address.' }),
  }),
});

const mostNodes = 500;

builder.objectField('Claim', 'graph', (t) =>
  t.field({
    type: 'ClaimGraph',
    nullable: true,
    description: 'The claim graph around it: nearest first, then newest.',
    args: {
      depth: t.arg.int({ defaultValue: 2, description: 'How many steps around it, from 1 to 4.' }),
      maxNodes: t.arg.int({ defaultValue: 200, description: 'How many nodes at most, from 1 to 500.' }),
    },
    resolve: async ({ id }, args, { loaders }) => {
      const depth = graphDepthOf(args.depth);
      const maxNodes = args.maxNodes ?? 200;
      if (maxNodes < 1 || maxNodes > mostNodes) {
        throw new BadArgument('maxNodes', `a whole number from 1 to ${mostNodes}`, maxNodes);
      }
      // A related claim is one edge away, so that the claims within `depth` edges are all that can be drawn.
      const found = await loaders.neighbourhood(depth, id);
      const dossiers = new Map(found.map((dossier) => [dossier.claim.id, dossier]));
      const entities = new Map(
        found.flatMap(({ publishers }) => publishers.map((entity) => [entity.id, entity])),
      );
      const graph = claimGraphOf(id, { dossiers, entities }, { depth, maxNodes });
      const records = graphRecords(found);
      const own = dossiers.get(id);
      const stands = own !== undefined && !mayBeErased(own.claim.slug);
      return {
        middle: stands
          ? {
              slug: own.claim.slug,
              headline: (language) => headlineOf(own, language ?? own.claim.language),
            }
          : null,
        ...graph,
        nodes: graph.nodes.map((drawn) => ({ drawn, behind: records.get(drawn.recordId) ?? null })),
      };
    },
  }),
);
