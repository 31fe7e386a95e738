import { z } from 'zod';
import { facetsOf } from '../domain/claim-status.ts';
import type { Draft } from '../domain/state.ts';
import { refreshAssertions } from './assertion-facets.ts';
import { refreshClusters } from './cluster-facets.ts';
import { readerOver } from './graph-store.ts';
import { distinct, type Run } from './run.ts';
import { refreshLineages } from './source-facets.ts';
import { runBatches } from './write-batches.ts';

/** A record that was just written. */
export interface Written {
  readonly draft: Draft;
  /** Whether it was there before. */
  readonly revised: boolean;
}

const lists = z.array(z.array(z.string()));
const strings = z.array(z.string());

async function firstColumn(run: Run, statement: string, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  return distinct((await run(statement, { ids })).map((row) => String(row[0])));
}

async function refreshClaims(run: Run, claimIds: readonly string[]): Promise<void> {
  const step = 500;
  for (let start = 0; start < claimIds.length; start += step) {
    const ids = claimIds.slice(start, start + step);
    const [dossiers, facts] = await Promise.all([
      readerOver(run).dossiers(ids),
      run('facts-of-claims', { ids }),
    ]);
    const found = new Map(facts.map((row) => [String(row[0]), row]));
    const rows = dossiers.flatMap((dossier) => {
      if (!dossier) return [];
      const { assertionCount, ...facets } = facetsOf(dossier);
      const [, topics, speakers, madeIn, readIn] = found.get(dossier.claim.id) ?? [];
      return {
        id: dossier.claim.id,
        properties: {
          ...facets,
          assertionCountKey: String(assertionCount).padStart(9, '0'),
          aboutMembers: distinct(lists.parse(topics ?? []).flat()),
          speakerMembers: distinct(lists.parse(speakers ?? []).flat()),
          sourceIds: distinct([...strings.parse(madeIn ?? []), ...strings.parse(readIn ?? [])]),
        },
      };
    });
    await runBatches(run, 'set-claim-facets', 'rows', rows);
  }
}

async function refreshSpeaking(run: Run, entityIds: readonly string[]): Promise<void> {
  if (entityIds.length === 0) return;
  const rows = await run('members-of-clusters', { ids: entityIds });
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
 * assertions and claims are found by, and each claim's status. Runs in the recording's own transaction.
 */
export async function refreshFacets(run: Run, written: readonly Written[]): Promise<void> {
  const idsOf = (type: Draft['type'], revisedOnly = false): string[] =>
    written
      .filter((one) => one.draft.type === type && (!revisedOnly || one.revised))
      .map((one) => one.draft.id);

  const clustered = await refreshClusters(run, written);
  const movedEntities = distinct([...clustered, ...idsOf('Entity', true)]);
  await refreshLineages(run, idsOf('Source'), movedEntities);

  const revisedRecords = (['Passage', 'SourceVersion', 'Source', 'Claim'] as const).flatMap((type) =>
    idsOf(type, true),
  );
  const touched = await refreshAssertions(run, {
    written: idsOf('Assertion'),
    superseded: written.flatMap(({ draft }) =>
      draft.type === 'Assertion' && draft.state.supersedes !== undefined
        ? [{ id: draft.state.supersedes, successorId: draft.id }]
        : [],
    ),
    found: [
      ...(await firstColumn(run, 'assertions-touching-entities', movedEntities)),
      ...(await firstColumn(run, 'assertions-of-records', revisedRecords)),
      ...written.flatMap(({ draft }) =>
        draft.type === 'IdentityJudgement'
          ? draft.state.between.filter((id) => id.startsWith('Assertion_'))
          : [],
      ),
    ],
  });

  await refreshSpeaking(
    run,
    distinct([
      ...movedEntities,
      ...written.flatMap(({ draft }) => (draft.type === 'Assertion' ? [draft.state.speaker] : [])),
    ]),
  );
  await refreshClaims(
    run,
    distinct([
      ...idsOf('Claim'),
      ...touched,
      ...(await firstColumn(run, 'claims-touching-entities', movedEntities)),
      ...written.flatMap(({ draft }) => {
        if (draft.type === 'Assertion') return [draft.state.claim];
        if (draft.type === 'ClaimRelation') return [draft.state.from, draft.state.to];
        return draft.type === 'Review' ? [draft.state.claim] : [];
      }),
    ]),
  );
}
