import { beforeEach, expect } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { ada, cy, type DraftApi, draftApis, type Json } from './draft-api.ts';
import { exported, restoreInto } from './exported.ts';
import { publicDump } from './public-dump.ts';
import { storesOf, type TestStore } from './seeded-store.ts';
import { smallBundle } from './small-bundle.ts';

export const english = (text: string) => [{ language: 'en', text }];
export const article = (title: string) => ({ kind: 'ARTICLE', title: english(title) });

/** A newsroom that holds the small bundle before each test, and hides things beside it. */
export function hiddenDesk(openEngine: () => Promise<Engine>) {
  const emptyStore = storesOf(openEngine);
  const apiOf = draftApis();
  const clock = () => new Date(desk.moment);

  const desk = {
    moment: '',
    store: undefined as unknown as TestStore,
    api: undefined as unknown as DraftApi,

    /** What a mutation answers that succeeds. */
    async done(name: string, input: object, caller = ada): Promise<Json> {
      const answer = await desk.api.mutate(name, input, caller);
      expect(answer).not.toHaveProperty('code');
      return answer;
    },

    async hiddenSource(others: object = { access: 'CONFIDENTIAL' }): Promise<string> {
      const { source } = await desk.done('addSource', { source: { ...article('A memo'), ...others } });
      return (source as { id: string }).id;
    },

    published: (id: string) => desk.done('correctSource', { id, expectedVersion: 1, access: 'PUBLIC' }),

    async versionOf(type: string, id: string, caller = cy): Promise<number> {
      const { node } = (await desk.api.ask(
        `{ node(id: "${id}") { ... on ${type} { version revisions(first: 20) { totalCount } } } }`,
        caller,
      )) as { node: { version: number; revisions: { totalCount: number } } };
      expect(node.revisions.totalCount).toBe(node.version);
      return node.version;
    },

    /** Nothing is broken here, nor where what is exported is restored; and there the public sees the same. */
    async expectWhole(): Promise<void> {
      expect(await checkGraph(desk.store)).toEqual([]);
      const bytes = await exported(desk.store);
      const seen = await publicDump(desk.store.engine);
      const other = await emptyStore(clock);
      await restoreInto(other, bytes);
      await other.writer.endEmbargoes(clock());
      expect(await checkGraph(other)).toEqual([]);
      expect(await publicDump(other.engine)).toEqual(seen);
      expect((await exported(other)).equals(bytes)).toBe(true);
    },
  };

  beforeEach(async () => {
    desk.moment = '2026-11-22T08:00:00.000Z';
    desk.store = await emptyStore(clock);
    await desk.store.import(smallBundle());
    desk.api = apiOf(desk.store, clock);
  }, 60_000);

  return desk;
}
