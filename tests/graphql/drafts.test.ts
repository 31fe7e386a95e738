import { expect, it } from 'vitest';
import { checkGraph } from '../../src/store/check-graph.ts';
import { ada, at, bo, cy, type Json } from '../support/draft-api.ts';
import { assertionDraft, newClaimDraft } from '../support/draft-contents.ts';
import { draftsOn } from '../support/draft-desk.ts';
import { eachEngine } from '../support/engines.ts';
import { idIn } from '../support/small-bundle.ts';

eachEngine((_, openEngine) => {
  draftsOn(openEngine, (desk) => {
    it('are saved as they came, revised, approved, published and on record', async () => {
      const content = assertionDraft({ cue: 'swears', modality: 'PROBABLE' });
      const saving = await desk.api.mutate('saveDraft', { content, note: ' Read it, please. ' }, cy);
      expect(saving).toMatchObject({
        __typename: 'DraftSaved',
        problems: [],
        draft: {
          version: 1,
          status: 'OPEN',
          content: { recordAssertion: { ...content.recordAssertion, basis: 'UNSTATED' } },
          method: 'HUMAN',
          note: 'Read it, please.',
          begunBy: 'Cy Contributor',
          savedBy: 'Cy Contributor',
          savedVersion: 1,
          isApproved: false,
          approvals: [],
          publishedAs: null,
          discardReason: null,
          revisions: { totalCount: 1, edges: [{ node: { kind: 'RECORDED', title: 'saveDraft' } }] },
        },
      });
      const first = saving['draft'] as Json;
      // What was read can be saved again.
      const again = await desk.api.mutate('saveDraft', { ...at(first), content: first['content'] }, ada);
      expect(again).toMatchObject({
        draft: {
          version: 2,
          content: first['content'],
          note: 'Read it, please.',
          writers: ['Cy Contributor', 'Ada Editor'],
          savedVersion: 2,
        },
      });
      const approved = await desk.api.mutate('approveDraft', at(again['draft'] as Json), bo);
      expect(approved).toMatchObject({
        __typename: 'DraftApproved',
        draft: { version: 3, isApproved: true, approvals: [{ by: 'Bo Editor', version: 2, holds: true }] },
      });
      const previewed = await desk.api.mutate(
        'publishDraft',
        { ...at(approved['draft'] as Json), preview: true },
        ada,
      );
      expect(previewed).toMatchObject({
        __typename: 'MutationPreview',
        claims: [{ id: idIn('Claim', 'shut') }],
      });
      const published = await desk.api.mutate('publishDraft', at(approved['draft'] as Json), ada);
      expect(published).toMatchObject({
        __typename: 'DraftPublished',
        draft: {
          version: 4,
          status: 'PUBLISHED',
          publishedBy: 'Ada Editor',
          publishedAs: { __typename: 'Assertion' },
          revisions: { totalCount: 4 },
        },
      });
      const { publishedAs } = published['draft'] as { publishedAs: { id: string } };
      const asked = `{ assertion(id: "${publishedAs.id}") { cue modality stance method version recordedAt
        revisions { edges { node { title by activityId } } } } }`;
      expect(await desk.api.ask(asked)).toMatchObject({
        assertion: {
          ...{ cue: 'swears', modality: 'PROBABLE', stance: 'DENIES', method: 'HUMAN', version: 1 },
          recordedAt: published['recordedAt'],
          // One activity, which tells the public of no draft.
          revisions: {
            edges: [
              {
                node: { title: 'recordAssertion', by: 'Ada Editor', activityId: published['activityId'] },
              },
            ],
          },
        },
      });
      expect(await checkGraph(desk.store)).toEqual([]);
    });

    it('are refused when they are published for what was recorded meanwhile, and under a key that was used', async () => {
      const twin = newClaimDraft('Ocelot');
      const key = { idempotencyKey: 'the-very-same-key' };
      const direct = await desk.api.mutate('recordAssertion', { ...twin.recordAssertion, ...key }, ada);
      const draft = await desk.api.saved(twin, cy);
      expect(await desk.api.mutate('publishDraft', { ...at(draft), ...key }, ada)).toMatchObject({
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
      // Its slug is taken by now, by the record that it describes.
      const refused = await desk.api.mutate('publishDraft', at(draft), bo);
      expect(refused).toMatchObject({
        __typename: 'InvalidInputError',
        issues: [{ path: 'content.recordAssertion.claim.new.slug' }],
      });
      expect(direct).toMatchObject({ __typename: 'AssertionRecorded', assertion: { version: 1 } });
    });

    it('are saved unfinished, and say what publishing would be refused for', async () => {
      const content = assertionDraft({
        claim: { id: idIn('Claim', 'nothing-there') },
        passages: [{ new: { exact: 'words', language: 'en' } }],
      });
      const saved = await desk.api.mutate('saveDraft', { content }, cy);
      const problems = saved['problems'] as { path: string; message: string }[];
      expect(problems.length).toBeGreaterThan(0);
      for (const { path } of problems) expect(path).toMatch(/^content\.recordAssertion\./);
      const draft = saved['draft'] as Json;
      const refused = await desk.api.mutate('publishDraft', at(draft), ada);
      expect(refused).toMatchObject({ __typename: 'InvalidInputError', issues: problems });
      const mended = await desk.api.mutate('saveDraft', { ...at(draft), content: assertionDraft() }, cy);
      expect(mended).toMatchObject({ problems: [], draft: { version: 2 } });
      expect(
        await desk.api.mutate('saveDraft', { content: assertionDraft(), id: draft['id'] }, cy),
      ).toMatchObject({
        __typename: 'InvalidInputError',
        issues: [{ path: 'expectedVersion' }],
      });
    });

    it('are refused at a version that is stale, or once they are published or discarded', async () => {
      const draft = await desk.api.saved(assertionDraft({ cue: 'stale' }), ada);
      const second = await desk.api.mutate('saveDraft', { ...at(draft), content: assertionDraft() }, ada);
      for (const name of ['saveDraft', 'approveDraft', 'publishDraft', 'discardDraft']) {
        const own = name === 'saveDraft' ? { content: assertionDraft() } : {};
        const reason = name === 'discardDraft' ? { reason: 'Old.' } : {};
        expect(await desk.api.mutate(name, { ...at(draft), ...own, ...reason }, bo)).toMatchObject({
          __typename: 'StaleVersionError',
          currentVersion: 2,
          current: { __typename: 'Draft', id: draft.id, version: 2, status: 'OPEN' },
        });
      }
      const now = second['draft'] as Json;
      const published = (await desk.api.mutate('publishDraft', at(now), bo))['draft'] as Json;
      const as = (published['publishedAs'] as Json)['id'];
      expect(await desk.api.mutate('publishDraft', at(now), ada)).toMatchObject({
        __typename: 'StaleVersionError',
        current: { status: 'PUBLISHED', publishedAs: { id: as } },
      });
      expect(await desk.api.mutate('publishDraft', at(published), ada)).toMatchObject({
        __typename: 'NotPossibleError',
        ids: [draft.id],
      });
      const other = await desk.api.saved(assertionDraft(), cy);
      const discarded = await desk.api.mutate('discardDraft', { ...at(other), reason: 'Not so.' }, cy);
      expect(discarded).toMatchObject({
        draft: { status: 'DISCARDED', discardReason: 'Not so.', discardedBy: 'Cy Contributor' },
      });
      expect(await desk.api.mutate('publishDraft', at(discarded['draft'] as Json), ada)).toMatchObject({
        __typename: 'NotPossibleError',
        ids: [other.id],
      });
      expect(
        await desk.api.mutate(
          'discardDraft',
          { ...at(await desk.api.saved(assertionDraft(), cy)), reason: ' ' },
          cy,
        ),
      ).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path: 'reason' }] });
    });

    it('take notes and reasons that any other text would be', async () => {
      for (const text of ['a\u0000b', 'a\r\nb', 'a\u202eb']) {
        const saving = { content: assertionDraft({ cue: 'unreadable' }), note: text };
        expect(await desk.api.mutate('saveDraft', saving, ada)).toMatchObject({
          __typename: 'InvalidInputError',
          issues: [{ path: 'note' }],
        });
        const discarding = { ...at(await desk.api.saved(assertionDraft(), cy)), reason: text };
        expect(await desk.api.mutate('discardDraft', discarding, cy)).toMatchObject({
          __typename: 'InvalidInputError',
          issues: [{ path: 'reason' }],
        });
      }
      const saving = { content: assertionDraft({ cue: 'decomposed' }), note: ' Cafe\u0301 ' };
      expect(await desk.api.mutate('saveDraft', saving, ada)).toMatchObject({ draft: { note: 'Café' } });
    });

    it('answer a request that is sent again as before, and publish once', async () => {
      const draft = await desk.api.saved(assertionDraft({ cue: 'once' }), ada);
      const input = { ...at(draft), idempotencyKey: 'publish-it-once' };
      const first = await desk.api.mutate('publishDraft', input, ada);
      expect(first).toMatchObject({ __typename: 'DraftPublished' });
      expect(await desk.api.mutate('publishDraft', input, ada)).toEqual(first);
    });

    it('of a machine stay a machine’s when they are published, and replace no person’s', async () => {
      const draft = await desk.api.saved(assertionDraft({ cue: 'machine' }), cy, { method: 'MODEL' });
      const published = await desk.api.mutate('publishDraft', at(draft), ada);
      const { publishedAs } = published['draft'] as { publishedAs: { id: string } };
      expect(await desk.api.ask(`{ assertion(id: "${publishedAs.id}") { method } }`)).toEqual({
        assertion: { method: 'MODEL' },
      });
      const persons = await desk.api.saved(assertionDraft(), cy);
      const over = { ...at(persons), content: assertionDraft(), method: 'MODEL' };
      expect(await desk.api.mutate('saveDraft', over, cy)).toMatchObject({ __typename: 'NotPossibleError' });
    });

    it('of a machine decide nothing until a second person has approved them', async () => {
      const source = {
        kind: 'ARTICLE',
        title: [{ language: 'en', text: 'A reprint' }],
        derivedFrom: [{ kind: 'REPUBLISHES', from: idIn('Source', 'article'), status: 'CONFIRMED' }],
      };
      const draft = await desk.api.saved(assertionDraft({ source: { new: source } }), cy, {
        method: 'MODEL',
      });
      const message = expect.stringContaining('a machine (MODEL) proposes, and a person decides');
      expect(await desk.api.mutate('publishDraft', at(draft), ada)).toMatchObject({
        __typename: 'InvalidInputError',
        issues: [{ path: 'content.recordAssertion.source.new.derivedFrom[0].status', message }],
      });
      const approved = await desk.api.mutate('approveDraft', at(draft), bo);
      expect(await desk.api.mutate('publishDraft', at(approved['draft'] as Json), ada)).toMatchObject({
        __typename: 'DraftPublished',
      });
    });

    it('are of corrections and replies too', async () => {
      const assertion = idIn('Assertion', 'doubted');
      const correction = { id: assertion, expectedVersion: 1, cue: 'wonders' };
      const first = await desk.api.saved({ correctAssertion: correction }, cy);
      expect(await desk.api.mutate('publishDraft', at(first), ada)).toMatchObject({
        draft: { publishedAs: { id: assertion } },
      });
      const late = await desk.api.mutate('saveDraft', { content: { correctAssertion: correction } }, cy);
      expect(late['problems']).toEqual([
        { path: 'content.correctAssertion', message: expect.stringContaining('expected version 1') },
      ]);
      expect(await desk.api.mutate('publishDraft', at(late['draft'] as Json), ada)).toMatchObject({
        __typename: 'StaleVersionError',
        current: { __typename: 'Assertion', id: assertion },
      });
      const claim = { id: idIn('Claim', 'asked'), expectedVersion: 1, nature: 'NORM' };
      const second = await desk.api.saved({ correctClaim: claim }, cy);
      expect(await desk.api.mutate('publishDraft', at(second), ada)).toMatchObject({
        draft: { publishedAs: { __typename: 'Claim', id: claim.id } },
      });
      const entity = { id: idIn('Entity', 'bot'), expectedVersion: 1, names: [{ text: 'Bot' }] };
      const source = { id: idIn('Source', 'copy'), expectedVersion: 1, url: 'https://paper.example/copy' };
      for (const [content, as] of [
        [{ correctEntity: entity }, { __typename: 'Machine', id: entity.id }],
        [{ correctSource: source }, { __typename: 'Source', id: source.id }],
      ] as const) {
        const one = await desk.api.saved(content, cy);
        expect(await desk.api.mutate('publishDraft', at(one), ada)).toMatchObject({
          draft: { publishedAs: as },
        });
      }
      const asking = { claim: idIn('Claim', 'shut'), to: { id: idIn('Entity', 'firm') } };
      const asked = await desk.api.mutate(
        'askForReply',
        { ...asking, deadline: '2030-01-01T00:00:00Z' },
        ada,
      );
      const { id } = asked['replyRequest'] as { id: string };
      const reply = { id, expectedVersion: 1, stance: 'DENIES' };
      const third = await desk.api.saved({ recordReply: reply }, cy);
      expect(await desk.api.mutate('publishDraft', at(third), ada)).toMatchObject({
        draft: { publishedAs: { __typename: 'ReplyRequest', id } },
      });
      expect(await checkGraph(desk.store)).toEqual([]);
    });
  });
});
