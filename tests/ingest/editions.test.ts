import { expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { type Changes, correcting } from '../../src/ingest/correct.ts';
import { type Gather, recordGathered } from '../../src/ingest/record-gathered.ts';
import { withdrawing } from '../../src/ingest/withdraw.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { eachEngine } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';

const editor: Caller = { id: 'key:editor', name: 'An editor', role: 'editor' };

eachEngine((_, open) => {
  const empty = storesOf(open);

  async function edited(): Promise<TestStore> {
    const store = await empty();
    await store.import(smallBundle());
    let requests = 0;
    const does = (name: string, gather: Gather) =>
      recordGathered(
        store.writer,
        { caller: editor, idempotencyKey: `request-${++requests}`, name, input: {}, method: 'HUMAN' },
        gather,
      );
    const at = (type: 'Assertion' | 'Claim' | 'ClaimRelation', key: string) => ({
      id: idIn(type, key),
      expectedVersion: 1,
    });
    const set =
      (change: Readonly<Record<string, unknown>>): Changes =>
      () =>
        change;
    await does('withdraw', withdrawing('Assertion', at('Assertion', 'doubted'), 'It was somebody else.'));
    await does('hedge', correcting('Assertion', at('Assertion', 'seen'), set({ modality: 'SUSPECTED' })));
    await does(
      'reject',
      correcting('ClaimRelation', at('ClaimRelation', 'because'), set({ status: 'REJECTED' })),
    );
    return store;
  }

  it('undoes nothing of what was corrected, withdrawn or decided since, when the same edition is loaded again', async () => {
    const store = await edited();
    const before = await graphDump(store.engine);
    expect(await store.import(smallBundle())).toMatchObject({ activityId: null, added: 0, revised: 0 });
    expect(await graphDump(store.engine)).toEqual(before);
    const [doubted, seen] = await store.reader.assertionsByIds([
      idIn('Assertion', 'doubted'),
      idIn('Assertion', 'seen'),
    ]);
    expect(doubted?.withdrawnAt).not.toBeNull();
    expect(seen?.modality).toBe('SUSPECTED');
  });

  it('takes what the next edition says anew, beside what was changed by hand', async () => {
    const store = await edited();
    const next = smallBundle(({ assertions }) => {
      for (const one of assertions ?? [])
        if (one.key === 'seen' || one.key === 'doubted') one.cue = 'was heard to say';
    });
    expect(await store.import(next)).toMatchObject({ added: 0, revised: 2 });
    const [doubted, seen] = await store.reader.assertionsByIds([
      idIn('Assertion', 'doubted'),
      idIn('Assertion', 'seen'),
    ]);
    expect(doubted).toMatchObject({ cue: 'was heard to say' });
    expect(doubted?.withdrawnAt).not.toBeNull();
    expect(seen).toMatchObject({ cue: 'was heard to say', modality: 'SUSPECTED' });
    expect(await store.import(next)).toMatchObject({ added: 0, revised: 0 });
    expect(await checkGraph(store)).toEqual([]);
  });

  it('refuses an edition that changes a field which was changed another way by hand, and leaves the store as it was', async () => {
    const store = await edited();
    const before = await graphDump(store.engine);
    const next = smallBundle(({ assertions }) => {
      for (const one of assertions ?? []) if (one.key === 'seen') one.modality = 'PROBABLE';
    });
    await expect(store.import(next)).rejects.toMatchObject({
      code: 'REFUSED_BUNDLE',
      issues: [
        {
          path: expect.stringMatching(/^assertions\[\d+\]\.modality$/),
          message: expect.stringMatching(/was changed by hand since, and says "SUSPECTED"/),
        },
      ],
    });
    expect(await graphDump(store.engine)).toEqual(before);
  });

  it('goes back to an earlier edition where nobody changed anything by hand', async () => {
    const store = await empty();
    const other = smallBundle(({ assertions }) => {
      for (const one of assertions ?? []) if (one.key === 'seen') one.cue = 'was heard to say';
    });
    await store.import(smallBundle());
    await store.import(other);
    expect(await store.import(smallBundle())).toMatchObject({ added: 0, revised: 1 });
    const [seen] = await store.reader.assertionsByIds([idIn('Assertion', 'seen')]);
    expect(seen?.cue).not.toBe('was heard to say');
  });
});
