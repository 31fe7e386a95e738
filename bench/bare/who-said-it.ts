type Text = string | null;
type SourceColumns = readonly [string, string, Text, Text, Text, Text];
type PassageColumns = readonly [number, string, string, string, string, number | null, number | null];
type AssertionColumns = readonly [
  ...[string, string, string, string, Text, string],
  ...[Text, Text, Text, Text],
  ...[string, string, string, string],
  SourceColumns | null,
  readonly PassageColumns[],
];
export type WhoSaidItRow = readonly [string, string, string, string, string, readonly AssertionColumns[]];

/** The answer to "who said it", as the service gives it. */
export function whoSaidIt([row]: readonly WhoSaidItRow[]): object {
  if (row === undefined) return { claim: null };
  const [id, slug, text, language, status, assertions] = row;
  return {
    claim: {
      ...{ id, slug, text, language, status },
      assertions: { edges: assertions.map((columns) => ({ node: assertionOf(columns) })) },
    },
  };
}

function assertionOf(columns: AssertionColumns): object {
  const source = columns[14];
  return {
    id: columns[0],
    stance: columns[1],
    commitment: columns[2],
    directness: columns[3],
    cue: columns[4],
    recordedAt: columns[5],
    saidOn:
      columns[6] === null
        ? null
        : { edtf: columns[6], earliest: columns[7], latest: columns[8], original: columns[9] },
    speaker: {
      id: columns[10],
      kind: columns[11],
      name: columns[12],
      anonymous: columns[13] !== 'NAMED',
    },
    source: source && {
      id: source[0],
      title: source[1],
      url: source[2],
      publishedOn: source[3] === null ? null : { edtf: source[3], earliest: source[4], latest: source[5] },
    },
    passages: [...columns[15]]
      .sort((a, b) => a[0] - b[0])
      .map(([, id, exact, language, rendering, start, end]) => ({
        ...{ id, exact, language, rendering, start, end },
      })),
  };
}
