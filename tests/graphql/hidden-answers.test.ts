import { describe, expect, it } from 'vitest';
import { ada, cy } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { article, hiddenDesk } from '../support/hidden-desk.ts';
import { publicDump } from '../support/public-dump.ts';
import { idIn } from '../support/small-bundle.ts';

eachEngine((_, openEngine) => {
  const desk = hiddenDesk(openEngine);
  const { done, hiddenSource, published, expectWhole } = desk;

  describe('an answer that is hidden', () => {
    const inSource = (id: string) => ({ source: { id } });
    const inNewWords = async (id: string) => {
      const { source } = (await desk.api.ask(
        `{ source(by: { id: "${id}" }) { versions { edges { node { id } } } } }`,
        ada,
      )) as { source: { versions: { edges: { node: { id: string } }[] } } };
      const version = source.versions.edges[0]?.node.id;
      return { passages: [{ new: { version, exact: 'deny it', start: 3, language: 'en' } }] };
    };

    it.each([
      ['by its source', inSource],
      ['by words that are recorded with it', inNewWords],
    ])('leaves the note that none had come as the public sees it: %s', async (_name, hiddenIn) => {
      const memo = await hiddenSource({ access: 'CONFIDENTIAL', version: { text: 'We deny it.' } });
      const answer = await hiddenIn(memo);
      const to = { id: idIn('Entity', 'paper') };
      const asked = await done('askForReply', {
        claim: idIn('Claim', 'shut'),
        to,
        deadline: '2026-11-21T00:00:00.000Z',
      });
      const { id } = asked['replyRequest'] as { id: string };
      const silence = { stance: 'NO_RESPONSE', source: { new: article('No answer') } };
      await done('recordReply', { id, expectedVersion: 1, ...silence }, cy);
      const before = await publicDump(desk.store.engine);
      const replyOf = async (caller: typeof ada) =>
        (
          await desk.api.ask(
            `{ node(id: "${id}") { ... on ReplyRequest { reply { stance } version } } }`,
            caller,
          )
        )['node'];
      await done('recordReply', { id, expectedVersion: 2, stance: 'DENIES', ...answer });
      expect(await publicDump(desk.store.engine)).toEqual(before);
      expect(await replyOf(cy)).toEqual({ reply: { stance: 'NO_RESPONSE' }, version: 2 });
      expect(await replyOf(ada)).toMatchObject({ reply: { stance: 'DENIES' } });
      await expectWhole();
      await published(memo);
      expect(await replyOf(cy)).toMatchObject({ reply: { stance: 'DENIES' } });
      await expectWhole();
    });
  });

  describe('a hidden answer to a request whose answer was withdrawn', () => {
    it('tells nobody without sight that the request was answered in hiding', async () => {
      const asked = await done('askForReply', {
        claim: idIn('Claim', 'shut'),
        to: { id: idIn('Entity', 'paper') },
        deadline: '2026-11-21T00:00:00.000Z',
      });
      const { id } = asked['replyRequest'] as { id: string };
      const told = { new: { ...article('A note'), access: 'CONFIDENTIAL' } };
      const answer = { id, expectedVersion: 1, stance: 'DENIES', source: told };
      const refused = () => desk.api.mutate('recordReply', answer, cy);
      const before = await refused();
      expect(before).toMatchObject({ code: 'FORBIDDEN', ids: [] });
      await done('recordReply', { ...answer, source: { id: await hiddenSource() } });
      expect(await refused()).toEqual(before);
    });

    it('is refused where everybody sees that one: the request would be seen to name it no more', async () => {
      const memo = await hiddenSource();
      const id = idIn('ReplyRequest', 'asked-company');
      const reply = idIn('Assertion', 'denied');
      const input = `{ idempotencyKey: "w-1", id: "${reply}", expectedVersion: 1, reason: "Wrong" }`;
      await desk.api.ask(
        `mutation { withdrawAssertion(input: ${input}) { ... on AssertionWithdrawn { activityId } } }`,
        ada,
      );
      const before = await publicDump(desk.store.engine);
      const answer = { id, expectedVersion: 1, stance: 'DENIES' };
      const told = {
        new: { ...article('A note'), access: 'CONFIDENTIAL', version: { text: 'We deny it.' } },
      };
      for (const hidden of [
        { source: { id: memo } },
        { basedOn: [told], passages: [{ new: { exact: 'deny it', language: 'en' } }] },
      ])
        expect(await desk.api.mutate('recordReply', { ...answer, ...hidden }, ada)).toMatchObject({
          code: 'NOT_POSSIBLE',
          ids: [id, reply],
        });
      expect(await publicDump(desk.store.engine)).toEqual(before);
      await done('recordReply', { ...answer, source: { new: article('An answer') } });
      await expectWhole();
    });
  });
});
