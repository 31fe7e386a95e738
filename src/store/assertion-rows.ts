import { z } from 'zod';
import type { DossierEntry } from '../domain/dossier.ts';
import type { Assertion } from '../domain/model.ts';
import {
  bases,
  commitments,
  directnesses,
  modalities,
  recordMethods,
  stances,
  warningCodes,
} from '../domain/vocabulary.ts';
import { jsonRow, rowOf } from './row-reader.ts';
import { claimRow, dateIn, entityRow, placedPassage, placedSource, recordedIn, sourceRow } from './rows.ts';

const text = z.string();

const warning = z.object({
  code: z.enum(warningCodes),
  message: z.array(z.object({ language: text, text })),
  layerId: text.nullable(),
});

/** Things that stand in an order of their own come with their place in it. */
export function inOrder<Thing>(placed: readonly (readonly [number, Thing])[]): readonly Thing[] {
  return [...placed].sort((a, b) => a[0] - b[0]).map(([, thing]) => thing);
}

type OfOtherRecords =
  | 'chain'
  | 'withdrawnAt'
  | 'supersededById'
  | 'claim'
  | 'speaker'
  | 'onBehalfOf'
  | 'source'
  | 'basedOn'
  | 'passages';

export const assertionColumns = jsonRow(
  (columns): Omit<Assertion, OfOtherRecords> => ({
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
    warnings: columns.texts().map((json) => warning.parse(JSON.parse(json))),
  }),
);

/** See `cypher/fragments/assertion.cypher`. */
export const assertionRow = rowOf(
  (columns): Assertion => ({
    ...columns.row(assertionColumns),
    chain: columns.texts(),
    withdrawnAt: columns.textOrNull(),
    supersededById: columns.textOrNull(),
    claim: columns.row(claimRow),
    speaker: columns.row(entityRow),
    onBehalfOf: columns.rowOrNull(entityRow),
    source: columns.rowOrNull(sourceRow),
    basedOn: inOrder(columns.rows(placedSource)),
    passages: inOrder(columns.rows(placedPassage)),
  }),
);

/** See `cypher/fragments/entry.cypher`. */
export const entryRow = rowOf(
  (columns): DossierEntry => ({
    id: columns.text(),
    claimId: columns.text(),
    stance: columns.oneOf(stances),
    commitment: columns.oneOf(commitments),
    basis: columns.oneOf(bases),
    method: columns.oneOf(recordMethods),
    attributedToId: columns.textOrNull(),
    chain: columns.texts(),
    copyOfId: columns.textOrNull(),
    speaker: columns.row(entityRow),
    onBehalfOf: columns.rowOrNull(entityRow),
    role: columns.textOrNull(),
    sourceId: columns.textOrNull(),
    readInIds: columns.texts(),
    modality: columns.oneOf(modalities),
    condition: columns.textOrNull(),
    saidEdtf: columns.textOrNull(),
    saidEarliest: columns.textOrNull(),
    saidLatest: columns.textOrNull(),
    saidOriginal: columns.textOrNull(),
    saidResolvedAgainst: columns.textOrNull(),
    concernsImpossible: columns.flag(),
    recordedAt: columns.text(),
    position: columns.number(),
    withdrawnAt: columns.textOrNull(),
    supersededById: columns.textOrNull(),
  }),
);
