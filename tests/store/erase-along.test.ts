import { describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { correcting } from '../../src/ingest/correct.ts';
import { publishingDraft, recordDraft } from '../../src/ingest/draft.ts';
import { previewErasure } from '../../src/ingest/erase.ts';
import { placeHold, releaseHold } from '../../src/ingest/hold.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { draftsNaming, standingBeside } from '../../src/store/standing-beside.ts';
import { assertionDraft, newClaimDraft } from '../support/draft-contents.ts';
import { eachEngine } from '../support/engines.ts';
import { contentOf, exported, restoreInto } from '../support/exported.ts';
import { hiddenBundle } from '../support/hidden-bundle.ts';
import { draftIdOf, draftsOf, requestOf } from '../support/recorded-drafts.ts';
import type { TestStore } from '../support/seeded-store.ts';
import { idIn } from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';
import { erase, foundIn, once, readerFor, request, runOf, storesToEraseIn } from './erasing.ts';

const ada: Caller = { id: 'key-ada', name: 'Ada Editor', role: 'editor' };
const cy: Caller = { id: 'key-cy', name: 'Cy Contributor', role: 'contributor' };
const draft = draftIdOf(cy, 'a-draft-of-cys');

/** Words that the published assertion and its draft have alone, some of them only in an earlier version of the draft. */
const ownWords = ['Quokka', 'quokka', 'Wombat', 'A note on Numbat', '1907-03'];

async function draftIn(store: TestStore, id = draft) {
  const [found] = await (await readerFor(store, ada)).recordsByIds([id]);
  if (found?.type !== 'Draft') throw new Error('there is no draft');
  return found;
}

eachEngine((_, openEngine) => {
  const { emptyStore, filled, historyOf } = storesToEraseIn(openEngine);
  /** A draft in three versions, approved, and the assertion, the claim and the speaker that it was published as. */
  async function published(hidden = false) {
    const store = await filled();
    if (hidden) await store.import(hiddenBundle());
    const [own, read] = [draftsOf(store, cy), draftsOf(store, ada)];
    await own.begin('a-draft-of-cys', assertionDraft({ cue: 'says of the Wombat' }), 'A note on Numbat');
    const said = { cue: 'says of the Quokka', speakerAsNamed: 'the quokka man' };
    const { recordAssertion } = newClaimDraft('Dugong');
    await own.revise('a-second-version', draft, 1, { recordAssertion: { ...recordAssertion, ...said } });
    await read.approve('an-approval', draft, 2);
    await read.publish('it-is-published', draft, 3);
    const as = (await draftIn(store)).published?.as ?? '';
    const [assertion] = await store.reader.assertionsByIds([as]);
    if (!assertion) throw new Error('nothing was published');
    return { store, as, claim: assertion.claim.id, speaker: assertion.speaker.id };
  }

  describe('erasing a record that was published from a draft', () => {
    it.each([
      ['nothing is hidden', false],
      ['something is hidden', true],
    ])('erases the draft in the same Activity, in every version of it, where %s', async (_where, hidden) => {
      const { store, as } = await published(hidden);
      expect(await foundIn(store, ownWords)).toEqual(ownWords);
      const { activityId, ...done } = await erase(store, as);
      expect(done).toMatchObject({ revised: 2, added: 0, about: as, along: [{ id: draft, with: as }] });
      expect(await foundIn(store, ownWords)).toEqual([]);
      // What else was published from it stays.
      expect(await foundIn(store, ['Dugong sold the bridge'])).toHaveLength(1);
      const erased = await store.engine.read(
        statement(
          'erased',
          'MATCH (:Activity {id: $id})-[:CHANGED]->(s:State) RETURN s.of AS of, s.ofType AS type ORDER BY type',
        ),
        { id: activityId },
      );
      expect(erased).toEqual([
        [as, 'Assertion'],
        [draft, 'Draft'],
      ]);
      expect(await checkGraph(store)).toEqual([]);
      const bytes = await exported(store);
      const other = await emptyStore();
      await restoreInto(other, bytes);
      expect(await foundIn(other, ownWords)).toEqual([]);
      expect((await exported(other)).equals(bytes)).toBe(true);
    });

    it('takes the draft along whichever of the records is named, once, and not a second time', async () => {
      const { store, as, claim, speaker } = await published();
      expect(await erase(store, claim, as)).toMatchObject({
        revised: 3,
        along: [{ id: draft, with: expect.stringMatching(/^(Claim|Assertion)_/) }],
      });
      expect(await erase(store, speaker)).toMatchObject({ revised: 1, along: [] });
      expect(await foundIn(store, [...ownWords, 'Dugong', 'dugong'])).toEqual([]);
      expect(await checkGraph(store)).toEqual([]);
      const both = await published();
      expect(await erase(both.store, both.as, draft)).toMatchObject({ revised: 2, along: [] });
      const alone = await published();
      expect(await erase(alone.store, draft)).toMatchObject({ revised: 1, along: [] });
      expect(await erase(alone.store, alone.as)).toMatchObject({ revised: 1, along: [] });
      expect(await foundIn(alone.store, ownWords)).toEqual([]);
    });

    it('leaves of the draft, in the past too, who wrote, read and published it, and nothing that it said', async () => {
      const { store, as } = await published();
      await erase(store, as);
      const left = {
        ...{ status: 'PUBLISHED', content: {}, published: { as }, writers: [{ name: 'Cy Contributor' }] },
        approvals: [{ by: { name: 'Ada Editor' }, version: 2 }],
      };
      const present = await readerFor(store, ada);
      expect(await draftIn(store)).toMatchObject(left);
      expect(await draftIn(store)).not.toHaveProperty('note');
      const [revisions] = await present.listRevisions([draft], { limit: 9, beyond: null, backward: false });
      expect(revisions?.items).toHaveLength(5);
      const history = historyOf(store);
      const instants = await store.engine.read(
        statement('instants', 'MATCH (a:Activity) RETURN a.recordedAt AS at ORDER BY at'),
      );
      expect(instants).toHaveLength(6);
      const past: unknown[] = [revisions];
      for (const [recorded] of instants.slice(1, -1)) {
        const reader = await history.readerAsOf(
          { recorded: String(recorded), said: null },
          { present, seesHidden: true, seesIdentities: false, drafts: 'ALL' },
        );
        const found = await reader.recordsByIds([draft]);
        expect(found).toMatchObject([{ content: {} }]);
        past.push(found);
      }
      expect(past).toHaveLength(5);
      for (const word of ownWords) expect(JSON.stringify(past)).not.toContain(word);
    });

    it('takes along the draft of a correction of it', async () => {
      const store = await filled();
      const id = idIn('Assertion', 'seen');
      const correction = { correctAssertion: { id, expectedVersion: 1, cue: 'says of the Wombat' } };
      await draftsOf(store, cy).begin('a-draft-of-cys', correction);
      const gather = correcting('Assertion', { id, expectedVersion: 1 }, () => ({
        cue: 'says of the Wombat',
      }));
      const target = { id: draft, expectedVersion: 1 };
      const publishing = publishingDraft({ target, gatherOf: () => gather, fourEyes: false });
      await recordDraft(store.writer, requestOf(ada, 'publishDraft', 'a-correction'), publishing);
      expect(await erase(store, id)).toMatchObject({ revised: 2, along: [{ id: draft, with: id }] });
      expect(await foundIn(store, ['Wombat'])).toEqual([]);
      expect(await checkGraph(store)).toEqual([]);
    });

    it('leaves other drafts as they are, and tells those that name it in any version', async () => {
      const store = await filled();
      const claim = idIn('Claim', 'shut');
      const own = draftsOf(store, cy);
      await own.begin('a-draft-of-cys', assertionDraft({ cue: 'Wombat' }));
      await own.revise('it-names-it-no-more', draft, 1, newClaimDraft('Dugong'));
      await own.begin('another-draft', newClaimDraft('Manatee'));
      await own.begin('it-is-erased-itself', assertionDraft({ cue: 'Quokka' }));
      await erase(store, draftIdOf(cy, 'it-is-erased-itself'));
      expect(await draftsNaming(await runOf(store), [claim], [])).toMatchObject([
        { id: draft, state: { status: 'OPEN' } },
      ]);
      expect(await draftsNaming(await runOf(store), [], ['Manatee sold'])).toMatchObject([
        { id: draftIdOf(cy, 'another-draft') },
      ]);
      expect(await erase(store, claim)).toMatchObject({ revised: 1, along: [] });
      expect((await draftIn(store)).content).toEqual(newClaimDraft('Dugong'));
    });

    it('is refused where the draft is on hold, and names it; nothing is then erased', async () => {
      const { store, as } = await published();
      await placeHold(store.writer, once(draft));
      const before = await contentOf(store);
      for (const refused of [() => erase(store, as), () => previewErasure(store.writer, request(as))])
        await expect(refused()).rejects.toMatchObject({
          code: 'NOT_POSSIBLE',
          message: expect.stringMatching(`^${draft}, from which ${as} was published, .*is on hold`),
          ids: [draft, expect.stringMatching(/^Hold_/)],
        });
      expect(await contentOf(store)).toEqual(before);
      await releaseHold(store.writer, once(draft));
      expect(await erase(store, as)).toMatchObject({ revised: 2 });
    });

    it('can be looked at first: the same is told, and nothing is erased', async () => {
      const { store, as, claim } = await published();
      const before = await contentOf(store);
      const preview = await previewErasure(store.writer, request(as));
      expect(preview.along).toEqual([{ id: draft, with: as }]);
      expect(preview.changes.map(({ id }) => id)).toEqual([as, draft]);
      expect(preview.claims).toMatchObject([
        { before: { claim: { id: claim } }, after: { claim: { id: claim } } },
      ]);
      expect(await contentOf(store)).toEqual(before);
      await expect(previewErasure(store.writer, request('Claim_1'))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });

    it('tells what stands one step beside it', async () => {
      const { store, as, claim, speaker } = await published();
      const beside = async (...ids: string[]) =>
        (await standingBeside(await runOf(store), ids)).map(({ id }) => id);
      expect(await beside(as, draft)).toEqual([speaker, claim]);
      expect((await beside(draft)).sort()).toEqual([as, claim, speaker].sort());
      const shut = await beside(idIn('Claim', 'shut'));
      for (const id of [
        ...[idIn('Entity', 'company'), idIn('Assertion', 'seen'), idIn('ClaimRelation', 'either')],
        ...[idIn('Review', 'check'), idIn('ReplyRequest', 'asked-company')],
      ])
        expect(shut).toContain(id);
      await erase(store, idIn('Review', 'check'));
      await placeHold(store.writer, once(idIn('Claim', 'shut')));
      await releaseHold(store.writer, once(idIn('Claim', 'shut')));
      const then = await beside(idIn('Claim', 'shut'));
      expect(then).not.toContain(idIn('Review', 'check'));
      expect(then.filter((id) => id.startsWith('Hold_'))).toHaveLength(1);
    });
  });
});
