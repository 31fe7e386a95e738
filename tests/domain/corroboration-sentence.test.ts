import { describe, expect, test } from 'vitest';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import { corroborationSentence } from '../../src/domain/corroboration-sentence.ts';
import type { Name } from '../../src/domain/model.ts';
import { dossier, entity, entry, judged } from './records.ts';

const bilingual = (zh: string, en: string): Name[] => [
  { text: zh, language: 'zh-Hans', kind: 'NAME' },
  { text: en, language: 'en', kind: 'NAME' },
];
const bytedance = entity('bytedance', { kind: 'ORGANIZATION', names: bilingual('字节跳动', 'ByteDance') });
const doubao = entity('doubao', { kind: 'MACHINE', names: bilingual('豆包', 'Doubao') });
const unknown = entity('unknown', { kind: 'UNKNOWN' });
const insiders = entity('insiders', { names: bilingual('相关人士', 'insiders'), anonymity: 'PROTECTED' });
const people = ['A', 'B', 'C', 'D', 'E'].map((id) => entity(id));

const unnamed = entry('unnamed', { speaker: insiders });
const denial = entry('denial', { stance: 'DENIES', speaker: entity('Seth'), onBehalfOf: bytedance });
const relays = Array.from({ length: 8 }, (_, index) => entry(`relay ${index}`, { of: unnamed }));
const felix = entry('felix', { speaker: entity('Felix') });
const seth = entry('seth', { speaker: entity('Seth') });
const unsure = { judgements: [judged('UNSURE', 'Felix', 'Seth')] };

describe('the sentence on a claim’s support', () => {
  test.each([
    [
      'tells reports from origins, and who denies',
      dossier([unnamed, ...relays, denial]),
      '9 reports, 1 independent origin, unnamed; denied by ByteDance',
      '9次陈述，1个独立源头，未具名；字节跳动否认',
    ],
    [
      'tells who took a denial back, and denies it no more',
      dossier([felix, denial, entry('back', { stance: 'RETRACTS', speaker: bytedance })]),
      '1 report, 1 independent origin; denial since taken back by ByteDance',
      '1次陈述，1个独立源头；字节跳动曾否认、后已收回否认',
    ],
    [
      'tells who took it back beside whom still says it',
      dossier([felix, seth, entry('back', { stance: 'RETRACTS', speaker: entity('Seth') })]),
      '2 reports, 1 independent origin; taken back by Seth',
      '2次陈述，1个独立源头；Seth已收回',
    ],
    ['has the singular', dossier([felix]), '1 report, 1 independent origin', '1次陈述，1个独立源头'],
    [
      'says how many of several are unnamed',
      dossier([felix, unnamed]),
      '2 reports, 2 independent origins, 1 of them unnamed',
      '2次陈述，2个独立源头，其中1个未具名',
    ],
    [
      'says that all of several are',
      dossier([unnamed, entry('other', { speaker: entity('X', { anonymity: 'CROWD' }) })]),
      '2 reports, 2 independent origins, all unnamed',
      '2次陈述，2个独立源头，均未具名',
    ],
    [
      'gives a range where it is not decided who is one',
      dossier([felix, seth], unsure),
      '2 reports, independent origins: at least 1, at most 2',
      '2次陈述，独立源头至少1个、至多2个',
    ],
    [
      'says when only machines say it',
      dossier([entry('a', { speaker: doubao })]),
      '1 report, no independent origin (only machines say it: Doubao)',
      '1次陈述，无独立源头（仅有机器这样说：豆包）',
    ],
    [
      'tells machines apart that say it too',
      dossier([felix, entry('a', { speaker: doubao })]),
      '2 reports, 1 independent origin; also said by 1 machine (Doubao)',
      '2次陈述，1个独立源头；另有1台机器这样说（豆包）',
    ],
    [
      'says when it is not told whose words they are',
      dossier([entry('a', { speaker: unknown })]),
      '1 report, no independent origin (whose words they are is not told)',
      '1次陈述，无独立源头（发言者不明）',
    ],
    [
      'says when it was taken back',
      dossier([felix, entry('r', { stance: 'RETRACTS', speaker: entity('Felix') })]),
      '1 report, no independent origin (taken back by whoever said it)',
      '1次陈述，无独立源头（发言者已收回）',
    ],
    [
      'says that nobody affirms it, and who declined',
      dossier([entry('a', { stance: 'DECLINES_TO_COMMENT', speaker: insiders })]),
      'nobody affirms it; insiders declined to comment',
      '无人肯定；相关人士不予置评',
    ],
    [
      'tells who doubts it, and who did not answer',
      dossier([
        felix,
        entry('d', { stance: 'DOUBTS', speaker: entity('Seth') }),
        entry('n', { stance: 'NO_RESPONSE', speaker: bytedance }),
      ]),
      '1 report, 1 independent origin; doubted by Seth; ByteDance did not respond',
      '1次陈述，1个独立源头；Seth表示怀疑；字节跳动未回应',
    ],
    [
      'tells a machine that denies it apart from those who do',
      dossier([felix, entry('a', { stance: 'DENIES', speaker: doubao })]),
      '1 report, 1 independent origin; contradicted by 1 machine (Doubao)',
      '1次陈述，1个独立源头；另有1台机器不这样说（豆包）',
    ],
    [
      'shortens long lists',
      dossier([felix, ...people.map((speaker) => entry(`no ${speaker.id}`, { stance: 'DENIES', speaker }))]),
      '1 report, 1 independent origin; denied by A, B and 3 others',
      '1次陈述，1个独立源头；A、B等5方否认',
    ],
  ])('%s', (_, one, english, chinese) => {
    const result = corroborationOf(one);
    expect(corroborationSentence(result, 'en')).toBe(english);
    expect(corroborationSentence(result, 'zh-Hans')).toBe(chinese);
  });

  test('is in Chinese for any zh, and in English for every other language and for none', () => {
    const result = corroborationOf(dossier([unnamed, denial]));
    expect(corroborationSentence(result, 'zh')).toContain('字节跳动否认');
    expect(corroborationSentence(result, 'fr')).toContain('denied by ByteDance');
    expect(corroborationSentence(result, null)).toContain('denied by ByteDance');
  });
});
