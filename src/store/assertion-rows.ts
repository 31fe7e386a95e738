import { z } from 'zod';
import type { OwnColumns, RecordedEntry } from '../domain/bare-assertion.ts';
import type { Assertion, Claim, Entity, SourcedAssertion } from '../domain/model.ts';
import {
  bases,
  commitments,
  directnesses,
  modalities,
  recordMethods,
  stances,
  warningCodes,
} from '../domain/vocabulary.ts';
import { type Columns, jsonRow, type RowReader, rowOf } from './row-reader.ts';
import { claimRow, dateIn, entityRow, placedPassage, placedSource, recordedIn, sourceRow } from './rows.ts';

const text = z.string();

/** A warning as a node keeps it, as JSON. */
export const recordedWarning = z.object({
  code: z.enum(warningCodes),
  message: z.array(z.object({ language: text, text })),
  layerId: text.nullable(),
});

/** Things that stand in an order of their own come with their place in it. */
export function inOrder<Thing>(placed: readonly (readonly [number, Thing])[]): readonly Thing[] {
  return [...placed].sort((a, b) => a[0] - b[0]).map(([, thing]) => thing);
}

export const assertionColumns = jsonRow(
  (columns): OwnColumns => ({
    ...recordedIn(columns),
    type: 'Assertion',
    speakerAsNamed: columns.textOrNull(),
    role: columns.textOrNull(),
    stance: columns.oneOf(stances),
    commitment: columns.oneOf(commitments),
    modality: columns.oneOf(modalities),
    condition: columns.textOrNull(),
    directness: columns.oneOf(directnesses),
    cue: columns.textOrNull(),
    prompt: columns.textOrNull(),
    inResponseToId: columns.textOrNull(),
    basis: columns.oneOf(bases),
    saidOn: dateIn(columns),
    saidIn: columns.textOrNull(),
    attributedToId: columns.textOrNull(),
    copyOfId: columns.textOrNull(),
    copyReason: columns.textOrNull(),
    withdrawalReason: columns.textOrNull(),
    supersedesId: columns.textOrNull(),
    method: columns.oneOf(recordMethods),
    warnings: columns.texts().map((json) => recordedWarning.parse(JSON.parse(json))),
  }),
);

/** See `cypher/fragments/assertion-beside.cypher`. */
const sourcedIn = (columns: Columns, claim: Claim, speaker: Entity): SourcedAssertion => ({
  ...columns.row(assertionColumns),
  claim,
  chain: columns.texts(),
  withdrawnAt: columns.textOrNull(),
  supersededById: columns.textOrNull(),
  speaker,
  onBehalfOf: columns.rowOrNull(entityRow),
  source: columns.rowOrNull(sourceRow),
});

const wholeIn = (columns: Columns, claim: Claim, speaker: Entity): Assertion => ({
  ...sourcedIn(columns, claim, speaker),
  basedOn: inOrder(columns.rows(placedSource)),
  passages: inOrder(columns.rows(placedPassage)),
});

/** See `cypher/fragments/assertion.cypher`. */
export const assertionRow = rowOf(
  (columns): Assertion => wholeIn(columns, columns.row(claimRow), columns.row(entityRow)),
);

/** The row of what a speaker asserts of a claim: see `cypher/fragments/assertion-as-asked.cypher`. */
export function assertionOf(claim: Claim, speaker: Entity, whole: boolean): RowReader<SourcedAssertion> {
  if (whole) return rowOf((columns) => wholeIn(columns, claim, speaker));
  return rowOf((columns) => {
    const assertion = sourcedIn(columns, claim, speaker);
    columns.rows(placedSource);
    columns.rows(placedPassage);
    return assertion;
  });
}

/** See `cypher/fragments/entry.cypher`. */
export const entryRow = rowOf((columns): RecordedEntry => {
  const own = columns.row(assertionColumns);
  return {
    own,
    id: own.id,
    claimId: columns.text(),
    stance: own.stance,
    commitment: own.commitment,
    basis: own.basis,
    method: own.method,
    attributedToId: own.attributedToId,
    chain: columns.texts(),
    copyOfId: own.copyOfId,
    role: own.role,
    sourceId: columns.textOrNull(),
    readInIds: columns.texts(),
    modality: own.modality,
    condition: own.condition,
    saidEdtf: own.saidOn?.edtf ?? null,
    saidEarliest: own.saidOn?.earliest ?? null,
    saidLatest: own.saidOn?.latest ?? null,
    saidOriginal: own.saidOn?.original ?? null,
    saidResolvedAgainst: own.saidOn?.resolvedAgainst ?? null,
    concernsImpossible: columns.flag(),
    recordedAt: own.recordedAt,
    position: own.position,
    withdrawnAt: columns.textOrNull(),
    supersededById: columns.textOrNull(),
    speaker: columns.row(entityRow),
    onBehalfOf: columns.rowOrNull(entityRow),
  };
});
