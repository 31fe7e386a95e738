import type { Edition } from '../domain/edition.ts';
import type { Activity } from '../domain/log.ts';

/** Where the log stands. */
export interface LogHead {
  /** How many activities the log has; 0 for none. */
  readonly sequence: number;
  /** The hash of the last activity. */
  readonly hash: string;
  /** When the last activity was recorded; null for an empty log. */
  readonly recordedAt: string | null;
}

export interface LoggedActivity {
  readonly activity: Activity;
  readonly hash: string;
}

/** One state of one record, as the log keeps it. */
export interface LoggedState {
  readonly activityId: string;
  /** Its place in the Merkle tree of its activity. */
  readonly index: number;
  /** The record's id, a slash and the version. */
  readonly id: string;
  readonly ofType: string;
  readonly version: number;
  /**
   * Canonical JSON of what was recorded; of a state that was erased, of what stands in its place. Null where it was left
   * out when the store was restored.
   */
  readonly payload: string | null;
  /** Null where it was destroyed with the payload, or left out with it. */
  readonly salt: string | null;
  readonly commitment: string;
  readonly method: string;
  readonly position: number;
  readonly firstRecordedAt: string;
  readonly from: string;
  /** Null while it is the record's current state. */
  readonly to: string | null;
  /** The activity that erased it; null where nothing did. */
  readonly erasedBy: string | null;
}

/** A request that changed nothing, with what it was answered. Those that changed something stand in their activities. */
export interface AnsweredRequest {
  readonly key: string;
  readonly inputHash: string;
  readonly unchanged: number;
  readonly about: string;
}

export type LogEntry =
  | { readonly kind: 'activity'; readonly entry: LoggedActivity }
  | { readonly kind: 'state'; readonly entry: LoggedState };

/** With how many activities the log had when it was kept, so that an export has none from after its head. */
export interface KeptEdition extends Edition {
  readonly sequence: number;
}

/** All that is in the log, to be read to its end. */
export interface LogSource {
  /** Null in a store that is not migrated. */
  head(): Promise<LogHead | null>;
  /** The number of the last activity whose confidential identities were left out when the store was restored; 0 where none were. */
  identitiesLeftOutUpTo(): Promise<number>;
  /** The first so many activities in order, each followed by its states in the order of its Merkle tree. */
  entries(upTo: number): AsyncIterable<LogEntry>;
  /** By their keys. */
  requestsThatChangedNothing(): AsyncIterable<AnsweredRequest>;
  /** What bundles said last while the log had at most so many activities, by their records. */
  editions(upTo: number): AsyncIterable<KeptEdition>;
}

/** An activity with all its states, to be put back. */
export interface RestoredActivity extends LoggedActivity {
  readonly states: readonly LoggedState[];
}

/**
 * Puts a log back, verbatim, into an empty store. From `begin` to `end` the store is marked as half restored, and
 * only whoever began last may go on.
 */
export interface LogRestorer {
  /** Throws StoreNotEmpty. What a restore that came to no end has left is taken away first. Answers the run's name. */
  begin(): Promise<string>;
  /** In one transaction, in order, right after what was put back before; done twice it changes nothing. */
  putBack(run: string, activities: readonly RestoredActivity[]): Promise<void>;
  answer(run: string, requests: readonly AnsweredRequest[]): Promise<void>;
  keepEditions(run: string, editions: readonly KeptEdition[]): Promise<void>;
  end(run: string): Promise<void>;
}
