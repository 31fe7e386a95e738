type Text = string | null;
type SaidColumns = readonly [
  ...[string, string, Text, Text, Text, Text],
  ...[string, string, string],
  readonly [string, string] | null,
];
export type SpeakerMonthRow = readonly [string, readonly SaidColumns[]];

/** The answer to "all that a speaker said in a month", as the service gives it. */
export function speakerMonth(id: string, [row]: readonly SpeakerMonthRow[]): object {
  if (row === undefined) return { entity: null };
  const edges = row[1].map((columns) => ({
    node: {
      id: columns[0],
      stance: columns[1],
      saidOn: {
        edtf: columns[2],
        earliest: columns[3],
        latest: columns[4],
        original: columns[5],
      },
      claim: { id: columns[6], slug: columns[7], text: columns[8] },
      source: columns[9] && { id: columns[9][0], title: columns[9][1] },
    },
  }));
  return { entity: { id, name: row[0], assertions: { edges } } };
}
