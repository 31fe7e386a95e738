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
  async function hiddenWords(): Promise<string> {
    const text = 'It was shut on purpose.';
    const id = await recorded({
      claim: { id: shut },
      speaker: { id: idIn('Entity', 'paper') },
      source: { new: { ...article('A memo'), access: 'CONFIDENTIAL', version: { text } } },
      passages: [{ new: { exact: 'on purpose', language: 'en' } }],
    });
    const { assertion } = (await desk.api.ask(`{ assertion(id: "${id}") { passages { id } } }`, ada)) as {
      assertion: { passages: { id: string }[] };
    };
    return assertion.passages[0]?.id ?? '';
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
      const words = [{ id: await hiddenWords() }];
      const before = await publicDump(desk.store.engine);
      const id = await recorded({ claim: { new: claim }, speaker: secret('PERSON'), passages: words });
      await erased(id);
      expect(await publicDump(desk.store.engine)).toEqual(before);
      expect(await found()).toEqual({ totalCount: 0 });
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
});
