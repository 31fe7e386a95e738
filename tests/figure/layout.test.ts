import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, Drawing, Path, Point, Rect } from '../../src/figure/drawing.ts';
import { graphView, isUnsettled } from '../../src/figure/graph-view.ts';
import { layout } from '../../src/figure/layout.ts';
import { messagesFor } from '../../src/figure/messages.ts';
import { textWidth } from '../../src/figure/text-width.ts';
import { claimGraphs, wildGraphs } from './arbitrary-graph.ts';

const options = fc.record({
  width: fc.constantFrom(320, 360, 640, 700, 720, 768, 1000, 1280, 2400),
  language: fc.constantFrom('en', 'zh-Hans', 'fr'),
  title: fc.constantFrom(
    'Who said it',
    '谁说的',
    'A title that is long enough to need a second line '.repeat(3),
  ),
});

const meet = (a: Rect, b: Rect) =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01;

function overlaps(rects: readonly Rect[]): [Rect, Rect][] {
  return rects.flatMap((a, index) =>
    rects.slice(index + 1).flatMap((b): [Rect, Rect][] => (meet(a, b) ? [[a, b]] : [])),
  );
}

function samples(path: Path): Point[] {
  let from = path.start;
  return path.curves.flatMap((curve) => {
    const start = from;
    from = curve[2];
    return Array.from({ length: 21 }, (_, step) => {
      const t = step / 20;
      const mix = (axis: 'x' | 'y') =>
        (1 - t) ** 3 * start[axis] +
        3 * (1 - t) ** 2 * t * curve[0][axis] +
        3 * (1 - t) * t ** 2 * curve[1][axis] +
        t ** 3 * curve[2][axis];
      return { x: mix('x'), y: mix('y') };
    });
  });
}

const within = ({ x, y }: Point, box: Rect) =>
  x > box.x + 0.5 && x < box.x + box.width - 0.5 && y > box.y + 0.5 && y < box.y + box.height - 0.5;

function linesThroughBoxes(drawing: Drawing): [Path, Box][] {
  return drawing.paths.flatMap((path) => {
    const points = samples(path);
    return drawing.boxes.flatMap((box): [Path, Box][] =>
      points.some((point) => within(point, box)) ? [[path, box]] : [],
    );
  });
}

function outside(drawing: Drawing): (Rect | Point)[] {
  const rects = [...drawing.boxes, ...drawing.panels].filter(
    ({ x, y, width, height }) => x < 0 || y < 0 || x + width > drawing.width || y + height > drawing.height,
  );
  const points = drawing.paths
    .flatMap(samples)
    .filter(({ x, y }) => x < 0 || y < 0 || x > drawing.width || y > drawing.height);
  return [...rects, ...points];
}

const textBeyondItsBox = (drawing: Drawing) =>
  drawing.boxes.flatMap((box) =>
    box.runs.filter((run) => {
      const wide = textWidth(run.text, run.size, run.bold);
      const left = run.rightToLeft ? run.x - wide : run.x;
      return (
        left < box.x - 0.01 || left + wide > box.x + box.width + 0.01 || run.baseline > box.y + box.height
      );
    }),
  );

for (const [what, graphs] of [
  ['graphs as the service makes them', claimGraphs],
  ['any graph that the types allow', wildGraphs],
] as const) {
  describe(`the layout of ${what}`, () => {
    it('keeps every box clear of every other, and every line clear of every box', () => {
      let drawn = 0;
      fc.assert(
        fc.property(graphs, options, (graph, given) => {
          const drawing = layout(graph, given);
          drawn += drawing.paths.length;
          expect(overlaps(drawing.boxes)).toEqual([]);
          expect(overlaps(drawing.panels)).toEqual([]);
          expect(linesThroughBoxes(drawing)).toEqual([]);
        }),
        { numRuns: 150, seed: 7 },
      );
      expect(drawn).toBeGreaterThan(100);
    });

    it('keeps everything on the canvas and all text inside its box, never below 11 px', () => {
      fc.assert(
        fc.property(graphs, options, (graph, given) => {
          const drawing = layout(graph, given);
          expect(outside(drawing)).toEqual([]);
          expect(textBeyondItsBox(drawing)).toEqual([]);
          expect(
            Math.min(...drawing.boxes.flatMap(({ runs }) => runs.map(({ size }) => size))),
          ).toBeGreaterThanOrEqual(11);
        }),
        { numRuns: 150, seed: 8 },
      );
    });

    it('says in full on every label of what is only proposed or withdrawn that it is', () => {
      let framed = 0;
      fc.assert(
        fc.property(graphs, options, (graph, given) => {
          const { proposed, withdrawn } = messagesFor(given.language);
          const marks = [proposed('').slice(1), withdrawn('').slice(1)];
          const drawing = layout(graph, given);
          for (const { frame, runs } of drawing.boxes) {
            if (frame !== 'UNSETTLED') continue;
            framed += 1;
            // In a column that holds hardly a word even that is cut; the rest tells it by its frame and its line.
            const shown = runs.map(({ text }) => text).join('');
            const told = marks.some((words) => words.every((word) => shown.includes(word)));
            if (!shown.includes('…')) expect(told, shown).toBe(true);
          }
        }),
        { numRuns: 150, seed: 10 },
      );
      expect(framed).toBeGreaterThan(100);
    });

    it('draws every node and, in lanes, every edge', () => {
      let lanes = 0;
      fc.assert(
        fc.property(graphs, options, (graph, given) => {
          const drawing = layout(graph, given);
          const named = new Set(drawing.boxes.flatMap(({ node }) => node ?? []));
          expect(graph.nodes.filter(({ id }) => !named.has(id))).toEqual([]);
          if (drawing.layout === 'list') return;
          lanes += 1;
          const lines = new Set(
            drawing.paths.map(({ from, kind, to, unsettled }) => `${from} ${kind} ${to} ${unsettled}`),
          );
          const { edges } = graphView(graph, given.language, messagesFor(given.language));
          expect(
            edges.filter((edge) => !lines.has(`${edge.from} ${edge.kind} ${edge.to} ${isUnsettled(edge)}`)),
          ).toEqual([]);
        }),
        { numRuns: 150, seed: 9 },
      );
      expect(lanes).toBeGreaterThan(10);
    });
  });
}

describe('the list layout', () => {
  const date = null;
  const node = (kind: 'CLAIM' | 'SPEAKER', key: string) => ({
    id: `${kind}:${key}`,
    kind,
    recordId: key,
    labels: { en: key },
    date,
  });
  const graph = {
    nodes: [node('CLAIM', 'x'), node('CLAIM', 'y'), node('SPEAKER', 'a'), node('SPEAKER', 'b')],
    edges: [
      { from: 'SPEAKER:a', kind: 'AFFIRMS', to: 'CLAIM:x' },
      { from: 'SPEAKER:b', kind: 'DENIES', to: 'CLAIM:x' },
      { from: 'SPEAKER:a', kind: 'RELAYS', to: 'SPEAKER:b' },
      { from: 'SPEAKER:a', kind: 'AFFIRMS', to: 'CLAIM:y' },
      { from: 'CLAIM:y', kind: 'SUPPORTS', to: 'CLAIM:x' },
    ],
    truncated: false,
  } as const;
  const words = layout(graph, { width: 360, language: 'en', title: 't' }).boxes.flatMap(({ runs }) =>
    runs.map(({ text }) => text),
  );

  it('puts under each claim its speakers with the stance in words, and its relations from both ends', () => {
    expect(words).toEqual([
      't',
      'x',
      'affirms',
      'a',
      'relays',
      'b',
      'denies',
      'b',
      'supported by',
      'y',
      'y',
      'affirms',
      'a',
      'supports',
      'x',
    ]);
  });

  it('shows whom a speaker relays only on claims that both have taken a stance on', () => {
    expect(words.filter((word) => word === 'relays')).toHaveLength(1);
  });
});
