import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimGraph } from '../../src/domain/claim-graph.ts';
import { figure } from '../../src/figure/figure.ts';
import { cleanText } from '../../src/figure/xml.ts';
import { claimGraphs, wildGraphs } from './arbitrary-graph.ts';
import { allElements, readXml } from './xml-reader.ts';

const ELEMENTS = ['svg', 'title', 'desc', 'style', 'rect', 'g', 'path', 'circle', 'text'];
const ATTRIBUTES =
  /^(xmlns|id|class|lang|xml:lang|role|aria-labelledby|viewBox|width|height|x|y|rx|cx|cy|r|d|fill|stroke-[a-z]+|font-(size|weight)|direction|transform|textLength|lengthAdjust)$/;
const empty: ClaimGraph = { nodes: [], edges: [], truncated: false };
const one: ClaimGraph = {
  nodes: [
    {
      id: 'CLAIM:x',
      kind: 'CLAIM',
      recordId: 'x',
      labels: { en: 'According to Grok: it rained' },
      date: null,
    },
    { id: 'SPEAKER:g', kind: 'SPEAKER', recordId: 'g', labels: { en: 'Grok' }, date: null, machine: true },
    {
      id: 'SPEAKER:u',
      kind: 'SPEAKER',
      recordId: 'u',
      labels: { en: 'an X user' },
      date: null,
      anonymous: true,
    },
  ],
  edges: [
    { from: 'SPEAKER:g', to: 'CLAIM:x', kind: 'AFFIRMS' },
    { from: 'SPEAKER:u', to: 'CLAIM:x', kind: 'DENIES' },
  ],
  truncated: false,
};
const texts = (svg: string) =>
  allElements(readXml(svg))
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text);

describe('figure', () => {
  it('is well-formed, of known elements and attributes only, whatever the labels hold', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.oneof(claimGraphs, wildGraphs),
        fc.constantFrom(320, 720, 1280),
        fc.string({ unit: 'binary' }),
        (graph, width, title) => {
          const svg = figure(graph, { language: 'en', title, width, description: title, asOf: title });
          for (const element of allElements(readXml(svg))) {
            read += 1;
            expect(ELEMENTS).toContain(element.name);
            for (const name of Object.keys(element.attributes)) expect(name).toMatch(ATTRIBUTES);
          }
          expect(readXml(svg).children[0]?.text).toBe(cleanText(title));
          expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/(href|src)\s*=|url\(|@import/);
        },
      ),
      { numRuns: 60, seed: 3 },
    );
    expect(read).toBeGreaterThan(1000);
  });

  it('gives the same bytes for the same graph and options', () => {
    fc.assert(
      fc.property(claimGraphs, (graph) => {
        const given = { language: 'zh-Hans', title: 't', width: 720 };
        expect(figure(structuredClone(graph), given)).toBe(figure(graph, given));
      }),
      { numRuns: 30, seed: 4 },
    );
  });

  it('says its width and height in pixels and as its view box, so that text is shown at its size', () => {
    const { attributes } = readXml(figure(one, { language: 'en', title: 't', width: 800 }));
    expect(attributes).toMatchObject({
      width: '800',
      role: 'img',
      viewBox: `0 0 800 ${attributes['height']}`,
    });
  });

  it.each([
    [undefined, '720'],
    [Number.NaN, '720'],
    [100, '320'],
    [-5, '320'],
    [1e9, '4096'],
  ])('given the width %s is drawn %s wide', (width, drawn) => {
    const svg = figure(one, { language: 'en', title: 't', ...(width === undefined ? {} : { width }) });
    expect(readXml(svg).attributes['width']).toBe(drawn);
  });

  it('names itself by title and description, and tells there who holds what', () => {
    const svg = readXml(figure(one, { language: 'en', title: 'Rain', description: 'Drawn for a test.' }));
    const [title, desc] = svg.children;
    expect(svg.attributes['aria-labelledby']).toBe(`${title?.attributes['id']} ${desc?.attributes['id']}`);
    expect(title?.text).toBe('Rain');
    expect(desc?.text).toBe(
      'Drawn for a test. 2 speakers, 1 claim. “According to Grok: it rained”: affirmed by Grok; denied by an X user.',
    );
  });

  it('tells it in Chinese for any zh tag', () => {
    const [, desc] = readXml(figure(one, { language: 'zh-Hant-TW', title: '雨' })).children;
    expect(desc?.text).toBe('2个发言者，1项主张。“According to Grok: it rained”：Grok肯定；an X user否认。');
  });

  it('says of machines and of unnamed speakers that they are', () => {
    expect(texts(figure(one, { language: 'en', title: 't' }))).toEqual(
      expect.arrayContaining(['machine', 'unnamed']),
    );
    expect(texts(figure(one, { language: 'zh-Hans', title: 't', width: 400 }))).toEqual(
      expect.arrayContaining(['机器', '未具名']),
    );
  });

  it('draws an empty graph as a small figure that says so', () => {
    const svg = readXml(figure(empty, { language: 'en', title: 'Rain' }));
    expect(allElements(svg).flatMap(({ name, text }) => (name === 'text' ? text : []))).toEqual([
      'Rain',
      'Nothing is recorded here yet.',
    ]);
    expect(Number(svg.attributes['height'])).toBeLessThan(120);
  });

  it('says on its face that more is not shown, and as of when it is', () => {
    const shown = texts(
      figure({ ...one, truncated: true }, { language: 'en', title: 't', asOf: '2023-12-18' }),
    );
    expect(shown.slice(-2)).toEqual(['… more not shown', 'As of 2023-12-18']);
  });

  it('keeps its ids and style rules to itself, so that several stand in one page', () => {
    const drawn = ['Rain', 'Sun'].map((title) => figure(one, { language: 'en', title }));
    const ids = drawn.flatMap((svg) =>
      allElements(readXml(svg)).flatMap(({ attributes }) => attributes['id'] ?? []),
    );
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
    for (const svg of drawn) {
      const style = allElements(readXml(svg)).find(({ name }) => name === 'style')?.text ?? '';
      const rules = style
        .trim()
        .split('\n')
        .filter((rule) => !rule.startsWith('@media'));
      expect(rules.length).toBeGreaterThan(20);
      expect(rules.filter((rule) => !rule.startsWith(`#${ids[svg === drawn[0] ? 0 : 3]}`))).toEqual([]);
    }
  });

  it('follows the reader’s colours unless told which', () => {
    expect(figure(one, { language: 'en', title: 't' })).toContain(
      '@media screen and (prefers-color-scheme:dark)',
    );
    expect(figure(one, { language: 'en', title: 't', theme: 'dark' })).not.toContain('@media');
    expect(figure(one, { language: 'en', title: 't', theme: 'light' })).not.toContain('@media');
  });

  it('tells stances apart by word, glyph and stroke, not by colour alone', () => {
    const svg = readXml(figure(one, { language: 'en', title: 't' }));
    const paths = allElements(svg).filter(({ name }) => name === 'path');
    const strokes = (tone: string) => paths.filter(({ attributes }) => attributes['class'] === `s-${tone}`);
    expect(texts(figure(one, { language: 'en', title: 't' }))).toEqual(
      expect.arrayContaining(['affirms', 'denies']),
    );
    expect(strokes('affirms').some(({ attributes }) => 'stroke-dasharray' in attributes)).toBe(false);
    expect(strokes('denies').some(({ attributes }) => 'stroke-dasharray' in attributes)).toBe(true);
    const glyphs = (tone: string) =>
      strokes(tone).flatMap(({ attributes }) => ('transform' in attributes ? attributes['d'] : []));
    expect(glyphs('affirms')).not.toEqual(glyphs('denies'));
  });

  const proposed = (status: 'PROPOSED' | 'CONFIRMED', dateImpossible: boolean): ClaimGraph => {
    const date = { edtf: '2019', earliest: null, latest: null, original: null, resolvedAgainst: null };
    const source = (key: string) => ({
      id: `SOURCE:${key}`,
      kind: 'SOURCE' as const,
      recordId: key,
      labels: { en: key },
      date: null,
    });
    const nodes = one.nodes.map((own) => (own.kind === 'CLAIM' ? { ...own, date, dateImpossible } : own));
    return {
      nodes: [...nodes, source('copy'), source('original')],
      edges: [
        ...one.edges,
        { from: 'CLAIM:x', to: 'SOURCE:copy', kind: 'MADE_IN' },
        { from: 'SOURCE:copy', to: 'SOURCE:original', kind: 'DERIVED_FROM', status },
      ],
      truncated: false,
    };
  };

  it.each([
    ['en', 1280, 'derived from, proposed'],
    ['en', 360, 'derived from,|proposed'],
    ['zh-Hans', 1280, '源自（提议，未确认）'],
    ['zh-Hans', 360, '源自|（提议，|未确认）'],
  ])('tells what is only proposed by words, frame, line and key: %s, %i pixels', (language, width, words) => {
    const drawn = (status: 'PROPOSED' | 'CONFIRMED') =>
      figure(proposed(status, false), { language, title: 't', width });
    const dashed = (svg: string) =>
      allElements(readXml(svg)).flatMap(({ name, attributes }) =>
        attributes['stroke-dasharray'] === '4 3' ? name : [],
      );
    const svg = drawn('PROPOSED');
    expect(texts(svg).join('|')).toContain(words);
    expect(texts(svg).at(-1)).toMatch(/^(Framed in dashes: proposed|虚线框：提议)/);
    expect(dashed(svg)).toEqual(width === 360 ? ['rect'] : ['path', 'rect']);
    expect(readXml(svg).children[1]?.text).toMatch(
      /Proposed, confirmed by nobody: “copy” derived from “original”\.$|提议，未确认：“copy”源自“original”。$/,
    );
    expect(dashed(drawn('CONFIRMED'))).toEqual([]);
    expect(drawn('CONFIRMED')).not.toMatch(/[Pp]roposed|提议/);
  });

  it.each([
    [
      'en',
      'affirms, withdrawn',
      'Framed in dashes: withdrawn, kept for what rests on it.',
      'Withdrawn, kept for',
    ],
    ['zh-Hans', '肯定（已撤回）', '虚线框：已撤回，因仍有记录以其为据而保留。', '已撤回，因仍有'],
  ])(
    'tells what was withdrawn, and counts nobody among those who hold it: %s',
    (language, words, key, summed) => {
      const graph = {
        ...one,
        edges: one.edges.map((edge) => (edge.kind === 'AFFIRMS' ? { ...edge, withdrawn: true } : edge)),
      };
      expect(graph.edges.filter(({ kind }) => kind === 'AFFIRMS')).not.toEqual([]);
      const svg = figure(graph, { language, title: 't', width: 1280 });
      expect(texts(svg).join('|')).toContain(words);
      expect(texts(svg)).toContain(key);
      const description = readXml(svg).children[1]?.text ?? '';
      expect(description).toContain(summed);
      expect(description).not.toMatch(/affirmed by|(?<!“)肯定；/);
    },
  );

  it.each([
    ['en', '2019, as written; cannot be true', '2019'],
    ['zh-Hans', '2019年，原文如此，不可能属实', '2019年'],
  ])(
    'says of a date that cannot be true that it cannot, on its card and in its summary: %s',
    (language, said, plain) => {
      for (const width of [360, 1280]) {
        const drawn = (impossible: boolean) =>
          figure(proposed('CONFIRMED', impossible), { language, title: 't', width });
        expect(texts(drawn(true))).toContain(said);
        expect(texts(drawn(true))).not.toContain(plain);
        expect(readXml(drawn(true)).children[1]?.text).toContain(said);
        expect(texts(drawn(false))).toContain(plain);
        expect(texts(drawn(false))).not.toContain(said);
      }
    },
  );

  it('draws 300 nodes within 300 ms', () => {
    const kinds = ['SPEAKER', 'SPEAKER', 'CLAIM', 'SOURCE', 'PUBLISHER'] as const;
    const nodes = Array.from({ length: 300 }, (_, index) => {
      const kind = kinds[index % 5] ?? 'CLAIM';
      return {
        id: `${kind}:${index}`,
        kind,
        recordId: String(index),
        labels: { en: `node 字节跳动 ${index} `.repeat(4) },
        date: null,
      };
    });
    const edges = nodes.flatMap(({ id, kind }, index) => {
      const to = nodes[(index * 37 + (kind === 'SPEAKER' ? 2 - (index % 5) : 1)) % 300];
      const edge = {
        SPEAKER: 'AFFIRMS',
        CLAIM: 'MADE_IN',
        SOURCE: 'PUBLISHED_BY',
        PUBLISHER: 'RELAYS',
      } as const;
      return to ? [{ from: id, to: to.id, kind: edge[kind] }] : [];
    });
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      figure({ nodes, edges, truncated: false }, { language: 'en', title: 't' });
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(300);
  });
});
