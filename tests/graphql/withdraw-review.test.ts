import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import type { Caller } from '../../src/domain/caller.ts';
import { createGraphql } from '../../src/graphql/yoga.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { placeHold, releaseHold } from '../../src/ingest/hold.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { createHistory } from '../../src/store/history.ts';
import { createReaders } from '../../src/store/readers.ts';
import { eachEngine } from '../support/engines.ts';
import { contentOf, exported, restoreInto } from '../support/exported.ts';
import { hiddenBundle } from '../support/hidden-bundle.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';

const editor: Caller = { id: 'key-1', name: 'Ada Editor', role: 'editor' };
const contributor: Caller = { id: 'key-2', name: 'Cy Contributor', role: 'contributor' };

type Json = Readonly<Record<string, unknown>>;

const review = idIn('Review', 'check');
const shut = idIn('Claim', 'shut');
const paper = idIn('Entity', 'company');
const standing = `claim(by: {id: "${shut}"}) { latestReview { id } reviews { totalCount edges { node { id } } }
  timeline(first: 50) { edges { node { kind date { edtf } review { id } } } } }
  reviewed: claims(filter: {reviewed: true}) { totalCount edges { node { id } } }
  about: entity(by: {id: "${paper}"}) { timeline(first: 50) { edges { node { kind review { id } } } } }`;
const own = `review: node(id: "${review}") { ... on Review { rating version withdrawnAt withdrawalReason
  revisions { edges { node { kind } } } } }`;

describe.each([false, true])('a review, in a store in which something is hidden: %s', (hides) => {
  eachEngine((_, openEngine) => {
    const emptyStore = storesOf(openEngine);
    let moment = '2026-11-22T08:00:00.000Z';
    const clock = () => new Date(moment);
    let store: TestStore;
    let ask: (query: string, caller?: Caller | null, variables?: Json) => Promise<Json>;
    const closing: (() => Promise<void>)[] = [];
    beforeAll(async () => {
      store = await emptyStore(clock);
      await store.import(smallBundle());
      if (hides) await store.import(hiddenBundle());
      const history = createHistory(store, rebuildGraph);
      closing.push(() => history.close());
      const yoga = createGraphql({
        readerFor: createReaders(store.engine, store.statements, store.writer, clock),
        writer: store.writer,
        history,
        clock,
        logger: { error: (details) => console.error(details), warn: () => {} },
      });
      ask = async (query, caller = null, variables = {}) => {
        const headers = { 'content-type': 'application/json' };
        const body = JSON.stringify({ query, variables });
        const request = new Request('http://review.test/graphql', { method: 'POST', headers, body });
        const answer = (await (await yoga.fetch(request, { caller })).json()) as {
          data: Json;
          errors?: unknown;
        };
        expect(answer.errors).toBeUndefined();
        return answer.data;
      };
    });
    afterAll(async () => {
      for (const close of closing) await close();
    });

    async function mutate(name: string, input: object, caller = editor): Promise<Json> {
      const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
      const success = name === 'withdrawReview' ? 'ReviewWithdrawn' : 'ReviewReinstated';
      const data = await ask(
        `mutation M($input: ${type}Input!) { result: ${name}(input: $input) { __typename
          ... on ExpectedError { code } ... on ${success} { review { id version withdrawalReason } }
          ... on MutationPreview { revised claims { id } changes { fields { path } } } } }`,
        caller,
        { input: { id: review, ...input } },
      );
      return data['result'] as Json;
    }
    const kinds = (answer: Json) => {
      const claim = answer['claim'] as { timeline: { edges: { node: Json }[] } };
      return claim.timeline.edges.map(({ node }) => node).filter((node) => node['review'] !== null);
    };

    it('stands until it is withdrawn, which editors do, with a reason, at the version that they saw', async () => {
      const before = await ask(`{ ${standing} ${own} }`);
      expect(before).toMatchObject({
        claim: { latestReview: { id: review }, reviews: { totalCount: 1 } },
        reviewed: { totalCount: 1, edges: [{ node: { id: shut } }] },
        review: { rating: 'Half true', version: 1, withdrawnAt: null, withdrawalReason: null },
      });
      expect(kinds(before)).toMatchObject([{ kind: 'REVIEWED' }]);
      const wanted = {
        idempotencyKey: 'withdraw-1',
        expectedVersion: 1,
        reason: 'It was of another bridge.',
      };
      expect(await mutate('withdrawReview', wanted, contributor)).toMatchObject({ code: 'FORBIDDEN' });
      expect(
        await mutate('withdrawReview', { ...wanted, reason: ' ', idempotencyKey: 'empty-why' }),
      ).toMatchObject({
        code: 'INVALID_INPUT',
      });
      expect(await mutate('withdrawReview', { ...wanted, preview: true })).toMatchObject({
        __typename: 'MutationPreview',
        revised: 1,
        claims: [{ id: shut }],
        changes: [{ fields: [{ path: '/withdrawn' }] }],
      });
      expect(await ask(`{ ${standing} ${own} }`)).toEqual(before);
      moment = '2026-11-23T08:00:00.000Z';
      expect(await mutate('withdrawReview', wanted)).toMatchObject({
        review: { id: review, version: 2, withdrawalReason: 'It was of another bridge.' },
      });
      expect(
        await mutate('withdrawReview', { ...wanted, idempotencyKey: 'withdraw-again', expectedVersion: 2 }),
      ).toMatchObject({
        code: 'NOT_POSSIBLE',
      });
    });

    it('is then there by its id, marked, and in no list, for the public and for editors', async () => {
      for (const caller of [null, editor]) {
        const after = await ask(`{ ${standing} ${own} }`, caller);
        expect(after).toMatchObject({
          claim: { latestReview: null, reviews: { totalCount: 0, edges: [] } },
          review: {
            rating: 'Half true',
            version: 2,
            withdrawnAt: '2026-11-23T08:00:00.000Z',
            withdrawalReason: 'It was of another bridge.',
            revisions: { edges: [{ node: { kind: 'WITHDRAWN' } }, { node: { kind: 'RECORDED' } }] },
          },
        });
        expect(JSON.stringify(after['reviewed'])).not.toContain(shut);
        expect(kinds(after)).toEqual([
          { kind: 'WITHDRAWN', date: { edtf: '2026-11-23' }, review: { id: review } },
        ]);
        expect(JSON.stringify(after['about'])).not.toContain(review);
      }
      expect(await checkGraph(store)).toEqual([]);
    });

    it('stood as long as it did', async () => {
      moment = '2026-11-24T08:00:00.000Z';
      expect(
        await mutate('reinstateReview', { idempotencyKey: 'reinstate-1', expectedVersion: 2 }),
      ).toMatchObject({
        review: { version: 3, withdrawalReason: null },
      });
      for (const caller of [null, editor]) {
        const asOf = (instant: string) =>
          ask(`{ asOf(recorded: "${instant}") { ${standing} ${own} } }`, caller);
        const [first, withdrawn] = [await asOf('2026-11-22T12:00:00Z'), await asOf('2026-11-23T12:00:00Z')];
        expect(first).toMatchObject({
          asOf: { claim: { reviews: { totalCount: 1 } }, review: { version: 1 } },
        });
        const { reviewed } = withdrawn['asOf'] as Json;
        expect(JSON.stringify(reviewed)).not.toContain(shut);
        expect(withdrawn).toMatchObject({
          asOf: {
            claim: { reviews: { totalCount: 0 }, latestReview: null },
            review: { version: 2, withdrawnAt: '2026-11-23T08:00:00.000Z' },
          },
        });
        expect(await ask(`{ ${standing} }`, caller)).toMatchObject({
          claim: { reviews: { totalCount: 1 } },
          reviewed: { edges: expect.arrayContaining([{ node: { id: shut } }]) },
        });
      }
      expect(await checkGraph(store)).toEqual([]);
    });

    it('is kept by a hold, by whichever way it is to be withdrawn', async () => {
      const once = (key: string) => ({
        id: review,
        reason: 'A letter',
        by: 'Bo',
        requestKey: `${key}:${hides}`,
      });
      await placeHold(store.writer, once('hold'));
      const wanted = { idempotencyKey: 'withdraw-held', expectedVersion: 3, reason: 'Held.' };
      expect(await mutate('withdrawReview', wanted)).toMatchObject({ code: 'NOT_POSSIBLE' });
      const bundle = smallBundle(({ reviews }) => {
        for (const one of reviews ?? []) one.withdrawn = { reason: 'Held.' };
      });
      await expect(store.import(bundle)).rejects.toThrow(/reviews\[0\]\.withdrawn: expected that it stands/);
      await releaseHold(store.writer, once('release'));
      expect(await mutate('withdrawReview', wanted)).toMatchObject({ review: { version: 4 } });
    });

    it('is exported, restored and erased as it stands', async () => {
      const [bytes, content] = [await exported(store), await contentOf(store)];
      const other = await emptyStore();
      await restoreInto(other, bytes);
      expect(await contentOf(other)).toEqual(content);
      await eraseRecords(other.writer, {
        ids: [review],
        reason: 'Order 17',
        by: 'Bo',
        requestKey: 'erase:1',
      });
      expect(await checkGraph(other)).toEqual([]);
      expect((await contentOf(other)).join('\n')).not.toMatch(/Half true|another bridge|Held\./);
    });
  });
});
