import { expect, it } from 'vitest';
import { importRequested } from '../../src/ingest/import-requested.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf } from '../support/seeded-store.ts';
import { smallBundle } from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);

  it('is logged in the name of who brings a bundle, with who vouches for it beside its title', async () => {
    const store = await emptyStore();
    const request = (idempotencyKey: string, name: string) => ({
      caller: { id: 'key-1', name, role: 'editor' as const },
      idempotencyKey,
      name: 'importBundle',
      input: {},
      method: 'HUMAN' as const,
    });
    await importRequested(store.writer, request('of-another-1', 'Ada Editor'), smallBundle());
    const own = smallBundle((input) => {
      input.title = { en: 'The bridge, again' };
      for (const one of input.entities ?? []) if (one.key === 'paper') one.wikidata = 'Q12';
    });
    await importRequested(store.writer, request('of-her-own-1', 'The testers'), own);
    const read = statement(
      'activities',
      'MATCH (a:Activity) RETURN a.by AS by, a.method AS method, a.title AS title ORDER BY a.sequence',
    );
    expect(await store.engine.read(read)).toEqual([
      ['Ada Editor', 'IMPORT', 'The bridge (The testers)'],
      ['The testers', 'IMPORT', 'The bridge, again'],
    ]);
  });
});
