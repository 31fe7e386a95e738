import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atom, type Feed, type FeedEntry } from '../../src/web/feed/atom.ts';
import { allElements, readXml } from '../figure/xml-reader.ts';
import { hostileTexts } from './hostile-texts.ts';

const entry = (text: string, updated = '2026-01-02T03:04:05.006Z'): FeedEntry => ({
  of: [text],
  title: text,
  updated,
  link: 'https://facts.example/claims/x?a=1&b=2',
  content: text,
});
const feed = (entries: readonly FeedEntry[]): Feed => ({
  of: ['test'],
  title: 'A feed',
  language: 'en',
  self: 'https://facts.example/feed.atom',
  alternate: 'https://facts.example/feed',
  next: null,
  first: null,
  rights: 'Theirs.',
  entries,
  emptyAt: '2026-01-01T00:00:00.000Z',
});
const textsOf = (source: string, name: string) =>
  allElements(readXml(source.replace(/^<\?xml[^>]*\?>\n/, '')))
    .filter((element) => element.name === name)
    .map(({ text }) => text);

describe('a feed', () => {
  it('is XML whatever its texts are, and what XML cannot hold is seen to have been there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [, title = ''] = textsOf(atom(feed([entry(text)])), 'title');
        expect([...title].length).toBe([...text].length);
        expect(title.replaceAll('\ufffd', '')).toBe(
          text.replaceAll(/[\p{Cs}\p{Cc}\ufffd\ufffe\uffff]/gu, (one) => (/[\t\n\r]/.test(one) ? one : '')),
        );
      }),
      { numRuns: 40 },
    );
    expect(textsOf(atom(feed([entry('a\u0000b\ud800c')])), 'title')).toEqual(['A feed', 'a\ufffdb\ufffdc']);
  });

  it('carries hostile texts as texts', () => {
    expect(hostileTexts.length).toBeGreaterThanOrEqual(200);
    const source = atom(feed(hostileTexts.map((text) => entry(text))));
    expect(textsOf(source, 'title').slice(1)).toEqual(hostileTexts);
    expect(textsOf(source, 'content')).toEqual(hostileTexts);
    expect(source).not.toMatch(
      /<(?!\/?(feed|id|title|updated|author|name|rights|generator|link|entry|content|\?xml)\b)/,
    );
    expect(source).not.toMatch(/type="x?html"(?! href)/);
  });

  it('was updated with the last of its entries, which keep their ids', () => {
    const one = atom(feed([entry('a'), entry('b', '2026-02-02T03:04:05.006Z')]));
    expect(textsOf(one, 'updated')[0]).toBe('2026-02-02T03:04:05.006Z');
    const ids = textsOf(one, 'id');
    expect(new Set(ids).size).toBe(3);
    expect(ids[1]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(textsOf(atom(feed([entry('b')])), 'id')[1]).toBe(ids[2]);
    expect(textsOf(atom(feed([])), 'updated')).toEqual(['2026-01-01T00:00:00.000Z']);
  });
});
