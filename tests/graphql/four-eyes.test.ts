import { beforeAll, describe, expect, it } from 'vitest';
import { ada, adaAgain, at, bo, type DraftApi, draftApis, type Json } from '../support/draft-api.ts';
import { assertionDraft } from '../support/draft-contents.ts';
import { eachEngine } from '../support/engines.ts';
import { steppingClock, storesOf } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);
  const apiOn = draftApis();
  let api: DraftApi;
  let underFourEyes: DraftApi;

  beforeAll(async () => {
    const clock = steppingClock();
    const store = await emptyStore(clock);
    await store.import(smallBundle());
    api = apiOn(store, clock);
    underFourEyes = apiOn(store, clock, true);
  });

  describe('four eyes', () => {
    it('let nothing be published that no second person has approved as it is', async () => {
      const draft = await api.saved(assertionDraft({ cue: 'unread' }), ada);
      const needed = { __typename: 'NotPossibleError', code: 'APPROVAL_NEEDED', ids: [draft.id] };
      expect(await underFourEyes.mutate('publishDraft', at(draft), bo)).toMatchObject(needed);
      const own = { __typename: 'NotPossibleError', code: 'OWN_DRAFT' };
      expect(await underFourEyes.mutate('approveDraft', at(draft), ada)).toMatchObject(own);
      expect(await underFourEyes.mutate('approveDraft', at(draft), adaAgain)).toMatchObject(own);
      const approved = (await underFourEyes.mutate('approveDraft', at(draft), bo))['draft'] as Json;
      expect(approved).toMatchObject({ isApproved: true });
      const revised = (
        await underFourEyes.mutate('saveDraft', { ...at(approved), content: assertionDraft() }, ada)
      )['draft'] as Json;
      expect(revised).toMatchObject({
        isApproved: false,
        approvals: [{ by: 'Bo Editor', version: 1, holds: false }],
      });
      expect(await underFourEyes.mutate('publishDraft', at(revised), bo)).toMatchObject(needed);
      const again = (await underFourEyes.mutate('approveDraft', at(revised), bo))['draft'] as Json;
      // Once more says nothing new.
      expect(await underFourEyes.mutate('approveDraft', at(again), bo)).toMatchObject({
        __typename: 'DraftApproved',
        activityId: null,
        draft: { version: again['version'] },
      });
      expect(await underFourEyes.mutate('publishDraft', at(again), ada)).toMatchObject({
        __typename: 'DraftPublished',
        draft: { status: 'PUBLISHED' },
      });
    });

    it('count nobody as second who saved any version, whoever saved the last', async () => {
      const draft = await api.saved(assertionDraft({ cue: 'both' }), ada);
      const second = await api.mutate('saveDraft', { ...at(draft), content: assertionDraft() }, bo);
      for (const caller of [ada, bo, adaAgain])
        expect(await underFourEyes.mutate('approveDraft', at(second['draft'] as Json), caller)).toMatchObject(
          {
            code: 'OWN_DRAFT',
          },
        );
      const third = { ...ada, id: 'key-ed', name: 'Ed Editor' };
      const approved = await underFourEyes.mutate('approveDraft', at(second['draft'] as Json), third);
      expect(await underFourEyes.mutate('publishDraft', at(approved['draft'] as Json), ada)).toMatchObject({
        __typename: 'DraftPublished',
      });
    });

    it('close the direct way, but not a look at what it would do', async () => {
      const [direct] = [assertionDraft().recordAssertion];
      const target = { id: idIn('Assertion', 'seen'), expectedVersion: 1 };
      const reply = { ...target, id: idIn('ReplyRequest', 'asked-company'), stance: 'DENIES' };
      const bundle = JSON.stringify({ ...smallBundle(), title: { en: 'Once more' } });
      for (const [name, input] of [
        ['recordAssertion', direct],
        ['correctAssertion', { ...target, cue: 'x' }],
        ['correctClaim', { ...target, id: idIn('Claim', 'shut'), nature: 'NORM' }],
        ['recordReply', reply],
        ['correctEntity', { ...target, id: idIn('Entity', 'bot'), names: [{ text: 'Bot' }] }],
        ['correctSource', { ...target, id: idIn('Source', 'copy'), seen: false }],
        ['importBundle', { bundle }],
      ] as const) {
        expect(await underFourEyes.mutate(name, input, adaAgain)).toMatchObject({
          __typename: 'NotPossibleError',
          code: 'DRAFT_NEEDED',
        });
        expect(await underFourEyes.mutate(name, input, null)).toMatchObject({
          __typename: 'NotAllowedError',
        });
      }
      expect(await underFourEyes.mutate('recordAssertion', { ...direct, preview: true }, ada)).toMatchObject({
        __typename: 'MutationPreview',
      });
      expect(await underFourEyes.mutate('importBundle', { bundle, preview: true }, ada)).toMatchObject({
        __typename: 'MutationPreview',
      });
      const source = { kind: 'ARTICLE', title: [{ language: 'en', text: 'A source' }] };
      expect(await underFourEyes.mutate('addSource', { source }, ada)).toMatchObject({
        __typename: 'SourceAdded',
      });
    });
  });
});
