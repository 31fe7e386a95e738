import { beforeEach, describe, expect, it } from 'vitest';
import type { Verification } from '../../src/domain/model.ts';
import { sha256OfText } from '../../src/domain/text.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { currentAssertions } from '../../src/store/query.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';
import { articleText } from '../support/small-sources.ts';

/** What each word of the article has become: moved by a word before, altered, and taken out. */
const laterText = `Updated. ${articleText}`
  .replace('says it is open.', 'says it was open.')
  .replace('豆包 is asked. ', '');

/** The small bundle, the article in it having another version. */
const edition = (text: string | undefined, retrievedAt: string | undefined, others: object = {}) =>
  smallBundle((input) => {
    const article = input.sources?.find(({ key }) => key === 'article');
    article?.versions?.push({ key: 'later', text, retrievedAt, ...others } as never);
  });
const later = () => edition(laterText, '2024-01-01T00:00:00Z');

async function verifications(store: TestStore): Promise<Readonly<Record<string, Verification | undefined>>> {
  const keys = ['shut', 'open', 'asked'];
  const found = await store.reader.passagesByIds(keys.map((key) => idIn('Passage', key)));
  return Object.fromEntries(keys.map((key, index) => [key, found[index]?.verification]));
}

const asRecorded = {
  shut: { state: 'EXACT', checkedAt: null, found: null },
  open: { state: 'ALTERED', checkedAt: '2023-12-17T00:00:00Z', found: 'it is shut' },
  asked: { state: 'EXACT', checkedAt: null, found: null },
};

describe('a bundle whose source gains a version with its text', () => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);
    let store: TestStore;
    beforeEach(async () => {
      store = await emptyStore();
      await store.import(smallBundle());
      expect(await verifications(store)).toEqual(asRecorded);
    });

    it('says of each passage what has become of it, and warns the assertions that rest on it', async () => {
      const { recordedAt, revised } = await store.import(later());
      expect(await verifications(store)).toEqual({
        shut: { state: 'MOVED', checkedAt: recordedAt, found: null },
        open: { state: 'ALTERED', checkedAt: recordedAt, found: 'The company says it was open.' },
        asked: { state: 'GONE', checkedAt: recordedAt, found: null },
      });
      expect(revised).toBe(3);
      const [passage] = await store.reader.passagesByIds([idIn('Passage', 'asked')]);
      expect(passage).toMatchObject({
        exact: '豆包 is asked',
        version: 2,
        versionNode: { id: idIn('SourceVersion', 'text') },
      });
      const warned = async (warning: 'QUOTE_NOT_FOUND' | 'QUOTE_ALTERED') => {
        const filter = { ...currentAssertions, warning: [warning] };
        const [page] = await store.reader.listAssertions(
          { anchor: null, filter, order: 'AS_RECORDED' },
          { limit: 9, beyond: null, backward: false },
        );
        return page?.items.map(({ item }) => item.id);
      };
      expect(await warned('QUOTE_NOT_FOUND')).toEqual([idIn('Assertion', 'reported')]);
      expect(await warned('QUOTE_ALTERED')).toEqual([idIn('Assertion', 'denied')]);
      expect(await checkGraph(store)).toEqual([]);
    });

    it('changes nothing when it comes again, and is not undone by an earlier edition', async () => {
      await store.import(later());
      const found = await verifications(store);
      expect(await store.import(later())).toMatchObject({ activityId: null, added: 0, revised: 0 });
      expect(await store.import(smallBundle())).toMatchObject({ activityId: null, added: 0, revised: 0 });
      expect(await verifications(store)).toEqual(found);
    });

    it('takes a version that was retrieved before the newest for no newer one', async () => {
      expect(await store.import(edition(laterText, '2023-12-15T23:59:59Z'))).toMatchObject({
        added: 1,
        revised: 0,
      });
      expect(await verifications(store)).toEqual(asRecorded);
    });

    it('takes a version that says not when it was retrieved as of its recording', async () => {
      expect(await store.import(edition(laterText, undefined))).toMatchObject({ added: 1, revised: 3 });
    });

    it('looks for nothing without the text, and does so once the text of that version comes', async () => {
      const sha256 = sha256OfText(laterText);
      const bare = edition(undefined, '2024-01-01T00:00:00Z', { sha256, length: [...laterText].length });
      expect(await store.import(bare)).toMatchObject({ added: 1, revised: 0 });
      expect(await verifications(store)).toEqual(asRecorded);
      expect(await store.import(later())).toMatchObject({ added: 0, revised: 3 });
      expect(await store.import(later())).toMatchObject({ added: 0, revised: 0 });
    });

    it('finds them again when they come back', async () => {
      await store.import(later());
      const back = smallBundle((input) => {
        const article = input.sources?.find(({ key }) => key === 'article');
        article?.versions?.push({ key: 'restored', text: articleText, retrievedAt: '2024-02-01T00:00:00Z' });
      });
      const { recordedAt } = await store.import(back);
      const exact = { state: 'EXACT', checkedAt: recordedAt, found: null };
      expect(await verifications(store)).toEqual({ shut: exact, open: exact, asked: exact });
      expect(await checkGraph(store)).toEqual([]);
    });

    it('looks up what comes in the same bundle for an earlier version', async () => {
      const fresh = await emptyStore();
      const { recordedAt } = await fresh.import(later());
      expect((await verifications(fresh))['asked']).toEqual({
        state: 'GONE',
        checkedAt: recordedAt,
        found: null,
      });
      expect(await checkGraph(fresh)).toEqual([]);
    });

    it("leaves a machine's words a machine's, whoever adds the version", async () => {
      const fresh = await emptyStore();
      const proposed = smallBundle((input) => {
        for (const { derivedFrom } of input.sources ?? [])
          for (const one of derivedFrom ?? []) one.status = 'PROPOSED';
        for (const one of input.relations ?? []) one.status = 'PROPOSED';
        input.reviews = [];
      });
      await fresh.import({ ...proposed, method: 'MODEL', by: 'a model' });
      const gathered = edition(laterText, '2024-01-01T00:00:00Z');
      const article = gathered.sources.find(({ key }) => key === 'article');
      const versions = article?.versions.filter(({ key }) => key === 'later') ?? [];
      const own = { ...gathered, namespace: 'test.example/another' };
      await fresh.import({
        ...own,
        ...{
          entities: [],
          passages: [],
          claims: [],
          assertions: [],
          relations: [],
          reviews: [],
          judgements: [],
          replyRequests: [],
        },
        sources: article
          ? [
              {
                ...article,
                key: idIn('Source', 'article'),
                publisher: idIn('Entity', 'paper'),
                disclaimer: idIn('Passage', 'asked'),
                derivedFrom: [],
                versions,
              },
            ]
          : [],
      });
      const read = {
        name: 'methods',
        text: 'MATCH (s:State {of: $id}) RETURN s.method AS method, s.version AS version',
      };
      const rows = await fresh.engine.read(read, { id: idIn('Passage', 'shut') });
      expect([...rows].sort((a, b) => Number(a[1]) - Number(b[1]))).toEqual([
        ['MODEL', 1],
        ['MODEL', 2],
      ]);
      expect(await checkGraph(fresh)).toEqual([]);
    });
  });
});
