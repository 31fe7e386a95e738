import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import type { Caller } from '../../src/domain/caller.ts';
import { createGraphql } from '../../src/graphql/yoga.ts';
import { createHistory } from '../../src/store/history.ts';
import { createReaders } from '../../src/store/readers.ts';
import { eachEngine } from '../support/engines.ts';
import { hiddenBundle, hiddenId } from '../support/hidden-bundle.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { idIn, smallBundle } from '../support/small-bundle.ts';

const editor: Caller = { id: 'key-1', name: 'Ada Editor', role: 'editor' };

interface Change {
  readonly kind: string;
  readonly recordedAt: string;
  readonly record: { readonly id: string };
  readonly revision: { readonly version: number; readonly changes: readonly { path: string }[] } | null;
  readonly claims: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
}

const asked = `edges { node { kind recordedAt record { id }
  revision { version changes { path } } claims { edges { node { id } } } } } pageInfo { hasNextPage endCursor }`;

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);
  let moment = '';
  const clock = () => new Date(moment);
  let store: TestStore;
  let history: ReturnType<typeof createHistory>;
  let yoga: ReturnType<typeof createGraphql>;
  afterAll(() => history.close());

  async function post(query: string, caller: Caller | null = null, variables: object = {}) {
    const response = await yoga.fetch(
      new Request('http://changes.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      }),
      { caller },
    );
    return { text: await response.clone().text(), answer: await response.json() };
  }

  async function changes(args: string, caller: Caller | null = null): Promise<readonly Change[]> {
    const { answer } = await post(`{ changes(${args}) { ${asked} } }`, caller);
    expect(answer.errors).toBeUndefined();
    return answer.data.changes.edges.map(({ node }: { node: Change }) => node);
  }

  async function mutate(mutation: string, input: object): Promise<void> {
    const type = `${mutation.slice(0, 1).toUpperCase()}${mutation.slice(1)}Input`;
    const { answer } = await post(
      `mutation M($input: ${type}!) { result: ${mutation}(input: $input) { __typename } }`,
      editor,
      { input },
    );
    expect(answer.data.result.__typename).not.toMatch(/Error$/);
  }

  beforeAll(async () => {
    moment = '2026-11-22T08:00:00.000Z';
    store = await emptyStore(clock);
    await store.import(smallBundle());
    moment = '2026-11-22T08:10:00.000Z';
    await store.import(hiddenBundle());
    const readerFor = createReaders(store.engine, store.statements, store.writer, clock);
    history = createHistory(store, rebuildGraph);
    const logger = { error: (details: object) => console.error(details), warn: () => {} };
    yoga = createGraphql({ readerFor, writer: store.writer, history, clock, logger });
    moment = '2026-11-22T09:00:00.000Z';
    const id = idIn('Assertion', 'reported');
    await mutate('correctAssertion', {
      ...{ idempotencyKey: 'correct-role', id, expectedVersion: 1, role: 'reporter' },
    });
    moment = '2026-11-22T10:00:00.000Z';
    const reason = 'Said of another bridge.';
    await mutate('withdrawAssertion', { idempotencyKey: 'withdraw-it', id, expectedVersion: 2, reason });
    moment = '2026-11-22T11:00:00.000Z';
    await mutate('reinstateAssertion', { idempotencyKey: 'reinstate-it', id, expectedVersion: 3 });
  }, 60_000);

  describe('what changed', () => {
    it('is told the last first, with what was done, what differs, and the claims that it bears on', async () => {
      const told = await changes('since: "2026-11-22T09:00:00Z"');
      expect(told.map(({ kind, recordedAt }) => [kind, recordedAt])).toEqual([
        ['REINSTATED', '2026-11-22T11:00:00.000Z'],
        ['WITHDRAWN', '2026-11-22T10:00:00.000Z'],
        ['REVISED', '2026-11-22T09:00:00.000Z'],
      ]);
      expect(told.map(({ record }) => record.id)).toEqual(Array(3).fill(idIn('Assertion', 'reported')));
      expect(told[2]?.revision?.changes).toEqual([{ path: '/role' }]);
      for (const { claims } of told)
        expect(claims.edges.map(({ node }) => node.id)).toEqual([idIn('Claim', 'shut')]);
      expect(await changes('since: "2026-11-22T11:00:00.001Z"')).toEqual([]);
      expect((await changes('kind: [WITHDRAWN]')).map(({ kind }) => kind)).toEqual(['WITHDRAWN']);
    });

    it('pages through to the first recording, each change once', async () => {
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const { answer } = await post(
          `query P($after: String) { changes(first: 7, after: $after) { ${asked} } }`,
          null,
          { after },
        );
        const { edges, pageInfo } = answer.data.changes;
        seen.push(...edges.map(({ node }: { node: Change }) => `${node.recordedAt} ${node.record.id}`));
        ({ endCursor: after, hasNextPage: more } = pageInfo);
      }
      const whole = await changes('first: 100');
      expect(seen).toEqual(whole.map(({ recordedAt, record }) => `${recordedAt} ${record.id}`));
      expect(seen.length).toBeGreaterThan(30);
      // Of entities that are judged the same the one of them all is told, for each of them.
      const apart = seen.filter((one) => !one.includes('Entity_'));
      expect(new Set(apart).size).toBe(apart.length);
      const last = whole.filter(({ recordedAt }) => recordedAt === '2026-11-22T08:00:00.000Z');
      expect(new Set(last.map(({ kind }) => kind))).toEqual(new Set(['RECORDED']));
    });

    it('that is hidden is told to whoever may see it, and to nobody else a byte of it', async () => {
      const { text } = await post(`{ changes(first: 100) { ${asked} } }`);
      for (const hidden of [hiddenId('Source', 'leak'), hiddenId('Claim', 'purpose'), 'Zanzibar'])
        expect(text).not.toContain(hidden);
      const ofHidden = (some: readonly Change[]) =>
        some.filter(({ record }) => record.id === hiddenId('Source', 'leak')).map(({ kind }) => kind);
      expect(ofHidden(await changes('first: 100', editor))).toEqual(['RECORDED']);
      const cursors = [...text.matchAll(/"endCursor":"([^"]+)"/g)].map(([, cursor = '']) => cursor);
      expect(cursors.length).toBe(1);
      expect(Buffer.from(cursors[0] ?? '', 'base64url').toString()).not.toContain(hiddenId('Source', 'leak'));
    });

    it('by a moment is what had been recorded by then', async () => {
      const { answer } = await post(
        `{ asOf(recorded: "2026-11-22T10:30:00Z") { changes(since: "2026-11-22T09:00:00Z") { ${asked} } } }`,
      );
      const told = answer.data.asOf.changes.edges.map(({ node }: { node: Change }) => node.kind);
      expect(told).toEqual(['WITHDRAWN', 'REVISED']);
    });

    it('when an embargo ends is told to the public as shown, once', async () => {
      moment = '2030-01-01T00:00:01.000Z';
      const told = await changes('since: "2027-01-01T00:00:00Z"');
      expect(told.map(({ kind, revision }) => [kind, revision])).toContainEqual(['SHOWN', null]);
      expect(told.map(({ record }) => record.id)).toContain(hiddenId('Claim', 'tomorrow'));
      expect(new Set(told.map(({ record }) => record.id)).size).toBe(told.length);
      expect(await changes('since: "2027-01-01T00:00:00Z"', editor)).toEqual([]);
    });
  });
});
