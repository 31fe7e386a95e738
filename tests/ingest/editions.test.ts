import { expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { type Changes, correcting } from '../../src/ingest/correct.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { type Gather, recordGathered } from '../../src/ingest/record-gathered.ts';
import { withdrawing } from '../../src/ingest/withdraw.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { eachEngine } from '../support/engines.ts';
import { graphDump } from '../support/graph-dump.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { assertion, bundleOf, claim, idIn, smallBundle } from '../support/small-bundle.ts';

const editor: Caller = { id: 'key:editor', name: 'An editor', role: 'editor' };

const desk = 'test.example/desk';

/** An item that is restated by another bundle, by its full id and with full ids in it. */
const ofSmall = (key: string, others: object = {}) => ({
  ...assertion(idIn('Assertion', key), idIn('Claim', 'asked'), idIn('Entity', 'company')),
  ...others,
});

/** The small bundle with one more accusation, which the desk's bundle speaks of too. */
const accusing = (others: object = {}, key = 'accused') =>
  smallBundle(({ assertions }) => {
    assertions?.push(assertion(key, 'asked', 'company', others));
  });
const deskSays = (others: object = {}) =>
  bundleOf(desk, { method: 'HUMAN', assertions: [ofSmall('accused', others)] });

eachEngine((_, open) => {
  const empty = storesOf(open);
  const accused = async (store: TestStore) => {
    const [one] = await store.reader.assertionsByIds([idIn('Assertion', 'accused')]);
    return one;
  };
  const unchanged = { activityId: null, added: 0, revised: 0 };

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
          message: expect.stringMatching(
            /was changed since, by hand or by another bundle, and says "SUSPECTED"/,
          ),
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

  it('keeps what another bundle withdrew or corrected, when the unchanged bundle is loaded again, and each night after', async () => {
    const store = await empty();
    await store.import(accusing());
    const correction = deskSays({ modality: 'SUSPECTED', withdrawn: { reason: 'It was somebody else.' } });
    expect(await store.import(correction)).toMatchObject({ added: 0, revised: 1 });
    const before = await graphDump(store.engine);
    for (const bundle of [accusing(), correction, accusing(), correction])
      expect(await store.import(bundle)).toMatchObject(unchanged);
    expect(await graphDump(store.engine)).toEqual(before);
    expect(await accused(store)).toMatchObject({
      modality: 'SUSPECTED',
      withdrawalReason: 'It was somebody else.',
    });
    expect(await checkGraph(store)).toEqual([]);
  });

  it('keeps what another bundle said of a claim, a relation and a judgement, when the first is loaded again', async () => {
    const store = await empty();
    await store.import(smallBundle());
    await store.import(
      bundleOf(desk, {
        method: 'HUMAN',
        claims: [
          {
            ...claim(idIn('Claim', 'asked')),
            slug: 'asked',
            text: { en: 'Doubao may be asked' },
            about: [idIn('Entity', 'bot')],
          },
        ],
        relations: [
          {
            key: idIn('ClaimRelation', 'because'),
            kind: 'CAUSES',
            from: idIn('Claim', 'shut'),
            to: idIn('Claim', 'asked'),
            reason: { en: 'Hence.' },
            status: 'CONFIRMED',
          },
        ],
        judgements: [
          {
            key: idIn('IdentityJudgement', 'unsure'),
            verdict: 'DIFFERENT',
            between: [idIn('Entity', 'witness'), idIn('Entity', 'somebody')],
            reason: { en: 'No.' },
          },
        ],
      }),
    );
    const before = await graphDump(store.engine);
    expect(await store.import(smallBundle())).toMatchObject(unchanged);
    expect(await graphDump(store.engine)).toEqual(before);
  });

  it('refuses what two bundles say each their own way, with the path and what stands', async () => {
    const store = await empty();
    await store.import(accusing());
    await store.import(deskSays({ modality: 'SUSPECTED' }));
    const contested = (bundle: ReturnType<typeof accusing>, message: RegExp) =>
      expect(store.import(bundle)).rejects.toMatchObject({
        code: 'REFUSED_BUNDLE',
        issues: [
          {
            path: expect.stringMatching(/^assertions\[\d+\]\.modality$/),
            message: expect.stringMatching(message),
          },
        ],
      });
    await contested(
      accusing({ modality: 'PROBABLE' }),
      /what its last edition said, or what stands: .*"SUSPECTED"/,
    );
    // A third bundle knows nothing of the correction, and may not undo it.
    const third = bundleOf('test.example/third', { assertions: [ofSmall('accused', { cue: 'says' })] });
    await contested(third, /as this bundle never spoke of it: .*"SUSPECTED"/);
    expect(await accused(store)).toMatchObject({ modality: 'SUSPECTED', cue: null });
  });

  it('remembers what a bundle says that stands already, so that it undoes no later correction', async () => {
    const store = await empty();
    await store.import(accusing());
    const agrees = deskSays();
    expect(await store.import(agrees)).toMatchObject(unchanged);
    await recordGathered(
      store.writer,
      { caller: editor, idempotencyKey: 'hedges-it', name: 'hedge', input: {}, method: 'HUMAN' },
      correcting('Assertion', { id: idIn('Assertion', 'accused'), expectedVersion: 1 }, () => ({
        modality: 'SUSPECTED',
      })),
    );
    for (const bundle of [agrees, accusing()]) expect(await store.import(bundle)).toMatchObject(unchanged);
    expect((await accused(store))?.modality).toBe('SUSPECTED');
  });

  it('refuses what would fall on a record that another took the place of, and names that one', async () => {
    const store = await empty();
    await store.import(accusing());
    const { about } = await recordGathered(
      store.writer,
      { caller: editor, idempotencyKey: 'another-speaker', name: 'correct', input: {}, method: 'HUMAN' },
      correcting('Assertion', { id: idIn('Assertion', 'accused'), expectedVersion: 1 }, () => ({
        speaker: idIn('Entity', 'firm'),
      })),
    );
    const before = await graphDump(store.engine);
    expect(await store.import(accusing())).toMatchObject(unchanged);
    await expect(
      store.import(accusing({ cue: 'says', withdrawn: { reason: 'It was somebody else.' } })),
    ).rejects.toMatchObject({
      code: 'REFUSED_BUNDLE',
      issues: ['cue', 'withdrawn'].map((field) => ({
        path: expect.stringMatching(new RegExp(`^assertions\\[\\d+\\]\\.${field}$`)),
        message: expect.stringContaining(`${about} took the place of ${idIn('Assertion', 'accused')}`),
      })),
    });
    expect(await graphDump(store.engine)).toEqual(before);
  });

  it('forgets what bundles said of a record with the record, when it is erased', async () => {
    const store = await empty();
    await store.import(accusing());
    await store.import(deskSays({ cue: 'says' }));
    const kept = async () =>
      (await graphDump(store.engine)).filter((line) => line.includes('"Edition"') && line.includes('"said"'))
        .length;
    expect(await kept()).toBe(1);
    await eraseRecords(store.writer, {
      ids: [idIn('Assertion', 'accused')],
      reason: 'A court said so.',
      by: 'Ada',
      requestKey: 'erase-it',
    });
    expect(await kept()).toBe(0);
  });
});
