import {
  type Box,
  type Curve,
  type Drawing,
  levelCurve,
  lineTo,
  movedBy,
  type Path,
  type Point,
} from './drawing.ts';
import { edgeWord } from './edge-words.ts';
import { type GraphView, isSymmetric, isUnsettled, tieKey } from './graph-view.ts';
import { arcCurves, assignTracks } from './lane-arcs.ts';
import { type Column, laneColumns, STUB } from './lane-columns.ts';
import { arcPort, type LaneGrid, laneGrid, linkPort } from './lane-grid.ts';
import { isLabelled, type LaneModel, type Link, laneModel } from './lane-model.ts';
import type { LayoutContext } from './layout-context.ts';
import { edgeLabel, edgeLabelHeight, edgeLabelWidth, lineHeight, textBlock } from './text-block.ts';

interface Parts {
  readonly model: LaneModel;
  readonly columns: readonly Column[];
  readonly grid: LaneGrid;
  readonly context: LayoutContext;
}

/** Columns of speakers, claims, sources and publishers, from left to right; null where they find no room. */
export function lanes(view: GraphView, context: LayoutContext): Drawing | null {
  const { width, sizes, language, messages, top } = context;
  const model = laneModel(view);
  const columns = laneColumns(model, width, sizes, messages);
  if (!columns) return null;
  const heads = columns.map(({ kind, x, width: own }): Box => {
    const style = { size: sizes.small, maxLines: 1, language, bold: true, tone: 'muted' as const };
    const block = textBlock(messages.lane[kind], x, top, own, style);
    return { role: 'head', x, y: top, width: own, height: block.height, runs: block.runs, glyphs: [] };
  });
  const start = top + lineHeight(sizes.small) + 8;
  const grid = laneGrid(model, columns, start, sizes, language, messages);
  const parts = { model, columns, grid, context };
  const nodes = view.nodes.map(({ id, kind, label }): Box => {
    const content = grid.contents.get(id);
    const own = grid.box(id);
    const moved = movedBy(content?.runs ?? [], content?.glyphs ?? [], own.x, own.y);
    return {
      ...own,
      role: 'node',
      node: id,
      frame: id === view.focus ? 'FOCUS' : kind,
      full: label,
      ...moved,
    };
  });
  const linked = linkParts(parts);
  const arced = arcParts(parts);
  return {
    layout: 'lanes',
    width,
    height: start + grid.height,
    panels: [],
    boxes: [...heads, ...nodes, ...linked.boxes, ...arced.boxes],
    paths: [...linked.paths, ...arced.paths],
  };
}

/** The run of one link through gutters and gaps, up to its label or, without one, up to the box. */
function linkCurves(
  { model, columns, grid }: Parts,
  link: Link,
  end: Point,
): { start: Point; curves: Curve[] } {
  const key = linkPort(link.edge);
  const [first = ''] = link.chain;
  const right = (id: string) => {
    const own = grid.box(id);
    return { x: own.x + own.width, y: id === first ? grid.port(id, 'right', key) : own.y + own.height / 2 };
  };
  const start = right(first);
  const curves: Curve[] = [];
  let at = start;
  const go = (to: Point) => {
    curves.push(at.y === to.y ? lineTo(at, to) : levelCurve(at, to));
    at = to;
  };
  for (const id of link.chain.slice(1)) {
    const lane = model.cells.get(id)?.lane ?? 0;
    const before = columns[lane - 1];
    const column = columns[lane];
    const last = id === link.chain.at(-1);
    const tracks = before && model.arcSide(lane - 1) === 'right' ? before.tracks : 0;
    go({ x: (before ? before.x + before.width : at.x) + tracks, y: at.y });
    const y = last ? end.y : right(id).y;
    go({ x: (column?.x ?? 0) - (column?.labels ?? 0), y });
    go(last ? end : right(id));
  }
  return { start, curves };
}

/** Links between lanes; those that carry a word share one label for each kind at the box where they arrive. */
function linkParts(parts: Parts): { boxes: Box[]; paths: Path[] } {
  const { model, grid, context } = parts;
  const boxes: Box[] = [];
  const paths: Path[] = [];
  const seen = new Set<string>();
  for (const link of model.links) {
    const { kind, from, to } = link.edge;
    const drawn = { kind, from, to, unsettled: isUnsettled(link.edge) };
    const target = link.chain.at(-1) ?? '';
    const own = grid.box(target);
    const y = grid.port(target, 'left', linkPort(link.edge));
    const word = edgeWord(link.edge, context.messages);
    const wide = isLabelled(kind) ? edgeLabelWidth(word, context.sizes.small) : 0;
    const height = edgeLabelHeight(1, context.sizes.small);
    const label = { x: own.x - STUB - wide, y: y - height / 2, width: wide, height };
    const run = linkCurves(parts, link, { x: wide > 0 ? label.x : own.x, y });
    // A line from right to left shows its arrow where it ends, at the left.
    const arrowAtEnd = !link.reversed && wide === 0 && kind === 'DERIVED_FROM';
    paths.push(
      link.reversed
        ? { ...drawn, arrow: 'left', ...reversedRun(run) }
        : { ...drawn, arrow: arrowAtEnd ? 'right' : 'none', ...run },
    );
    const key = `${tieKey(link.edge)} ${target}`;
    if (wide === 0 || seen.has(key)) continue;
    seen.add(key);
    boxes.push(edgeLabel(link.edge, [word], word, context.language, label, context.sizes.small));
    const start = { x: own.x - STUB, y };
    const curves = [lineTo(start, { x: own.x, y })];
    paths.push({ ...drawn, start, curves, arrow: link.reversed ? 'none' : 'right' });
  }
  return { boxes, paths };
}

function reversedRun(run: { start: Point; curves: Curve[] }): { start: Point; curves: Curve[] } {
  let start = run.start;
  const curves = run.curves.map((curve): Curve => {
    const back: Curve = [curve[1], curve[0], start];
    start = curve[2];
    return back;
  });
  return { start, curves: curves.reverse() };
}

/** Relations within a lane: a label below the box that they start from, and an arc through the gutter. */
function arcParts({ model, columns, grid, context }: Parts): { boxes: Box[]; paths: Path[] } {
  const boxes: Box[] = [];
  const paths: Path[] = [];
  for (const [lane, column] of columns.entries()) {
    const side = model.arcSide(lane);
    const own = model.buses.filter((bus) => bus.lane === lane);
    const edge = side === 'left' ? column.x : column.x + column.width;
    const rows = own.flatMap((bus) => {
      const tab = grid.tabs.get(bus.id);
      return tab ? [{ bus, tab, y: tab.y + tab.height / 2 }] : [];
    });
    const { tracks, count } = assignTracks(
      rows.map(({ bus, y }) => {
        const ends = [y, ...bus.targets.map((id) => grid.port(id, side, arcPort(bus.tie)))];
        return { id: bus.id, top: Math.min(...ends), bottom: Math.max(...ends) };
      }),
    );
    const spacing = count === 0 ? 0 : Math.min(8, (column.tracks - STUB) / count);
    for (const { bus, tab, y } of rows) {
      const { tie, from } = bus;
      const { lines, ...place } = tab;
      const word = edgeWord(tie, context.messages);
      boxes.push(edgeLabel(tie, lines, word, context.language, place, context.sizes.small));
      const away = STUB + (tracks.get(bus.id) ?? 0) * spacing;
      const x = side === 'left' ? edge - away : edge + away;
      const start = { x: edge, y };
      for (const to of bus.targets) {
        const end = { x: edge, y: grid.port(to, side, arcPort(tie)) };
        const arrow = isSymmetric(tie.kind) ? 'dot' : side === 'left' ? 'right' : 'left';
        const drawn = { kind: tie.kind, from, to, unsettled: isUnsettled(tie) };
        paths.push({ ...drawn, start, curves: arcCurves(start, end, x), arrow });
      }
    }
  }
  return { boxes, paths };
}
