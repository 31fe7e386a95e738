import { z } from 'zod';
import { facetsOf } from '../domain/claim-status.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { ClaimStatus } from '../domain/vocabulary.ts';
import { readerOver } from './graph-store.ts';
import { inOneOrder, type Run } from './run.ts';

const texts = z.array(z.string());
const lists = z.array(texts);
const facts = z.tuple([z.string(), lists, lists, texts, texts]);

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

/** What claims are found by, counted from all that is recorded of them; nothing for an id that is not there. */
export async function claimFacets(run: Run, ids: readonly string[]): Promise<readonly ClaimFound[]> {
  const [dossiers, rows] = await Promise.all([
    readerOver(run).dossiers(ids),
    run('facts-of-claims', { ids: [...ids] }),
  ]);
  const found = new Map(rows.map((row) => facts.parse(row)).map((row) => [row[0], row]));
  return dossiers.flatMap((dossier) => {
    if (!dossier) return [];
    const { assertionCount, ...facets } = facetsOf(dossier);
    const [, topics = [], speakers = [], madeIn = [], readIn = []] = found.get(dossier.claim.id) ?? [];
    return {
      id: dossier.claim.id,
      beside: beside(dossier, dossier.relations),
      formerStatus: dossier.claim.status,
      properties: {
        ...facets,
        assertionCountKey: String(assertionCount).padStart(9, '0'),
        aboutMembers: inOneOrder(topics.flat()),
        speakerMembers: inOneOrder(speakers.flat()),
        sourceIds: inOneOrder([...madeIn, ...readIn]),
        relatedIds: relatedTo(dossier),
      },
    };
  });
}
