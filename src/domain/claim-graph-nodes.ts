import type { GraphNode } from './claim-graph.ts';
import { type GraphMaterial, graphNodeId } from './claim-graph-edges.ts';
import { isDateImpossible } from './claim-status.ts';
import type { Dossier } from './dossier.ts';
import { holderOf } from './dossier-reading.ts';
import { headlineOf } from './headline.ts';
import { nameOf, pick } from './localize.ts';
import type { Entity, Source } from './model.ts';
import type { GraphNodeKind } from './vocabulary.ts';

/** The languages that every node is labelled in. */
const labelLanguages = ['en', 'zh-Hans'] as const;

/** A node that could be drawn. */
export interface DatedNode {
  readonly recordedAt: string;
  readonly draw: () => GraphNode;
}

/** Every node that the material has, by its id in the graph. Entities judged the same are one node. */
export function nodesOf({ dossiers, entities }: GraphMaterial): ReadonlyMap<string, DatedNode> {
  const nodes = new Map<string, DatedNode>();
  const speakers = new Map<string, Entity>();
  for (const dossier of dossiers.values()) {
    const { claim, entries, sources } = dossier;
    nodes.set(graphNodeId('CLAIM', claim.id), {
      recordedAt: claim.recordedAt,
      draw: () => claimNode(dossier),
    });
    for (const source of sources) {
      nodes.set(graphNodeId('SOURCE', source.id), {
        recordedAt: source.recordedAt,
        draw: () => sourceNode(source),
      });
    }
    for (const entry of entries) {
      const holder = holderOf(entry);
      keepNearest(speakers, entities.get(holder.clusterId) ?? holder);
    }
  }
  const publishers = new Map<string, Entity>();
  for (const entity of entities.values()) keepNearest(publishers, entity);
  addEntities(nodes, 'SPEAKER', speakers);
  addEntities(nodes, 'PUBLISHER', publishers);
  return nodes;
}

/** The entity that gave the cluster its id stands for it; where that is not at hand, the first by id. */
function keepNearest(byCluster: Map<string, Entity>, entity: Entity): void {
  const { id, clusterId } = entity;
  const known = byCluster.get(clusterId);
  if (known === undefined || (known.id !== clusterId && (id === clusterId || id < known.id)))
    byCluster.set(clusterId, entity);
}

function addEntities(
  nodes: Map<string, DatedNode>,
  kind: 'SPEAKER' | 'PUBLISHER',
  byCluster: ReadonlyMap<string, Entity>,
): void {
  for (const [clusterId, entity] of byCluster)
    nodes.set(graphNodeId(kind, clusterId), {
      recordedAt: entity.recordedAt,
      draw: () => entityNode(kind, entity),
    });
}

type Beside = Pick<GraphNode, 'dateImpossible' | 'machine' | 'anonymous'>;

/**
 * Labels are made when they are read: a claim's takes its headline, and many who ask for a graph ask for no label. They are a
 * class's, since an object with a getter of its own has a shape of its own, which all that reads it is slower for.
 */
class DrawnNode implements GraphNode {
  readonly id: string;
  readonly kind: GraphNodeKind;
  readonly recordId: string;
  readonly date: GraphNode['date'];
  readonly dateImpossible: boolean;
  readonly machine: boolean;
  readonly anonymous: boolean;
  readonly #label: (language: string) => string;
  #labels: GraphNode['labels'] | null = null;

  constructor(
    kind: GraphNodeKind,
    recordId: string,
    label: (language: string) => string,
    date: GraphNode['date'],
    { dateImpossible = false, machine = false, anonymous = false }: Beside = {},
  ) {
    this.id = graphNodeId(kind, recordId);
    this.kind = kind;
    this.recordId = recordId;
    this.date = date;
    this.dateImpossible = dateImpossible;
    this.machine = machine;
    this.anonymous = anonymous;
    this.#label = label;
  }

  get labels(): GraphNode['labels'] {
    this.#labels ??= Object.fromEntries(labelLanguages.map((language) => [language, this.#label(language)]));
    return this.#labels;
  }
}

function claimNode(dossier: Dossier): GraphNode {
  const { claim } = dossier;
  return new DrawnNode('CLAIM', claim.id, (language) => headlineOf(dossier, language), claim.concerns, {
    dateImpossible: claim.concerns !== null && isDateImpossible(dossier),
  });
}

function sourceNode(source: Source): GraphNode {
  const titled = (language: string) => pick(source.title, language)?.text ?? '';
  return new DrawnNode('SOURCE', source.id, titled, source.publishedOn ?? source.inForce);
}

function entityNode(kind: 'SPEAKER' | 'PUBLISHER', entity: Entity): GraphNode {
  return new DrawnNode(kind, entity.clusterId, (language) => nameOf(entity, language), null, {
    machine: entity.kind === 'MACHINE',
    anonymous: entity.anonymity !== 'NAMED' || entity.kind === 'UNKNOWN',
  });
}
