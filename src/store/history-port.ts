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
  /** Drops all that was rebuilt, as when something recorded was erased; it is rebuilt when it is asked for again. */
  forget(): Promise<void>;
}
