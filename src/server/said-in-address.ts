/** What an address says, by name; of those of `several` every value. An empty value says nothing, which is how a form leaves a field out. */
export function saidIn(
  params: URLSearchParams,
  several: ReadonlySet<string>,
): Readonly<Record<string, string | readonly string[] | undefined>> {
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name).filter((value) => value !== '');
      return [name, several.has(name) ? values : values[0]];
    }),
  );
}
