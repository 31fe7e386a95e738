/** A number of things in English words: "1 claim", "2 activities". */
export function counted(count: number, one: string): string {
  if (count === 1) return `1 ${one}`;
  return `${count} ${one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s`}`;
}
