import { beforeEach, describe, expect, it } from 'vitest';
import { checkGraph } from '../../src/store/check-graph.ts';
import { ada, cy, type DraftApi, draftApis, type Json } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { exported, restoreInto } from '../support/exported.ts';
import { publicDump } from '../support/public-dump.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';

const english = (text: string) => [{ language: 'en', text }];
const article = (title: string) => ({ kind: 'ARTICLE', title: english(title) });

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);
  const apiOf = draftApis();
  let moment = '';
  const clock = () => new Date(moment);
  let store: TestStore;
  let api: DraftApi;

  beforeEach(async () => {
    moment = '2026-11-22T08:00:00.000Z';
    store = await emptyStore(clock);
    await store.import(smallBundle());
    api = apiOf(store, clock);
  }, 60_000);

  async function done(name: string, input: object, caller = ada): Promise<Json> {
    const answer = await api.mutate(name, input, caller);
    expect(answer).not.toHaveProperty('code');
    return answer;
  }
  async function hiddenSource(others: object = { access: 'CONFIDENTIAL' }): Promise<string> {
    const { source } = await done('addSource', { source: { ...article('A memo'), ...others } });
    return (source as { id: string }).id;
  }
  const published = (id: string) => done('correctSource', { id, expectedVersion: 1, access: 'PUBLIC' });
  const versionOf = async (type: string, id: string, caller = cy) => {
    const { node } = (await api.ask(
      `{ node(id: "${id}") { ... on ${type} { version revisions(first: 20) { totalCount } } } }`,
      caller,
    )) as { node: { version: number; revisions: { totalCount: number } } };
    expect(node.revisions.totalCount).toBe(node.version);
    return node.version;
  };
  /** Nothing is broken here, nor where what is exported is restored; and there the public sees the same. */
  async function expectWhole(): Promise<void> {
    expect(await checkGraph(store)).toEqual([]);
    const bytes = await exported(store);
    const other = await emptyStore(clock);
    await restoreInto(other, bytes);
    await other.writer.endEmbargoes(clock());
    expect(await checkGraph(other)).toEqual([]);
    expect(await publicDump(other.engine)).toEqual(await publicDump(store.engine));
    expect((await exported(other)).equals(bytes)).toBe(true);
  }

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
      moment = '2026-11-22T09:00:00.000Z';
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
});
