import type { GraphEdge } from '../domain/claim-graph.ts';
import { stances } from '../domain/vocabulary.ts';
import { CardWriter } from './card-writer.ts';
import type { Drawing } from './drawing.ts';
import { edgeWords } from './edge-words.ts';
import {
  type GraphView,
  isPassedOn,
  isStance,
  isSymmetric,
  type Tie,
  tieKey,
  type ViewNode,
} from './graph-view.ts';
import { isLabelled } from './lane-model.ts';
import type { LayoutContext } from './layout-context.ts';

const CARD_GAP = 12;

/** For narrow figures: a card for each claim, with its speakers, its sources and its relations to other claims. */
export function cardList(view: GraphView, context: LayoutContext): Drawing {
  const writer = new CardWriter(context, labelsUsed(view, context));
  const outgoing = Map.groupBy(view.edges, ({ from }) => from);
  const incoming = Map.groupBy(view.edges, ({ to }) => to);
  const node = (id: string) => view.byId.get(id);
  const from = (id: string, kind: GraphEdge['kind']) =>
    (outgoing.get(id) ?? []).flatMap((edge) => (edge.kind === kind ? (node(edge.to) ?? []) : []));
  const toward = (id: string, kind: GraphEdge['kind']) =>
    (incoming.get(id) ?? []).flatMap((edge) => (edge.kind === kind ? (node(edge.from) ?? []) : []));
  const relaysShown = new Set<string>();
  const relay = (relaying: ViewNode, relayed: ViewNode) => {
    relaysShown.add(JSON.stringify([relaying.id, relayed.id]));
    writer.labelled({ kind: 'RELAYS' }, relayed);
  };

  const writeSource = (source: ViewNode) => {
    writer.plain(source);
    for (const publisher of from(source.id, 'PUBLISHED_BY')) writer.detail(publisher);
  };

  /**
   * The sources that something was made in, each once. Apart from them, since nothing was made in those: what copies
   * them and what they derive from, each source followed by what it alone derives from.
   */
  const writeSources = (made: readonly ViewNode[]) => {
    const own = new Set(made);
    if (own.size > 0) writer.head(context.messages.sources);
    own.forEach(writeSource);
    const lineage = new Set([...own, ...[...own].flatMap(({ id }) => toward(id, 'DERIVED_FROM'))]);
    let isHeaded = false;
    // A set is walked on to what is added on the way.
    for (const source of lineage) {
      const edges = (outgoing.get(source.id) ?? []).filter(({ kind }) => kind === 'DERIVED_FROM');
      const publishes = !own.has(source) && from(source.id, 'PUBLISHED_BY').length > 0;
      if (edges.length === 0 && !publishes) continue;
      if (!isHeaded) writer.head(context.messages.lineage);
      isHeaded = true;
      if (own.has(source)) writer.plain(source);
      else writeSource(source);
      for (const edge of edges) {
        const origin = node(edge.to);
        if (!origin) continue;
        writer.labelled(edge, origin);
        lineage.add(origin);
      }
    }
  };

  const writeSpeakers = (claim: ViewNode) => {
    const order: readonly GraphEdge['kind'][] = [...stances, 'RELAYS'];
    const held = (incoming.get(claim.id) ?? []).filter((edge) => isStance(edge.kind) || isPassedOn(edge));
    const holders = new Set(held.map((edge) => edge.from));
    const seen = new Set<string>();
    const sources: ViewNode[] = [];
    for (const edge of held.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))) {
      const speaker = node(edge.from);
      if (!speaker) continue;
      writer.labelled(edge, speaker);
      if (seen.has(speaker.id)) continue;
      seen.add(speaker.id);
      // A speaker may pass on someone else's words on another claim; on this card only what is about this one.
      for (const other of from(speaker.id, 'RELAYS')) if (holders.has(other.id)) relay(speaker, other);
      sources.push(...from(speaker.id, 'MADE_IN'));
    }
    return sources;
  };

  const writeRelations = (claim: ViewNode) => {
    for (const edge of outgoing.get(claim.id) ?? []) {
      const other = node(edge.to);
      if (other?.kind === 'CLAIM') writer.labelled(edge, other);
    }
    for (const edge of incoming.get(claim.id) ?? []) {
      const other = node(edge.from);
      if (other?.kind === 'CLAIM') writer.labelled(edge, other, !isSymmetric(edge.kind));
    }
  };

  /** What no claim's card has named, and who passed on whom on no claim that is drawn. */
  const writeOthers = (top: number): number => {
    const pending = view.edges.filter(
      (edge) =>
        edge.kind === 'RELAYS' && !isPassedOn(edge) && !relaysShown.has(JSON.stringify([edge.from, edge.to])),
    );
    const relaying = new Set(pending.map((edge) => edge.from));
    if (relaying.size === 0 && view.nodes.every(({ id }) => writer.drawn.has(id))) return top;
    writer.open(top);
    writer.head(context.messages.others);
    for (const speaker of view.nodes.filter(({ id }) => relaying.has(id))) {
      writer.plain(speaker);
      for (const edge of pending.filter(({ from: start }) => start === speaker.id)) {
        const relayed = node(edge.to);
        if (relayed) relay(speaker, relayed);
      }
    }
    writeSources(view.nodes.filter(({ id, kind }) => kind === 'SOURCE' && !writer.drawn.has(id)));
    for (const other of view.nodes) if (!writer.drawn.has(other.id)) writer.other(other);
    return writer.close(false) + CARD_GAP;
  };

  let y = context.top;
  for (const claim of view.nodes.filter(({ kind }) => kind === 'CLAIM')) {
    writer.open(y);
    writer.headline(claim);
    const bySpeakers = writeSpeakers(claim);
    writeSources([...from(claim.id, 'MADE_IN'), ...bySpeakers]);
    writeRelations(claim);
    y = writer.close(claim.id === view.focus) + CARD_GAP;
  }
  y = writeOthers(y);
  return { layout: 'list', width: context.width, height: y - CARD_GAP, ...writer.drawing() };
}

/** The words that will stand in the label column, so that it is as wide as the widest piece of them and no wider. */
function labelsUsed(view: GraphView, { messages }: LayoutContext): string[] {
  const ties = new Map<string, Tie>(
    view.edges.filter(({ kind }) => isLabelled(kind)).map((edge) => [tieKey(edge), edge]),
  );
  return [...ties.values()].flatMap((tie) => [
    ...edgeWords(tie, messages),
    ...(isStance(tie.kind) ? [] : edgeWords(tie, messages, true)),
  ]);
}
