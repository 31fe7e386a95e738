import { type GraphEdgeKind, stances } from '../domain/vocabulary.ts';
import type { GraphView } from './graph-view.ts';
import type { Messages } from './messages.ts';

const CLAIMS = 12;
const NAMES = 8;

/** The figure in sentences, for whoever does not see it: how much there is, and who holds what on each claim. */
export function summary(view: GraphView, messages: Messages): string {
  if (view.nodes.length === 0) return messages.empty;
  const counts = { CLAIM: 0, SPEAKER: 0, SOURCE: 0, PUBLISHER: 0 };
  for (const { kind } of view.nodes) counts[kind] += 1;
  const claims = view.nodes.filter(({ kind }) => kind === 'CLAIM');
  const holders = new Map<string, Map<GraphEdgeKind, string[]>>();
  for (const { from, to, kind } of view.edges) {
    const byKind = holders.get(to) ?? new Map<GraphEdgeKind, string[]>();
    holders.set(to, byKind);
    byKind.set(kind, [...(byKind.get(kind) ?? []), view.byId.get(from)?.label ?? '']);
  }
  const sentences = claims.slice(0, CLAIMS).map(({ id, label }) => {
    const positions = stances.flatMap((stance) => {
      const names = holders.get(id)?.get(stance) ?? [];
      if (names.length === 0) return [];
      const shown = names.slice(0, NAMES);
      return [messages.position(stance, messages.list(shown, names.length - shown.length))];
    });
    return messages.claim(label, positions);
  });
  const more = claims.length > CLAIMS ? [messages.more(claims.length - CLAIMS)] : [];
  return [messages.counts(counts), ...sentences, ...more].join(messages.between);
}
