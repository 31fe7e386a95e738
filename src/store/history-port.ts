import type { DraftSight } from '../domain/draft.ts';
import type { Moment } from '../domain/moment.ts';
import type { StoreReader } from './store.ts';

/** Who looks at the past. */
export interface Viewer {
  readonly present: StoreReader;
  /** May see what is hidden from the public. */
  readonly seesHidden: boolean;
  /** May see confidential identities. */
  readonly seesIdentities: boolean;
  /** The drafts that the viewer may see. */
  readonly drafts: DraftSight;
}

/** How far the past is settled for the public. */
export interface PastStanding {
  /** The instant of the last recording, before which nothing is recorded any more; empty before the first. */
  readonly upTo: string;
  /** A text that stays the same for as long as the public sees the same of every moment up to then. */
  readonly mark: string;
}

/** How what the public sees of the present stands. */
export interface PublicStanding {
  /** A text that stays the same for as long as nothing is recorded, and nothing comes into view or goes out of it. */
  readonly mark: string;
  /** When the next embargo ends, from when on the mark says nothing until that is done; null where none does. */
  readonly nextEmbargoEnd: string | null;
}

/** The graph as it stood. */
export interface StoreHistory {
  /**
   * Reads the graph as it stood at a moment, by the very statements that read the present. A moment not before the last
   * recording, with nothing left out for not having been said, is the present itself.
   * Permissions are today's: whoever may not see what is hidden today sees none of it in the past.
   * @param viewer what the caller reads of the present, and whether that is all there is; the public where absent
   * Throws AsOfTooLarge where the graph of that moment is more than is rebuilt, AsOfBusy where too many wait for theirs.
   */
  readerAsOf(moment: Moment, viewer?: Viewer): Promise<StoreReader>;
  /**
   * How far what the public sees of the past is settled. The mark is another when something was erased, or when the public
   * came to see, or to see no longer, what was recorded before.
   */
  standing(): Promise<PastStanding>;
  /** Drops all that was rebuilt, as when something recorded was erased; it is rebuilt when it is asked for again. */
  forget(): Promise<void>;
}
