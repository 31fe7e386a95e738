import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matches, needlesOf, phraseOf, searchText } from '../../src/domain/search-text.ts';
import { anyText, han, mixed } from '../support/arbitrary-text.ts';

describe('searchText', () => {
  test('puts a space before each word, a bar where punctuation parts script, and a line between texts', () => {
    expect(searchText('OpenAI 的GPT-4，模型：《虎嗅》', null, '', '…', 'L’été')).toBe(
      ' openai的 gpt 4|模型|虎嗅\n l été',
    );
  });

  test('of its own output is the same again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(searchText(searchText(text))).toBe(searchText(text));
      }),
    );
  });

  test('of several texts is those of each', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (texts) => {
        const each = texts.map((text) => searchText(text)).filter((text) => text !== '');
        expect(searchText(...texts)).toBe(each.join('\n'));
      }),
    );
  });

  test('is made fast enough for an import of a hundred thousand texts', () => {
    const text =
      '12月15日，外媒The Verge报道称，字节跳动在开发大模型时使用了OpenAI的API，OpenAI随后封禁了它的账户。';
    const begun = performance.now();
    let length = 0;
    for (let count = 0; count < 20_000; count++) length += searchText(text).length;
    expect(length).toBeGreaterThan(0);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe('matches', () => {
  test.each([
    ['OpenAI封禁了字节跳动的账户', '字节'],
    ['OpenAI封禁了字节跳动的账户', '跳'],
    ['OpenAI封禁了字节跳动的账户', 'openai 账户'],
    ['OpenAI封禁了字节跳动的账户', 'ＯｐｅｎＡＩ'],
    ['OpenAI封禁了字节跳动的账户', 'open'],
    ['OpenAI的接口', 'OpenAI的'],
    ['OpenAI\u00a0的接口', 'OpenAI的'],
    ['它的所有 API', '所有API'],
    ['它的所有API', '所有\u00a0API'],
    ['GPT-4', 'gpt 4'],
    ['GPT 4', 'GPT-4'],
    ['ChatGPT‑4', 'chatgpt'],
    ['字节\u00a0跳动', '字节跳动'],
    ['字节\n跳动', '字节跳动'],
    ['臺灣的開發者', '台湾'],
    ['台湾的开发者', '臺灣的開發者'],
    ['看着', '看著'],
    ['了解', '瞭解'],
    ['乾坤', '乾'],
    ['乾坤', '坤'],
    ['12月15日', '15日'],
    ['2023年', '2023年'],
    ['Москва слезам', 'МОСК'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσεύς'.normalize('NFD').replace(/\p{M}/gu, '')],
    ['Straße', 'STRASSE'],
    ['السلام عليكم', 'عليكم'],
    ['한국어를 공부', '국어'],
    ['チャットボット', 'ボット'],
    ['ﾁｬｯﾄﾎﾞｯﾄ', 'ボット'],
    ['ประเทศไทย', 'ไทย'],
    ['Open\u00adAI', 'openai'],
    ['𠮷野家', '𠮷野'],
    ['葛\u{e0100}城', '葛城'],
  ])('%j is found by %j', (text, query) => {
    expect(matches(text, query)).toBe(true);
  });

  test.each([
    ['OpenAI', 'AI'],
    ['OpenAI', 'open ai'],
    ['字节跳动', '跳字'],
    ['好。他说', '好他'],
    ['2023年', '23年'],
    ['GPTs的', 'GPT的'],
    ['字节跳动', ''],
    ['字节，跳动', '，'],
    ['字节', '字节 跳动'],
  ])('%j is not found by %j', (text, query) => {
    expect(matches(text, query)).toBe(false);
  });

  test('any part of a run of Han finds the text that it stands in', () => {
    fc.assert(
      fc.property(
        mixed,
        han,
        mixed,
        fc.nat(11),
        fc.integer({ min: 1, max: 12 }),
        (before, run, after, start, length) => {
          const part = Array.from(run)
            .slice(start, start + length)
            .join('');
          if (part !== '') expect(matches(`${before}，${run}${after}`, part)).toBe(true);
        },
      ),
    );
  });

  test('the beginning of any word finds the text that it stands in', () => {
    const words = fc.constantFrom('OpenAI', 'Москва', 'Ὀδυσσεύς', 'السلام', 'GPT4', 'Straße');
    fc.assert(
      fc.property(mixed, words, mixed, fc.integer({ min: 1, max: 8 }), (before, word, after, length) => {
        expect(
          matches(`${before} ${word} ${after}`, Array.from(word.normalize('NFC')).slice(0, length).join('')),
        ).toBe(true);
      }),
    );
  });

  test('the two simplified spellings of an account are found by each other, and by the traditional ones', () => {
    const spellings = ['账户', '帐户', '帳戶', '賬戶'];
    for (const text of spellings)
      for (const query of spellings)
        expect(matches(`他的${text}被封`, query), `${query} in ${text}`).toBe(true);
  });

  test('case, width and the kind of space make no difference', () => {
    const ascii = fc.string({ unit: fc.constantFrom(...'abXY49 -的'), maxLength: 12 });
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(ascii, (text) => {
        expect(searchText(wide(text))).toBe(searchText(text));
        expect(searchText(text.toUpperCase())).toBe(searchText(text));
        expect(searchText(text.replaceAll(' ', '\u00a0'))).toBe(searchText(text));
      }),
    );
  });

  test('is what containment of every needle says, in a text among others too', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (text, neighbour, query) => {
        const needles = needlesOf(query);
        const stored = searchText(neighbour, text);
        if (matches(text, query)) expect(needles.every((needle) => stored.includes(needle))).toBe(true);
        for (const needle of needles) {
          expect(stored.includes(needle)).toBe(
            searchText(neighbour).includes(needle) || searchText(text).includes(needle),
          );
        }
      }),
    );
  });
});

describe('needlesOf', () => {
  test('gives one for each term, once', () => {
    expect(needlesOf('OpenAI 字节\u3000openai  GPT-4，')).toEqual([' openai', '字节', ' gpt 4']);
  });

  test('drops what is only punctuation, and is empty where nothing is left', () => {
    expect(needlesOf('字节 —— 😀 “”')).toEqual(['字节']);
    expect(needlesOf(' … ')).toEqual([]);
    expect(needlesOf('')).toEqual([]);
  });

  test('gives none that is empty, reaches over texts or comes twice', () => {
    fc.assert(
      fc.property(anyText, (query) => {
        const needles = needlesOf(query);
        expect(new Set(needles).size).toBe(needles.length);
        for (const needle of needles) expect(needle).toMatch(/^[^\n]*[^\n |][^\n]*$/u);
      }),
    );
  });

  test('finds the query itself', () => {
    fc.assert(
      fc.property(anyText, (query) => {
        expect(matches(query, query)).toBe(needlesOf(query).length > 0);
      }),
    );
  });
});

describe('phraseOf', () => {
  test('is the whole query as one needle', () => {
    expect(phraseOf('OpenAI API 字节 跳动')).toBe(' openai api字节跳动');
    expect(searchText('the OpenAI API').includes(phraseOf('openai-api'))).toBe(true);
    expect(searchText('the API of OpenAI').includes(phraseOf('openai api'))).toBe(false);
    expect(phraseOf('——')).toBe('');
  });
});
