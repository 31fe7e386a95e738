import type { Moment } from '../domain/moment.ts';
import type { StoreReader } from './store.ts';

/** The graph as it stood. */
export interface StoreHistory {
  /**
   * Reads the graph as it stood at a moment, by the very statements that read the present. A moment not before the last
   * recording, with nothing left out for not having been said, is the present itself.
   * Throws AsOfTooLarge where the graph of that moment is more than is rebuilt, AsOfBusy where too many wait for theirs.
   */
  readerAsOf(moment: Moment): Promise<StoreReader>;
  /** Drops all that was rebuilt, as when something recorded was erased; it is rebuilt when it is asked for again. */
  forget(): Promise<void>;
}
