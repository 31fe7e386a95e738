import { z } from 'zod';
import type { Edition } from '../domain/edition.ts';
import { canonicalJson } from '../domain/log.ts';
import type { KeptEdition } from './log-port.ts';
import type { Run } from './run.ts';
import { rowsOfBatches, runBatches } from './write-batches.ts';

const columns = [z.string(), z.string(), z.boolean(), z.string()] as const;
const said = z.record(z.string(), z.string());
const row = z.tuple(columns).transform(
  ([recordId, bundle, own, json]): Edition => ({
    recordId,
    bundle,
    own,
    said: said.parse(JSON.parse(json)),
  }),
);
const pageRow = z
  .tuple([z.string(), ...columns, z.number()])
  .transform(([id, recordId, bundle, own, json, sequence]) => ({
    id,
    edition: { ...row.parse([recordId, bundle, own, json]), sequence },
  }));

const editionsAtOnce = 500;

/** What bundles said last of records, by record; nothing for one whose first state tells it. */
export async function editionsOf(
  run: Run,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Edition[]>> {
  const rows = await rowsOfBatches(run, 'editions-of-records', ids);
  return Map.groupBy(
    rows.map((one) => row.parse(one)),
    ({ recordId }) => recordId,
  );
}

/** Keeps what bundles said last, in the place of what they said before. */
export async function keepEditions(run: Run, editions: readonly KeptEdition[]): Promise<void> {
  const rows = editions.map(({ recordId, bundle, own, said: fields, sequence }) => ({
    id: `${recordId} ${bundle}`,
    properties: { recordId, bundle, own, said: canonicalJson(fields), sequence },
  }));
  await runBatches(run, 'write-editions', 'rows', rows);
}

/** What bundles said last while the log had at most so many activities, in the order of their records. */
export async function* allEditions(run: Run, upTo: number): AsyncGenerator<KeptEdition> {
  for (let after = ''; ; ) {
    const page = (await run('editions', { after, upTo, limit: editionsAtOnce })).map((one) =>
      pageRow.parse(one),
    );
    for (const { edition } of page) yield edition;
    const last = page.at(-1);
    if (last === undefined || page.length < editionsAtOnce) return;
    after = last.id;
  }
}

const stateRow = z.tuple([z.string(), z.string().nullable()]);

/** The payload of the state that each record was recorded with. */
export async function firstStates(run: Run, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = (await rowsOfBatches(run, 'first-states', ids)).map((one) => stateRow.parse(one));
  return new Map(rows.flatMap(([id, payload]) => (payload === null ? [] : [[id, payload] as const])));
}
