import { z } from 'zod';
import type { EdtfDate } from '../domain/edtf-date.ts';
import type { Claim, Entity, Localized, Passage, Recorded, Source, SourceVersion } from '../domain/model.ts';
import {
  anonymities,
  claimNatures,
  claimStatuses,
  derivationKinds,
  entityKinds,
  nameKinds,
  recordMethods,
  relationStatuses,
  renderings,
  sourceAccesses,
  sourceKinds,
  verificationStates,
} from '../domain/vocabulary.ts';

/**
 * Rows as the fragments of `cypher/fragments` give them, parsed to domain objects. The order of the columns here
 * and there is one and the same; the contract suite runs every statement through these on both engines.
 */

export const text = z.string();
export const optional = z.string().nullable();
export const texts = z.array(z.string());
export const recorded = [text, text, z.number(), z.number()] as const;
export const date = [optional, optional, optional, optional, optional] as const;

type DateColumns = readonly [string | null, string | null, string | null, string | null, string | null];

export function toDate([edtf, earliest, latest, original, resolvedAgainst]: DateColumns): EdtfDate | null {
  return edtf === null ? null : { edtf, earliest, latest, original, resolvedAgainst };
}

/** The columns that a node keeps as one text of JSON (see `columns.ts`). */
export function jsonColumns<Thing>(columns: z.ZodType<Thing>) {
  return z.string().transform((json) => columns.parse(JSON.parse(json)));
}

export function toLocalized(languages: readonly string[], values: readonly string[]): Localized {
  return values.map((value, index) => ({ language: languages[index] ?? '', text: value }));
}

export function toRecorded(id: string, recordedAt: string, position: number, version: number): Recorded {
  return { id, recordedAt, position, version };
}

const entityColumns = z
  .tuple([
    ...recorded,
    text,
    z.enum(entityKinds),
    texts,
    texts,
    z.array(z.enum(nameKinds)),
    texts,
    texts,
    z.enum(anonymities),
    optional,
    optional,
  ])
  .transform(
    (row): Omit<Entity, 'clusterId'> => ({
      type: 'Entity',
      ...toRecorded(row[0], row[1], row[2], row[3]),
      slug: row[4],
      kind: row[5],
      names: row[6].map((name, index) => ({
        text: name,
        language: row[7][index] || null,
        kind: row[8][index] ?? 'NAME',
      })),
      description: toLocalized(row[9], row[10]),
      anonymity: row[11],
      wikidata: row[12],
      sourceId: row[13],
    }),
  );
export const entityRow = z
  .tuple([jsonColumns(entityColumns), text])
  .transform(([columns, clusterId]): Entity => ({ ...columns, clusterId }));

const derivation = z.object({
  kind: z.enum(derivationKinds),
  fromId: text,
  status: z.enum(relationStatuses),
  reason: z.array(z.object({ language: text, text })),
  method: z.enum(recordMethods),
});

const sourceColumns = z
  .tuple([
    ...recorded,
    text,
    z.enum(sourceKinds),
    texts,
    texts,
    optional,
    optional,
    texts,
    ...date,
    ...date,
    optional,
    z.boolean(),
    z.enum(sourceAccesses),
    texts,
    optional,
  ])
  .transform(
    (row): Source => ({
      type: 'Source',
      ...toRecorded(row[0], row[1], row[2], row[3]),
      slug: row[4],
      kind: row[5],
      title: toLocalized(row[6], row[7]),
      url: row[8],
      publisherId: row[9],
      authorIds: row[10],
      publishedOn: toDate([row[11], row[12], row[13], row[14], row[15]]),
      inForce: toDate([row[16], row[17], row[18], row[19], row[20]]),
      language: row[21],
      seen: row[22],
      access: row[23],
      derivedFrom: row[24].map((json) => derivation.parse(JSON.parse(json))),
      disclaimerId: row[25],
    }),
  );
export const sourceRow = jsonColumns(sourceColumns);

const versionColumns = z
  .tuple([...recorded, text, text, optional, optional, optional, z.number().nullable()])
  .transform(
    ([
      id,
      at,
      position,
      version,
      sourceId,
      sha256,
      retrievedAt,
      retrievedFrom,
      archivedAt,
      length,
    ]): SourceVersion => ({
      type: 'SourceVersion',
      ...toRecorded(id, at, position, version),
      sourceId,
      sha256,
      retrievedAt,
      retrievedFrom,
      archivedAt,
      length,
    }),
  );

export const versionRow = jsonColumns(versionColumns);

const passageColumns = z.tuple([
  ...recorded,
  text,
  optional,
  optional,
  z.number().nullable(),
  z.number().nullable(),
  text,
  z.enum(renderings),
  texts,
  texts,
  z.enum(verificationStates),
  optional,
  optional,
]);

const passageText = jsonColumns(
  passageColumns.transform(
    (row): Omit<Passage, 'versionNode'> => ({
      type: 'Passage',
      ...toRecorded(row[0], row[1], row[2], row[3]),
      exact: row[4],
      prefix: row[5],
      suffix: row[6],
      start: row[7],
      end: row[8],
      language: row[9],
      rendering: row[10],
      translation: toLocalized(row[11], row[12]),
      verification: { state: row[13], checkedAt: row[14], found: row[15] },
    }),
  ),
);

/** A passage comes in two parts: its own row, and its version's. */
export const passageRow = z
  .tuple([passageText, versionRow])
  .transform(([passage, versionNode]): Passage => ({ ...passage, versionNode }));

export const placedPassage = z
  .tuple([z.number(), passageText, versionRow])
  .transform(([place, passage, versionNode]) => [place, { ...passage, versionNode }] as const);

const claimColumns = z
  .tuple([...recorded, text, texts, texts, text, z.enum(claimNatures), texts, ...date])
  .transform(
    (row): Omit<Claim, 'status'> => ({
      type: 'Claim',
      ...toRecorded(row[0], row[1], row[2], row[3]),
      slug: row[4],
      text: toLocalized(row[5], row[6]),
      language: row[7],
      nature: row[8],
      aboutIds: row[9],
      concerns: toDate([row[10], row[11], row[12], row[13], row[14]]),
    }),
  );
export const claimRow = z
  .tuple([jsonColumns(claimColumns), z.enum(claimStatuses)])
  .transform(([columns, status]): Claim => ({ ...columns, status }));
