type Text = string | null;
export type PageRow = readonly [
  ...[string, string, string, string, string, string],
  ...[Text, Text, Text],
  string,
];

const SIZE = 50;

/** The answer to "a page of claims", as the service gives it. */
export function page(rows: readonly PageRow[]): object {
  return {
    claims: {
      edges: rows.slice(0, SIZE).map((row) => ({
        node: {
          id: row[0],
          slug: row[1],
          text: row[2],
          language: row[3],
          nature: row[4],
          status: row[5],
          concerns: row[6] === null ? null : { edtf: row[6], earliest: row[7], latest: row[8] },
          assertions: { totalCount: Number(row[9]) },
        },
      })),
      pageInfo: { hasNextPage: rows.length > SIZE },
    },
  };
}
