import { describe, expect, test } from 'vitest';
import { headlineOf } from '../../src/domain/headline.ts';
import type { Entity } from '../../src/domain/model.ts';
import { en, grok, huxiu, verge, zh } from './headline-speakers.ts';
import { dossier, entity, entry } from './records.ts';

describe('a headline', () => {
  const relayed = (id: string, by: Entity, options: Parameters<typeof entry>[1] = {}) => {
    const said = entry(id, { speaker: entity(id), ...options });
    return [said, entry(`${id} relayed`, { speaker: by, of: said })];
  };

  test.each([
    [
      'behind each where they came by different ways',
      dossier([...relayed('Ann', huxiu), ...relayed('Ben', verge)]),
      `According to Ann (as reported by Huxiu) and Ben (as reported by The Verge): ${en}`,
      `据Ann（虎嗅报道）和Ben（The Verge报道）称：${zh}`,
    ],
    [
      'behind the one who is known by report alone',
      dossier([...relayed('Ann', huxiu), entry('Ben', { speaker: entity('Ben') })]),
      `According to Ann (as reported by Huxiu) and Ben: ${en}`,
      `据Ann（虎嗅报道）和Ben称：${zh}`,
    ],
    [
      'of those who are only counted, where they share them, else that there are several',
      dossier([
        entry('Ann', { speaker: entity('Ann') }),
        ...relayed('Ben', huxiu),
        ...relayed('Cy', verge),
        ...relayed('Dee', huxiu, { modality: 'SUSPECTED' }),
      ]),
      `According to Ann, 2 others (as reported by various) and 1 more (as a suspicion; as reported by Huxiu): ${en}`,
      `据Ann、另外2方（各有报道）和另外1方（仅为怀疑；虎嗅报道）称：${zh}`,
    ],
    [
      'of a denial',
      dossier([entry('Ann', { speaker: entity('Ann') }), ...relayed('Ben', huxiu, { stance: 'DENIES' })]),
      `According to Ann: ${en} — denied by Ben (as reported by Huxiu)`,
      `据Ann称：${zh}——Ben（虎嗅报道）否认`,
    ],
    [
      'of no denial that stands here itself as well',
      dossier([
        entry('Ann', { speaker: entity('Ann') }),
        ...relayed('Ben', huxiu, { stance: 'DENIES' }),
        entry('Ben himself', { speaker: entity('Ben'), stance: 'DENIES' }),
      ]),
      `According to Ann: ${en} — denied by Ben`,
      `据Ann称：${zh}——Ben否认`,
    ],
    [
      'as a machine where it is one',
      dossier(relayed('Ann', grok)),
      `According to Ann, as reported by the machine Grok: ${en}`,
      `据Ann称（机器“Grok”报道）：${zh}`,
    ],
  ])('names reporters %s', (_, one, english, chinese) => {
    expect(headlineOf(one, 'en')).toBe(english);
    expect(headlineOf(one, 'zh')).toBe(chinese);
  });

  test.each([
    ['an altered version of words of its own', {}],
    ['the words of one judged the same', { speaker: entity('The Huxiu', { clusterId: 'huxiu' }) }],
  ])('names who passes on %s', (_, options) => {
    const earlier = entry('earlier', { speaker: huxiu, claimId: 'another', ...options });
    const one = dossier([entry('now', { speaker: huxiu, of: earlier, modality: 'POSSIBLE' })], {
      others: [earlier],
    });
    expect(headlineOf(one, 'en')).toBe(`According to Huxiu, possibly: ${en}`);
    expect(headlineOf(one, 'zh')).toBe(`据虎嗅称，可能：${zh}`);
  });
});
