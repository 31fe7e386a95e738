import { type Caller, may } from '../domain/caller.ts';
import { draftSightOf } from '../domain/draft.ts';
import type { Viewer } from '../store/history-port.ts';
import type { StoreReader } from '../store/store.ts';

/** What a caller may see of the past, which is what it may see today. */
export function viewerOf(caller: Caller | null, present: StoreReader): Viewer {
  return {
    present,
    seesHidden: may(caller, 'READ_HIDDEN'),
    seesIdentities: may(caller, 'READ_IDENTITIES'),
    drafts: draftSightOf(caller),
  };
}
