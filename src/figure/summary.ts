import { stances } from '../domain/vocabulary.ts';
import { type GraphView, isProposed, isWithdrawn, type Tie } from './graph-view.ts';
import type { Messages } from './messages.ts';

const CLAIMS = 12;
const NAMES = 8;
const TIES = 8;

/** The figure in sentences, for whoever does not see it: how much there is, who holds what on each claim, what is only proposed, what was withdrawn. */
export function summary(view: GraphView, messages: Messages, relaysBeyond = 0): string {
  if (view.nodes.length === 0) return messages.empty;
  const counts = { CLAIM: 0, SPEAKER: 0, SOURCE: 0, PUBLISHER: 0 };
  for (const { kind } of view.nodes) counts[kind] += 1;
  const claims = view.nodes.filter(({ kind }) => kind === 'CLAIM');
  const holders = new Map<string, Map<string, string[]>>();
  const keyOf = ({ kind, stance }: Pick<Tie, 'kind' | 'stance'>) => JSON.stringify([kind, stance]);
  for (const edge of view.edges) {
    if (isWithdrawn(edge)) continue;
    const { from, to } = edge;
    const byKind = holders.get(to) ?? new Map<string, string[]>();
    holders.set(to, byKind);
    const kind = keyOf(edge);
    byKind.set(kind, [...(byKind.get(kind) ?? []), view.byId.get(from)?.label ?? '']);
  }
  const sentences = claims.slice(0, CLAIMS).map(({ id, label, date, impossible }) => {
    const namesOf = (tie: Pick<Tie, 'kind' | 'stance'>): readonly string[] => {
      const names = holders.get(id)?.get(keyOf(tie)) ?? [];
      const shown = names.slice(0, NAMES);
      return names.length === 0 ? [] : [messages.list(shown, names.length - shown.length)];
    };
    const positions = [
      ...stances.flatMap((stance) =>
        namesOf({ kind: stance }).map((names) => messages.position(stance, names)),
      ),
      ...stances.flatMap((stance) =>
        namesOf({ kind: 'RELAYS', stance }).map((names) => messages.passedOn(stance, names)),
      ),
    ];
    return messages.claim(label, positions, impossible ? date : '');
  });
  const more = claims.length > CLAIMS ? [messages.more(claims.length - CLAIMS)] : [];
  const told = (which: (tie: Tie) => boolean, sentence: Messages['proposals']): readonly string[] => {
    const ties = view.edges
      .filter(which)
      .map(({ from, kind, to }) =>
        messages.tie(view.byId.get(from)?.label ?? '', messages.edge[kind], view.byId.get(to)?.label ?? ''),
      );
    return ties.length > 0 ? [sentence(ties.slice(0, TIES), Math.max(0, ties.length - TIES))] : [];
  };
  return [
    messages.counts(counts),
    ...sentences,
    ...more,
    ...(relaysBeyond > 0 ? [messages.relaysBeyond(relaysBeyond)] : []),
    ...told(isProposed, messages.proposals),
    ...told(isWithdrawn, messages.withdrawals),
  ].join(messages.between);
}
