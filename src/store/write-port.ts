import type { Dossier } from '../domain/dossier.ts';
import type { Edition } from '../domain/edition.ts';
import type { RecordType } from '../domain/ids.ts';
import type { Entry } from '../domain/state.ts';
import type { RecordMethod } from '../domain/vocabulary.ts';
import type { StoreReader } from './store.ts';

/** Who records, how, and by which request. */
export interface Recording {
  /** Unlike any other request's; the same when one request is sent again, so that a repeat changes nothing. */
  readonly requestKey: string;
  /**
   * SHA-256, in hex, of what was asked: the same key with another is refused (RequestKeyReused). Null where the key is
   * unlike any other by itself, and nothing is compared.
   */
  readonly inputHash: string | null;
  readonly by: string;
  /** The caller's id; absent where nobody but `by` stands behind it. */
  readonly callerId?: string | undefined;
  readonly method: RecordMethod;
  /** What the log says of it, in one line. */
  readonly title: string;
  /** Whether somebody waits for it, so that it is given up after some time; an import takes as long as it takes. */
  readonly awaited?: boolean;
  /** Called when all of it has been run and is about to be committed; once more where the store wants it again. */
  readonly committing?: () => void;
  /**
   * Of a recorder who may not see what is hidden: the ids that its input names. Those of them that are hidden are then
   * not there, as are the others that the recorder's rules look for. Absent: whoever records sees all there is.
   */
  readonly unprivileged?: { readonly named: readonly string[] };
}

/** The state that a record has now. */
export interface CurrentState {
  readonly id: string;
  readonly version: number;
  /** Canonical JSON of the state. */
  readonly payload: string;
  /** The method of the activity that wrote it. */
  readonly method: RecordMethod;
}

/** What a decision about a recording may read: the graph as it is, held still until the commit. */
export interface RecordingView {
  /** The graph as far as whoever records may see it. */
  readonly reader: StoreReader;
  /** The instant that the recording will carry. */
  readonly recordedAt: string;
  /**
   * The current states of those ids that are recorded, by id: whole, for what is restated must not lose what is hidden
   * in it; but with the version that whoever records sees, and none for a hidden id that the input names.
   */
  currentStates(ids: readonly string[]): Promise<ReadonlyMap<string, CurrentState>>;
  /** The payload of the state that each of those ids was recorded with, by id. */
  firstStates(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What bundles said last of the records, where their first states do not tell it, by id. */
  editionsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Edition[]>>;
  /** The holds that keep any of the records, the oldest first. */
  holdsOn(ids: readonly string[]): Promise<readonly StandingHold[]>;
  /** What says the same as records on their own account, and is not erased yet, each once; none of the records themselves. */
  goingAlong(ids: readonly string[]): Promise<readonly GoingAlong[]>;
}

/**
 * A record that is erased with another, because it is that one once more: the draft that it was published from, or, of
 * an entity, who it is, withdrawn or not.
 */
export interface GoingAlong {
  readonly id: string;
  /** The record that it goes along with. */
  readonly with: string;
}

/** A hold that was not released. */
export interface StandingHold {
  readonly id: string;
  /** The record that it keeps from being erased, withdrawn or expired. */
  readonly recordId: string;
  readonly reason: string;
  readonly by: string;
  readonly recordedAt: string;
}

/** What came of a recording. */
export interface Receipt {
  /** Null where nothing changed, so that there was nothing to log. */
  readonly activityId: string | null;
  readonly recordedAt: string | null;
  readonly added: number;
  readonly revised: number;
  readonly unchanged: number;
  /** As the decision had it, when the request was first served. */
  readonly about: string | null;
}

/** One record that a recording changes, or would. Payloads are canonical JSON. */
export interface RecordChange {
  readonly id: string;
  readonly type: RecordType;
  /** Null where the record is new. */
  readonly before: string | null;
  readonly after: string;
  /** 1 for a new record. */
  readonly version: number;
}

/** What a recording would do, had it been committed. */
export interface Preview {
  readonly changes: readonly RecordChange[];
  readonly unchanged: number;
  /** What is recorded of each claim that it touches, before (null where it is new) and after. */
  readonly claims: readonly { readonly before: Dossier | null; readonly after: Dossier }[];
}

/** What to record. */
export interface Decision {
  readonly entries: readonly Entry[];
  /** The id of the record that the request is about, kept with the request; null where it is about none in particular. */
  readonly about: string | null;
  /** What the log says of it in place of the recording's own title. */
  readonly title?: string;
  /** What a bundle said, to be kept for its next edition, also where nothing comes to stand otherwise. */
  readonly editions?: readonly Edition[];
}

/** Says what to record, given the graph as it is. */
export type Decide = (view: RecordingView) => Promise<Decision>;

/** The writing side of the one store. */
export interface StoreWriter {
  /**
   * Records entries in one transaction and one Activity, which nobody else's interleaves. `decide` says what, given
   * the graph as it is; it may be called more than once. Entries whose state is already recorded change nothing. What
   * `decide` throws leaves the store as it was.
   */
  record(recording: Recording, decide: Decide): Promise<Receipt>;
  /** Does all that `record` does, says what came of it, and takes it back: nothing is committed. */
  preview(recording: Recording, decide: Decide): Promise<Preview>;
  /**
   * Brings the public view to an instant: sources whose embargo has ended by then are public from now on, and all that
   * was hidden for them. Does nothing where none has; may be called by several instances at once.
   */
  endEmbargoes(at: Date): Promise<void>;
}
