import { describe, expect, it } from 'vitest';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { ada, cy } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { article, english, hiddenDesk } from '../support/hidden-desk.ts';
import { smallBundle } from '../support/small-bundle.ts';

eachEngine((_, openEngine) => {
  const desk = hiddenDesk(openEngine);
  const { done, hiddenSource, published, expectWhole } = desk;

  describe('a record that came out under a slug that was taken', () => {
    const slugOf = async (id: string) =>
      (await desk.api.ask(`{ source(by: { id: "${id}" }) { slug } }`, cy))['source'];
    const erased = (id: string) =>
      eraseRecords(desk.store.writer, { ids: [id], reason: 'Order', by: 'Ada', requestKey: `erase:${id}` });
    const reslugged = (slug: string) =>
      desk.store.import(
        smallBundle(({ sources }) => {
          for (const one of sources ?? []) if (one.key === 'article') one.slug = slug;
        }),
      );

    it('keeps its id for a slug where that one has another by now', async () => {
      const id = await hiddenSource({ access: 'CONFIDENTIAL', slug: 'a-memo' });
      await reslugged('a-memo');
      await published(id);
      await reslugged('another');
      expect(await slugOf(id)).toEqual({ slug: id });
      await expectWhole();
    });

    it('or where that one was erased, whose address says so', async () => {
      const id = await hiddenSource({ access: 'CONFIDENTIAL', slug: 'a-memo' });
      const { source } = await done('addSource', { source: { ...article('A memo'), slug: 'a-memo' } });
      await published(id);
      await erased((source as { id: string }).id);
      expect(await slugOf(id)).toEqual({ slug: id });
      await expectWhole();
      await done('correctSource', { id, expectedVersion: 2, title: english('The memo') });
      expect(await slugOf(id)).toEqual({ slug: id });
      await expectWhole();
      const other = { ...article('Another memo'), slug: 'a-memo' };
      const { source: later } = await done('addSource', { source: other });
      expect(await slugOf((later as { id: string }).id)).toEqual({ slug: 'a-memo' });
      await expectWhole();
    });

    it('has its own where that one was erased and keeps no address', async () => {
      const named = (text: string) => ({
        new: { kind: 'PERSON', slug: 'zanzibar', names: [{ text, language: 'en' }] },
      });
      const peopleOf = async (id: string) => {
        const { source } = await desk.api.ask(`{ source(by: { id: "${id}" }) { authors { id slug } } }`, ada);
        return (source as { authors: { id: string; slug: string }[] }).authors;
      };
      const id = await hiddenSource({ access: 'CONFIDENTIAL', authors: [named('Zanzibar')] });
      const { source } = await done('addSource', { source: { ...article('News'), authors: [named('Z')] } });
      const [first] = await peopleOf((source as { id: string }).id);
      await published(id);
      const [later] = await peopleOf(id);
      expect(later?.slug).toBe(later?.id);
      await erased(first?.id ?? '');
      expect((await peopleOf(id))[0]?.slug).toBe('zanzibar');
      await expectWhole();
    });

    it('or where that one is hidden again', async () => {
      const [first, later] = [
        await hiddenSource({ access: 'CONFIDENTIAL', slug: 'a-memo' }),
        await hiddenSource({ access: 'CONFIDENTIAL', slug: 'a-memo' }),
      ];
      for (const id of [first, later]) await published(id);
      await done('correctSource', { id: first, expectedVersion: 2, access: 'CONFIDENTIAL' });
      expect(await slugOf(later)).toEqual({ slug: later });
      await expectWhole();
    });
  });
});
