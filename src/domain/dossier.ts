import type { Claim, ClaimRelation, Entity, Review, Source } from './model.ts';
import type { Basis, Commitment, Modality, RecordMethod, Stance, Verdict } from './vocabulary.ts';

/** An assertion as far as counting, heading and dating a claim needs it. */
export interface DossierEntry {
  readonly id: string;
  readonly claimId: string;
  readonly stance: Stance;
  readonly commitment: Commitment;
  readonly modality: Modality;
  /** What a CONDITIONAL one hangs on, in the text's words. */
  readonly condition: string | null;
  readonly basis: Basis;
  readonly method: RecordMethod;
  /** The id of the assertion that it is attributed to; null for an origin. */
  readonly attributedToId: string | null;
  /** Itself, then what it is attributed to, to the origin. */
  readonly chain: readonly string[];
  readonly copyOfId: string | null;
  /** As recorded, but for the name, which is that of whoever readers see for all judged the same. */
  readonly speaker: Entity;
  readonly onBehalfOf: Entity | null;
  readonly role: string | null;
  /** Where it was made; null when nothing is known of it. */
  readonly sourceId: string | null;
  /** The sources that its passages were read in. */
  readonly readInIds: readonly string[];
  readonly saidEarliest: string | null;
  readonly saidLatest: string | null;
  readonly saidEdtf: string | null;
  /** The date of saying as it was written, and what it was resolved against. */
  readonly saidOriginal: string | null;
  readonly saidResolvedAgainst: string | null;
  /** Whether it is recorded with the warning that the date which the claim concerns cannot be true. */
  readonly concernsImpossible: boolean;
  readonly recordedAt: string;
  readonly position: number;
  readonly withdrawnAt: string | null;
  readonly supersededById: string | null;
}

/**
 * A standing judgement (no later one is on the same pair) between two assertions, by their ids, or between two
 * entities, by the ids of their clusters.
 */
export interface DossierJudgement {
  readonly verdict: Verdict;
  readonly between: readonly [string, string];
}

/**
 * All that is recorded of one claim, as far as counting needs it: every assertion of it, withdrawn ones too; the
 * assertions of other claims that their chains or copies lead to; the judgements among them; its confirmed relations.
 */
export interface Dossier {
  readonly claim: Claim;
  readonly entries: readonly DossierEntry[];
  /** Assertions of other claims that a chain or a copy leads to, by id. */
  readonly others: readonly DossierEntry[];
  readonly judgements: readonly DossierJudgement[];
  readonly relations: readonly ClaimRelation[];
  /**
   * Of the claims that relations join to it, by id, those that lapsed: all support of one was withdrawn, or whoever affirmed
   * it took that back. They stand against nothing any more. One that nobody here ever affirmed has not lapsed.
   */
  readonly lapsed: readonly string[];
  /** Those withdrawn included. */
  readonly reviews: readonly Review[];
  /** The sources named in the entries, and those that they derive from, to the end. */
  readonly sources: readonly Source[];
  /** Who published those sources. */
  readonly publishers: readonly Entity[];
}
