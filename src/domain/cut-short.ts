const longest = 80;

/** What came, as a refusal repeats it: no more of it than tells which it was. */
export function cutShort(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).toWellFormed()}…`;
}
