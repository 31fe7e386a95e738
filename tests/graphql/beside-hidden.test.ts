import { describe, expect, it } from 'vitest';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { ada, cy, type Json } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { exported } from '../support/exported.ts';
import { article, english, hiddenDesk } from '../support/hidden-desk.ts';
import { idIn } from '../support/small-bundle.ts';

eachEngine((_, openEngine) => {
  const desk = hiddenDesk(openEngine);
  const { done, hiddenSource, published, versionOf, expectWhole } = desk;

  describe('versions, where only a past state names what was hidden,', () => {
    const id = idIn('Assertion', 'reported');

    async function grounds(version: number, ...sources: readonly string[]): Promise<void> {
      const basedOn = sources.map((source) => ({ id: source }));
      await done('correctAssertion', { id, expectedVersion: version, basedOn });
    }

    it('count it once its source is published, and no more once that is hidden again', async () => {
      const memo = await hiddenSource();
      await grounds(1, memo);
      await grounds(2);
      expect(await versionOf('Assertion', id)).toBe(1);
      await published(memo);
      expect(await versionOf('Assertion', id)).toBe(3);
      await expectWhole();
      await done('correctSource', { id: memo, expectedVersion: 2, access: 'CONFIDENTIAL' });
      expect(await versionOf('Assertion', id)).toBe(1);
      await expectWhole();
    });

    it('count it once its embargo has ended by the clock', async () => {
      const memo = await hiddenSource({ access: 'EMBARGOED', embargoedUntil: '2026-11-22T09:00:00.000Z' });
      await grounds(1, memo);
      await grounds(2);
      desk.moment = '2026-11-22T09:00:00.000Z';
      expect(await versionOf('Assertion', id)).toBe(3);
      await expectWhole();
    });

    it('count that no answer came, once the hidden source that said so is published', async () => {
      const memo = await hiddenSource();
      const asked = await done('askForReply', {
        claim: idIn('Claim', 'shut'),
        to: { id: idIn('Entity', 'paper') },
        deadline: '2026-11-21T00:00:00.000Z',
      });
      const request = (asked['replyRequest'] as { id: string }).id;
      const silence = { id: request, expectedVersion: 1, stance: 'NO_RESPONSE', source: { id: memo } };
      await done('recordReply', silence);
      const answer = { new: article('An answer') };
      await done('recordReply', { id: request, expectedVersion: 2, stance: 'DENIES', source: answer });
      expect(await versionOf('ReplyRequest', request)).toBe(2);
      await expectWhole();
      await published(memo);
      expect(await versionOf('ReplyRequest', request)).toBe(3);
      await expectWhole();
    });
  });

  describe('what a contributor records without sight of what is hidden', () => {
    const speaker = (name: string) => ({
      new: { kind: 'PERSON', names: [{ text: name, language: 'en' }] },
    });
    const shut = idIn('Claim', 'shut');
    const recorded = async (name: string, others: object = {}, caller = cy) => {
      const input = { claim: { id: shut }, stance: 'AFFIRMS', directness: 'INDIRECT', ...others };
      const answer = await done('recordAssertion', { ...input, speaker: speaker(name) }, caller);
      return (answer['assertion'] as { id: string }).id;
    };
    const corrected = async (id: string, change: object, caller = ada) => {
      const answer = await done('correctAssertion', { id, expectedVersion: 1, ...change }, caller);
      return (answer['assertion'] as { id: string }).id;
    };
    const placeOf = async (id: string, caller = cy) => {
      const query = `{ assertion(id: "${id}") { supersedes { id } supersededBy { id } } }`;
      const { assertion } = await desk.api.ask(query, caller);
      if (assertion === null) return null;
      const { supersedes, supersededBy } = assertion as Record<string, { id: string } | null>;
      return { over: supersedes?.id ?? null, under: supersededBy?.id ?? null };
    };

    it('takes a place that was taken in hiding, and one stands before and after that comes out', async () => {
      const memo = await hiddenSource();
      const y = await recorded('Someone', { source: { new: article('An open source') } });
      const hidden = await corrected(y, { source: { id: memo } });
      const preview = { id: y, expectedVersion: 1, speaker: speaker('Another'), preview: true };
      expect(JSON.stringify(await done('correctAssertion', preview, cy))).not.toContain(hidden);
      const theirs = await corrected(y, { speaker: speaker('Another') }, cy);
      expect(await placeOf(y)).toEqual({ over: null, under: theirs });
      expect(await placeOf(theirs)).toEqual({ over: y, under: null });
      expect(await placeOf(hidden)).toBeNull();
      expect(await placeOf(hidden, ada)).toEqual({ over: theirs, under: null });
      await expectWhole();
      await published(memo);
      expect(await placeOf(y)).toEqual({ over: null, under: theirs });
      expect(await placeOf(theirs)).toEqual({ over: y, under: hidden });
      expect(await placeOf(hidden)).toEqual({ over: theirs, under: null });
      await expectWhole();
    });

    it('takes that place, too, where it is published from a draft', async () => {
      const memo = await hiddenSource();
      const y = await recorded('Someone', { source: { new: article('An open source') } });
      const hidden = await corrected(y, { source: { id: memo } });
      const content = { correctAssertion: { id: y, expectedVersion: 1, speaker: speaker('Another') } };
      const draft = await desk.api.saved(content, cy);
      await done('publishDraft', { id: draft.id, expectedVersion: 1 });
      const below = await placeOf(hidden, ada);
      expect(await placeOf(below?.over ?? '')).toEqual({ over: y, under: null });
      await expectWhole();
    });

    it('takes the place of what was erased in hiding, which stays erased', async () => {
      const memo = await hiddenSource();
      const y = await recorded('Someone', { source: { new: article('An open source') } });
      const hidden = await corrected(y, { source: { id: memo }, cue: 'whispered' });
      await eraseRecords(desk.store.writer, {
        ids: [hidden],
        reason: 'Order',
        by: 'Ada',
        requestKey: 'erase:1',
      });
      const theirs = await corrected(y, { speaker: speaker('Another') }, cy);
      expect(await placeOf(hidden, ada)).toEqual({ over: theirs, under: null });
      await expectWhole();
      expect((await exported(desk.store)).toString()).not.toContain('whispered');
    });

    it('answers a request that was answered in hiding; both are kept, and one stands', async () => {
      const memo = await hiddenSource();
      const asked = async () => {
        const to = { id: idIn('Entity', 'paper') };
        const answer = await done('askForReply', { claim: shut, to, deadline: '2026-11-21T00:00:00.000Z' });
        return (answer['replyRequest'] as { id: string }).id;
      };
      const replyOf = async (id: string, caller = cy) => {
        const { node } = (await desk.api.ask(
          `{ node(id: "${id}") { ... on ReplyRequest { state reply { stance supersedes { stance } } } } }`,
          caller,
        )) as { node: Json };
        return node;
      };
      const [first, second] = [await asked(), await asked()];
      const hides = { expectedVersion: 1, source: { id: memo } };
      await done('recordReply', { id: first, stance: 'DENIES', ...hides });
      await done('recordReply', { id: second, stance: 'NO_RESPONSE', ...hides });
      for (const id of [first, second]) {
        const source = { new: article(`An answer ${id}`) };
        await done('recordReply', { id, expectedVersion: 1, stance: 'AFFIRMS', source }, cy);
        expect(await replyOf(id)).toEqual({
          state: 'ANSWERED',
          reply: { stance: 'AFFIRMS', supersedes: null },
        });
      }
      await expectWhole();
      await published(memo);
      const stood = { stance: 'DENIES', supersedes: { stance: 'AFFIRMS' } };
      const silent = { stance: 'AFFIRMS', supersedes: { stance: 'NO_RESPONSE' } };
      for (const caller of [cy, ada]) {
        expect(await replyOf(first, caller)).toEqual({ state: 'ANSWERED', reply: stood });
        expect(await replyOf(second, caller)).toEqual({ state: 'ANSWERED', reply: silent });
      }
      await expectWhole();
    });

    it('is a relation of its own beside the one that only hidden assertions draw; each can be decided on', async () => {
      const memo = await hiddenSource();
      const drawer = await recorded('A whisperer', { source: { id: memo } }, ada);
      const other = idIn('Claim', 'open');
      const relation = { from: shut, to: other, kind: 'SUPPORTS', reason: english('So it is') };
      const related = async (input: object, caller: typeof ada) =>
        ((await done('relateClaims', input, caller))['relation'] as { id: string }).id;
      const both = [await related({ ...relation, assertedBy: [drawer] }, ada), await related(relation, cy)];
      expect(await desk.store.reader.recordsByIds(both)).toMatchObject([null, { type: 'ClaimRelation' }]);
      const again = await desk.api.mutate('relateClaims', relation, cy);
      expect(again).toMatchObject({ code: 'INVALID_INPUT' });
      expect(JSON.stringify(again)).not.toContain(both[0]);
      await expectWhole();
      await published(memo);
      await expectWhole();
      for (const id of both) await done('decideRelation', { id, expectedVersion: 1, status: 'CONFIRMED' });
      await expectWhole();
    });
  });

  describe('a log that is put back', () => {
    it('shows whom the public saw between the end of an embargo and the next recording', async () => {
      const author = { new: { kind: 'PERSON', names: [{ text: 'Zanzibar', language: 'en' }] } };
      const found = async () =>
        (await desk.api.ask('{ search(query: "Zanzibar") { totalCount } }', cy))['search'];
      const embargo = { access: 'EMBARGOED', embargoedUntil: '2026-11-22T09:00:00.000Z' };
      const id = await hiddenSource({ ...embargo, authors: [author] });
      desk.moment = '2026-11-22T09:01:00.000Z';
      expect(await found()).toEqual({ totalCount: 1 });
      await done('correctSource', { id, expectedVersion: 1, authors: [] });
      expect(await found()).toEqual({ totalCount: 1 });
      await expectWhole();
    });
  });

  describe('a preview for whoever does not see what is hidden', () => {
    it('tells the same claims, whatever stands in hiding', async () => {
      const open = idIn('Claim', 'open');
      const { claim } = (await desk.api.ask(
        `{ claim(by: { id: "${open}" }) { assertions { edges { node { id version } } } } }`,
      )) as { claim: { assertions: { edges: { node: { id: string; version: number } }[] } } };
      const said = claim.assertions.edges.map(({ node }) => node);
      for (const { id, version } of said) {
        const input = `{ idempotencyKey: "w-${id}", id: "${id}", expectedVersion: ${version}, reason: "Wrong" }`;
        await desk.api.ask(
          `mutation { withdrawAssertion(input: ${input}) { ... on AssertionWithdrawn { activityId } } }`,
          ada,
        );
      }
      const previewed = async () =>
        desk.api.mutate(
          'correctAssertion',
          { id: said[0]?.id, expectedVersion: 2, cue: 'told', preview: true },
          cy,
        );
      const memo = await hiddenSource();
      const before = await previewed();
      expect(before['claims']).toMatchObject([{ id: open }, { id: idIn('Claim', 'shut') }]);
      const hidden = { claim: { id: open }, speaker: { id: idIn('Entity', 'paper') }, source: { id: memo } };
      await done('recordAssertion', { ...hidden, stance: 'AFFIRMS', directness: 'DIRECT' });
      expect(await previewed()).toEqual(before);
    });
  });
});
