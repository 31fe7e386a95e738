import { z } from 'zod';
import { facetsOf } from '../domain/claim-status.ts';
import type { Dossier } from '../domain/dossier.ts';
import { isCurrent, isHeld } from '../domain/dossier-reading.ts';
import type { ClaimStatus } from '../domain/vocabulary.ts';
import { readerOver } from './graph-store.ts';
import { distinct, inOneOrder, type Run } from './run.ts';
import { rowsOfBatches } from './write-batches.ts';

const clusterRow = z.tuple([z.string(), z.array(z.string())]);

/** What a claim is listed and ordered by, besides its own properties. */
export interface ClaimFound {
  readonly id: string;
  /** The claims that its relations join to it, whatever their status. */
  readonly beside: readonly string[];
  /** The status that was kept with it. */
  readonly formerStatus: ClaimStatus;
  readonly properties: {
    readonly status: ClaimStatus;
    readonly independentOrigins: number;
    readonly anonymousOnly: boolean;
    readonly hasContradiction: boolean;
    readonly reviewed: boolean;
    /** The number of current assertions as text that sorts. */
    readonly assertionCountKey: string;
    readonly aboutMembers: readonly string[];
    readonly speakerMembers: readonly string[];
    readonly sourceIds: readonly string[];
    /** The claims that confirmed relations lead to, or come from. */
    readonly relatedIds: readonly string[];
  };
}

function beside({ claim }: Dossier, relations: Dossier['relations']): readonly string[] {
  return inOneOrder(relations.flatMap(({ fromId, toId }) => [fromId, toId]).filter((id) => id !== claim.id));
}

function relatedTo(dossier: Dossier): readonly string[] {
  return beside(
    dossier,
    dossier.relations.filter(({ status }) => status === 'CONFIRMED'),
  );
}

/** Who speaks in what of a claim is current and held, and who or what it is about: what its facets name clusters of. */
function namedIn({ claim, entries }: Dossier): {
  readonly topics: readonly string[];
  readonly speakers: readonly string[];
} {
  const held = entries.filter((entry) => isCurrent(entry) && isHeld(entry));
  return { topics: claim.aboutIds, speakers: held.map(({ speaker }) => speaker.id) };
}

/** The sources that what is current of a claim was made or read in, of those that are there. */
function sourcesOf({ entries, sources }: Dossier): readonly string[] {
  const there = new Set(sources.map(({ id }) => id));
  const named = entries
    .filter(isCurrent)
    .flatMap(({ sourceId, readInIds }) => [sourceId ?? '', ...readInIds]);
  return inOneOrder(named.filter((id) => there.has(id)));
}

/** What claims are found by, counted from all that is recorded of them; nothing for an id that is not there. */
export async function claimFacets(run: Run, ids: readonly string[]): Promise<readonly ClaimFound[]> {
  const dossiers = (await readerOver(run).dossiers(ids)).filter((dossier) => dossier !== null);
  const named = dossiers.map(namedIn);
  const entities = distinct(named.flatMap(({ topics, speakers }) => [...topics, ...speakers]));
  const clusters = new Map(
    (await rowsOfBatches(run, 'members-of-clusters', entities)).map((row) => clusterRow.parse(row)),
  );
  const membersOf = (some: readonly string[]) => inOneOrder(some.flatMap((id) => clusters.get(id) ?? []));
  return dossiers.map((dossier, index) => {
    const { assertionCount, ...facets } = facetsOf(dossier);
    const { topics = [], speakers = [] } = named[index] ?? {};
    return {
      id: dossier.claim.id,
      beside: beside(dossier, dossier.relations),
      formerStatus: dossier.claim.status,
      properties: {
        ...facets,
        assertionCountKey: String(assertionCount).padStart(9, '0'),
        aboutMembers: membersOf(topics),
        speakerMembers: membersOf(speakers),
        sourceIds: sourcesOf(dossier),
        relatedIds: relatedTo(dossier),
      },
    };
  });
}
