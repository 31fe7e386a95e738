import { describe, expect, it } from 'vitest';
import { ada, cy, type Json } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { article, hiddenDesk } from '../support/hidden-desk.ts';

eachEngine((_, openEngine) => {
  const desk = hiddenDesk(openEngine);
  const { done, expectWhole } = desk;
  const zanzibar = { new: { kind: 'PERSON', names: [{ text: 'Zanzibar', language: 'en' }] } };

  describe('whom a source named, and names no more since it was hidden,', () => {
    it.each(['PUBLIC', 'CONFIDENTIAL'])(
      'was it %s at first, its revisions and its past name to nobody who may not see them',
      async (access) => {
        const named = { ...article('News'), access, authors: [zanzibar], publisher: zanzibar };
        const { source } = await done('addSource', { source: named });
        const { id } = source as { id: string };
        desk.moment = '2026-11-22T08:20:00.000Z';
        const changes = [
          ...(access === 'PUBLIC' ? [{ access: 'CONFIDENTIAL' }] : []),
          ...[{ authors: [], publisher: null }, { access: 'PUBLIC' }],
        ];
        for (const [index, change] of changes.entries())
          await done('correctSource', { id, expectedVersion: index + 1, ...change });

        const told = 'version revisions(first: 9) { totalCount edges { node { changes { after before } } } }';
        const people = 'source(by: { id: $id }) { title authors { id } publisher { id } }';
        const query = `{ source(by: { id: "${id}" }) { ${told} } asOf(recorded: "2026-11-22T08:10:00Z") { ${people} } }`;
        const asked = async (caller: typeof cy) =>
          (await desk.api.ask(query.replaceAll('$id', `"${id}"`), caller)) as Record<string, Json>;
        const mine = await asked(cy);
        expect(mine['asOf']).toEqual({ source: { title: 'News', authors: [], publisher: null } });
        expect(mine['source']).toMatchObject({ version: 1, revisions: { totalCount: 1 } });
        expect(JSON.stringify(mine)).not.toContain('Entity_');
        const { source: past } = (await asked(ada))['asOf'] as Json;
        expect(past).toMatchObject({ authors: [{}], publisher: {} });
        await expectWhole();
      },
    );
  });
});
