import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../src/domain/bundle.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf } from '../support/seeded-store.ts';
import { assertion, type BundleInput, bundleOf, idIn, smallBundle } from '../support/small-bundle.ts';

const shut = idIn('Claim', 'shut');
const [bot, company, spokesman, somebody] = ['bot', 'company', 'spokesman', 'somebody'].map((key) =>
  idIn('Entity', key),
) as [string, string, string, string];
const reason = { en: 'So it seems.' };
const entity = (key: string, kind: 'MACHINE' | 'UNKNOWN' | 'PERSON') => ({
  key,
  slug: key.startsWith('Entity_') ? 'spokesman' : key,
  kind,
  names: [{ text: 'The spokesman', language: 'en', kind: 'NAME' as const }],
});
const other = (lists: Partial<BundleInput>): Bundle => bundleOf('test.example/other', lists);
const speaks = (speaker: string, onBehalfOf: string) =>
  other({ assertions: [assertion('says', shut, speaker, { onBehalfOf })] });
const same = (one: string, another: string) =>
  other({ judgements: [{ key: 'same', verdict: 'SAME', between: [one, another], reason }] });

eachEngine((_, open) => {
  const empty = storesOf(open);

  describe('a record that another bundle brought', () => {
    it.each<[string, Bundle, string, RegExp]>([
      ['is a machine, and speaks for no body', speaks(bot, company), 'assertions[0].onBehalfOf', /a product/],
      [
        'is an unknown voice, and speaks for no body',
        speaks(somebody, company),
        'assertions[0].onBehalfOf',
        /nobody knows/,
      ],
      [
        'speaks for itself no more than one that comes along',
        speaks(spokesman, spokesman),
        'assertions[0].onBehalfOf',
        /than the speaker itself/,
      ],
      [
        'speaks for a body, and becomes no machine',
        other({ entities: [entity(spokesman, 'MACHINE')] }),
        'entities[0].kind',
        /as it does in Assertion_/,
      ],
      [
        'is a machine, and is no person',
        same(bot, spokesman),
        'judgements[0].between',
        /Entity_\w+ is a MACHINE/,
      ],
      ['is a machine, and no unknown voice', same(bot, somebody), 'judgements[0].between', /of one kind/],
      ['is a body, and no person', same(company, spokesman), 'judgements[0].between', /of one kind/],
      [
        'is judged of and becomes no other kind of body',
        other({ entities: [{ ...entity(company, 'PERSON'), slug: 'company' }] }),
        'entities[0].kind',
        /of one kind; correct the kind of one of them first/,
      ],
      [
        'is judged of and becomes no machine',
        other({ entities: [{ ...entity(company, 'MACHINE'), slug: 'company' }] }),
        'entities[0].kind',
        /no machine to be judged the same/,
      ],
      [
        'does not contradict itself',
        other({
          relations: [{ key: 'r', kind: 'CONTRADICTS', from: shut, to: shut, reason, status: 'PROPOSED' }],
        }),
        'relations[0].to',
        /another claim than/,
      ],
      ['is not judged the same as itself', same(company, company), 'judgements[0].between', /one came twice/],
      [
        'is not a copy of itself',
        other({
          assertions: [
            assertion(idIn('Assertion', 'denied'), shut, spokesman, {
              ...{ stance: 'DENIES', onBehalfOf: company, source: idIn('Source', 'article') },
              ...{ copyOf: idIn('Assertion', 'denied'), copyReason: 'x' },
            }),
          ],
        }),
        'assertions[0].copyOf',
        /nothing is a copy of itself/,
      ],
    ])('%s', async (_name, bundle, path, message) => {
      const store = await empty();
      await store.import(smallBundle());
      await expect(store.import(bundle)).rejects.toMatchObject({
        code: 'REFUSED_BUNDLE',
        issues: expect.arrayContaining([{ path, message: expect.stringMatching(message) }]),
      });
      expect(await checkGraph(store)).toEqual([]);
    });

    it('may be withdrawn, and speak for a body where it is a person', async () => {
      const store = await empty();
      await store.import(smallBundle());
      await store.import(speaks(spokesman, company));
      await store.import(
        other({
          assertions: [
            assertion('says', shut, spokesman, { onBehalfOf: company, withdrawn: { reason: 'A mistake.' } }),
          ],
        }),
      );
      expect(await checkGraph(store)).toEqual([]);
    });
  });
});
