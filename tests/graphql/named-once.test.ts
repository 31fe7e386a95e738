import { describe, expect, it } from 'vitest';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { parseBundle } from '../../src/ingest/parse-bundle.ts';
import { ada, cy, type Json } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { article, english, hiddenDesk } from '../support/hidden-desk.ts';
import { publicDump } from '../support/public-dump.ts';
import { idIn } from '../support/small-bundle.ts';

eachEngine((_, openEngine) => {
  const desk = hiddenDesk(openEngine);
  const { done, hiddenSource, expectWhole } = desk;
  const zanzibar = { new: { kind: 'PERSON', names: [{ text: 'Zanzibar', language: 'en' }] } };

  const sees = async (id: string, recorded?: string): Promise<boolean> => {
    const asked = `entity(by: { id: "${id}" }) { id }`;
    const query = recorded === undefined ? `{ ${asked} }` : `{ asOf(recorded: "${recorded}") { ${asked} } }`;
    const answer = (await desk.api.ask(query, cy)) as Record<string, Json | null>;
    return (recorded === undefined ? answer : answer['asOf'])?.['entity'] !== null;
  };

  describe('whom everybody saw', () => {
    it('does not vanish where an older hidden record came to name them, and the last visible one drops them', async () => {
      const memo = await hiddenSource();
      const about = [{ id: idIn('Entity', 'company') }, zanzibar];
      const { assertion } = await done('recordAssertion', {
        ...{ speaker: { id: idIn('Entity', 'paper') }, stance: 'AFFIRMS', directness: 'DIRECT' },
        claim: { new: { text: english('The road is shut'), language: 'en', nature: 'FACT', about } },
        source: { new: article('Roads') },
      });
      const query = `{ assertion(id: "${(assertion as Json)['id']}") { claim { id about { id } } } }`;
      const { assertion: read } = (await desk.api.ask(query, cy)) as {
        assertion: { claim: { id: string; about: { id: string }[] } };
      };
      const [company, named] = read.claim.about.map(({ id }) => ({ id }));
      await done('correctSource', { id: memo, expectedVersion: 1, authors: [named] });
      desk.moment = '2026-11-22T08:20:00.000Z';
      await done('correctClaim', { id: read.claim.id, expectedVersion: 1, about: [company] }, cy);
      expect(await sees(named?.id ?? '')).toBe(true);
      await expectWhole();
      desk.moment = '2026-11-22T08:40:00.000Z';
      await done('correctSource', { id: memo, expectedVersion: 2, title: english('Another memo') });
      expect(await sees(named?.id ?? '', '2026-11-22T08:30:00.000Z')).toBe(true);
      await expectWhole();
    });

    it('does not vanish where a hidden record named them first, until what showed them is hidden', async () => {
      const memo = await hiddenSource({ access: 'CONFIDENTIAL', authors: [zanzibar] });
      const { source } = (await desk.api.ask(
        `{ source(by: { id: "${memo}" }) { authors { id } } }`,
        ada,
      )) as {
        source: { authors: { id: string }[] };
      };
      const id = source.authors[0]?.id ?? '';
      desk.moment = '2026-11-22T08:20:00.000Z';
      const open = await hiddenSource({ authors: [{ id }] });
      expect(await sees(id)).toBe(true);
      desk.moment = '2026-11-22T08:40:00.000Z';
      await done('correctSource', { id: open, expectedVersion: 1, authors: [] });
      expect(await sees(id)).toBe(true);
      await expectWhole();
      desk.moment = '2026-11-22T09:00:00.000Z';
      await done('correctSource', { id: memo, expectedVersion: 1, title: english('Another memo') });
      expect(await sees(id)).toBe(true);
      await expectWhole();
      const at = (time: string) => sees(id, `2026-11-22T${time}:00.000Z`);
      expect([await at('08:10'), await at('08:30'), await at('08:50')]).toEqual([false, true, true]);
      await done('correctSource', { id: open, expectedVersion: 2, access: 'CONFIDENTIAL' });
      expect(await sees(id)).toBe(false);
      await expectWhole();
      await done('correctSource', { id: open, expectedVersion: 3, access: 'PUBLIC' });
      expect(await sees(id)).toBe(true);
      await expectWhole();
      await eraseRecords(desk.store.writer, { ids: [open], reason: 'Order', by: 'Ada', requestKey: 'one' });
      expect(await sees(id)).toBe(false);
      await expectWhole();
    });

    it('does not vanish where somebody hidden is affiliated with them since', async () => {
      const guild = (affiliated: boolean) => ({
        ...{
          format: 'onrecord-bundle/1',
          namespace: 'guild',
          title: { en: 'Guild' },
          by: 'Ada',
          method: 'HUMAN',
        },
        entities: [
          { key: 'guild', slug: 'guild', kind: 'ORGANIZATION', names: [{ text: 'Guild', kind: 'NAME' }] },
          ...(affiliated
            ? [
                {
                  ...{ key: 'member', slug: 'member', kind: 'PERSON', names: [{ text: 'M', kind: 'NAME' }] },
                  affiliations: [{ organization: 'guild' }],
                },
              ]
            : []),
        ],
        sources: affiliated
          ? [
              {
                ...{ key: 'list', slug: 'list', kind: 'DOCUMENT', title: { en: 'List' }, seen: true },
                ...{ access: 'CONFIDENTIAL', authors: ['member'] },
              },
            ]
          : [],
      });
      await hiddenSource();
      await desk.store.import(parseBundle(guild(false)));
      const before = await publicDump(desk.store.engine);
      await desk.store.import(parseBundle(guild(true)));
      expect(await publicDump(desk.store.engine)).toEqual(before);
      await expectWhole();
    });
  });

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
