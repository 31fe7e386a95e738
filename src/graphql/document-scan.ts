import { Lexer, Source, TokenKind } from 'graphql';

/** What a document is made of, as its tokens tell before anything is made of them. */
export interface DocumentScan {
  readonly tokens: number;
  /** How deep brackets of any kind are nested. */
  readonly brackets: number;
  readonly aliases: number;
  readonly directives: number;
  /** The most directives at one place. */
  readonly directivesHere: number;
  readonly fragments: number;
  /** Spreads of fragments, and inline fragments. */
  readonly spreads: number;
}

/**
 * Reads a document's tokens once, in time that grows with its length alone. The parser calls itself for each bracket
 * and validation compares fields with fields, so both come after this. Where the text stops being GraphQL the scan
 * ends, and the parser says what is wrong.
 */
export function scanDocument(text: string): DocumentScan {
  const lexer = new Lexer(new Source(text));
  const scan = {
    tokens: 0,
    brackets: 0,
    aliases: 0,
    directives: 0,
    directivesHere: 0,
    fragments: 0,
    spreads: 0,
  };
  let open = 0;
  let parens = 0;
  let here = 0;
  let before: string = TokenKind.SOF;
  for (;;) {
    const token = nextToken(lexer);
    if (token === null || token.kind === TokenKind.EOF) return scan;
    scan.tokens++;
    switch (token.kind) {
      case TokenKind.PAREN_L:
        parens++;
        scan.brackets = Math.max(scan.brackets, ++open);
        break;
      case TokenKind.BRACE_L:
      case TokenKind.BRACKET_L:
        scan.brackets = Math.max(scan.brackets, ++open);
        break;
      case TokenKind.PAREN_R:
        parens--;
        open--;
        break;
      case TokenKind.BRACE_R:
      case TokenKind.BRACKET_R:
        open--;
        break;
      case TokenKind.AT:
        scan.directives++;
        scan.directivesHere = Math.max(scan.directivesHere, ++here);
        break;
      case TokenKind.SPREAD:
        scan.spreads++;
        break;
      case TokenKind.COLON:
        // Within parentheses a colon stands before a value or a type.
        if (parens === 0) scan.aliases++;
        break;
      case TokenKind.NAME:
        if (open === 0 && token.value === 'fragment') scan.fragments++;
    }
    const within = parens > 0 || token.kind === TokenKind.PAREN_R || token.kind === TokenKind.AT;
    if (!within && before !== TokenKind.AT) here = 0;
    before = token.kind;
  }
}

function nextToken(lexer: Lexer) {
  try {
    return lexer.advance();
  } catch {
    // No GraphQL from here on: the parser comes to the same place and says so.
    return null;
  }
}
