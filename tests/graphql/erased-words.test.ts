import { describe, expect, it } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { cy } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { english, hiddenDesk } from '../support/hidden-desk.ts';
import { assertion, bundleOf, claim, entity, idIn } from '../support/small-bundle.ts';

eachEngine((_, openEngine) => {
  const desk = hiddenDesk(openEngine);
  const { done, expectWhole } = desk;
  const pool = 'pool.example';
  const text = 'The road is shut.';
  const [who, memo] = [idOf('Entity', pool, 'who'), idOf('Source', pool, 'memo')];
  const [c, said] = [idOf('Claim', pool, 'c'), idOf('Assertion', pool, 'said')];

  const isShown = async (): Promise<boolean> => {
    const answer = await desk.api.ask(`{ entity(by: { id: "${who}" }) { id } }`, cy);
    return (answer as { entity: object | null }).entity !== null;
  };
  const steps = {
    drop: () =>
      done('correctClaim', { id: c, expectedVersion: 1, about: [{ id: idIn('Entity', 'company') }] }),
    publish: () => done('correctSource', { id: memo, expectedVersion: 1, access: 'PUBLIC' }),
    hide: () => done('correctSource', { id: memo, expectedVersion: 2, access: 'CONFIDENTIAL' }),
    erase: () =>
      eraseRecords(desk.store.writer, { ids: [said], reason: 'Order', by: 'Ada', requestKey: 'one' }),
    restate: () => done('correctClaim', { id: c, expectedVersion: 2, text: english('Another text') }),
  };

  /** A claim of somebody, all words for which stand in a memo that says it in hiding. */
  const recorded = () =>
    desk.store.import(
      bundleOf(pool, {
        entities: [entity('who')],
        sources: [
          {
            ...{ key: 'memo', slug: 'pool-memo', kind: 'ARTICLE', title: { en: 'Memo' }, seen: true },
            ...{ access: 'CONFIDENTIAL', versions: [{ key: 'v', text }] },
          },
        ],
        passages: [
          { key: 'p', version: 'v', exact: text, start: 0, end: 17, language: 'en', rendering: 'ORIGINAL' },
        ],
        claims: [claim('c', { about: ['who', idIn('Entity', 'company')] })],
        assertions: [assertion('said', 'c', idIn('Entity', 'paper'), { passages: ['p'] })],
      }),
    );

  describe('whom a claim named while its words stood in hiding alone', () => {
    it.each<{ readonly order: readonly (keyof typeof steps)[] }>([
      { order: ['drop', 'publish'] },
      { order: ['drop', 'erase', 'publish'] },
      { order: ['erase', 'drop', 'publish', 'hide'] },
      { order: ['drop', 'publish', 'erase'] },
      { order: ['drop', 'publish', 'hide', 'erase'] },
      { order: ['drop', 'publish', 'erase', 'hide', 'restate'] },
    ])('is shown by none of $order', async ({ order }) => {
      desk.moment = '2026-11-22T08:10:00.000Z';
      await recorded();
      for (const step of order) {
        desk.moment = new Date(Date.parse(desk.moment) + 60_000).toISOString();
        await steps[step]();
        expect(await isShown()).toBe(false);
      }
      await expectWhole();
      expect(await isShown()).toBe(false);
    });

    it.each([false, true])(
      'is shown where everybody saw it; hidden before the erasure: %s',
      async (hides) => {
        desk.moment = '2026-11-22T08:10:00.000Z';
        await recorded();
        for (const step of ['publish', 'drop', ...(hides ? ['hide' as const] : []), 'erase'] as const) {
          desk.moment = new Date(Date.parse(desk.moment) + 60_000).toISOString();
          await steps[step]();
        }
        expect(await isShown()).toBe(!hides);
        await expectWhole();
        if (!hides) return;
        await done('correctSource', { id: memo, expectedVersion: 3, access: 'PUBLIC' });
        expect(await isShown()).toBe(true);
        await expectWhole();
      },
    );
  });
});
