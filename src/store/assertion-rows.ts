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
import {
  claimRow,
  date,
  entityRow,
  jsonColumns,
  placedPassage,
  recorded,
  sourceRow,
  toDate,
  toRecorded,
} from './rows.ts';

const text = z.string();
const optional = z.string().nullable();
const texts = z.array(z.string());

const warning = z.object({
  code: z.enum(warningCodes),
  message: z.array(z.object({ language: text, text })),
  layerId: optional,
});

/** Things that stand in an order of their own come with their place in it. */
function inOrder<Thing>(placed: readonly (readonly [number, Thing])[]): readonly Thing[] {
  return [...placed].sort((a, b) => a[0] - b[0]).map(([, thing]) => thing);
}

const assertionColumns = z
  .tuple([
    ...recorded,
    optional,
    optional,
    z.enum(stances),
    z.enum(commitments),
    z.enum(modalities),
    optional,
    z.enum(directnesses),
    optional,
    optional,
    optional,
    z.enum(bases),
    ...date,
    optional,
    optional,
    optional,
    optional,
    optional,
    optional,
    z.enum(recordMethods),
    texts,
  ])
  .transform((row) => ({
    type: 'Assertion' as const,
    ...toRecorded(row[0], row[1], row[2], row[3]),
    speakerAsNamed: row[4],
    role: row[5],
    stance: row[6],
    commitment: row[7],
    modality: row[8],
    condition: row[9],
    directness: row[10],
    cue: row[11],
    prompt: row[12],
    inResponseToId: row[13],
    basis: row[14],
    saidOn: toDate([row[15], row[16], row[17], row[18], row[19]]),
    saidIn: row[20],
    attributedToId: row[21],
    copyOfId: row[22],
    copyReason: row[23],
    withdrawalReason: row[24],
    supersedesId: row[25],
    method: row[26],
    warnings: row[27].map((json) => warning.parse(JSON.parse(json))),
  }));

/** See `cypher/fragments/assertion.cypher`. */
export const assertionRow = z
  .tuple([
    jsonColumns(assertionColumns),
    texts,
    optional,
    optional,
    claimRow,
    entityRow,
    entityRow.nullable(),
    sourceRow.nullable(),
    z.array(z.tuple([z.number(), sourceRow])),
    z.array(placedPassage),
  ])
  .transform(
    (row): Assertion => ({
      ...row[0],
      chain: row[1],
      withdrawnAt: row[2],
      supersededById: row[3],
      claim: row[4],
      speaker: row[5],
      onBehalfOf: row[6],
      source: row[7],
      basedOn: inOrder(row[8]),
      passages: inOrder(row[9]),
    }),
  );

/** See `cypher/fragments/entry.cypher`. */
export const entryRow = z
  .tuple([
    text,
    text,
    z.enum(stances),
    z.enum(commitments),
    z.enum(bases),
    z.enum(recordMethods),
    optional,
    texts,
    optional,
    entityRow,
    entityRow.nullable(),
    optional,
    optional,
    texts,
    z.enum(modalities),
    optional,
    ...date,
    text,
    z.number(),
    optional,
    optional,
  ])
  .transform(
    (row): DossierEntry => ({
      id: row[0],
      claimId: row[1],
      stance: row[2],
      commitment: row[3],
      basis: row[4],
      method: row[5],
      attributedToId: row[6],
      chain: row[7],
      copyOfId: row[8],
      speaker: row[9],
      onBehalfOf: row[10],
      role: row[11],
      sourceId: row[12],
      readInIds: row[13],
      modality: row[14],
      condition: row[15],
      saidEdtf: row[16],
      saidEarliest: row[17],
      saidLatest: row[18],
      saidOriginal: row[19],
      saidResolvedAgainst: row[20],
      recordedAt: row[21],
      position: row[22],
      withdrawnAt: row[23],
      supersededById: row[24],
    }),
  );
