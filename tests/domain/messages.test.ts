import { describe, expect, test } from 'vitest';
import { inEveryLanguage, messagesFor, type Weakness } from '../../src/domain/messages.ts';

const english = messagesFor('en');
const chinese = messagesFor('zh-Hans');

describe('the catalogue', () => {
  test.each([
    ['zh', 'zh-Hans'],
    ['zh-Hant-TW', 'zh-Hans'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    [null, 'en'],
    [undefined, 'en'],
  ])('for %s is in %s', (language, catalogue) => {
    expect(messagesFor(language).language).toBe(catalogue);
  });

  test('gives one sentence in every language, English first', () => {
    expect(inEveryLanguage((messages) => messages.list(['A', 'B', 'C']))).toEqual([
      { language: 'en', text: 'A, B and C' },
      { language: 'zh-Hans', text: 'A、B和C' },
    ]);
  });

  test.each([
    [[], '', ''],
    [['A'], 'A', 'A'],
    [['A', 'B'], 'A and B', 'A和B'],
  ])('lists %j', (names, inEnglish, inChinese) => {
    expect(english.list(names)).toBe(inEnglish);
    expect(chinese.list(names)).toBe(inChinese);
  });

  test('joins several reasons into one sentence', () => {
    expect(english.groupReason(['SAME_SPEAKER', 'COPIED'])).toBe('The same speaker; one copied from another');
    expect(chinese.groupReason(['SAME_SPEAKER', 'COPIED'])).toBe('同一发言者；一方抄自另一方');
  });

  test('calls a machine what its name says it is, else a machine', () => {
    const aside = { hedge: null, also: [], byMachine: false, reporters: [], copiers: [] } as const;
    const attribution = {
      speakers: [
        { name: 'Chatbot X', kind: 'MACHINE', role: null, body: null, place: null, aside, turn: null },
      ],
      others: [{ count: 1, aside }],
      reporters: [{ name: 'Chatbot Y', isMachine: true, hedges: [], byMachine: false }],
    } as const;
    expect(english.affirmed(attribution, null, 'it is so')).toBe(
      'According to Chatbot X and 1 other, as reported by Chatbot Y: it is so',
    );
    expect(chinese.affirmed(attribution, null, '如此')).toBe(
      '据机器“Chatbot X”等2方称（机器“Chatbot Y”报道）：如此',
    );
  });

  test('has its sentences whole in both languages, with the marks of each', () => {
    const weaknesses: Weakness[] = [
      'WITHDRAWN',
      'UNKNOWN_SPEAKER',
      'MISSING',
      'RETOLD',
      'UNCONNECTED',
      'UNSEEN',
      'PROPOSED',
      'GONE',
      'ALTERED',
      'UNVERIFIED',
    ];
    const inChinese = [
      ...weaknesses.map((one) => chinese.weakness([one])),
      ...Object.values(chinese.warnings),
    ];
    const inEnglish = [
      ...weaknesses.map((one) => english.weakness([one])),
      ...Object.values(english.warnings),
    ];
    expect(inChinese).toHaveLength(inEnglish.length);
    for (const sentence of inChinese) expect(sentence).toMatch(/^[^,.;:()]*\p{Script=Han}[^,.;:()]*。$/u);
    for (const sentence of inEnglish) expect(sentence).toMatch(/^[A-Z][\x20-\x7e]+\.$/);
  });
});
