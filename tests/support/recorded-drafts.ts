import type { Caller } from '../../src/domain/caller.ts';
import type { DraftState } from '../../src/domain/draft.ts';
import { idOf } from '../../src/domain/ids.ts';
import {
  approvingDraft,
  type DraftDecision,
  discardingDraft,
  publishingDraft,
  recordDraft,
  savingDraft,
} from '../../src/ingest/draft.ts';
import { type MutationRequest, namespaceOf } from '../../src/ingest/mutation-request.ts';
import { type RecordAssertionIn, recordingAssertion } from '../../src/ingest/record-assertion.ts';
import type { Receipt } from '../../src/store/write-port.ts';
import type { TestStore } from './seeded-store.ts';

/** A request of a caller's under a key of its own. */
export function requestOf(caller: Caller, name: string, idempotencyKey: string): MutationRequest {
  return { caller, idempotencyKey, name, input: { name, idempotencyKey }, method: 'HUMAN' };
}

/** The id of the draft that a caller began under a key. */
export const draftIdOf = (caller: Caller, key: string): string =>
  idOf('Draft', namespaceOf(requestOf(caller, 'saveDraft', key)), 'draft');

/** What someone does to drafts of a store, under a key for each. */
export function draftsOf(store: Pick<TestStore, 'writer'>, caller: Caller) {
  const doing = (name: string, key: string, decide: DraftDecision): Promise<Receipt> =>
    recordDraft(store.writer, requestOf(caller, name, key), decide);
  const at = (id: string, expectedVersion: number) => ({ id, expectedVersion });
  return {
    begin: (key: string, content: DraftState['content'], note?: string) =>
      doing('saveDraft', key, savingDraft({ target: null, content, note })),
    revise: (key: string, id: string, version: number, content: DraftState['content']) =>
      doing('saveDraft', key, savingDraft({ target: at(id, version), content, note: undefined })),
    approve: (key: string, id: string, version: number) =>
      doing('approveDraft', key, approvingDraft(at(id, version))),
    discard: (key: string, id: string, version: number, reason: string) =>
      doing('discardDraft', key, discardingDraft(at(id, version), reason)),
    /** Of a draft that is of an assertion. */
    publish: (key: string, id: string, version: number) =>
      doing(
        'publishDraft',
        key,
        publishingDraft({
          target: at(id, version),
          gatherOf: ({ recordAssertion }) =>
            recordingAssertion(recordAssertion as unknown as RecordAssertionIn),
          fourEyes: true,
        }),
      ),
  };
}
