import type { Rect } from './drawing.ts';
import type { Column, Sizes } from './lane-columns.ts';
import type { LaneModel, Side } from './lane-model.ts';
import { isLabelled } from './lane-model.ts';
import { orderLanes } from './lane-order.ts';
import { placeLanes } from './lane-place.ts';
import type { Messages } from './messages.ts';
import { type NodeContent, nodeContent } from './node-content.ts';
import { edgeLabelWidth } from './text-block.ts';

export const LABEL_HEIGHT = 18;
const ROW = 20;
const PLAIN_ROW = 10;
const GAP = 16;
const PASSAGE = 8;

/** Where lines meet a box: those of one kind share a port, so that a label stands once for all of them. */
interface Port {
  readonly key: string;
  readonly height: number;
  readonly others: string[];
}

/** Every cell of every lane in its place. */
export interface LaneGrid {
  readonly height: number;
  readonly contents: ReadonlyMap<string, NodeContent>;
  /** Where the label of a bus hangs, below its box. */
  readonly tabs: ReadonlyMap<string, Rect>;
  box(id: string): Rect;
  /** The height at which lines of this key meet that side. */
  port(id: string, side: Side, key: string): number;
}

export const linkPort = (kind: string): string => `link ${kind}`;
export const arcPort = (kind: string): string => `arc ${kind}`;

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
    const key = linkPort(edge.kind);
    demand(start, 'right', key, PLAIN_ROW, second);
    demand(chain.at(-1) ?? '', 'left', key, isLabelled(edge.kind) ? ROW : PLAIN_ROW, chain.at(-2) ?? '');
  }
  for (const { kind, lane, from, targets } of model.buses) {
    for (const target of targets) demand(target, model.arcSide(lane), arcPort(kind), PLAIN_ROW, from);
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
  const contents = new Map<string, NodeContent>();
  const boxHeights = new Map<string, number>();
  const heights = new Map<string, number>();
  for (const { id, lane, view } of model.cells.values()) {
    if (!view) continue;
    const content = nodeContent(view, columns[lane]?.width ?? 0, sizes, language, messages);
    contents.set(id, content);
    const own = Math.ceil(Math.max(content.height, demanded(id, 'left'), demanded(id, 'right')));
    boxHeights.set(id, own);
    heights.set(id, own + ROW * model.buses.filter((bus) => bus.from === id).length);
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
  const tabs = new Map<string, Rect>();
  const hung = new Map<string, number>();
  for (const { id, kind, from, lane } of model.buses) {
    const own = box(from);
    const index = hung.get(from) ?? 0;
    hung.set(from, index + 1);
    const width = Math.min(own.width, edgeLabelWidth(messages.edge[kind], sizes.small));
    const x = model.arcSide(lane) === 'left' ? own.x : own.x + own.width - width;
    tabs.set(id, { x, y: own.y + own.height + index * ROW + 1, width, height: LABEL_HEIGHT });
  }
  return {
    height: placed.height,
    contents,
    tabs,
    box,
    port: (id, side, key) => portYs.get(`${side} ${id} ${key}`) ?? middle(id),
  };
}
