import { describe, expect, test } from 'vitest';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import { corroborationSentence } from '../../src/domain/corroboration-sentence.ts';
import type { DossierEntry } from '../../src/domain/dossier.ts';
import { headlineOf } from '../../src/domain/headline.ts';
import { dossier, entity, entry } from './records.ts';

const ann = entity('Ann');
const bob = entity('Bob');
const sue = entity('Sue');
const daily = entity('Daily', { kind: 'ORGANIZATION' });
const method = 'MODEL';

const told = (...entries: readonly DossierEntry[]) => {
  const one = dossier(entries);
  return {
    headline: headlineOf(one, 'en'),
    chinese: headlineOf(one, 'zh'),
    sentence: corroborationSentence(corroborationOf(one), 'en'),
    chineseSentence: corroborationSentence(corroborationOf(one), 'zh'),
  };
};

describe('what a machine alone recorded is told as such', () => {
  const byPerson = entry('by a person', { speaker: ann });

  test('of who affirms it, and counted apart', () => {
    expect(told(entry('by a machine', { speaker: bob, method }))).toEqual({
      headline: 'According to Bob (as only a machine recorded): The account is suspended',
      chinese: '据Bob（仅由机器记录）称：账号已暂停',
      sentence: '1 report, 1 independent origin, as only a machine recorded',
      chineseSentence: '1次陈述，1个独立源头，仅由机器记录',
    });
    expect(told(byPerson, entry('by a machine', { speaker: bob, method }))).toMatchObject({
      headline: 'According to Bob (as only a machine recorded) and Ann: The account is suspended',
      sentence: '2 reports, 2 independent origins, 1 of them as only a machine recorded',
    });
  });

  test('of who denies or doubts it', () => {
    expect(
      told(
        byPerson,
        entry('denies', { speaker: sue, stance: 'DENIES', method }),
        entry('doubts', { speaker: bob, stance: 'DOUBTS' }),
      ),
    ).toMatchObject({
      headline:
        'According to Ann: The account is suspended — denied by Sue (as only a machine recorded); doubted by Bob',
      sentence: '1 report, 1 independent origin; denied by Sue (as only a machine recorded); doubted by Bob',
    });
  });

  test('of who passes it on', () => {
    expect(told(byPerson, entry('relay', { speaker: daily, of: byPerson, method }))).toMatchObject({
      headline:
        'According to Ann, as reported by Daily (as only a machine recorded): The account is suspended',
      chinese: '据Ann称（Daily（仅由机器记录）报道）：账号已暂停',
    });
  });

  test('not where a person recorded the same of them', () => {
    const again = entry('again', { speaker: ann, method });
    expect(told(byPerson, again).headline).toBe('According to Ann: The account is suspended');
    const denial = entry('denial', { speaker: sue, stance: 'DENIES' });
    const byMachine = entry('a machine’s', { speaker: sue, stance: 'DENIES', method });
    expect(told(byPerson, byMachine, denial)).toMatchObject({
      headline: 'According to Ann: The account is suspended — denied by Sue',
      sentence: '1 report, 1 independent origin; denied by Sue',
    });
  });
});
