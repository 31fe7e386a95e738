import type { RecordedDossier } from '../domain/bare-assertion.ts';
import type { Caller } from '../domain/caller.ts';
import type { Dossier, DossierEntry } from '../domain/dossier.ts';
import type { Draft } from '../domain/draft.ts';
import type { RecordType } from '../domain/ids.ts';
import type {
  Affiliation,
  AnyRecord,
  Assertion,
  Claim,
  ClaimRelation,
  ConfidentialIdentity,
  Entity,
  IdentityJudgement,
  Passage,
  ReplyRequest,
  Review,
  Source,
  SourcedAssertion,
  SourceVersion,
} from '../domain/model.ts';
import type { Revision } from '../domain/revision.ts';
import type { RelationStatus, SearchType } from '../domain/vocabulary.ts';
import type {
  AssertionFilter,
  AssertionOrder,
  ClaimFilter,
  ClaimOrder,
  DraftFilter,
  EntityFilter,
  Page,
  PageRequest,
  SourceFilter,
} from './query.ts';

/**
 * Where a list starts. A list nested in a node is asked for many parents at once: one list of ids for each
 * parent, and the answer has one page for each, in the same order. Entity ids stand for everyone judged the same.
 */
export interface Anchor<By extends string> {
  readonly by: By;
  readonly ids: readonly (readonly string[])[];
}
export type AssertionAnchor = Anchor<'claim' | 'speaker' | 'source' | 'about' | 'attributedTo'>;
export type ClaimAnchor = Anchor<'about'>;

export interface AssertionQuery {
  /** Null for a list of the whole graph: the store then starts where the filter is narrowest. */
  readonly anchor: AssertionAnchor | null;
  readonly filter: AssertionFilter;
  readonly order: AssertionOrder;
  /** Where false, all or some may come without their grounds and passages. */
  readonly whole?: boolean;
}
export interface ClaimQuery {
  readonly anchor: ClaimAnchor | null;
  readonly filter: ClaimFilter;
  readonly order: ClaimOrder;
}

/** A place in a version of a source: so many code points after its beginning. */
export interface PassagePlace {
  /** The version's id. */
  readonly version: string;
  readonly start: number;
}

export type Searchable = Claim | Entity | Source | Passage;

/** What a search looks for. */
export interface SearchQuery {
  /** The words, normalized, each of which must be held; see `needlesOf`. */
  readonly needles: readonly string[];
  /** What was looked for, normalized as one text. */
  readonly phrase: string;
  readonly types: readonly SearchType[];
}

/** Whoever is judged the same as a speaker, and the days between which they said something, both included. */
export interface SaidWithin {
  readonly ids: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** All that the trails of an assertion or a claim are drawn from. */
export interface TrailMaterial {
  /** The assertions at whose trail one looks: for a claim those that nobody relays, withdrawn ones left out. */
  readonly tops: readonly Assertion[];
  /** Every assertion in the chains of `tops`, by id, withdrawn ones included. */
  readonly assertions: ReadonlyMap<string, Assertion>;
  /** The sources that they were made, read in or rest on, and all that those derive from, by id. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** What the graph holds, by record type. */
export interface Holdings {
  readonly claims: number;
  readonly assertions: number;
  readonly entities: number;
  readonly sources: number;
  readonly passages: number;
  readonly relations: number;
  readonly activities: number;
}

/** A place in the log, between two changes. */
export interface LogPlace {
  /** The instant of the activity that was last seen, each of which has its own; empty before the first. */
  readonly recordedAt: string;
  /** The record in it that was last seen. */
  readonly recordId: string;
  /** Of a record that bears on several claims: the last of them that was told of it. Absent where all of them were. */
  readonly claimId?: string;
}

/** One record that an activity wrote. */
export interface Change extends LogPlace {
  readonly activityId: string;
  readonly type: RecordType;
  readonly version: number;
  /** Recorded for the first time. */
  readonly isNew: boolean;
  /** Of an assertion: this is what withdrew it. */
  readonly withdraws: boolean;
  /** Whether whoever reads it sees that anything changed. */
  readonly isSeen: boolean;
}

/**
 * The reading side of the one store. Every method costs one round trip, however many ids it is given. What is
 * asked by ids comes back aligned to them, null where nothing is.
 */
export interface StoreReader {
  /** Any record by its id, whatever its type; null where nothing is, or no draft that the reader may see. */
  recordsByIds(ids: readonly string[]): Promise<readonly (AnyRecord | null)[]>;

  claimsByIds(ids: readonly string[]): Promise<readonly (Claim | null)[]>;
  claimsBySlugs(slugs: readonly string[]): Promise<readonly (Claim | null)[]>;
  listClaims(query: ClaimQuery, page: PageRequest): Promise<readonly Page<Claim>[]>;
  /** Pages of one size of all claims, newest first, none of them backward. */
  claimsByNewest(pages: readonly PageRequest[]): Promise<readonly Page<Claim>[]>;
  /** One total for each of the anchor's lists (one for the whole graph); null beyond 10,000. */
  countClaims(query: ClaimQuery): Promise<readonly (number | null)[]>;
  /** All that is recorded of each claim, for corroboration, headline, status and timeline; null where no such claim is. */
  dossiers(claimIds: readonly string[]): Promise<readonly (RecordedDossier | null)[]>;
  /** Each claim itself and those that confirmed relations lead to within `hops`; empty where no such claim is. */
  neighbourhoods(claimIds: readonly string[], hops: 1 | 2 | 3 | 4): Promise<readonly (readonly Dossier[])[]>;
  /** The claims about each entity that have a date of their own. */
  datedClaimsAbout(entityIds: readonly string[]): Promise<readonly (readonly Claim[])[]>;

  assertionsByIds(ids: readonly string[]): Promise<readonly (Assertion | null)[]>;
  /** Each with its grounds and passages, unless the query does without. */
  listAssertions(query: AssertionQuery, page: PageRequest): Promise<readonly Page<SourcedAssertion>[]>;
  /** As a list by speakers of what they certainly said within days of their own, the last said first; never backward. */
  saidWithin(
    asked: readonly SaidWithin[],
    whole: boolean,
    page: PageRequest,
  ): Promise<readonly Page<SourcedAssertion>[]>;
  countAssertions(query: AssertionQuery): Promise<readonly (number | null)[]>;
  /** Current origins and endorsements by each entity or by whoever speaks for it. */
  heldBy(entityIds: readonly string[]): Promise<readonly (readonly DossierEntry[])[]>;

  trailsOfClaims(claimIds: readonly string[]): Promise<readonly TrailMaterial[]>;
  trailsOfAssertions(assertionIds: readonly string[]): Promise<readonly TrailMaterial[]>;

  entitiesByIds(ids: readonly string[]): Promise<readonly (Entity | null)[]>;
  entitiesBySlugs(slugs: readonly string[]): Promise<readonly (Entity | null)[]>;
  /** Entities with at least one current assertion, one of each cluster, by recordedAt, position, id. */
  listSpeakers(filter: EntityFilter, page: PageRequest): Promise<Page<Entity>>;
  countSpeakers(filter: EntityFilter): Promise<number | null>;
  affiliationsOf(entityIds: readonly string[]): Promise<readonly (readonly Affiliation[])[]>;

  sourcesByIds(ids: readonly string[]): Promise<readonly (Source | null)[]>;
  sourcesBySlugs(slugs: readonly string[]): Promise<readonly (Source | null)[]>;
  sourcesByUrls(urls: readonly string[]): Promise<readonly (Source | null)[]>;
  /** By recordedAt, position, id. */
  listSources(filter: SourceFilter, page: PageRequest): Promise<Page<Source>>;
  countSources(filter: SourceFilter): Promise<number | null>;
  /** The ids of what derives from each source, that which was rejected left out, one step. */
  derivativesOf(sourceIds: readonly string[]): Promise<readonly (readonly string[])[]>;
  /** The ids of the assertions that quote each passage, those withdrawn or replaced included. */
  quotingOf(passageIds: readonly string[]): Promise<readonly (readonly string[])[]>;
  /** The ids of the passages that begin at any of those places, by id. */
  passagesAt(places: readonly PassagePlace[]): Promise<readonly string[]>;
  versionsOf(sourceIds: readonly string[]): Promise<readonly (readonly SourceVersion[])[]>;
  /** By start, then id; the position of a page is {key: start padded to 12 digits, id}. */
  listPassages(sourceIds: readonly string[], page: PageRequest): Promise<readonly Page<Passage>[]>;
  countPassages(sourceIds: readonly string[]): Promise<readonly (number | null)[]>;
  passagesByIds(ids: readonly string[]): Promise<readonly (Passage | null)[]>;

  /** All relations from or to each claim, of every kind and status. */
  relationsOf(claimIds: readonly string[]): Promise<readonly (readonly ClaimRelation[])[]>;
  /** CONTRADICTS relations with one of the statuses; `about`: of claims about that entity. */
  contradictions(
    about: string | null,
    statuses: readonly RelationStatus[],
  ): Promise<readonly ClaimRelation[]>;
  /** The reviews of the claims about each entity, those withdrawn left out. */
  reviewsAbout(entityIds: readonly string[]): Promise<readonly (readonly Review[])[]>;
  /** The reviews of each claim, those withdrawn left out. */
  reviewsOf(claimIds: readonly string[]): Promise<readonly (readonly Review[])[]>;
  /** The requests for a reply to each claim, or to each assertion, those withdrawn left out. */
  replyRequestsOf(ids: readonly string[]): Promise<readonly (readonly ReplyRequest[])[]>;
  /**
   * The confidential identities that stand of each entity, or of whoever is judged the same, in the order of recording;
   * to whoever may not read identities none is there.
   */
  identitiesOf(entityIds: readonly string[]): Promise<readonly (readonly ConfidentialIdentity[])[]>;
  /** The judgements that touch each entity or assertion. */
  judgementsOf(ids: readonly string[]): Promise<readonly (readonly IdentityJudgement[])[]>;
  /** The judgements that touch anyone who is judged the same as each entity, itself included. */
  judgementsOfClusters(entityIds: readonly string[]): Promise<readonly (readonly IdentityJudgement[])[]>;

  /** Drafts that the reader may see, by recordedAt, position, id. */
  listDrafts(filter: DraftFilter, page: PageRequest): Promise<Page<Draft>>;
  countDrafts(filter: DraftFilter): Promise<number | null>;

  /** For each search the nodes that hold its needles, whole phrase first, then newest, then id; never backward. */
  search(asked: readonly SearchQuery[], page: PageRequest): Promise<readonly Page<Searchable>[]>;
  countSearch(needles: readonly string[], types: readonly SearchType[]): Promise<number | null>;

  /** Where the log ends now: after all that was recorded, and that the hour let the public see. */
  logPlace(): Promise<LogPlace>;
  /** What was recorded after a place in the log, in its order, at most `limit` changes. Of records that may be hidden. */
  changesAfter(place: LogPlace, limit: number): Promise<readonly Change[]>;
  /**
   * What was recorded before a place in the log and not before the instant `since`, the last first, at most `limit`
   * changes; none where nothing is left. Of records that may be hidden.
   */
  changesBefore(place: LogPlace, since: string, limit: number): Promise<readonly Change[]>;
  /** The claims that a change of each record bears on; none for a record that is not there. */
  claimsTouchedBy(recordIds: readonly string[]): Promise<readonly (readonly string[])[]>;
  /**
   * The states that each record has had, the last one first; empty where nothing is recorded. The position of a page is
   * {key: the instant of the recording, id: the state's}; pages go forward only.
   */
  listRevisions(recordIds: readonly string[], page: PageRequest): Promise<readonly Page<Revision>[]>;
  countRevisions(recordIds: readonly string[]): Promise<readonly (number | null)[]>;

  holdings(): Promise<Holdings>;
}

/** The store as far as a caller may see it: null for nobody in particular, who sees what is public. */
export type ReaderFor = (caller: Caller | null) => Promise<StoreReader>;
