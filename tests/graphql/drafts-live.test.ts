import { expect, it } from 'vitest';
import { ada, at, bo, cy, draftApis, type Json, rea } from '../support/draft-api.ts';
import { assertionDraft } from '../support/draft-contents.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf } from '../support/seeded-store.ts';
import { smallBundle } from '../support/small-bundle.ts';

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);
  const apiOn = draftApis();

  it('tells those who listen of what is published, and of no draft', async () => {
    let moment = Date.parse('2026-11-22T08:00:00.000Z');
    const clock = () => {
      moment += 1_000;
      return new Date(moment);
    };
    const store = await emptyStore(clock);
    await store.import(smallBundle());
    const api = apiOn(store, clock);
    const heard = await Promise.all(
      [null, rea, ada].flatMap((caller) => [
        api.listen('subscription { claimChanged { recordedAt claim { slug } } }', caller),
        api.listen('subscription { assertionRecorded { recordedAt assertion { cue } } }', caller),
      ]),
    );
    const draft = await api.saved(assertionDraft({ cue: 'unpublished' }), cy);
    const gone = await api.saved(assertionDraft({ cue: 'discarded' }), cy);
    await api.mutate('discardDraft', { ...at(gone), reason: 'No.' }, cy);
    const revised = await api.mutate(
      'saveDraft',
      { ...at(draft), content: assertionDraft({ cue: 'said' }) },
      cy,
    );
    const approved = await api.mutate('approveDraft', at(revised['draft'] as Json), bo);
    const published = await api.mutate('publishDraft', at(approved['draft'] as Json), ada);
    const recordedAt = published['recordedAt'];
    for (const [index, listener] of heard.entries()) {
      const event =
        index % 2 === 0
          ? { claimChanged: { recordedAt, claim: { slug: 'shut' } } }
          : { assertionRecorded: { recordedAt, assertion: { cue: 'said' } } };
      expect(await listener.until(1)).toEqual([event]);
    }
    // What comes next is the next that is on record: nothing was told between.
    await api.saved(assertionDraft({ cue: 'another' }), cy);
    const [next] = [assertionDraft({ cue: 'next' }).recordAssertion];
    await api.mutate('recordAssertion', next, ada);
    for (const [index, listener] of heard.entries()) {
      const told = await listener.until(2);
      expect(told).toHaveLength(2);
      if (index % 2 === 1)
        expect(told[1]).toMatchObject({ assertionRecorded: { assertion: { cue: 'next' } } });
    }
    for (const listener of heard) await listener.close();
  }, 60_000);
});
