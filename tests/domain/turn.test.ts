import { describe, expect, test } from 'vitest';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import { corroborationSentence } from '../../src/domain/corroboration-sentence.ts';
import type { DossierEntry } from '../../src/domain/dossier.ts';
import { headlineOf } from '../../src/domain/headline.ts';
import { dossier, entity, entry, judged } from './records.ts';

const ann = entity('Ann');
const bob = entity('Bob');
const acme = entity('Acme', { kind: 'ORGANIZATION' });
const paper = entity('Paper', { kind: 'ORGANIZATION' });
const en = 'The account is suspended';
const zh = '账号已暂停';

const affirmed = (said?: string, options: Partial<DossierEntry> = {}) =>
  entry('yes', { speaker: ann, ...(said === undefined ? {} : { said }), ...options });
const denied = (said?: string, options: Partial<DossierEntry> = {}) =>
  entry('no', { speaker: ann, stance: 'DENIES', ...(said === undefined ? {} : { said }), ...options });

describe('one who both affirms and denies', () => {
  test.each<[string, readonly DossierEntry[], string, string]>([
    ['changed sides', [affirmed('2024-01'), denied('2024-02')], 'Ann later denied it', 'Ann后又否认'],
    ['changed back', [affirmed('2024-02'), denied('2024-01')], 'Ann had denied it before', 'Ann此前曾否认'],
    ['contradicts themselves', [affirmed(), denied('2024-01')], 'Ann also denied it', 'Ann也曾否认'],
    [
      'doubted later',
      [affirmed('2024-01'), denied('2024-02', { stance: 'DOUBTS' })],
      'Ann later doubted it',
      'Ann后又质疑',
    ],
    [
      'is told apart from another who denies',
      [affirmed('2024-01'), denied('2024-02'), entry('other', { speaker: bob, stance: 'DENIES' })],
      'denied by Bob; Ann later denied it',
      'Bob否认；Ann后又否认',
    ],
  ])('%s, and is not told as two', (_, entries, english, chinese) => {
    expect(headlineOf(dossier(entries), 'en')).toBe(`According to Ann: ${en} — ${english}`);
    expect(headlineOf(dossier(entries), 'zh')).toBe(`据Ann称：${zh}——${chinese}`);
  });

  test('is so by what is decided alone', () => {
    const entries = [affirmed('2024-01'), denied('2024-02', { speaker: bob })];
    const unsure = dossier(entries, { judgements: [judged('UNSURE', 'Ann', 'Bob')] });
    expect(headlineOf(unsure, 'en')).toBe(`According to Ann: ${en} — denied by Bob`);
  });

  test('is a body by whoever speaks for it, and nobody by what they passed on', () => {
    const forAcme = affirmed('2024-01', { onBehalfOf: acme });
    const body = dossier([forAcme, denied('2024-02', { speaker: acme })]);
    expect(headlineOf(body, 'en')).toBe(`According to Ann (speaking for Acme): ${en} — Acme later denied it`);
    const denial = entry('denial', { speaker: bob, stance: 'DENIES' });
    const passedOn = dossier([
      affirmed('2024-01', { speaker: paper }),
      denial,
      entry('on', { speaker: paper, of: denial }),
    ]);
    expect(headlineOf(passedOn, 'en')).toBe(
      `According to Paper: ${en} — denied by Bob (as reported by Paper)`,
    );
  });

  test('is named in the sentence as one who affirms it too', () => {
    const corroboration = corroborationOf(dossier([affirmed('2024-01'), denied('2024-02')]));
    expect(corroborationSentence(corroboration, 'en')).toBe(
      '1 report, 1 independent origin; denied by Ann; affirmed as well by Ann',
    );
    expect(corroborationSentence(corroboration, 'zh')).toBe('1次陈述，1个独立源头；Ann否认；Ann也曾肯定');
  });
});
