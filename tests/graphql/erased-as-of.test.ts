import { describe, expect, it } from 'vitest';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { ada, cy, type Json } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { english, hiddenDesk } from '../support/hidden-desk.ts';
import { idIn } from '../support/small-bundle.ts';

eachEngine((_, openEngine) => {
  const desk = hiddenDesk(openEngine);
  const [id, erasedAt] = [idIn('Assertion', 'seen'), '2026-11-22T08:10:00.000Z'];

  const standing = async (caller: typeof cy, recorded?: string) => {
    const asked = `assertion(id: "${id}") { withdrawnAt erasedAt }`;
    const query = recorded === undefined ? `{ ${asked} }` : `{ asOf(recorded: "${recorded}") { ${asked} } }`;
    const answer = await desk.api.ask(query, caller);
    return ((recorded === undefined ? answer : answer['asOf']) as Json)['assertion'];
  };

  describe('an assertion that was erased', () => {
    it.each([
      [false, cy],
      [true, cy],
      [true, ada],
    ])('is withdrawn since then, as of later too (something hidden beside it: %s)', async (hides, caller) => {
      if (hides) await desk.hiddenSource();
      desk.moment = erasedAt;
      await eraseRecords(desk.store.writer, { ids: [id], reason: 'Order', by: 'Ada', requestKey: 'one' });
      desk.moment = '2026-11-22T08:20:00.000Z';
      const correction = { id: idIn('Claim', 'shut'), expectedVersion: 1, text: english('It is shut') };
      await desk.done('correctClaim', correction, cy);
      expect(await standing(caller)).toEqual({ withdrawnAt: erasedAt, erasedAt });
      expect(await standing(caller, '2026-11-22T08:15:00.000Z')).toEqual({ withdrawnAt: erasedAt, erasedAt });
    });
  });
});
