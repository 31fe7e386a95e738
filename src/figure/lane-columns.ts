import type { GraphNodeKind } from '../domain/vocabulary.ts';
import { edgeWord } from './edge-words.ts';
import type { LaneModel } from './lane-model.ts';
import { isLabelled } from './lane-model.ts';
import type { Messages } from './messages.ts';
import { PAD_X } from './node-content.ts';
import { edgeLabelWidth } from './text-block.ts';
import { graphemes, isWide, textWidth } from './text-width.ts';

/** Where a lane's boxes stand, and the gutters beside them. */
export interface Column {
  readonly kind: GraphNodeKind;
  readonly x: number;
  readonly width: number;
  /** Room for labels between the boxes' left edge and the fan of lines that comes from the left. */
  readonly labels: number;
  /** Room for the vertical tracks of arcs, on the side where the lane has them. */
  readonly tracks: number;
}

export interface Sizes {
  readonly text: number;
  readonly small: number;
  readonly title: number;
  readonly margin: number;
}

/** Never below 11 px, since the figure is shown at its own width. */
export function sizesFor(width: number): Sizes {
  const large = width >= 1000;
  return { text: large ? 13 : 12, small: large ? 12 : 11, title: large ? 18 : 16, margin: large ? 20 : 12 };
}

/** How far an arrow stands between a label and the box that it points at. */
export const STUB = 12;
/** Lines without a label have no arrow either, and run straight into the box for a little. */
const UNLABELLED = 5;
const TRACK = 8;
/** A box narrower than this holds no word. */
const NARROWEST_BOX = 48;
/** For a word longer than this no box is made wider than its share. */
const LONGEST_WORD = 96;
const MAX_FAN = 130;
const SHARE: Readonly<Record<GraphNodeKind, number>> = {
  SPEAKER: 1.05,
  CLAIM: 1.9,
  SOURCE: 1.15,
  PUBLISHER: 0.8,
};
const WIDEST: Readonly<Record<GraphNodeKind, number>> = {
  SPEAKER: 220,
  CLAIM: 430,
  SOURCE: 250,
  PUBLISHER: 180,
};

/** How wide a lane's boxes must be for the longest word in them to stand in one line; a wide character is a word by itself. */
function wordRoom(model: LaneModel, lane: number, { text }: Sizes): number {
  const words = (model.lanes[lane] ?? []).flatMap((id) => {
    const view = model.cells.get(id)?.view;
    const runs = graphemes(view?.label ?? '').map((one) => (isWide(one) ? ' ' : one));
    return runs
      .join('')
      .split(/\s+/)
      .map((word) => Math.ceil(textWidth(word, text, view?.kind === 'SPEAKER')) + 2 * PAD_X);
  });
  return Math.max(NARROWEST_BOX, ...words.filter((own) => own <= LONGEST_WORD));
}

/** Gives a lane whose longest word would be cut what it lacks, out of the lanes that have more than theirs need. */
function withRoomForWords(widths: readonly number[], rooms: readonly number[]): readonly number[] {
  const lacking = widths.reduce((sum, own, lane) => sum + Math.max(0, (rooms[lane] ?? 0) - own), 0);
  const spare = widths.map((own, lane) => Math.max(0, own - (rooms[lane] ?? 0)));
  const all = spare.reduce((sum, own) => sum + own, 0);
  if (lacking === 0 || lacking > all) return widths;
  return widths.map((own, lane) =>
    Math.floor(Math.max(own, rooms[lane] ?? 0) - ((spare[lane] ?? 0) * lacking) / all),
  );
}

/**
 * Shares the width out: labels and tracks take what they need, boxes grow up to what reads well, the lines get the
 * rest. Null where that leaves no room for words in the boxes.
 */
export function laneColumns(
  model: LaneModel,
  width: number,
  sizes: Sizes,
  messages: Messages,
): Column[] | null {
  const laneOf = (id: string) => model.cells.get(id)?.lane ?? 0;
  const labels = model.kinds.map((_, lane) => {
    const words = model.links
      .filter(({ edge, chain }) => isLabelled(edge.kind) && laneOf(chain.at(-1) ?? '') === lane)
      .map(({ edge }) => edgeLabelWidth(edgeWord(edge, messages), sizes.small));
    return words.length === 0 ? UNLABELLED : Math.max(...words) + STUB;
  });
  const tracks = model.kinds.map((_, lane) => {
    const count = model.buses.filter((bus) => bus.lane === lane).length;
    return count === 0 ? 0 : Math.min(count * TRACK, width / 24) + STUB;
  });
  const gutters = Math.max(0, model.kinds.length - 1);
  const fixed =
    2 * sizes.margin +
    tracks.reduce((sum, own) => sum + own, 0) +
    labels.slice(1).reduce((sum, own) => sum + own, 0);
  const least = Math.max(24, Math.round(width / 28));
  const forBoxes = Math.max(0, width - fixed - gutters * least);
  const shares = model.kinds.reduce((sum, kind) => sum + SHARE[kind], 0);
  const shared = model.kinds.map((kind) =>
    Math.floor(Math.min(WIDEST[kind], (forBoxes * SHARE[kind]) / shares)),
  );
  if (shared.some((own) => own < NARROWEST_BOX)) return null;
  const widths = withRoomForWords(
    shared,
    model.kinds.map((_, lane) => wordRoom(model, lane, sizes)),
  );
  const rest = width - fixed - widths.reduce((sum, own) => sum + own, 0);
  const fan = gutters === 0 ? 0 : Math.min(MAX_FAN, Math.floor(rest / gutters));

  let x = sizes.margin + Math.floor((rest - fan * gutters) / 2);
  return model.kinds.map((kind, lane) => {
    const [before, after] = model.arcSide(lane) === 'left' ? [tracks[lane] ?? 0, 0] : [0, tracks[lane] ?? 0];
    x += before + (lane === 0 ? 0 : fan + (labels[lane] ?? 0));
    const column = {
      kind,
      x,
      width: widths[lane] ?? 0,
      labels: labels[lane] ?? 0,
      tracks: tracks[lane] ?? 0,
    };
    x += column.width + after;
    return column;
  });
}
