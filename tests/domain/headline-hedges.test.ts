import { describe, expect, test } from 'vitest';
import { headlineOf } from '../../src/domain/headline.ts';
import { en, felix, huxiu, seth, zh } from './headline-speakers.ts';
import { dossier, entity, entry } from './records.ts';

describe('a headline', () => {
  test.each([
    ['PROBABLE', null, 'According to Niko Felix, probably: ', '据Niko Felix称，很可能：'],
    ['POSSIBLE', null, 'According to Niko Felix, possibly: ', '据Niko Felix称，可能：'],
    ['SUSPECTED', null, 'According to Niko Felix, as a suspicion: ', '据Niko Felix称，疑似：'],
    ['CONDITIONAL', null, 'According to Niko Felix, on a condition: ', '据Niko Felix称，在一定条件下：'],
    [
      'CONDITIONAL',
      'they break them',
      'According to Niko Felix, if they break them: ',
      '据Niko Felix称，在一定条件下：',
    ],
    [
      'CONDITIONAL',
      'If they break them',
      'According to Niko Felix, if they break them: ',
      '据Niko Felix称，在一定条件下：',
    ],
    [
      'CONDITIONAL',
      '如果发现违反',
      'According to Niko Felix, on a condition: ',
      '据Niko Felix称，如果发现违反：',
    ],
    ['CONDITIONAL', '发现违反', 'According to Niko Felix, on a condition: ', '据Niko Felix称，若发现违反：'],
    [
      'CONDITIONAL',
      '如果我们发现违反',
      'According to Niko Felix, on a condition: ',
      '据Niko Felix称，在一定条件下：',
    ],
    [
      'CONDITIONAL',
      'if you break our rules',
      'According to Niko Felix, on a condition: ',
      '据Niko Felix称，在一定条件下：',
    ],
  ] as const)('keeps a hedge: %s, %s', (modality, condition, english, chinese) => {
    const one = dossier([entry('a', { speaker: felix, modality, condition })]);
    expect(headlineOf(one, 'en')).toBe(english + en);
    expect(headlineOf(one, 'zh')).toBe(chinese + zh);
  });

  test('hedges once where all whom it names hedge alike', () => {
    const entries = [felix, seth].map((speaker) =>
      entry(speaker.id, { speaker, modality: 'CONDITIONAL', condition: 'if asked' }),
    );
    expect(headlineOf(dossier(entries), 'en')).toBe(`According to Jodi Seth and Niko Felix, if asked: ${en}`);
  });

  test.each<[string, Parameters<typeof entry>[1][], string, string]>([
    [
      'for each where they hedge differently',
      [{ modality: 'POSSIBLE' }, { modality: 'SUSPECTED' }],
      `According to Ann (as possible) and Ben (as a suspicion): ${en}`,
      `据Ann（认为可能）和Ben（仅为怀疑）称：${zh}`,
    ],
    [
      'for the one who does, beside one who is certain',
      [{ modality: 'SUSPECTED' }, {}],
      `According to Ann (as a suspicion) and Ben: ${en}`,
      `据Ann（仅为怀疑）和Ben称：${zh}`,
    ],
    [
      'by each one’s condition',
      [
        { modality: 'CONDITIONAL', condition: 'if asked' },
        { modality: 'CONDITIONAL', condition: 'paid' },
      ],
      `According to Ann (if asked) and Ben (if paid): ${en}`,
      `据Ann和Ben称，在一定条件下：${zh}`,
    ],
    [
      'behind a role',
      [{ modality: 'PROBABLE', role: 'engineer' }, { modality: 'CONDITIONAL' }],
      `According to Ann (engineer; as probable) and Ben (on a condition): ${en}`,
      `据Ann（认为很可能）和Ben（在一定条件下）称：${zh}`,
    ],
    [
      'for those who are only counted',
      [{}, { modality: 'SUSPECTED' }, {}, { modality: 'SUSPECTED' }],
      `According to Ann, 2 others (as a suspicion) and 1 more: ${en}`,
      `据Ann、另外2方（仅为怀疑）和另外1方称：${zh}`,
    ],
    [
      'of a denial',
      [{}, { modality: 'POSSIBLE', stance: 'DENIES' }],
      `According to Ann: ${en} — denied by Ben (as possible)`,
      `据Ann称：${zh}——Ben（认为可能）否认`,
    ],
    [
      'of what was taken back',
      [
        { modality: 'SUSPECTED', speaker: felix },
        { stance: 'RETRACTS', speaker: felix },
      ],
      `Said by Niko Felix (as a suspicion), and taken back by Niko Felix: ${en}`,
      `Niko Felix（仅为怀疑）曾称，Niko Felix已收回：${zh}`,
    ],
  ])('hedges %s', (_, options, english, chinese) => {
    const names = ['Ann', 'Ben', 'Cy', 'Dee'];
    const one = dossier(
      options.map((each, position) =>
        entry(String(position), { speaker: entity(names[position] ?? ''), position, ...each }),
      ),
    );
    expect(headlineOf(one, 'en')).toBe(english);
    expect(headlineOf(one, 'zh')).toBe(chinese);
  });

  test('hedges what is only passed on', () => {
    const elsewhere = entry('elsewhere', { claimId: 'another' });
    const one = dossier([entry('now', { speaker: huxiu, of: elsewhere, modality: 'SUSPECTED' })], {
      others: [elsewhere],
    });
    expect(headlineOf(one, 'en')).toBe(`As reported by Huxiu, as a suspicion: ${en}`);
    expect(headlineOf(one, 'zh')).toBe(`据虎嗅报道，疑似：${zh}`);
  });
});
