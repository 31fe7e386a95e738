import { type Html, markup as html } from '../html.ts';
import type { MapLink, SchemaMap } from './schema-map.ts';

const width = 360;
const box = { width: 164, height: 34, left: 2 };
const row = 46;

/** Records in one column, near to what they are linked with; a bow for each two that are linked, with heads where fields lead. */
export function schemaPicture({ records, links }: SchemaMap, label: string): Html {
  const order = inOrder(
    records.map(({ name }) => name),
    links,
  );
  const bows = bowsOf(order, links);
  const reach = Math.max(1, ...bows.map(({ top, bottom }) => bottom - top));
  // A curve goes three quarters of the way to its control points.
  const step = (((width - box.left - box.width - 4) * 4) / 3 - 16) / reach;
  return html`<svg class="schema" viewBox="0 0 ${width} ${order.length * row}" role="group" aria-label="${label}">
${bows.map((bow) => bowOf(bow, ends(bow, bows), step))}
${order.map(
  (name, at) =>
    html`<a href="#${name}"><rect x="${box.left}" y="${at * row + 6}" width="${box.width}" height="${box.height}" rx="6"/><text x="${box.left + 10}" y="${at * row + 28}">${name}</text></a>`,
)}
</svg>`;
}

interface Bow {
  readonly top: number;
  readonly bottom: number;
  readonly down: boolean;
  readonly up: boolean;
  readonly title: string;
}

/** One for each two records that are linked, whichever way. A record that leads to itself has none: its list says it. */
function bowsOf(order: readonly string[], links: readonly MapLink[]): readonly Bow[] {
  const at = new Map(order.map((name, index) => [name, index]));
  const bows = new Map<string, Bow>();
  for (const { from, to, fields } of links) {
    const [one = 0, other = 0] = [at.get(from), at.get(to)];
    if (one === other) continue;
    const [top, bottom] = one < other ? [one, other] : [other, one];
    const known = bows.get(`${top} ${bottom}`);
    const title = `${from} → ${to}: ${fields.join(', ')}`;
    bows.set(`${top} ${bottom}`, {
      top,
      bottom,
      down: (known?.down ?? false) || one < other,
      up: (known?.up ?? false) || one > other,
      title: known === undefined ? title : `${known.title}\n${title}`,
    });
  }
  return [...bows.values()];
}

/** Where a bow's ends stand at their boxes: longer bows without shorter ones, so that few cross. */
function ends(bow: Bow, bows: readonly Bow[]): readonly [number, number] {
  const port = (box_: number) => {
    const order = bows
      .filter(({ top, bottom }) => top === box_ || bottom === box_)
      .sort((one, other) => lean(one, box_) - lean(other, box_));
    const place = (order.indexOf(bow) + 1) / (order.length + 1);
    return box_ * row + 6 + place * box.height;
  };
  return [port(bow.top), port(bow.bottom)];
}

/** From the longest that leads up to the longest that leads down, the short ones between. */
function lean({ top, bottom }: Bow, at: number): number {
  const length = bottom - top;
  return bottom === at ? length - 1e3 : 1e3 - length;
}

function bowOf(bow: Bow, [from, to]: readonly [number, number], step: number): Html {
  const edge = box.left + box.width;
  const out = edge + 16 + (bow.bottom - bow.top) * step;
  const head = (y: number) => html`<path class="head" d="M${edge + 1} ${y}l7 -4v8z"/>`;
  return html`<g class="bow"><title>${bow.title}</title><path d="M${edge + 2} ${round(from)}C${round(out)} ${round(from)} ${round(out)} ${round(to)} ${edge + 2} ${round(to)}"/>${bow.down ? head(round(to)) : null}${bow.up ? head(round(from)) : null}</g>`;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The names in the order in which linked ones are nearest, as far as swapping two at a time finds it. */
function inOrder(names: readonly string[], links: readonly MapLink[]): readonly string[] {
  let best = [...names].sort();
  const cost = (order: readonly string[]) => {
    const at = new Map(order.map((name, index) => [name, index]));
    return links.reduce((sum, { from, to }) => sum + Math.abs((at.get(from) ?? 0) - (at.get(to) ?? 0)), 0);
  };
  for (let least = cost(best), better = true; better; ) {
    better = false;
    for (let one = 0; one < best.length; one++)
      for (let other = one + 1; other < best.length; other++) {
        const tried = best.with(one, best[other] ?? '').with(other, best[one] ?? '');
        const now = cost(tried);
        if (now < least) [best, least, better] = [tried, now, true];
      }
  }
  return best;
}
