import { describe, expect, it } from 'vitest';
import { idOf } from '../../src/domain/ids.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { parseBundle } from '../../src/ingest/parse-bundle.ts';
import { ada, cy, type Json } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { article, english, hiddenDesk } from '../support/hidden-desk.ts';
import { publicDump } from '../support/public-dump.ts';
import { bundleOf, entity, idIn } from '../support/small-bundle.ts';

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
      expect(await sees(id)).toBe(true);
      await expectWhole();
      desk.moment = '2026-11-22T09:20:00.000Z';
      await done('correctSource', { id: memo, expectedVersion: 2, title: english('A last memo') });
      expect(await sees(id)).toBe(true);
      expect([
        await sees(id, '2026-11-22T08:10:00.000Z'),
        await sees(id, '2026-11-22T09:10:00.000Z'),
      ]).toEqual([false, true]);
      await expectWhole();
    });

    it.each([
      'dropped, then hidden',
      'hidden, then dropped',
      'dropped and hidden, and nothing was hidden before',
    ])(
      'does not vanish where one of two that came with them stands in sight, they were %s',
      async (order) => {
        if (!order.includes('before')) await hiddenSource();
        desk.moment = '2026-11-22T08:10:00.000Z';
        const source = (key: string) => ({
          ...{ key, slug: key, kind: 'ARTICLE' as const, title: { en: key }, seen: true, authors: ['who'] },
        });
        await desk.store.import(
          bundleOf('pool.example', { entities: [entity('who')], sources: [source('one'), source('other')] }),
        );
        const pool = (type: 'Entity' | 'Source', key: string) => idOf(type, 'pool.example', key);
        const [who, one, other] = [pool('Entity', 'who'), pool('Source', 'one'), pool('Source', 'other')];
        const drop = () => done('correctSource', { id: one, expectedVersion: 1, authors: [] });
        const hide = () => done('correctSource', { id: other, expectedVersion: 1, access: 'CONFIDENTIAL' });
        for (const step of order.startsWith('dropped') ? [drop, hide] : [hide, drop]) {
          desk.moment = new Date(Date.parse(desk.moment) + 60_000).toISOString();
          await step();
          expect(await sees(who)).toBe(true);
        }
        expect(await desk.versionOf('Source', one)).toBe(2);
        await expectWhole();
        await done('correctSource', { id: one, expectedVersion: 2, access: 'CONFIDENTIAL' });
        expect(await sees(who)).toBe(false);
        await expectWhole();
      },
    );

    it('is shown again with what showed them, though it named them no more while it was hidden', async () => {
      const { source } = await done('addSource', { source: { ...article('News'), authors: [zanzibar] } });
      const { id: news } = source as { id: string };
      const read = await desk.api.ask(`{ source(by: { id: "${news}" }) { authors { id } } }`, cy);
      const who = (read as { source: { authors: { id: string }[] } }).source.authors[0]?.id ?? '';
      const seen: boolean[] = [];
      const changes = [
        { access: 'CONFIDENTIAL' },
        { authors: [] },
        { access: 'PUBLIC' },
        { access: 'CONFIDENTIAL' },
      ];
      for (const [index, change] of changes.entries()) {
        desk.moment = new Date(Date.parse(desk.moment) + 60_000).toISOString();
        await done('correctSource', { id: news, expectedVersion: index + 1, ...change });
        seen.push(await sees(who));
        await expectWhole();
      }
      expect(seen).toEqual([false, false, true, false]);
    });

    it('does not vanish where all that showed them is erased', async () => {
      const memo = await hiddenSource();
      const sources = (key: string, access: 'CONFIDENTIAL' | 'PUBLIC') => ({
        ...{
          key,
          slug: key,
          kind: 'ARTICLE' as const,
          title: { en: key },
          seen: true,
          access,
          authors: ['who'],
        },
      });
      const bundle = (...some: ReturnType<typeof sources>[]) =>
        desk.store.import(bundleOf('pool.example', { entities: [entity('who')], sources: some }));
      await bundle(sources('hidden', 'CONFIDENTIAL'));
      desk.moment = '2026-11-22T08:10:00.000Z';
      await bundle(sources('open', 'PUBLIC'));
      const pool = (type: 'Entity' | 'Source', key: string) => idOf(type, 'pool.example', key);
      const erased = (id: string) =>
        eraseRecords(desk.store.writer, { ids: [id], reason: 'Order', by: 'Ada', requestKey: id });
      const revisions = `{ entity(by: { id: "${pool('Entity', 'who')}" }) { revisions(first: 5) { edges { node { recordedAt } } } } }`;
      const told = await desk.api.ask(revisions, cy);
      for (const id of [pool('Source', 'open'), pool('Source', 'hidden'), memo]) {
        desk.moment = new Date(Date.parse(desk.moment) + 60_000).toISOString();
        await erased(id);
        expect(await desk.api.ask(revisions, cy)).toEqual(told);
        await expectWhole();
      }
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

  it('shows nobody for what was said on their behalf while that was hidden, though its source is erased later', async () => {
    const memo = await hiddenSource();
    const { assertion } = await done('recordAssertion', {
      ...{ claim: { id: idIn('Claim', 'shut') }, speaker: { id: idIn('Entity', 'spokesman') } },
      ...{ stance: 'AFFIRMS', directness: 'DIRECT', source: { id: memo } },
      onBehalfOf: { new: { ...zanzibar.new, kind: 'ORGANIZATION' } },
    });
    const { id } = assertion as { id: string };
    const read = await desk.api.ask(`{ assertion(id: "${id}") { onBehalfOf { id } } }`, ada);
    const who = (read as { assertion: { onBehalfOf: { id: string } } }).assertion.onBehalfOf.id;
    const steps = [
      () => done('correctAssertion', { id, expectedVersion: 1, onBehalfOf: null }),
      () => desk.published(memo),
      () => eraseRecords(desk.store.writer, { ids: [memo], reason: 'Order', by: 'Ada', requestKey: 'one' }),
      () => eraseRecords(desk.store.writer, { ids: [id], reason: 'Order', by: 'Ada', requestKey: 'two' }),
    ];
    for (const step of steps) {
      desk.moment = new Date(Date.parse(desk.moment) + 60_000).toISOString();
      await step();
      expect(await sees(who)).toBe(false);
      await expectWhole();
    }
  });

  describe('whom a source named, and names no more since it was hidden,', () => {
    it.each(['CONFIDENTIAL', 'EMBARGOED'])(
      'was it %s at first, its revisions and its past name to nobody who may not see them',
      async (access) => {
        const named = { ...article('News'), access, authors: [zanzibar], publisher: zanzibar };
        const { source } = await done('addSource', { source: named });
        const { id } = source as { id: string };
        desk.moment = '2026-11-22T08:20:00.000Z';
        const changes = [{ authors: [], publisher: null }, { access: 'PUBLIC' }];
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
