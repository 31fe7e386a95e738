import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlight, needlesOf, searchText } from '../../src/domain/search-text.ts';
import { anyText } from '../support/arbitrary-text.ts';

function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

describe('highlight', () => {
  test.each([
    ['OpenAI封禁了字节跳动', '字节跳动', 'OpenAI封禁了<mark>字节跳动</mark>'],
    ['OpenAI封禁了字节跳动', 'open', '<mark>Open</mark>AI封禁了字节跳动'],
    ['所有\u00a0API', '所有api', '<mark>所有\u00a0API</mark>'],
    ['臺灣', '台湾', '<mark>臺灣</mark>'],
    ['字节跳动', '字节 节跳 动', '<mark>字节跳动</mark>'],
    ['GPT-4 and GPT 4', 'gpt-4', '<mark>GPT-4</mark> and <mark>GPT 4</mark>'],
    ['5㎏', 'kg', '5㎏'],
    ['5 ㎏', 'k', '5 <mark>㎏</mark>'],
    ['ｶﾞｯﾂ', 'ガ', '<mark>ｶﾞ</mark>ｯﾂ'],
    ['e\u0301cole', 'éc', '<mark>e\u0301c</mark>ole'],
    ['哈哈哈', '哈哈', '<mark>哈哈哈</mark>'],
    ['<mark>&"\'', 'mark', '&lt;<mark>mark</mark>&gt;&amp;&quot;&#39;'],
    ['字节', '，', '字节'],
  ])('in %j marks %j: %s', (text, query, html) => {
    expect(highlight(text, query)).toBe(html);
  });

  test('without its marks and escapes is the original', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, query) => {
        expect(unescaped(highlight(text, query).replace(/<\/?mark>/g, ''))).toBe(text);
      }),
    );
  });

  test('holds no markup but its marks, each closed before the next', () => {
    const hostile = fc.array(
      fc.constantFrom('<', '>', '&', '"', "'", '<script>', '<mark>', '</mark>', '&lt;', 'a', '字', ' '),
      { maxLength: 12 },
    );
    const text = hostile.map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (original, query) => {
        const html = highlight(original, query);
        expect(html.replace(/<mark>[^<>]+<\/mark>/g, '')).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(html).not.toContain('</mark><mark>');
      }),
    );
  });

  test('marks something exactly where a needle is found', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, query) => {
        const found = needlesOf(query).some((needle) => searchText(text).includes(needle));
        expect(highlight(text, query).includes('<mark>')).toBe(found);
      }),
    );
  });
});
