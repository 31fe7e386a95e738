/** `query Name($some: Of!) { what is asked }`, and the fragments below it. */
const shape = /^query (\w+)\(([^)]*)\) \{\n([\s\S]*?)\n\}(\n[\s\S]*)?$/;

const made = new Map<string, string>();

/** The same document, asked of the graph as it stood at `$recorded`: the answer is its `asOf`. */
export function inThePast(query: string): string {
  const known = made.get(query);
  if (known !== undefined) return known;
  const [whole, name, variables, asked, rest = ''] = shape.exec(query) ?? [];
  if (whole === undefined)
    throw new Error(`no document that can be asked of the past: ${query.slice(0, 60)}`);
  const past = `query ${name}AsOf($recorded: DateTime!, ${variables?.trim()}) {
  asOf(recorded: $recorded) {
${asked}
  }
}${rest}`;
  made.set(query, past);
  return past;
}
