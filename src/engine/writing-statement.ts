const APART = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`/g;
const WRITING = /(?<![.:$\w])(?:CREATE|MERGE|SET|DELETE|REMOVE|DROP|INSERT|FOREACH|LOAD\s+CSV)\b/i;

/** Whether a Cypher text has a clause that writes; comments, strings, labels, properties and parameters are left out. */
export function writes(text: string): boolean {
  return WRITING.test(text.replace(APART, ' '));
}
