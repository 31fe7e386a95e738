import { describe, expect, it } from 'vitest';
import { eraseRecords } from '../../src/ingest/erase.ts';
import { ada, cy } from '../support/draft-api.ts';
import { eachEngine } from '../support/engines.ts';
import { article, english, hiddenDesk } from '../support/hidden-desk.ts';
import { publicDump } from '../support/public-dump.ts';
import { idIn } from '../support/small-bundle.ts';

eachEngine((_, openEngine) => {
  const desk = hiddenDesk(openEngine);
  const { done, hiddenSource, expectWhole } = desk;
  const shut = idIn('Claim', 'shut');
  const secret = (kind: string) => ({ new: { kind, names: [{ text: 'Zanzibar', language: 'en' }] } });
  const said = { stance: 'AFFIRMS', directness: 'DIRECT' };

  const recorded = async (input: object): Promise<string> => {
    const { assertion } = await done('recordAssertion', { ...said, ...input });
    return (assertion as { id: string }).id;
  };
  const erased = (...ids: readonly string[]) =>
    eraseRecords(desk.store.writer, { ids, reason: 'Order', by: 'Ada', requestKey: `erase:${ids.join()}` });
  const found = async (caller = cy) =>
    (await desk.api.ask('{ search(query: "Zanzibar") { totalCount } }', caller))['search'];

  /** A passage of a hidden source. */
  async function hiddenWords(others: object = { access: 'CONFIDENTIAL' }) {
    const text = 'It was shut on purpose.';
    const id = await recorded({
      claim: { id: shut },
      speaker: { id: idIn('Entity', 'paper') },
      source: { new: { ...article('A memo'), ...others, version: { text } } },
      passages: [{ new: { exact: 'on purpose', language: 'en' } }],
    });
    const { assertion } = (await desk.api.ask(
      `{ assertion(id: "${id}") { source { id } passages { id } } }`,
      ada,
    )) as { assertion: { source: { id: string }; passages: { id: string }[] } };
    return { assertion: id, source: assertion.source.id, passage: assertion.passages[0]?.id ?? '' };
  }

  describe('what is erased and was hidden', () => {
    it.each([
      ['a source', async () => hiddenSource({ access: 'CONFIDENTIAL', authors: [secret('PERSON')] })],
      [
        'an assertion',
        async () =>
          recorded({
            claim: { id: shut },
            speaker: { id: idIn('Entity', 'spokesman') },
            onBehalfOf: secret('ORGANIZATION'),
            source: { id: await hiddenSource() },
          }),
      ],
    ])('shows nobody whom it alone named, nor where the log is put back: %s', async (_name, make) => {
      const id = await make();
      const before = await publicDump(desk.store.engine);
      await erased(id);
      expect(await publicDump(desk.store.engine)).toEqual(before);
      expect([await found(), await found(ada)]).toEqual([{ totalCount: 0 }, { totalCount: 1 }]);
      await expectWhole();
    });

    it('nor whom it named once', async () => {
      const id = await hiddenSource({ access: 'CONFIDENTIAL', authors: [secret('PERSON')] });
      await done('correctSource', { id, expectedVersion: 1, authors: [] });
      await erased(id);
      await expectWhole();
    });

    it('stays hidden where only its words hid it, with its claim and its speaker', async () => {
      const claim = {
        text: english('Zanzibar shut it'),
        language: 'en',
        nature: 'FACT',
        about: [{ id: idIn('Entity', 'company') }],
      };
      const words = [{ id: (await hiddenWords()).passage }];
      const before = await publicDump(desk.store.engine);
      const id = await recorded({ claim: { new: claim }, speaker: secret('PERSON'), passages: words });
      await erased(id);
      expect(await publicDump(desk.store.engine)).toEqual(before);
      expect(await found()).toEqual({ totalCount: 0 });
      await expectWhole();
    });

    it('leaves the voice of a hidden speaker counted for whoever sees all', async () => {
      const assertion = await recorded({
        claim: { id: shut },
        speaker: secret('ORGANIZATION'),
        source: { id: await hiddenSource() },
      });
      const answer = (await desk.api.ask(`{ assertion(id: "${assertion}") { speaker { id } } }`, ada)) as {
        assertion: { speaker: { id: string } };
      };
      const counted = async () =>
        (
          await desk.api.ask(`{ claim(by: { id: "${shut}" }) { corroboration { independentOrigins } } }`, ada)
        )['claim'];
      const before = await counted();
      await erased(answer.assertion.speaker.id);
      expect(await counted()).toEqual(before);
      await expectWhole();
    });

    it('stays hidden where it was a relation that only hidden assertions draw', async () => {
      const drawer = await recorded({
        claim: { id: shut },
        speaker: { id: idIn('Entity', 'paper') },
        source: { id: await hiddenSource() },
      });
      const before = await publicDump(desk.store.engine);
      const { relation } = await done('relateClaims', {
        ...{ from: shut, to: idIn('Claim', 'open'), kind: 'SUPPORTS' },
        ...{ reason: english('So it is'), assertedBy: [drawer] },
      });
      await erased((relation as { id: string }).id);
      expect(await publicDump(desk.store.engine)).toEqual(before);
      await expectWhole();
    });
  });

  describe('what is erased while only an embargo hides it', () => {
    const embargo = { access: 'EMBARGOED', embargoedUntil: '2026-11-22T09:00:00.000Z' };
    const kept = { access: 'CONFIDENTIAL', embargoedUntil: null };
    const seen = async (id: string) => (await desk.api.ask(`{ node(id: "${id}") { id } }`, cy))['node'];

    /** An assertion that only its words hide, and a relation that only hidden assertions draw, both erased. */
    async function erasedUnderEmbargo() {
      const { passage, source, assertion } = await hiddenWords(embargo);
      const speaker = { id: idIn('Entity', 'paper') };
      const quoting = await recorded({ claim: { id: shut }, speaker, passages: [{ id: passage }] });
      const { relation } = await done('relateClaims', {
        ...{ from: shut, to: idIn('Claim', 'open'), kind: 'SUPPORTS' },
        ...{ reason: english('So it is'), assertedBy: [assertion] },
      });
      const ids = [quoting, (relation as { id: string }).id];
      const before = await publicDump(desk.store.engine);
      await erased(...ids);
      expect(await publicDump(desk.store.engine)).toEqual(before);
      await expectWhole();
      return { source, ids };
    }

    it('is shown as erased once that ends', async () => {
      const { ids } = await erasedUnderEmbargo();
      desk.moment = '2026-11-22T09:00:00.000Z';
      for (const id of ids) expect(await seen(id)).toEqual({ id });
      await expectWhole();
    });

    it('stays hidden where its source has become confidential, until that is published', async () => {
      const { source, ids } = await erasedUnderEmbargo();
      await done('correctSource', { id: source, expectedVersion: 1, ...kept });
      desk.moment = '2026-11-22T09:00:00.000Z';
      for (const id of ids) expect(await seen(id)).toBeNull();
      await expectWhole();
      await done('correctSource', { id: source, expectedVersion: 2, access: 'PUBLIC' });
      for (const id of ids) expect(await seen(id)).toEqual({ id });
      await expectWhole();
    });

    it('is hidden with its source where it was erased while that was shown', async () => {
      const { passage, source, assertion } = await hiddenWords(kept);
      await desk.published(source);
      const speaker = { id: idIn('Entity', 'paper') };
      const quoting = await recorded({ claim: { id: shut }, speaker, passages: [{ id: passage }] });
      const { relation } = await done('relateClaims', {
        ...{ from: shut, to: idIn('Claim', 'open'), kind: 'SUPPORTS' },
        ...{ reason: english('So it is'), assertedBy: [assertion] },
      });
      const ids = [quoting, (relation as { id: string }).id];
      await erased(...ids);
      for (const id of ids) expect(await seen(id)).toEqual({ id });
      await expectWhole();
      await done('correctSource', { id: source, expectedVersion: 2, ...kept });
      for (const id of ids) expect(await seen(id)).toBeNull();
      await expectWhole();
    });

    it('stays hidden where it was made in another source that is', async () => {
      const { passage, source } = await hiddenWords(embargo);
      const speaker = { id: idIn('Entity', 'paper') };
      const memo = await hiddenSource();
      const made = { claim: { id: shut }, speaker, source: { id: memo }, passages: [{ id: passage }] };
      const id = await recorded(made);
      await erased(id);
      desk.moment = '2026-11-22T09:00:00.000Z';
      expect(await seen(id)).toBeNull();
      await expectWhole();
      await done('correctSource', { id: source, expectedVersion: 1, ...kept });
      await desk.published(memo);
      expect(await seen(id)).toBeNull();
      await expectWhole();
    });
  });
});
