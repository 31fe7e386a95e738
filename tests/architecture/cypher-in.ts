/** Clauses with what follows them in a statement, so that prose and the names of clauses are none. */
const clauses = [
  /\b(?:MATCH|MERGE|CREATE)\s+(?:\w+\s*=\s*)?\(\w*[:){\s]/,
  /\b(?:CREATE|DROP)\s+(?:TEXT |RANGE |FULLTEXT |VECTOR )?(?:INDEX|CONSTRAINT)\b/,
  /\bUNWIND\s+[$\w[(]/,
  /\bDETACH\s+DELETE\b/,
  /\bCALL\s*(?:\(|\{|\w+\.\w+)/,
  /\bRETURN\s+(?:DISTINCT\s+)?\w+(?:\.\w+|\(|\s+AS\b|\s*['"`])/,
  /\bLOAD\s+CSV\b/,
  /\)\s*<?-\[[^\]]*:[A-Z_]+[^\]]*\]->?\s*\(/,
];

/** The pieces of a file that read as Cypher, its comments apart. */
export function cypherIn(text: string): string[] {
  const code = text.replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  return clauses.flatMap((clause) => clause.exec(code)?.[0] ?? []);
}
