import { Lexer, Source, type Token, TokenKind } from 'graphql';

/** What may stand between two tokens and means nothing. */
export const gaps = [' ', '\n', '\r\n\t', ', ', ' # so\n', '\n# why, {\n  ', '  ', ''] as const;

/** Lays the same document out in another way: the gaps between its tokens in turn, of which comments are some. */
export function relaid(text: string, between: readonly string[]): string {
  let now = '';
  for (const [at, token] of tokensOf(text).entries()) {
    const written = text.slice(token.start, token.end);
    const gap = at === 0 ? '' : (between[at % between.length] ?? ' ');
    const joins = gap === '' && /[\w."]$/.test(now) && /^[\w."-]/.test(written);
    now += (joins ? ' ' : gap) + written + (token.kind === TokenKind.COMMENT ? '\n' : '');
  }
  return now;
}

function tokensOf(text: string): readonly Token[] {
  const lexer = new Lexer(new Source(text));
  const found: Token[] = [];
  const first = lexer.token;
  while (lexer.advance().kind !== TokenKind.EOF);
  for (let token = first.next; token !== null && token.kind !== TokenKind.EOF; token = token.next)
    found.push(token);
  return found;
}

/** The comments of a document, in their order. */
export function commentsOf(text: string): readonly Token[] {
  return tokensOf(text).filter(({ kind }) => kind === TokenKind.COMMENT);
}
