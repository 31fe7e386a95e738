import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import type { Caller } from '../../src/domain/caller.ts';
import { LogWatch } from '../../src/graphql/live/log-watch.ts';
import { createGraphql } from '../../src/graphql/yoga.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { createHistory } from '../../src/store/history.ts';
import { createReaders } from '../../src/store/readers.ts';
import { eachEngine } from '../support/engines.ts';
import { contentOf, exported, restoreInto } from '../support/exported.ts';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';

const editor: Caller = { id: 'key-1', name: 'Ada Editor', role: 'editor' };

type Json = Readonly<Record<string, unknown>>;
interface Event {
  readonly cursor: string;
  readonly recordedAt: string;
  readonly claim?: { readonly id: string };
  readonly assertion?: { readonly id: string };
}

const leak = hiddenId('Source', 'leak');
const [shut, open] = [idIn('Claim', 'shut'), idIn('Claim', 'open')];
const [purpose, tomorrow] = [hiddenId('Claim', 'purpose'), hiddenId('Claim', 'tomorrow')];
/** What stands on the leak alone. */
const published = ['told', 'read-only', 'on-purpose', 'relayed-in-leak', 'chain-middle', 'copies'];
const events = {
  claims: 'subscription { claimChanged { cursor recordedAt claim { id } } }',
  assertions: 'subscription { assertionRecorded { cursor recordedAt assertion { id } } }',
  withdrawals: 'subscription { assertionWithdrawn { cursor recordedAt assertion { id } } }',
};

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);
  let moment = '';
  const clock = () => new Date(moment);
  const closing: (() => unknown)[] = [];
  afterAll(async () => {
    for (const close of closing) await close();
  });
  let store: TestStore;
  let post: (
    query: string,
    variables: Json,
    caller: Caller | null,
    headers?: Record<string, string>,
  ) => Promise<Response>;

  beforeEach(async () => {
    moment = '2026-11-22T08:00:00.000Z';
    store = await emptyStore(clock);
    await store.import(smallBundle());
    moment = '2026-11-22T08:10:00.000Z';
    await store.import(hiddenBundle());
    const readerFor = createReaders(store.engine, store.statements, store.writer, clock);
    const watch = new LogWatch({ logPlace: async () => (await readerFor(null)).logPlace() }, 20);
    const history = createHistory(store, rebuildGraph);
    closing.push(
      () => watch.close(),
      () => history.close(),
    );
    const logger = { error: (details: object) => console.error(details), warn: () => {} };
    const yoga = createGraphql({ readerFor, writer: store.writer, history, watch, clock, logger });
    post = async (query, variables, caller, headers = {}) =>
      yoga.fetch(
        new Request('http://listeners.test/graphql', {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            accept: 'text/event-stream, application/json',
            ...headers,
          },
          body: JSON.stringify({ query, variables }),
        }),
        { caller },
      );
    moment = '2026-11-22T09:00:00.000Z';
  }, 60_000);

  /** Listens; answers what was told so far, whenever that is looked at, and the bytes of it. */
  async function listen(query: string, caller: Caller | null = null, after?: string) {
    const response = await post(query, {}, caller, after === undefined ? {} : { 'last-event-id': after });
    expect(response.status).toBe(200);
    const heard = { text: '', ended: Promise.resolve() };
    heard.ended = (async () => {
      const decoder = new TextDecoder();
      for await (const part of response.body ?? []) heard.text += decoder.decode(part, { stream: true });
    })();
    closing.push(() => heard.ended);
    const told = (): readonly Event[] =>
      [...heard.text.matchAll(/^data: (\{.*\})$/gm)].map(([, json = '']) => {
        const { data } = JSON.parse(json) as { data: Record<string, Event> };
        const [event] = Object.values(data);
        if (event === undefined) throw new Error(json);
        return event;
      });
    return { heard, told };
  }
  const until = async (told: () => readonly Event[], count: number) => {
    await vi.waitFor(() => expect(told().length).toBeGreaterThanOrEqual(count), {
      timeout: 20_000,
      interval: 20,
    });
    // What would be too much comes shortly after.
    await new Promise((resolve) => setTimeout(resolve, 150));
    return told();
  };
  const ask = async (query: string, caller: Caller | null = null): Promise<Json> => {
    const answer = (await (await post(query, {}, caller, { accept: 'application/json' })).json()) as {
      data: Json;
      errors?: unknown;
    };
    expect(answer.errors).toBeUndefined();
    return answer.data;
  };
  async function correctSource(
    key: string,
    id: string,
    expectedVersion: number,
    change: Json,
  ): Promise<void> {
    const query = `mutation M($input: CorrectSourceInput!) { result: correctSource(input: $input) {
      __typename ... on ExpectedError { message } } }`;
    const input = { idempotencyKey: `${key}-key`, id, expectedVersion, ...change };
    const answer = await (await post(query, { input }, editor, { accept: 'application/json' })).json();
    expect(answer).toMatchObject({ data: { result: { __typename: 'SourceCorrected' } } });
  }
  const claimsOf = (told: readonly Event[]) => told.map(({ claim }) => claim?.id).sort();
  const assertionsOf = (told: readonly Event[]) => told.map(({ assertion }) => assertion?.id).sort();
  /** All that the public sees of a claim. */
  const seenOf = (id: string) =>
    ask(`{ claim(by: {id: "${id}"}) { headline status reviews { totalCount } relations { totalCount }
      assertions(first: 50, filter: {withdrawn: null}) { edges { node { id speaker { name } source { title } basedOn { title }
        passages { exact } attributedTo { id } inResponseTo { id } copyOf { id } supersededBy { id } } } } } }`);

  describe('when a source is published, public listeners', () => {
    it('are told of the claims that it changes for them and the assertions that they see from then on, then', async () => {
      const [claims, assertions, withdrawals] = [
        await listen(events.claims),
        await listen(events.assertions),
        await listen(events.withdrawals),
      ];
      await correctSource('publish', leak, 1, { access: 'PUBLIC' });
      const heard = await until(claims.told, 3);
      expect(claimsOf(heard)).toEqual([shut, open, purpose].sort());
      expect(assertionsOf(await until(assertions.told, published.length))).toEqual(
        published.map((key) => hiddenId('Assertion', key)).sort(),
      );
      for (const { recordedAt } of [...heard, ...assertions.told()]) expect(recordedAt).toBe(moment);
      expect(withdrawals.told()).toEqual([]);
      expect(claims.heard.text + assertions.heard.text).not.toContain('2026-11-22T08:1');
      expect(await checkGraph(store)).toEqual([]);
    });

    it('are told what was withdrawn while it was hidden, then and by any cursor of before', async () => {
      await correctSource('publish', leak, 1, { access: 'PUBLIC' });
      const withdrawals = await listen(events.withdrawals);
      const place = await listen(events.claims);
      moment = '2026-11-22T10:00:00.000Z';
      await correctSource('hide', leak, 2, { access: 'CONFIDENTIAL' });
      const [{ cursor } = { cursor: '' }] = await until(place.told, 1);
      const id = hiddenId('Assertion', 'on-purpose');
      const input = { idempotencyKey: 'withdraw-it', id, expectedVersion: 1, reason: 'He never said it.' };
      const query = `mutation M($input: WithdrawAssertionInput!) { withdrawAssertion(input: $input) { __typename } }`;
      const answer = await (await post(query, { input }, editor, { accept: 'application/json' })).json();
      expect(answer).toEqual({ data: { withdrawAssertion: { __typename: 'AssertionWithdrawn' } } });
      moment = '2026-11-22T11:00:00.000Z';
      await correctSource('publish-again', leak, 3, { access: 'PUBLIC' });
      const told = await until(withdrawals.told, 1);
      expect(told).toMatchObject([{ assertion: { id }, recordedAt: moment }]);
      const again = await listen(events.withdrawals, null, cursor);
      expect(new Set(assertionsOf(await until(again.told, 1)))).toEqual(new Set([id]));
    });

    it('go on after any event that they were told, miss none, and hear each once', async () => {
      const first = await listen(events.claims);
      const others = await listen(events.assertions);
      await correctSource('publish', leak, 1, { access: 'PUBLIC' });
      moment = '2026-11-22T10:00:00.000Z';
      await correctSource('retitle', leak, 1 + 1, { title: [{ language: 'en', text: 'The talks' }] });
      for (const [told, query] of [
        [await until(first.told, 4), events.claims],
        [await until(others.told, published.length), events.assertions],
      ] as const) {
        for (const [index, { cursor }] of told.entries()) {
          const rest = told.slice(index + 1);
          const again = await listen(query, null, cursor);
          const heard = (await until(again.told, rest.length)).map((event) => JSON.stringify(event));
          expect(heard).toEqual(rest.map((event) => JSON.stringify(event)));
        }
      }
    });

    it('are told nothing where nothing changes for them', async () => {
      const [claims, assertions] = [await listen(events.claims), await listen(events.assertions)];
      await correctSource('embargo', leak, 1, {
        access: 'EMBARGOED',
        embargoedUntil: '2031-01-01T00:00:00Z',
      });
      await correctSource('retitle', leak, 2, { title: [{ language: 'en', text: 'Zanzibar still talks' }] });
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect([...claims.told(), ...assertions.told()]).toEqual([]);
    });
  });

  describe('when a source is hidden again, public listeners', () => {
    it('are told no more than that claims which they see have changed', async () => {
      await correctSource('publish', leak, 1, { access: 'PUBLIC' });
      const heard = await Promise.all(Object.values(events).map((query) => listen(query)));
      const [claims, assertions, withdrawals] = heard;
      const before = await Promise.all([shut, open].map(seenOf));
      moment = '2026-11-22T10:00:00.000Z';
      await correctSource('hide', leak, 2, { access: 'CONFIDENTIAL' });
      expect(claimsOf(await until(claims?.told ?? (() => []), 2))).toEqual([shut, open].sort());
      expect(await Promise.all([shut, open].map(seenOf))).not.toEqual(before);
      expect([...(assertions?.told() ?? []), ...(withdrawals?.told() ?? [])]).toEqual([]);
      for (const { heard: one } of heard) {
        for (const { id } of [leak, purpose, ...published.map((key) => hiddenId('Assertion', key))].map(
          (id) => ({ id }),
        )) {
          expect(one.text).not.toContain(id);
          // A cursor names what the listener was told.
          for (const [, cursor = ''] of one.text.matchAll(/^id: (\S+)$/gm))
            expect(Buffer.from(cursor, 'base64url').toString()).not.toContain(id);
        }
      }
    });

    it('hear of it in the very recording that first hides something', async () => {
      store = await emptyStore(clock);
      await store.import(smallBundle());
      const readerFor = createReaders(store.engine, store.statements, store.writer, clock);
      const reader = await readerFor(null);
      const place = await reader.logPlace();
      moment = '2026-11-22T11:00:00.000Z';
      await store.import(
        smallBundle(({ sources }) => {
          for (const one of sources ?? []) if (one.key === 'article') one.access = 'CONFIDENTIAL';
        }),
      );
      const changes = (await reader.changesAfter(place, 100)).filter(({ isSeen }) => isSeen);
      expect(changes.map(({ type }) => type)).toContain('Claim');
      const claims = await reader.claimsByIds(changes.map(({ recordId }) => recordId));
      expect(claims.filter((claim) => claim === null)).toEqual([]);
      expect(changes.every(({ recordedAt }) => recordedAt === moment)).toBe(true);
    });
  });

  describe('when an embargo ends by the clock, public listeners', () => {
    it('are told though nobody asks, once, and what is recorded afterwards follows', async () => {
      const claims = await listen(events.claims);
      const assertions = await listen(events.assertions);
      const staff = await listen(events.assertions, editor);
      moment = '2029-12-31T23:59:59.000Z';
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect([...claims.told(), ...assertions.told()]).toEqual([]);
      moment = '2030-01-01T00:00:01.000Z';
      expect(claimsOf(await until(claims.told, 1))).toEqual([tomorrow]);
      expect(assertionsOf(await until(assertions.told, 1))).toEqual([hiddenId('Assertion', 'opens')]);
      expect(claims.told()[0]?.recordedAt).toBe(moment);
      const since = Buffer.from(
        JSON.stringify({ t: '2026-11-22T08:05:00.000Z', r: idIn('Claim', 'shut') }),
      ).toString('base64url');
      const all = assertionsOf(await until((await listen(events.assertions, null, since)).told, 1));
      expect(all).toEqual([hiddenId('Assertion', 'opens')]);
      // Whoever saw it all the time is told nothing.
      expect(staff.told()).toEqual([]);
      // Something that is recorded by a clock that is behind still comes after it.
      moment = '2029-12-31T23:59:59.500Z';
      await correctSource('later', idIn('Source', 'copy'), 1, {
        title: [{ language: 'en', text: 'The bridge anew' }],
      });
      const told = await until(claims.told, 2);
      expect(told.length).toBe(2);
      expect(String(told[1]?.recordedAt) > '2030-01-01T00:00:01.000Z').toBe(true);
      const again = await listen(events.claims, null, told[0]?.cursor);
      expect(claimsOf(await until(again.told, 1))).toEqual(expect.arrayContaining(claimsOf(told.slice(1))));
      expect(await checkGraph(store)).toEqual([]);
    });
  });

  it('are told the same by a store that was restored', async () => {
    const place = await store.reader.logPlace();
    await correctSource('publish', leak, 1, { access: 'PUBLIC' });
    moment = '2026-11-22T10:00:00.000Z';
    await correctSource('hide', leak, 2, { access: 'CONFIDENTIAL' });
    const changesOf = async ({ engine, statements, writer }: TestStore) =>
      (await createReaders(engine, statements, writer, clock)(null)).changesAfter(place, 100);
    const [told, content, bytes] = [await changesOf(store), await contentOf(store), await exported(store)];
    expect(told.filter(({ isSeen }) => isSeen).length).toBeGreaterThan(10);
    const other = await emptyStore(clock);
    await restoreInto(other, bytes);
    expect(await contentOf(other)).toEqual(content);
    expect(await changesOf(other)).toEqual(told);
  });
});
