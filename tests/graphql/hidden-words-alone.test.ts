import { describe, expect, it } from 'vitest';
import { ada } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { exported } from '../support/exported.ts';
import { type BundleInput, claim } from '../support/small-bundle.ts';
import { id, passage, source } from './quoted-pool.ts';
import { reSourcedDesk, said } from './re-sourced-desk.ts';

eachEngine((_, openEngine) => {
  const { desk, recordedAt, revisions } = reSourcedDesk(openEngine);
  const { expectWhole } = desk;

  describe('what was recorded of hidden words alone', () => {
    const memo = () =>
      recordedAt('08:10', 'Leak', {
        ...said(['in-memo']),
        claims: [claim('c', { about: ['who'] }), claim('d', { about: ['who'] })],
        sources: [source('memo', 'CONFIDENTIAL'), source('article', 'PUBLIC')],
        passages: [passage('in-memo', 'v-memo')],
      });
    const refused = async (lists: Partial<BundleInput>, path: string) => {
      const before = await exported(desk.store);
      await expect(recordedAt('08:30', 'News', lists)).rejects.toMatchObject({
        issues: [
          {
            path,
            message: expect.stringContaining('expected what is hidden, as all that it was recorded with'),
          },
        ],
      });
      expect((await exported(desk.store)).equals(before)).toBe(true);
    };

    it('does not come to quote something public, by a bundle or by a correction', async () => {
      await memo();
      const inArticle = { ...passage('in-article', id('SourceVersion', 'v-article')) };
      const { assertions = [] } = said(['in-article', id('Passage', 'in-memo')]);
      const ids = { claim: id('Claim', 'c'), speaker: id('Entity', 'speaker') };
      await refused(
        { passages: [inArticle], assertions: assertions.map((one) => ({ ...one, ...ids })) },
        'assertions[0].passages',
      );
      const { key: _, ...newWords } = inArticle;
      const answer = await desk.api.mutate(
        'correctAssertion',
        {
          ...{ id: id('Assertion', 'a'), expectedVersion: 1 },
          passages: [{ new: newWords }],
        },
        ada,
      );
      expect(answer).toMatchObject({ code: 'INVALID_INPUT' });
      expect(await revisions('Assertion', id('Assertion', 'a'), ada)).toHaveLength(1);
    });

    it('nor do its words or its version move to a public one', async () => {
      await memo();
      await refused(
        { passages: [passage('in-memo', id('SourceVersion', 'v-article'))] },
        'passages[0].version',
      );
    });

    it.each([
      ['others, that are public,', ['in-article']],
      ['none', []],
    ])('nor do its words give way to %s where it was made in a public source', async (_, now) => {
      const made = { source: 'article' };
      const bundle = (passages: readonly string[]) => ({
        ...said(passages, made),
        sources: [source('memo', 'CONFIDENTIAL'), source('article', 'PUBLIC')],
        passages: passages.map((one) => passage(one, one.replace('in-', 'v-'))),
      });
      await recordedAt('08:10', 'Leak', bundle(['in-memo']));
      expect(await revisions('Assertion', id('Assertion', 'a'))).toEqual([]);
      await refused(bundle(now), 'assertions[0].passages');
      expect(await revisions('Assertion', id('Assertion', 'a'))).toEqual([]);
    });

    it('is shown where the very bundle that has it quote something public publishes its source', async () => {
      await memo();
      const { assertions = [] } = said(['in-article', id('Passage', 'in-memo')]);
      const ids = { claim: id('Claim', 'c'), speaker: id('Entity', 'speaker') };
      await recordedAt('08:30', 'News', {
        sources: [source('memo', 'PUBLIC')],
        passages: [passage('in-article', id('SourceVersion', 'v-article'))],
        assertions: assertions.map((one) => ({ ...one, ...ids })),
      });
      expect(await revisions('Assertion', id('Assertion', 'a'))).toEqual(['2 08:30 News', '1 08:10 Leak']);
      await expectWhole();
    });
  });
});
