import type { Aside, AsideContent, AsidesHead } from '../domain/aside.ts';
import type { Activity } from '../domain/log.ts';

/** Where the log stands, and the asides beside it. */
export interface LogHead extends AsidesHead {
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

/** An aside as it is kept. */
export interface LoggedAside extends Omit<Aside, 'previousHash'> {
  readonly hash: string;
  /** Null where it was destroyed with what the aside said. */
  readonly salt: string | null;
  /** Null where the record that an edition is of was erased. */
  readonly content: AsideContent['content'] | null;
}

export type LogEntry =
  | { readonly kind: 'activity'; readonly entry: LoggedActivity }
  | { readonly kind: 'state'; readonly entry: LoggedState };

/** All that is in the log, to be read to its end. */
export interface LogSource {
  /** Null in a store that is not migrated. */
  head(): Promise<LogHead | null>;
  /** The number of the last activity whose confidential identities were left out when the store was restored; 0 where none were. */
  identitiesLeftOutUpTo(): Promise<number>;
  /** The first so many activities in order, each followed by its states in the order of its Merkle tree. */
  entries(upTo: number): AsyncIterable<LogEntry>;
  /** The first so many asides in order. */
  asides(upTo: number): AsyncIterable<LoggedAside>;
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
  /** In one transaction, in order, right after those that were put back before; done twice it changes nothing. */
  putBackAsides(run: string, asides: readonly LoggedAside[]): Promise<void>;
  /** The same of what an export of before there were asides has, each chained now to those so many that were kept before. */
  keepAsides(run: string, after: number, contents: readonly AsideContent[]): Promise<void>;
  end(run: string): Promise<void>;
}
