import type { Rect } from './drawing.ts';
import { edgeWords, labelLines } from './edge-words.ts';
import { type Tie, tieKey } from './graph-view.ts';
import type { Column, Sizes } from './lane-columns.ts';
import type { Bus, LaneModel, Side } from './lane-model.ts';
import { isLabelled } from './lane-model.ts';
import { orderLanes } from './lane-order.ts';
import { placeLanes } from './lane-place.ts';
import type { Messages } from './messages.ts';
import { type NodeContent, nodeContent } from './node-content.ts';
import { edgeLabelHeight, edgeLabelWidth } from './text-block.ts';

const ROW = 20;
/** What lies between a label and the next below its box. */
const TAB_GAP = 2;
const PLAIN_ROW = 10;
const GAP = 16;
const PASSAGE = 8;

/** Where lines meet a box: those of one kind share a port, so that a label stands once for all of them. */
interface Port {
  readonly key: string;
  readonly height: number;
  readonly others: string[];
}

/** The label of a bus, in lines. */
interface Tab extends Rect {
  readonly lines: readonly string[];
}

/** Every cell of every lane in its place. */
export interface LaneGrid {
  readonly height: number;
  readonly contents: ReadonlyMap<string, NodeContent>;
  /** Where the label of a bus hangs, below its box. */
  readonly tabs: ReadonlyMap<string, Tab>;
  box(id: string): Rect;
  /** The height at which lines of this key meet that side. */
  port(id: string, side: Side, key: string): number;
}

export const linkPort = (tie: Tie): string => `link ${tieKey(tie)}`;
export const arcPort = (tie: Tie): string => `arc ${tieKey(tie)}`;

function portsOf(model: LaneModel): Map<string, Port[]> {
  const ports = new Map<string, Port[]>();
  const demand = (id: string, side: Side, key: string, height: number, other: string) => {
    const place = `${side} ${id}`;
    const list = ports.get(place) ?? [];
    ports.set(place, list);
    const port = list.find((candidate) => candidate.key === key);
    if (port) port.others.push(other);
    else list.push({ key, height, others: [other] });
  };
  for (const { edge, chain } of model.links) {
    const [start = '', second = ''] = chain;
    const key = linkPort(edge);
    demand(start, 'right', key, PLAIN_ROW, second);
    demand(chain.at(-1) ?? '', 'left', key, isLabelled(edge.kind) ? ROW : PLAIN_ROW, chain.at(-2) ?? '');
  }
  for (const { tie, lane, from, targets } of model.buses) {
    for (const target of targets) demand(target, model.arcSide(lane), arcPort(tie), PLAIN_ROW, from);
  }
  return ports;
}

/** Measures, orders and places; all that follows only draws. */
export function laneGrid(
  model: LaneModel,
  columns: readonly Column[],
  top: number,
  sizes: Sizes,
  language: string,
  messages: Messages,
): LaneGrid {
  const ports = portsOf(model);
  const demanded = (id: string, side: Side) =>
    (ports.get(`${side} ${id}`) ?? []).reduce((sum, port) => sum + port.height, 4);
  const tabSize = ({ tie, lane }: Bus) => {
    const room = columns[lane]?.width ?? 0;
    const lines = labelLines(edgeWords(tie, messages), sizes.small, room, messages);
    const wide = Math.max(...lines.map((line) => edgeLabelWidth(line, sizes.small)));
    return { lines, width: Math.min(room, wide), height: edgeLabelHeight(lines.length, sizes.small) };
  };
  const contents = new Map<string, NodeContent>();
  const boxHeights = new Map<string, number>();
  const heights = new Map<string, number>();
  for (const { id, lane, view } of model.cells.values()) {
    if (!view) continue;
    const content = nodeContent(view, columns[lane]?.width ?? 0, sizes, language, messages);
    contents.set(id, content);
    const own = Math.ceil(Math.max(content.height, demanded(id, 'left'), demanded(id, 'right')));
    boxHeights.set(id, own);
    const hanging = model.buses.filter((bus) => bus.from === id);
    heights.set(id, own + hanging.reduce((sum, bus) => sum + tabSize(bus).height + TAB_GAP, 0));
  }
  const arcs = model.buses.flatMap(({ from, targets }) => targets.map((to): [string, string] => [from, to]));
  const ordered = orderLanes(model.lanes, model.hops, arcs);
  const placeable = ordered.map((lane) =>
    lane.map((id, index) => {
      const passage =
        !contents.has(id) || (lane[index + 1] !== undefined && !contents.has(lane[index + 1] ?? ''));
      return { id, height: heights.get(id) ?? 2, gap: passage ? PASSAGE : GAP };
    }),
  );
  const placed = placeLanes(placeable, model.hops);
  const box = (id: string): Rect => {
    const column = columns[model.cells.get(id)?.lane ?? 0];
    const { x, width } = column ?? { x: 0, width: 0 };
    return { x, width, y: top + (placed.tops.get(id) ?? 0), height: boxHeights.get(id) ?? 2 };
  };
  const middle = (id: string) => box(id).y + box(id).height / 2;
  const portYs = new Map<string, number>();
  for (const [place, list] of ports) {
    const own = box(place.slice(place.indexOf(' ') + 1));
    const mean = (port: Port) => port.others.reduce((sum, id) => sum + middle(id), 0) / port.others.length;
    const sorted = [...list].sort((a, b) => mean(a) - mean(b));
    let y = own.y + (own.height - sorted.reduce((sum, port) => sum + port.height, 0)) / 2;
    for (const port of sorted) {
      portYs.set(`${place} ${port.key}`, y + port.height / 2);
      y += port.height;
    }
  }
  const tabs = new Map<string, Tab>();
  const hung = new Map<string, number>();
  for (const bus of model.buses) {
    const own = box(bus.from);
    const above = hung.get(bus.from) ?? 0;
    const size = tabSize(bus);
    hung.set(bus.from, above + size.height + TAB_GAP);
    const x = model.arcSide(bus.lane) === 'left' ? own.x : own.x + own.width - size.width;
    tabs.set(bus.id, { ...size, x, y: own.y + own.height + above + 1 });
  }
  return {
    height: placed.height,
    contents,
    tabs,
    box,
    port: (id, side, key) => portYs.get(`${side} ${id} ${key}`) ?? middle(id),
  };
}
