import { z } from 'zod';
import type { Entry } from '../domain/state.ts';
import type { ClaimStatus } from '../domain/vocabulary.ts';
import { type ClaimFound, claimFacets } from './claim-facets.ts';
import { refreshClusters } from './cluster-facets.ts';
import { refreshAssertions } from './refresh-assertions.ts';
import { distinct, type Run } from './run.ts';
import { refreshLineages } from './source-facets.ts';
import { rowsOfBatches, runBatches } from './write-batches.ts';
import { idsIn, type Written } from './written.ts';

const strings = z.array(z.string());

async function firstColumn(run: Run, statement: string, ids: readonly string[]): Promise<readonly string[]> {
  return distinct((await rowsOfBatches(run, statement, ids)).map((row) => String(row[0])));
}

/** Whether a claim of that status may have lapsed. */
const mayHaveLapsed = (status: ClaimStatus) => status === 'WITHDRAWN' || status === 'UNSOURCED';

/**
 * Counts claims anew, and after them the claims beside those that may have lapsed, or may have before: what stands against a
 * claim hangs on that, and nothing beyond it does. Answers the ids of all of them.
 */
async function refreshClaims(run: Run, claimIds: readonly string[]): Promise<readonly string[]> {
  const counted = await countClaims(run, claimIds);
  const beside = distinct(
    counted.flatMap(({ beside, formerStatus, properties }) =>
      [formerStatus, properties.status].some(mayHaveLapsed) ? beside : [],
    ),
  );
  await countClaims(run, beside);
  return distinct([...claimIds, ...beside]);
}

async function countClaims(run: Run, claimIds: readonly string[]): Promise<readonly ClaimFound[]> {
  const counted: ClaimFound[] = [];
  const step = 500;
  for (let start = 0; start < claimIds.length; start += step) {
    const rows = await claimFacets(run, claimIds.slice(start, start + step));
    await runBatches(
      run,
      'set-claim-facets',
      'rows',
      rows.map(({ id, properties }) => ({ id, properties: { ...properties } })),
    );
    counted.push(...rows);
  }
  return counted;
}

async function refreshSpeaking(run: Run, entityIds: readonly string[]): Promise<void> {
  if (entityIds.length === 0) return;
  const rows = await rowsOfBatches(run, 'members-of-clusters', entityIds);
  const ids = distinct(rows.flatMap((row) => strings.parse(row[1])));
  const speaking = new Set(await firstColumn(run, 'speaking-of-entities', ids));
  await runBatches(
    run,
    'set-entity-facets',
    'rows',
    ids.map((id) => ({ id, properties: { speaks: speaking.has(id) } })),
  );
}

/**
 * Counts anew what lists filter and order by, for all that a recording touched: clusters, lineages of sources, what
 * assertions and claims are found by, and each claim's status. Runs in the recording's own transaction. Answers the ids
 * of the claims whose counts it touched.
 * @param gone what was taken out of this view, as it was
 */
export async function refreshFacets(
  run: Run,
  written: readonly Written[],
  gone: readonly Entry[] = [],
): Promise<readonly string[]> {
  const idsOf = (type: Entry['type'], only?: 'NEW' | 'REVISED'): string[] =>
    written
      .filter(({ entry }) => entry.type === type)
      .filter(({ before }) => only === undefined || (only === 'NEW') === (before === null))
      .map(({ entry }) => entry.id);

  const left = gone.map((entry) => ({ entry, before: null }));
  const clustered = await refreshClusters(run, [...written, ...left]);
  const movedEntities = distinct([...clustered, ...idsOf('Entity', 'REVISED')]);
  await refreshLineages(run, idsOf('Source'), movedEntities);

  const revisedRecords = (['Passage', 'SourceVersion', 'Source', 'Claim'] as const).flatMap((type) =>
    idsOf(type, 'REVISED'),
  );
  const touched = await refreshAssertions(run, {
    added: idsOf('Assertion', 'NEW'),
    revised: idsOf('Assertion', 'REVISED'),
    superseded: [...written, ...left].flatMap(({ entry, before }) =>
      entry.type === 'Assertion' ? [...idsIn(entry.state.supersedes), ...idsIn(before?.['supersedes'])] : [],
    ),
    found: [
      ...(await firstColumn(run, 'assertions-touching-entities', movedEntities)),
      ...(await firstColumn(run, 'assertions-of-records', revisedRecords)),
      ...[...written, ...left].flatMap(({ entry, before }) =>
        entry.type === 'IdentityJudgement'
          ? [...entry.state.between, ...idsIn(before?.['between'])].filter((id) =>
              id.startsWith('Assertion_'),
            )
          : [],
      ),
    ],
  });

  const silenced = gone.flatMap((entry) => (entry.type === 'Assertion' ? [entry.state.speaker] : []));
  await refreshSpeaking(run, distinct([...movedEntities, ...touched.speakerIds, ...silenced]));
  const claimIds = distinct([
    ...idsOf('Claim'),
    ...touched.claimIds,
    ...(await firstColumn(run, 'claims-touching-entities', movedEntities)),
    ...gone.flatMap((entry) => (entry.type === 'Assertion' ? [entry.state.claim] : [])),
    ...[...written, ...left].flatMap(({ entry, before }) => {
      if (entry.type === 'ClaimRelation')
        return [entry.state.from, entry.state.to, ...idsIn(before?.['from']), ...idsIn(before?.['to'])];
      return entry.type === 'Review' ? [entry.state.claim, ...idsIn(before?.['claim'])] : [];
    }),
  ]);
  return refreshClaims(run, claimIds);
}
