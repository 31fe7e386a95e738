import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from '../../src/domain/search-text.ts';
import { html } from '../../src/web/html.ts';
import { marked, unmarked } from '../../src/web/pages/marked.ts';
import { hostileTexts } from './hostile-texts.ts';

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...hostileTexts),
  fc
    .array(
      fc.constantFrom('<mark>', '</mark>', '&lt;', '&amp;lt;', 'a', '训练', '訓', '<', '&', '"', "'", '\n'),
    )
    .map((parts) => parts.join('')),
);
const queries = fc.oneof(
  fc.constantFrom('a', '训练', 'mark', 'script lt', 'window'),
  fc.string({ minLength: 1 }),
);

describe('a highlight on a page', () => {
  it('is written as the API has it, whatever text is marked', () => {
    fc.assert(
      fc.property(texts, queries, (text, query) => {
        const made = highlight(text, query);
        expect(html`${marked(made)}`.toString()).toBe(made);
        expect(unmarked(made)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('lets no markup through but its marks, should a highlight ever have other', () => {
    const page = marked('<mark>a</mark><script>b</script><mark onclick="c">').toString();
    expect(page).toBe('<mark>a</mark>&lt;script&gt;b&lt;/script&gt;&lt;mark onclick=&quot;c&quot;&gt;');
  });
});
