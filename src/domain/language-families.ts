/** Every tag that finds one of `tags`: itself and what it is a kind of, so that `zh` finds `zh-Hans`. Sorted, each once. */
export function languageFamilies(tags: Iterable<string>): readonly string[] {
  const all = new Set<string>();
  for (const tag of tags) {
    const parts = tag.split('-');
    for (let end = 1; end <= parts.length; end++) all.add(parts.slice(0, end).join('-'));
  }
  return [...all].sort();
}
