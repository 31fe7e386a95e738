import type { DraftStatus } from '../domain/draft.ts';
import type {
  ClaimNature,
  ClaimStatus,
  Directness,
  EntityKind,
  Modality,
  RecordMethod,
  SourceAccess,
  SourceKind,
  Stance,
  WarningCode,
} from '../domain/vocabulary.ts';

/** A span of calendar days; a side that is null is open. */
export interface DateRange {
  readonly from: string | null;
  readonly to: string | null;
  readonly match: 'CERTAINLY' | 'POSSIBLY';
}

/** Values in a list are alternatives, fields must all hold, an empty list matches nothing, null is no filter. */
export interface AssertionFilter {
  readonly claim: readonly string[] | null;
  readonly speaker: readonly string[] | null;
  readonly onBehalfOf: readonly string[] | null;
  /** Made in or read in. */
  readonly source: readonly string[] | null;
  readonly publisher: readonly string[] | null;
  readonly about: readonly string[] | null;
  readonly stance: readonly Stance[] | null;
  readonly directness: readonly Directness[] | null;
  readonly modality: readonly Modality[] | null;
  readonly speakerKind: readonly EntityKind[] | null;
  readonly anonymous: boolean | null;
  readonly origin: boolean | null;
  /** Of its passages, or the language that it was said in; `zh` matches `zh-*`. */
  readonly language: readonly string[] | null;
  readonly said: DateRange | null;
  readonly warning: readonly WarningCode[] | null;
  readonly method: readonly RecordMethod[] | null;
  /** False: current ones only; true: withdrawn ones only; null: both. */
  readonly withdrawn: boolean | null;
}

/** The filter that lists what is current and narrows nothing. */
export const currentAssertions: AssertionFilter = {
  claim: null,
  speaker: null,
  onBehalfOf: null,
  source: null,
  publisher: null,
  about: null,
  stance: null,
  directness: null,
  modality: null,
  speakerKind: null,
  anonymous: null,
  origin: null,
  language: null,
  said: null,
  warning: null,
  method: null,
  withdrawn: false,
};

export interface ClaimFilter {
  readonly about: readonly string[] | null;
  /** One who originates or endorses. */
  readonly speaker: readonly string[] | null;
  readonly source: readonly string[] | null;
  readonly nature: readonly ClaimNature[] | null;
  readonly status: readonly ClaimStatus[] | null;
  readonly reviewed: boolean | null;
  readonly concerns: DateRange | null;
  readonly anonymousOnly: boolean | null;
  readonly singleOrigin: boolean | null;
  readonly hasContradiction: boolean | null;
  /** Normalized needles, all of which must be in the claim's text; null is no filter. */
  readonly text: readonly string[] | null;
}

export const allClaims: ClaimFilter = {
  about: null,
  speaker: null,
  source: null,
  nature: null,
  status: null,
  reviewed: null,
  concerns: null,
  anonymousOnly: null,
  singleOrigin: null,
  hasContradiction: null,
  text: null,
};

export interface EntityFilter {
  readonly kind: readonly EntityKind[] | null;
  readonly anonymous: boolean | null;
  /** Normalized needles, all of which must be in one of its names. */
  readonly name: readonly string[] | null;
}

export interface SourceFilter {
  readonly kind: readonly SourceKind[] | null;
  readonly publisher: readonly string[] | null;
  readonly access: readonly SourceAccess[] | null;
  readonly published: DateRange | null;
  readonly language: readonly string[] | null;
}

export interface DraftFilter {
  readonly status: readonly DraftStatus[] | null;
  /** The id of the caller who began them. */
  readonly author: string | null;
}

export const assertionOrders = ['SAID_NEWEST', 'SAID_OLDEST', 'RECORDED_NEWEST'] as const;
/** AS_RECORDED is the order where none can be chosen: by recordedAt, then position in its bundle, then id. */
export type AssertionOrder = (typeof assertionOrders)[number] | 'AS_RECORDED';
export const claimOrders = ['NEWEST', 'OLDEST', 'MOST_ASSERTED'] as const;
/** AS_RECORDED as with assertions. */
export type ClaimOrder = (typeof claimOrders)[number] | 'AS_RECORDED';

/** Where in an order an item stands: its order key, then its id. Both compare as plain strings. */
export interface Position {
  readonly key: string;
  readonly id: string;
}

export interface PageRequest {
  /** How many items at most. */
  readonly limit: number;
  /** Only what stands beyond this, in the direction of travel; null from the start. */
  readonly beyond: Position | null;
  /** True to travel from the end (`last`/`before`); items come in the order's own direction all the same. */
  readonly backward: boolean;
}

/** One page; each item with where it stands, for its cursor. */
export interface Page<Item> {
  readonly items: readonly { readonly item: Item; readonly position: Position }[];
  /** Whether more lies beyond the page in the direction of travel. */
  readonly more: boolean;
}
