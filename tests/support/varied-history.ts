import type { Caller } from '../../src/domain/caller.ts';
import { correcting } from '../../src/ingest/correct.ts';
import { judging } from '../../src/ingest/curate.ts';
import { type Gather, recordGathered } from '../../src/ingest/record-gathered.ts';
import { reinstating, withdrawing } from '../../src/ingest/withdraw.ts';
import type { Receipt } from '../../src/store/write-port.ts';
import { smallBundle as numberedBundle } from '../trials/small-bundle.ts';
import { newClaimDraft } from './draft-contents.ts';
import { draftIdOf, draftsOf } from './recorded-drafts.ts';
import type { TestStore } from './seeded-store.ts';
import { idIn, smallBundle } from './small-bundle.ts';

const editor: Caller = { id: 'key-1', name: 'Ada Editor', role: 'editor' };

const writer: Caller = { id: 'key-2', name: 'Cy Contributor', role: 'contributor' };

/** The draft of the varied history that stays open, in its second version. */
export const openDraft = draftIdOf(writer, 'open-draft-key');

/** Drafts: one that is revised, one that a second person approves and that is published, one that is discarded. */
async function variedDrafts(store: TestStore): Promise<void> {
  const [own, read] = [draftsOf(store, writer), draftsOf(store, editor)];
  await own.begin('open-draft-key', newClaimDraft('Dugong'), 'To be read.');
  await own.revise('open-draft-again', openDraft, 1, newClaimDraft('Manatee'));
  const published = draftIdOf(writer, 'published-draft-key');
  await own.begin('published-draft-key', newClaimDraft('Narwhal'));
  await read.approve('published-draft-read', published, 1);
  await read.publish('published-draft-out', published, 2);
  const discarded = draftIdOf(writer, 'discarded-draft-key');
  await own.begin('discarded-draft-key', newClaimDraft('Beluga'));
  await own.discard('discarded-draft-gone', discarded, 1, 'It was another bridge.');
}

/** Records what an editor does, under an idempotency key. */
export function edit(store: TestStore, name: string, key: string, gather: Gather): Promise<Receipt> {
  const request = {
    caller: editor,
    idempotencyKey: `${name}-${key}-key`,
    name,
    input: { name, key },
    method: 'HUMAN' as const,
  };
  return recordGathered(store.writer, request, gather);
}

/**
 * A history in which everything happens that changes a record: bundles, their second editions, corrections that revise
 * and such as supersede, a withdrawal, one that was taken back, judgements undone, requests that changed nothing, drafts.
 */
export async function variedHistory(store: TestStore, bundles = 3): Promise<void> {
  await store.import(smallBundle());
  for (let number = 1; number <= bundles; number++) await store.import(numberedBundle(number));
  await store.import(
    smallBundle((input) => {
      for (const one of input.claims ?? []) if (one.key !== 'shut') one.nature = 'NORM';
      for (const one of input.assertions ?? []) if (one.key === 'seen') one.saidOn = { edtf: '2023-12-13' };
    }),
  );
  const [seen, denied, opened] = ['seen', 'denied', 'opened'].map((key) => idIn('Assertion', key));
  const between = [idIn('Entity', 'company'), idIn('Entity', 'firm')];
  const reason = [{ language: 'en', text: 'Another look at the register.' }];
  const target = (id = '', expectedVersion = 1) => ({ id, expectedVersion });
  await edit(
    store,
    'withdraw',
    'seen',
    withdrawing('Assertion', target(seen, 2), 'The witness was elsewhere.'),
  );
  await edit(store, 'withdraw', 'denied', withdrawing('Assertion', target(denied), 'By mistake.'));
  await edit(store, 'reinstate', 'denied', reinstating('Assertion', target(denied, 2)));
  await edit(
    store,
    'correct',
    'supersede',
    correcting('Assertion', target(opened), () => ({ stance: 'DOUBTS' })),
  );
  await edit(
    store,
    'correct',
    'seen',
    correcting('Assertion', target(seen, 3), () => ({ cue: 'swears' })),
  );
  await edit(store, 'judge', 'unsure', judging({ between, verdict: 'UNSURE', reason, expectedVersion: 1 }));
  const again = { between, verdict: 'UNSURE' as const, reason, expectedVersion: 2 };
  const unchanged = await edit(store, 'judge', 'again', judging(again));
  if (unchanged.activityId !== null) throw new Error('expected a request that changes nothing');
  await variedDrafts(store);
}
