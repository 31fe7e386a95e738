import type { GraphEdge } from './claim-graph.ts';
import { derivationPath } from './derivation-path.ts';
import type { Dossier, DossierEntry } from './dossier.ts';
import { type DossierReading, holderOf, isCurrent, isHeld, readDossier } from './dossier-reading.ts';
import type { Entity, Source } from './model.ts';
import type { GraphNodeKind } from './vocabulary.ts';

/** What a graph is drawn from. */
export interface GraphMaterial {
  /** The root's dossier and those of the claims related to it, over as many steps as are to be drawn. */
  readonly dossiers: ReadonlyMap<string, Dossier>;
  /** The entities that publish, and any other, by id. */
  readonly entities: ReadonlyMap<string, Entity>;
}

/** Which relations between claims are drawn; what is rejected never is. */
export type DrawnRelations = 'CONFIRMED' | 'PROPOSED_TOO';

/** A graph node's id: `${kind}:${record id}`. */
export function graphNodeId(kind: GraphNodeKind, recordId: string): string {
  return `${kind}:${recordId}`;
}

/** What is drawn of a claim: its current assertions, and the withdrawn ones that those rest on. */
function drawnOf({ dossier, current }: DossierReading): readonly DossierEntry[] {
  const leantOn = new Set(current.flatMap(({ chain }) => chain));
  return [
    ...current,
    ...dossier.entries.filter(({ id, withdrawnAt }) => withdrawnAt !== null && leantOn.has(id)),
  ];
}

/**
 * A claim's own edges: whose positions on it are held (origins, and relays that vouch), who relays whom on it, and where it was
 * said. A position is the body's where somebody speaks for one, as in the headline, and apart from the spokesperson's own. A
 * relay that passes on what its origin did not say of this claim, or no longer, leads to the claim itself with the stance that
 * it passes on: it holds nothing, and hangs on nobody's position. A withdrawn link of a chain keeps its place and is marked:
 * without it those who relay it would lead to nobody.
 */
export function edgesOfClaim(dossier: Dossier): readonly GraphEdge[] {
  return drawingOf(dossier).edges;
}

/** The sources that a claim's assertions were read in, with all that lies between there and where they were made. */
export function lineageOf(dossier: Dossier): ReadonlySet<string> {
  return drawingOf(dossier).lineage;
}

interface Drawing {
  readonly edges: readonly GraphEdge[];
  readonly lineage: ReadonlySet<string>;
}

/** Whoever draws asks several times over. */
const drawings = new WeakMap<Dossier, Drawing>();

function drawingOf(dossier: Dossier): Drawing {
  const known = drawings.get(dossier);
  if (known !== undefined) return known;
  const reading = readDossier(dossier);
  const drawn = drawnOf(reading);
  const drawing = { edges: edgesMade(reading, drawn), lineage: lineageMade(dossier, drawn) };
  drawings.set(dossier, drawing);
  return drawing;
}

function edgesMade({ dossier, byId }: DossierReading, drawn: readonly DossierEntry[]): readonly GraphEdge[] {
  const claimNode = graphNodeId('CLAIM', dossier.claim.id);
  const edges: GraphEdge[] = [];
  for (const entry of drawn) {
    const mark = isCurrent(entry) ? {} : { withdrawn: true };
    const { stance } = entry;
    const speaker = graphNodeId('SPEAKER', holderOf(entry).clusterId);
    if (isHeld(entry)) edges.push({ from: speaker, to: claimNode, kind: stance, ...mark });
    const relayed = entry.attributedToId === null ? undefined : byId.get(entry.attributedToId);
    if (relayed?.claimId === dossier.claim.id && relayed.stance === stance) {
      const other = graphNodeId('SPEAKER', holderOf(relayed).clusterId);
      if (other !== speaker) edges.push({ from: speaker, to: other, kind: 'RELAYS', ...mark });
    } else if (!isHeld(entry)) {
      edges.push({ from: speaker, to: claimNode, kind: 'RELAYS', stance, ...mark });
    }
    if (entry.sourceId !== null) {
      edges.push({ from: claimNode, to: graphNodeId('SOURCE', entry.sourceId), kind: 'MADE_IN', ...mark });
    }
  }
  return edges;
}

function lineageMade(dossier: Dossier, drawn: readonly DossierEntry[]): ReadonlySet<string> {
  const sources = new Map(dossier.sources.map((source) => [source.id, source]));
  const lineage = new Set<string>();
  for (const { sourceId, readInIds } of drawn) {
    if (sourceId === null) continue;
    lineage.add(sourceId);
    for (const readIn of readInIds) {
      const path = derivationPath(readIn, sourceId, sources);
      if (path === null) continue;
      for (const id of [readIn, ...path.map(({ fromId }) => fromId)]) lineage.add(id);
    }
  }
  return lineage;
}

/** A source's own edges: its publisher, where that is known, and what it derives from by what is not rejected. */
export function edgesOfSource(source: Source, { entities }: GraphMaterial): readonly GraphEdge[] {
  const from = graphNodeId('SOURCE', source.id);
  const publisher = source.publisherId === null ? undefined : entities.get(source.publisherId);
  return [
    ...(publisher
      ? [{ from, to: graphNodeId('PUBLISHER', publisher.clusterId), kind: 'PUBLISHED_BY' as const }]
      : []),
    ...source.derivedFrom.flatMap(({ fromId, status }) =>
      status === 'REJECTED'
        ? []
        : [{ from, to: graphNodeId('SOURCE', fromId), kind: 'DERIVED_FROM' as const, status }],
    ),
  ];
}

/** A claim's relations with claims that there is a dossier of: confirmed ones, and where they are `drawn` those that are only proposed. */
export function edgesOfRelations(
  dossier: Dossier,
  { dossiers }: GraphMaterial,
  drawn: DrawnRelations,
): readonly GraphEdge[] {
  return dossier.relations.flatMap(({ status, fromId, toId, kind }) => {
    if (status === 'REJECTED' || (status === 'PROPOSED' && drawn === 'CONFIRMED')) return [];
    if (!dossiers.has(fromId) || !dossiers.has(toId)) return [];
    return [{ from: graphNodeId('CLAIM', fromId), to: graphNodeId('CLAIM', toId), kind, status }];
  });
}
