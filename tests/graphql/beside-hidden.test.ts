import { beforeEach, describe, expect, it } from 'vitest';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { ada, cy, type DraftApi, draftApis, type Json } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { exported, restoreInto } from '../support/exported.ts';
import { publicDump } from '../support/public-dump.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { articleText, idIn, smallBundle } from '../support/small-bundle.ts';

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

  describe('what a contributor records without sight of what is hidden', () => {
    const speaker = (name: string) => ({
      new: { kind: 'PERSON', names: [{ text: name, language: 'en' }] },
    });
    const claim = idIn('Claim', 'shut');
    const recorded = async (name: string, others: object = {}, caller = cy) => {
      const input = { claim: { id: claim }, stance: 'AFFIRMS', directness: 'INDIRECT', ...others };
      const answer = await done('recordAssertion', { ...input, speaker: speaker(name) }, caller);
      return (answer['assertion'] as { id: string }).id;
    };
    const corrected = async (id: string, change: object, caller = ada) => {
      const answer = await done('correctAssertion', { id, expectedVersion: 1, ...change }, caller);
      return (answer['assertion'] as { id: string }).id;
    };
    const placeOf = async (id: string, caller = cy) => {
      const query = `{ assertion(id: "${id}") { supersedes { id } supersededBy { id } } }`;
      const { assertion } = await api.ask(query, caller);
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
      const draft = await api.saved(content, cy);
      await done('publishDraft', { id: draft.id, expectedVersion: 1 });
      const below = await placeOf(hidden, ada);
      expect(await placeOf(below?.over ?? '')).toEqual({ over: y, under: null });
      await expectWhole();
    });

    it('takes the place of what was erased in hiding, which stays erased', async () => {
      const memo = await hiddenSource();
      const y = await recorded('Someone', { source: { new: article('An open source') } });
      const hidden = await corrected(y, { source: { id: memo }, cue: 'whispered' });
      await eraseRecords(store.writer, { ids: [hidden], reason: 'Order', by: 'Ada', requestKey: 'erase:1' });
      const theirs = await corrected(y, { speaker: speaker('Another') }, cy);
      expect(await placeOf(hidden, ada)).toEqual({ over: theirs, under: null });
      await expectWhole();
      expect((await exported(store)).toString()).not.toContain('whispered');
    });

    it('answers a request that was answered in hiding; both are kept, and one stands', async () => {
      const memo = await hiddenSource();
      const asked = async () => {
        const to = { id: idIn('Entity', 'paper') };
        const answer = await done('askForReply', { claim, to, deadline: '2026-11-21T00:00:00.000Z' });
        return (answer['replyRequest'] as { id: string }).id;
      };
      const replyOf = async (id: string, caller = cy) => {
        const { node } = (await api.ask(
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
      const relation = { from: claim, to: other, kind: 'SUPPORTS', reason: english('So it is') };
      const related = async (input: object, caller: typeof ada) =>
        ((await done('relateClaims', input, caller))['relation'] as { id: string }).id;
      const both = [await related({ ...relation, assertedBy: [drawer] }, ada), await related(relation, cy)];
      expect(await store.reader.recordsByIds(both)).toMatchObject([null, { type: 'ClaimRelation' }]);
      const again = await api.mutate('relateClaims', relation, cy);
      expect(again).toMatchObject({ code: 'INVALID_INPUT' });
      expect(JSON.stringify(again)).not.toContain(both[0]);
      await expectWhole();
      await published(memo);
      await expectWhole();
      for (const id of both) await done('decideRelation', { id, expectedVersion: 1, status: 'CONFIRMED' });
      await expectWhole();
    });
  });

  describe('what is visible and rests on what is hidden', () => {
    const id = idIn('Assertion', 'reported');
    const text = idIn('SourceVersion', 'text');
    const words = { exact: 'The bridge again.', language: 'en', version: text };
    const start = articleText.indexOf(words.exact);
    const quotation = { new: { ...words, start, end: start + words.exact.length } };
    const said = { claim: { id: idIn('Claim', 'shut') }, speaker: { id: idIn('Entity', 'paper') } };
    const assertion = { ...said, stance: 'AFFIRMS', directness: 'DIRECT' };

    it('tells of no document where the only one is hidden, and of no correction that names it', async () => {
      const memo = await hiddenSource();
      const before = await publicDump(store.engine);
      await done('correctAssertion', { id, expectedVersion: 1, basis: 'DOCUMENT', basedOn: [{ id: memo }] });
      expect(await publicDump(store.engine)).toEqual(before);
      expect(await versionOf('Assertion', id)).toBe(1);
      await expectWhole();
      await published(memo);
      const { assertion: shown } = await api.ask(`{ assertion(id: "${id}") { basis basedOn { id } } }`, cy);
      expect(shown).toEqual({ basis: 'DOCUMENT', basedOn: [{ id: memo }] });
      await expectWhole();
    });

    it('has no words that a hidden assertion alone quotes, until another quotes them', async () => {
      const memo = await hiddenSource();
      const before = await publicDump(store.engine);
      await done('recordAssertion', { ...assertion, source: { id: memo }, passages: [quotation] });
      expect(await publicDump(store.engine)).toEqual(before);
      await expectWhole();
      const [passage = ''] = (await passagesSaying(words.exact)).filter(
        (one) => one !== idIn('Passage', 'again'),
      );
      expect(await api.ask(`{ node(id: "${passage}") { id } }`, cy)).toEqual({ node: null });
      await done('correctAssertion', { id, expectedVersion: 1, passages: [{ id: passage }] });
      expect(await api.ask(`{ node(id: "${passage}") { id } }`, cy)).toEqual({ node: { id: passage } });
      await expectWhole();
      await done('correctAssertion', { id, expectedVersion: 2, passages: [] });
      expect(await api.ask(`{ node(id: "${passage}") { id } }`, cy)).toEqual({ node: null });
      await expectWhole();
      await published(memo);
      expect(await api.ask(`{ node(id: "${passage}") { id } }`, cy)).toEqual({ node: { id: passage } });
      await expectWhole();
    });

    const passagesSaying = async (exact: string) => {
      const found = (await api.ask(
        `{ source(by: { id: "${idIn('Source', 'article')}" }) { passages { edges { node { id exact } } } } }`,
        ada,
      )) as { source: { passages: { edges: { node: { id: string; exact: string } }[] } } };
      return found.source.passages.edges.flatMap(({ node }) => (node.exact === exact ? [node.id] : []));
    };

    it('cannot name a draft or an identity, there or not', async () => {
      const draft = await done('saveDraft', {
        content: { correctAssertion: { id, expectedVersion: 1, cue: 'says' } },
      });
      const there = (draft['draft'] as { id: string }).id;
      const absent = `Draft_${'0'.repeat(32)}`;
      const answers = [];
      for (const named of [there, absent])
        for (const change of [{ inResponseTo: named }, { basedOn: [{ id: named }] }]) {
          const answer = await api.mutate('correctAssertion', { id, expectedVersion: 1, ...change }, cy);
          answers.push(JSON.stringify(answer).replaceAll(named, 'it'));
        }
      expect(answers.slice(2)).toEqual(answers.slice(0, 2));
      for (const answer of answers) expect(answer).toContain('INVALID_INPUT');
    });
  });
});
