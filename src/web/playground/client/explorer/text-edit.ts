import { type ASTNode, type Token, TokenKind } from 'graphql';

/** One part of a text, and what stands there instead. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Something new in a document: what it begins with, and what stands in its braces, if it has any. */
export interface Fresh {
  readonly head: string;
  readonly inner: Fresh | null;
}

/** What stands between two brackets, and what separates it where it stands in one line. */
export interface Bracketed {
  readonly items: readonly ASTNode[];
  /** Where the closing bracket stands. */
  readonly close: number;
  readonly separator: ' ' | ', ';
}

const STEP = '  ';

export function edited(text: string, { from, to, text: put }: TextEdit): string {
  return text.slice(0, from) + put + text.slice(to);
}

export function insertion(at: number, text: string): TextEdit {
  return { from: at, to: at, text };
}

/** Where the node stands in the text it was parsed from. */
export function rangeOf(node: ASTNode): {
  readonly start: number;
  readonly end: number;
  readonly first: Token;
  readonly last: Token;
} {
  if (node.loc === undefined) throw new Error('The document was parsed without locations.');
  const { start, end, startToken: first, endToken: last } = node.loc;
  return { start, end, first, last };
}

/** The way the text ends its lines. */
export function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

export function printedInLine({ head, inner }: Fresh): string {
  return inner === null ? head : `${head} { ${printedInLine(inner)} }`;
}

export function printedInLines({ head, inner }: Fresh, indent: string, end: string): string {
  if (inner === null) return indent + head;
  return `${indent}${head} {${end}${printedInLines(inner, indent + STEP, end)}${end}${indent}}`;
}

/** What is in the braces of something that stands at `at` and has none yet. */
export function printedBraces(inner: Fresh, text: string, at: number): string {
  const end = lineEnd(text);
  const indent = indentAt(text, at);
  return ` {${end}${printedInLines(inner, indent + STEP, end)}${end}${indent}}`;
}

/**
 * Puts something last between two brackets: in a line of its own where the closing one has one, so that comments stay
 * with what they were written beside.
 */
export function inserted(text: string, { items, close, separator }: Bracketed, fresh: Fresh): TextEdit {
  const line = lineStart(text, close);
  const first = items[0];
  const last = items.at(-1);
  if (first !== undefined && /^[ \t]*$/.test(text.slice(line, close))) {
    const { start } = rangeOf(first);
    const before = text.slice(lineStart(text, start), start);
    const indent = /^[ \t]*$/.test(before) ? before : text.slice(line, close) + STEP;
    const end = lineEnd(text);
    return insertion(line, printedInLines(fresh, indent, end) + end);
  }
  if (last === undefined) return insertion(close, printedInLine(fresh));
  return insertion(rangeOf(last).end, separator + printedInLine(fresh));
}

/** Takes one of several out of its brackets, with its line where it has one to itself. Comments stay. */
export function removed(text: string, { items }: Bracketed, item: ASTNode): TextEdit {
  const { start, end } = rangeOf(item);
  const line = lineStart(text, start);
  const lead = text.slice(line, start);
  const next = /^[ \t,]*(\r\n|\n|\r|$)/.exec(text.slice(end));
  if (/^[ \t]*$/.test(lead) && next !== null) return { from: line, to: end + next[0].length, text: '' };
  if (item === items[0] || /^[ \t]*$/.test(lead)) {
    const [after = ''] = /^[ \t,]*/.exec(text.slice(end)) ?? [];
    return { from: start, to: end + after.length, text: '' };
  }
  const [before = ''] = /[ \t,]*$/.exec(lead) ?? [];
  return cut(text, start - before.length, end);
}

/** Takes the only one between round brackets away, and the brackets. Comments beside it stay. */
export function removedWithBrackets(text: string, item: ASTNode): TextEdit {
  const { start, end, first, last } = rangeOf(item);
  const open = tokenBefore(first);
  const close = tokenAfter(last);
  if (open === null || close === null) throw new Error('An argument stands between no brackets.');
  const comments: string[] = [];
  for (let token: Token | null = open; token !== null && token !== close; token = token.next) {
    const beside = token.start < start || token.start >= end;
    if (beside && token.kind === TokenKind.COMMENT) comments.push(`#${token.value}${lineEnd(text)}`);
  }
  if (comments.length > 0) return { from: open.start, to: close.end, text: ` ${comments.join('')}` };
  const [before = ''] = /[ \t]*$/.exec(text.slice(0, open.start)) ?? [];
  return cut(text, open.start - before.length, close.end);
}

/** Takes a definition out, with its lines where it has them to itself. */
export function removedDefinition(text: string, node: ASTNode): TextEdit {
  const { start, end } = rangeOf(node);
  const [after = ''] = /^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(end)) ?? [];
  if (after !== '' || text.slice(end).trim() !== '') return { from: start, to: end + after.length, text: '' };
  const [before = ''] = /(?:\r\n|\n|\r)?$/.exec(text.slice(0, start)) ?? [];
  return { from: start - before.length, to: end, text: '' };
}

/** The next token that is no comment. */
export function tokenAfter(token: Token): Token | null {
  let next = token.next;
  while (next !== null && next.kind === TokenKind.COMMENT) next = next.next;
  return next;
}

/** Whether a comment stands within it. */
export function hasComment(node: ASTNode): boolean {
  const { first, end } = rangeOf(node);
  for (let token: Token | null = first; token !== null && token.start < end; token = token.next) {
    if (token.kind === TokenKind.COMMENT) return true;
  }
  return false;
}

function tokenBefore(token: Token): Token | null {
  let before = token.prev;
  while (before !== null && before.kind === TokenKind.COMMENT) before = before.prev;
  return before;
}

// Two names that would become one are kept apart.
function cut(text: string, from: number, to: number): TextEdit {
  const joins = /\w/.test(text.charAt(from - 1)) && /\w/.test(text.charAt(to));
  return { from, to, text: joins ? ' ' : '' };
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

function indentAt(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, at)))?.[0] ?? '';
}
