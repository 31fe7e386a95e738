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
  const speakers: Entity[] = [];
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
    speakers.push(...entries.map(holderOf).map((holder) => entities.get(holder.clusterId) ?? holder));
  }
  for (const speaker of speakers.sort(nearestToCluster)) addEntity(nodes, 'SPEAKER', speaker);
  for (const entity of [...entities.values()].sort(nearestToCluster)) addEntity(nodes, 'PUBLISHER', entity);
  return nodes;
}

/** The entity that gave the cluster its id stands for it; where that is not at hand, the first by id. */
function nearestToCluster(a: Entity, b: Entity): number {
  return Number(b.id === b.clusterId) - Number(a.id === a.clusterId) || (a.id < b.id ? -1 : 1);
}

function addEntity(nodes: Map<string, DatedNode>, kind: 'SPEAKER' | 'PUBLISHER', entity: Entity): void {
  const id = graphNodeId(kind, entity.clusterId);
  if (!nodes.has(id)) nodes.set(id, { recordedAt: entity.recordedAt, draw: () => entityNode(kind, entity) });
}

type Beside = Pick<GraphNode, 'dateImpossible' | 'machine' | 'anonymous'>;

/** Labels are made when they are read: a claim's takes its headline, and many who ask for a graph ask for no label. */
function node(
  kind: GraphNodeKind,
  recordId: string,
  label: (language: string) => string,
  date: GraphNode['date'],
  beside: Beside = {},
): GraphNode {
  let made: GraphNode['labels'] | null = null;
  return {
    id: graphNodeId(kind, recordId),
    kind,
    get labels() {
      made ??= Object.fromEntries(labelLanguages.map((language) => [language, label(language)]));
      return made;
    },
    date,
    recordId,
    ...beside,
  };
}

function claimNode(dossier: Dossier): GraphNode {
  const { claim } = dossier;
  return node('CLAIM', claim.id, (language) => headlineOf(dossier, language), claim.concerns, {
    dateImpossible: claim.concerns !== null && isDateImpossible(dossier),
  });
}

function sourceNode(source: Source): GraphNode {
  const titled = (language: string) => pick(source.title, language)?.text ?? '';
  return node('SOURCE', source.id, titled, source.publishedOn ?? source.inForce);
}

function entityNode(kind: 'SPEAKER' | 'PUBLISHER', entity: Entity): GraphNode {
  return node(kind, entity.clusterId, (language) => nameOf(entity, language), null, {
    machine: entity.kind === 'MACHINE',
    anonymous: entity.anonymity !== 'NAMED' || entity.kind === 'UNKNOWN',
  });
}
