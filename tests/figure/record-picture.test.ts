import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stances } from '../../src/domain/vocabulary.ts';
import type { Rect } from '../../src/figure/drawing.ts';
import type { RecordCard } from '../../src/figure/record-card.ts';
import { recordLayout, recordPicture } from '../../src/figure/record-picture.ts';
import { textWidth } from '../../src/figure/text-width.ts';
import { readXml } from './xml-reader.ts';

const text = fc.oneof(
  fc.constantFrom(
    'According to the witness: The bridge is shut',
    '据目击者称：桥关闭了',
    'محمد',
    'x'.repeat(200),
  ),
  fc.string({ maxLength: 60 }),
);
const word = fc.constantFrom('Contested', '有争议');
const item = fc.record({
  stance: fc.option(fc.record({ kind: fc.constantFrom(...stances), word })),
  headline: text,
  status: fc.record({ word, tone: fc.constantFrom('denies', 'muted', 'doubts') }),
  marks: fc.array(fc.record({ glyph: fc.constant('warning'), word, tone: fc.constant('doubts') }), {
    maxLength: 1,
  }),
  notes: fc.array(text, { maxLength: 2 }),
});
const cards = fc.record({
  kicker: text,
  title: text,
  marks: fc.array(fc.record({ glyph: fc.constant('machine'), word, tone: fc.constant('text') }), {
    maxLength: 2,
  }),
  notes: fc.array(text, { maxLength: 3 }),
  heading: fc.option(text),
  items: fc.array(item, { maxLength: 6 }),
  isPair: fc.boolean(),
  none: word,
  after: fc.array(text, { maxLength: 2 }),
}) as fc.Arbitrary<RecordCard>;
const options = fc.record({
  width: fc.constantFrom(320, 360, 599, 600, 720, 1280, 2000),
  language: fc.constantFrom('en', 'zh-Hans'),
  theme: fc.constantFrom('auto', 'light', 'dark'),
  title: text,
  foot: fc.array(text, { maxLength: 2 }),
}) as fc.Arbitrary<Parameters<typeof recordPicture>[1]>;

const meet = (a: Rect, b: Rect) =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01;

describe('the picture of a speaker, a source, a contradiction or a search', () => {
  it('has no text over another, none beyond its edges and none under 11 pixels', () => {
    let looked = 0;
    fc.assert(
      fc.property(cards, options, (card, asked) => {
        const { width, height, boxes, panels } = recordLayout(card, asked);
        for (const [index, box] of boxes.entries()) {
          for (const other of boxes.slice(index + 1)) expect(meet(box, other)).toBe(false);
          for (const { text: line, x, baseline, size, bold, rightToLeft, fitted } of box.runs) {
            looked++;
            expect(size).toBeGreaterThanOrEqual(11);
            expect(baseline).toBeLessThanOrEqual(height);
            const wide = fitted ?? textWidth(line, size, bold);
            const [left, right] = rightToLeft ? [x - wide, x] : [x, x + wide];
            expect(left).toBeGreaterThanOrEqual(-0.01);
            expect(right).toBeLessThanOrEqual(width + 0.01);
          }
        }
        expect(panels).toHaveLength(card.items.length);
        for (const { x, y, width: own, height: high } of panels) {
          expect(x + own).toBeLessThanOrEqual(width);
          expect(y + high).toBeLessThanOrEqual(height);
        }
      }),
    );
    expect(looked).toBeGreaterThan(100);
  });

  it('shows two that contradict each other as large as each other, beside each other where there is room', () => {
    const side = (headline: string) =>
      ({
        stance: null,
        headline,
        status: { word: 'Contested', tone: 'denies' },
        marks: [],
        notes: [],
      }) as const;
    const card: RecordCard = {
      ...{
        kicker: '',
        title: 'Contradiction',
        marks: [],
        notes: [],
        heading: null,
        none: '',
        after: ['Why'],
      },
      items: [side('According to one: short'), side(`According to another: ${'a longer one '.repeat(12)}`)],
      isPair: true,
    };
    const at = (width: number) =>
      recordLayout(card, { width, language: 'en', theme: 'auto', title: '', foot: [] }).panels;
    const [left, right] = at(720);
    expect(left).toMatchObject({ y: right?.y, height: right?.height, width: right?.width });
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThan(right?.x ?? 0);
    const [upper, lower] = at(360);
    expect(upper).toMatchObject({ x: lower?.x, width: lower?.width });
    expect((upper?.y ?? 0) + (upper?.height ?? 0)).toBeLessThan(lower?.y ?? 0);
  });

  it('is a document of its own with everything in words, that nothing written breaks', () => {
    fc.assert(
      fc.property(cards, options, (card, asked) => {
        const svg = recordPicture(card, asked);
        expect(() => readXml(svg)).not.toThrow();
        expect(svg).toBe(recordPicture(card, asked));
        expect(svg).toMatch(/<title [^>]*>/);
        for (const { status } of card.items)
          expect(/<desc [^>]*>(.*?)<\/desc>/s.exec(svg)?.[1]).toContain(status.word);
      }),
    );
  });
});
