import { afterAll, describe, expect, it } from 'vitest';
import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { createHistory } from '../../src/store/history.ts';
import type { RebuildGraph } from '../../src/store/rebuilt-graph.ts';
import type { ViewLimits } from '../../src/store/rebuilt-views.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { type BundleInput, bundleOf, entity, idIn, namespace, smallBundle } from '../support/small-bundle.ts';

const company = idIn('Entity', 'company');
/** When each edition below was recorded, by the clock that goes on by a minute at a time. */
const editions = [
  '2026-11-22T08:00:00.000Z',
  '2026-11-22T08:01:00.000Z',
  '2026-11-22T08:02:00.000Z',
] as const;
const never = '2020-01-01T00:00:00.000Z';

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);
  const closing: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closing) await close();
  });

  /** A history of a store in which the company was named thrice, and how often something was rebuilt or closed in it. */
  async function namedThrice(limits: Partial<ViewLimits> = {}, first?: Partial<BundleInput>) {
    const store: TestStore = await emptyStore();
    await store.import(first ? bundleOf(namespace, first) : smallBundle());
    for (const text of ['The second name', 'The third name', ...(first ? ['The last name'] : [])]) {
      const renamed = entity('company', { names: [{ text, language: 'en', kind: 'NAME' }] });
      await store.import(bundleOf(namespace, { entities: [renamed] }));
    }
    const count = { rebuilt: 0, takenOn: 0, closed: 0 };
    const counting: RebuildGraph = async (...given) => {
      const rebuilt = await rebuildGraph(...given);
      count.rebuilt++;
      return {
        get states() {
          return rebuilt.states;
        },
        read: rebuilt.read,
        takeOn: (...step) => {
          count.takenOn++;
          return rebuilt.takeOn(...step);
        },
        close: async () => {
          await rebuilt.close();
          count.closed++;
        },
      };
    };
    const history = createHistory(store, counting, limits);
    closing.push(() => history.close());
    const nameAt = async (recorded: string | null, said: string | null = null) => {
      const reader = await history.readerAsOf({ recorded, said });
      const [found] = await reader.entitiesByIds([company]);
      return found?.names[0]?.text ?? null;
    };
    return { store, history, count, nameAt };
  }

  describe('the graph as it stood', () => {
    it('is what was recorded by an instant, that instant included, and the present from the last recording on', async () => {
      const { nameAt, count, store, history } = await namedThrice();
      const [first, second, third] = editions;
      expect(await nameAt(first)).toBe('The company');
      expect(await nameAt('2026-11-22T08:00:59.999Z')).toBe('The company');
      expect(count).toEqual({ rebuilt: 1, takenOn: 0, closed: 0 });
      // What stood a few recordings later is there when these are taken too; what stood before is rebuilt.
      expect(await nameAt(second)).toBe('The second name');
      expect(await nameAt(first)).toBe('The company');
      expect(count).toEqual({ rebuilt: 1, takenOn: 1, closed: 0 });
      expect(await nameAt(never)).toBeNull();
      expect(await nameAt('2026-11-22T07:59:59.999Z')).toBeNull();
      expect(await nameAt(third)).toBe('The third name');
      expect(await nameAt(null)).toBe('The third name');
      expect(await nameAt('9999-12-31T00:00:00.000Z')).toBe('The third name');
      expect(count).toEqual({ rebuilt: 2, takenOn: 1, closed: 0 });
      const then = await (await history.readerAsOf({ recorded: second, said: null })).holdings();
      expect(then).toEqual({ ...(await store.reader.holdings()), activities: 2 });
    });

    it('is the same whether it was rebuilt or taken on to', async () => {
      const { history } = await namedThrice();
      const [first, second] = editions;
      const claims = smallBundle().claims.map(({ key }) => idIn('Claim', key));
      const at = async () => {
        const reader = await history.readerAsOf({ recorded: second, said: null });
        return [await reader.dossiers(claims), await reader.trailsOfClaims(claims)];
      };
      const rebuilt = await at();
      await history.forget();
      await history.readerAsOf({ recorded: first, said: null });
      expect(await at()).toEqual(rebuilt);
    });

    it('is rebuilt once for all who ask for it at the same time, and again when it was forgotten', async () => {
      const { nameAt, count, history } = await namedThrice();
      const [first] = editions;
      expect(await Promise.all([first, first, '2026-11-22T08:00:30.000Z'].map((at) => nameAt(at)))).toEqual(
        Array.from({ length: 3 }, () => 'The company'),
      );
      expect(count).toEqual({ rebuilt: 1, takenOn: 0, closed: 0 });
      await history.forget();
      expect(count.closed).toBe(1);
      expect(await nameAt(first)).toBe('The company');
      expect(count.rebuilt).toBe(2);
    });

    it('is dropped where others were read since, and whoever still reads it does not notice', async () => {
      const { nameAt, count, history } = await namedThrice({ kept: 1, steps: 0 });
      const [first, second] = editions;
      const held = await history.readerAsOf({ recorded: first, said: null });
      expect(await nameAt(second)).toBe('The second name');
      expect((await held.entitiesByIds([company]))[0]?.names[0]?.text).toBe('The company');
      expect(count.rebuilt).toBe(3);
      await history.forget();
      expect(count.closed).toBe(3);
    });

    it('is rebuilt where it would else hold more than twice the records that are rebuilt', async () => {
      const { count, nameAt } = await namedThrice({ records: 1 }, { entities: [entity('company')] });
      await nameAt(editions[0]);
      expect(await nameAt(editions[1])).toBe('The second name');
      expect(count).toEqual({ rebuilt: 1, takenOn: 1, closed: 0 });
      expect(await nameAt('2026-11-22T08:02:30.000Z')).toBe('The third name');
      expect(await nameAt(editions[0])).toBe('The company');
      expect(count).toMatchObject({ rebuilt: 3, takenOn: 1 });
    });

    it('is not rebuilt where it has more records than are rebuilt, which is said with both numbers', async () => {
      const { nameAt, count } = await namedThrice({ records: 20 });
      await expect(nameAt(editions[0])).rejects.toMatchObject({
        code: 'AS_OF_TOO_LARGE',
        message: expect.stringMatching(/at most 20 records .* by this one \d\d had/),
      });
      expect(count.rebuilt).toBe(0);
      expect(await nameAt(null)).toBe('The third name');
    });

    it('is refused where too many others wait to be rebuilt', async () => {
      const { nameAt } = await namedThrice({ waiting: 0, steps: 0 });
      const asked = await Promise.allSettled([nameAt(editions[0]), nameAt(editions[1])]);
      // Which of the two comes first to be rebuilt is the store's pace.
      expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'AS_OF_BUSY' },
      });
    });

    it('is given up where it is still being rebuilt when the history is closed', async () => {
      const { history, nameAt, count } = await namedThrice();
      const asked = nameAt(editions[0]).catch((error: unknown) => String(error));
      await history.close();
      expect(await asked).toMatch(/the history is closed|its thread has ended/);
      expect(count.rebuilt).toBe(0);
      await expect(nameAt(editions[1])).rejects.toThrow('the history is closed');
    });

    it('leaves out what had not been said, of what is recorded now', async () => {
      const { history, count } = await namedThrice();
      const reader = await history.readerAsOf({ recorded: null, said: '2023-12-13' });
      const held = await reader.holdings();
      expect(held.assertions).toBeLessThan(smallBundle().assertions.length);
      expect(held.entities).toBe(smallBundle().entities.length);
      expect(count.rebuilt).toBe(1);
    });
  });

  it('reads nothing that was erased since, in no view rebuilt before and in no revision', async () => {
    const { store, history, nameAt } = await namedThrice();
    expect(await nameAt(editions[0])).toBe(await nameAt(editions[0]));
    expect(await nameAt(editions[1])).toBe('The second name');
    await eraseRecords(store.writer, {
      ids: [company],
      reason: 'Order 17',
      by: 'Ada',
      requestKey: 'erase:1',
    });
    for (const at of [editions[0], editions[1], editions[2]]) {
      expect(await nameAt(at)).not.toMatch(/name$/);
      const reader = await history.readerAsOf({ recorded: at, said: null });
      const [revisions] = await reader.listRevisions([company], { limit: 9, beyond: null, backward: false });
      expect(JSON.stringify(revisions)).not.toContain('The second name');
    }
    const [all] = await store.reader.listRevisions([company], { limit: 9, beyond: null, backward: false });
    expect(all?.items).toHaveLength(4);
    expect(JSON.stringify(all)).not.toContain(' name"');
  });
});
