/**
 * What a spreadsheet could take for a formula: =, +, - or @ (their full-width forms too), whatever unseen stands before
 * them, and a tab or a line break at the start. An apostrophe is among them, so that one that is put before can be told
 * from one that was there.
 */
const risky = /^(?:['\t\r\n]|[\s\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]*[=+\-@＝＋－＠])/u;

/**
 * A cell that no spreadsheet calculates: where it could, an apostrophe stands before it. Whoever takes one apostrophe
 * away from the start of each cell that begins with one has the very texts again.
 */
export function inertCell(text: string): string {
  return risky.test(text) ? `'${text}` : text;
}

const quoted = (text: string) => `"${inertCell(text).replaceAll('"', '""')}"`;

/**
 * Rows as CSV (RFC 4180: every cell in quotes, CRLF), led by a byte order mark, by which Excel knows that it is UTF-8.
 * What is not known is an empty cell.
 */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map((cell) => quoted(cell === null ? '' : String(cell))).join(',')}\r\n`).join('')}`;
}
