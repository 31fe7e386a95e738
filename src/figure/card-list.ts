import type { GraphEdge } from '../domain/claim-graph.ts';
import { stances } from '../domain/vocabulary.ts';
import { CardWriter } from './card-writer.ts';
import type { Drawing } from './drawing.ts';
import { type GraphView, isStance, isSymmetric, type ViewNode } from './graph-view.ts';
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

  const writeSource = (source: ViewNode, listed: Set<string>, derived: boolean) => {
    if (listed.has(source.id)) return;
    listed.add(source.id);
    if (derived) writer.labelled('DERIVED_FROM', source);
    else writer.plain(source);
    for (const publisher of from(source.id, 'PUBLISHED_BY')) writer.detail(publisher, derived);
    for (const origin of from(source.id, 'DERIVED_FROM')) writeSource(origin, listed, true);
  };

  const writeSpeakers = (claim: ViewNode) => {
    const held = (incoming.get(claim.id) ?? []).filter(({ kind }) => isStance(kind));
    const rank = ({ kind }: GraphEdge) => stances.findIndex((stance) => stance === kind);
    const relayed = new Set<string>();
    const sources: ViewNode[] = [];
    for (const edge of held.sort((a, b) => rank(a) - rank(b))) {
      const speaker = node(edge.from);
      if (!speaker) continue;
      writer.labelled(edge.kind, speaker);
      if (relayed.has(speaker.id)) continue;
      relayed.add(speaker.id);
      for (const other of from(speaker.id, 'RELAYS')) writer.labelled('RELAYS', other);
      sources.push(...from(speaker.id, 'MADE_IN'));
    }
    return sources;
  };

  const writeRelations = (claim: ViewNode) => {
    for (const { kind, to } of outgoing.get(claim.id) ?? []) {
      const other = node(to);
      if (other?.kind === 'CLAIM') writer.labelled(kind, other);
    }
    for (const { kind, from: start } of incoming.get(claim.id) ?? []) {
      const other = node(start);
      if (other?.kind === 'CLAIM') writer.labelled(kind, other, !isSymmetric(kind));
    }
  };

  let y = context.top;
  for (const claim of view.nodes.filter(({ kind }) => kind === 'CLAIM')) {
    writer.open(y);
    writer.headline(claim);
    const bySpeakers = writeSpeakers(claim);
    const sources = [...from(claim.id, 'MADE_IN'), ...bySpeakers];
    const listed = new Set<string>();
    if (sources.length > 0) writer.head(context.messages.sources);
    for (const source of sources) writeSource(source, listed, false);
    writeRelations(claim);
    y = writer.close(claim.id === view.focus) + CARD_GAP;
  }
  const others = view.nodes.filter(({ id }) => !writer.drawn.has(id));
  if (others.length > 0) {
    writer.open(y);
    writer.head(context.messages.others);
    for (const other of others) if (!writer.drawn.has(other.id)) writer.other(other);
    y = writer.close(false) + CARD_GAP;
  }
  return { layout: 'list', width: context.width, height: y - CARD_GAP, ...writer.drawing() };
}

/** The words that will stand in the label column, so that it is as wide as the widest and no wider. */
function labelsUsed(view: GraphView, { messages }: LayoutContext): string[] {
  const kinds = new Set(view.edges.map(({ kind }) => kind).filter(isLabelled));
  return [...kinds].flatMap((kind) => [
    messages.edge[kind],
    ...(isStance(kind) ? [] : [messages.reverse[kind] ?? messages.edge[kind]]),
  ]);
}
