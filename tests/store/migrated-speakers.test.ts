import { expect, it } from 'vitest';
import { checkGraph } from '../../src/store/check-graph.ts';
import { migrate } from '../../src/store/migrate.ts';
import { currentAssertions } from '../../src/store/query.ts';
import { cypherFolder } from '../support/empty-neo4j.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf } from '../support/seeded-store.ts';
import { bundleOf, idIn, smallBundle } from '../support/small-bundle.ts';
import { statement } from '../support/statement.ts';

/** What makes of a store one of the version before. */
const asBefore = [
  'MATCH (a:Assertion) REMOVE a.speakerId',
  'MATCH (a:FullAssertion) REMOVE a.speakerId',
  'MATCH (m:Migration) WHERE m.version >= 11 DELETE m',
].map((text, at) => statement(`before-${at}`, text));

eachEngine((_, openEngine) => {
  const emptyStore = storesOf(openEngine);

  it('a store that does not know by the day who spoke learns it when it is migrated, in both views', async () => {
    const store = await emptyStore();
    await store.import(smallBundle());
    const hidden = {
      key: 'h',
      kind: 'ARTICLE',
      title: { en: 'H' },
      seen: true,
      access: 'CONFIDENTIAL',
    } as const;
    await store.import(bundleOf('test.example/hidden', { sources: [{ ...hidden, slug: 'h' }] }));
    for (const change of asBefore) await store.engine.define(change);
    expect(await checkGraph(store)).not.toEqual([]);

    const now = () => new Date('2026-11-27T00:00:00.000Z');
    expect(await migrate(store.engine, store.statements, cypherFolder, now)).toEqual([
      '011-speaker-and-day',
      '012-decided-anew',
      '013-shown-since-own-states',
      '014-asides',
      '015-places-decided-anew',
    ]);

    expect(await checkGraph(store)).toEqual([]);
    const said = { from: '2023-01-01', to: '2023-12-31', match: 'CERTAINLY' } as const;
    const [page] = await store.reader.listAssertions(
      {
        anchor: { by: 'speaker', ids: [[idIn('Entity', 'witness')]] },
        filter: { ...currentAssertions, said },
        order: 'SAID_NEWEST',
      },
      { limit: 9, beyond: null, backward: false },
    );
    expect(page?.items).toHaveLength(1);
  });
});
