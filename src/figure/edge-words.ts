import { isProposed, isWithdrawn, type Tie } from './graph-view.ts';
import type { Messages } from './messages.ts';
import { edgeLabelWidth } from './text-block.ts';

/** What stands on an edge's label, in the pieces that it may be broken into. `back` tells it from the other end. */
export function edgeWords(tie: Tie, messages: Messages, back = false): readonly string[] {
  if (tie.stance !== undefined) {
    const pieces = messages.passesOn(messages.edge[tie.stance]);
    const last = pieces.at(-1) ?? '';
    return isWithdrawn(tie) ? [...pieces.slice(0, -1), ...messages.withdrawn(last)] : pieces;
  }
  const word = (back ? messages.reverse[tie.kind] : undefined) ?? messages.edge[tie.kind];
  if (isWithdrawn(tie)) return messages.withdrawn(word);
  return isProposed(tie) ? messages.proposed(word) : [word];
}

/** The same on one line. */
export function edgeWord(tie: Tie, messages: Messages, back = false): string {
  return edgeWords(tie, messages, back).join(messages.between);
}

/** The pieces on as few lines as a label of that width has room for; a piece that is too wide stands on one of its own. */
export function labelLines(
  pieces: readonly string[],
  size: number,
  width: number,
  messages: Messages,
): readonly string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const joined = last === undefined ? piece : `${last}${messages.between}${piece}`;
    if (last !== undefined && edgeLabelWidth(joined, size) <= width) lines[lines.length - 1] = joined;
    else lines.push(piece);
  }
  return lines;
}
