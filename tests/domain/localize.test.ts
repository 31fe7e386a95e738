import { expect, test } from 'vitest';
import { matchesLanguage, nameOf, pick } from '../../src/domain/localize.ts';
import type { Name } from '../../src/domain/model.ts';
import type { NameKind } from '../../src/domain/vocabulary.ts';
import { entity } from './records.ts';

const texts = [
  { language: 'zh-Hans', text: '简体' },
  { language: 'en', text: 'English' },
  { language: 'zh-Hant', text: '繁體' },
];

test.each([
  ['the tag itself', 'zh-Hant', '繁體'],
  ['whatever the case of the tag', 'ZH-hant', '繁體'],
  ['its family', 'zh', '简体'],
  ['a wider tag, when the narrower is not there', 'en-GB', 'English'],
  ['the family, when the variety is not there', 'zh-Hant-TW', '繁體'],
  ['the original, when the language is not there', 'fr', '简体'],
  ['the original, when none is asked for', null, '简体'],
])('a text is picked by %s', (_, language, text) => {
  expect(pick(texts, language)?.text).toBe(text);
});

test('traditional Chinese falls back to simplified before the original', () => {
  expect(pick([{ language: 'en', text: 'English' }, ...texts.slice(0, 1)], 'zh-Hant')).toEqual(texts[0]);
});

test('nothing is picked only where there is nothing', () => {
  expect(pick([], 'en')).toBeNull();
});

test('a language range matches its own varieties and no other language that begins alike', () => {
  expect(matchesLanguage('zh-Hans', 'zh')).toBe(true);
  expect(matchesLanguage('zh', 'zh-Hans')).toBe(false);
  expect(matchesLanguage('english', 'en')).toBe(false);
});

const name = (text: string, language: string | null, kind: NameKind): Name => ({ text, language, kind });

test.each<[string, Name[], string | null, string]>([
  ['its own name in it', [name('translated', 'en', 'TRANSLATION'), name('own', 'en', 'NAME')], 'en', 'own'],
  [
    'its translation into it',
    [name('字节跳动', 'zh-Hans', 'NAME'), name('ByteDance', 'en', 'TRANSLATION')],
    'en',
    'ByteDance',
  ],
  [
    'its transliteration into it',
    [name('字节跳动', 'zh-Hans', 'NAME'), name('Zijie', 'en', 'TRANSLITERATION')],
    'en-US',
    'Zijie',
  ],
  ['a name of no language', [name('虎嗅', 'zh-Hans', 'NAME'), name('xAI', null, 'NAME')], 'fr', 'xAI'],
  ['its first name', [name('alias', 'en', 'ALIAS'), name('虎嗅', 'zh-Hans', 'NAME')], 'en', '虎嗅'],
  ['whatever name there is', [name('@user', null, 'HANDLE')], 'en', '@user'],
  [
    'its first name, when no language is asked for',
    [name('虎嗅', 'zh-Hans', 'NAME'), name('Huxiu', 'en', 'NAME')],
    null,
    '虎嗅',
  ],
  ['nothing, without any name', [], 'en', ''],
])('an entity is named by %s', (_, names, language, expected) => {
  expect(nameOf(entity('e', { names }), language)).toBe(expected);
});
