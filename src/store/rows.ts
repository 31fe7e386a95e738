import { z } from 'zod';
import type { EdtfDate } from '../domain/edtf-date.ts';
import type {
  Claim,
  Entity,
  Localized,
  Name,
  Passage,
  Recorded,
  Source,
  SourceVersion,
} from '../domain/model.ts';
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
import { type Columns, jsonRow, rowOf } from './row-reader.ts';

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

export function toLocalized(languages: readonly string[], values: readonly string[]): Localized {
  return values.map((value, index) => ({ language: languages[index] ?? '', text: value }));
}

export function toRecorded(id: string, recordedAt: string, position: number, version: number): Recorded {
  return { id, recordedAt, position, version };
}

/** The five columns of a date. */
export function dateIn(columns: Columns): EdtfDate | null {
  const edtf = columns.textOrNull();
  const earliest = columns.textOrNull();
  const latest = columns.textOrNull();
  const original = columns.textOrNull();
  return toDate([edtf, earliest, latest, original, columns.textOrNull()]);
}

/** The four columns that lead every record's. */
export function recordedIn(columns: Columns): Recorded {
  return toRecorded(columns.text(), columns.text(), columns.number(), columns.number());
}

function localizedIn(columns: Columns): Localized {
  const languages = columns.texts();
  return toLocalized(languages, columns.texts());
}

function namesIn(columns: Columns): readonly Name[] {
  const [names, languages, kinds] = [columns.texts(), columns.texts(), columns.eachOf(nameKinds)];
  return names.map((name, index) => ({
    text: name,
    language: languages[index] || null,
    kind: kinds[index] ?? 'NAME',
  }));
}

const entityColumns = jsonRow(
  (columns): Omit<Entity, 'clusterId'> => ({
    ...recordedIn(columns),
    type: 'Entity',
    slug: columns.text(),
    kind: columns.oneOf(entityKinds),
    names: namesIn(columns),
    description: localizedIn(columns),
    anonymity: columns.oneOf(anonymities),
    wikidata: columns.textOrNull(),
    sourceId: columns.textOrNull(),
  }),
);
const otherNames = z.array(z.object({ text, language: optional, kind: z.enum(nameKinds) }));

/** An entity, and for the one of a cluster that readers see what the others are called. */
export const entityRow = rowOf((columns): Entity => {
  const own = columns.row(entityColumns);
  const clusterId = columns.text();
  const others = columns.textOrNull();
  if (others === null) return { ...own, clusterId };
  return { ...own, names: [...own.names, ...otherNames.parse(JSON.parse(others))], clusterId };
});

/** An entity as it says itself, whoever else it is. */
export const ownEntityRow = rowOf((columns): Omit<Entity, 'clusterId'> => {
  const own = columns.row(entityColumns);
  columns.text();
  columns.textOrNull();
  return own;
});

const derivation = z.object({
  kind: z.enum(derivationKinds),
  fromId: text,
  status: z.enum(relationStatuses),
  reason: z.array(z.object({ language: text, text })),
  method: z.enum(recordMethods),
});

export const sourceRow = jsonRow(
  (columns): Source => ({
    ...recordedIn(columns),
    type: 'Source',
    slug: columns.text(),
    kind: columns.oneOf(sourceKinds),
    title: localizedIn(columns),
    url: columns.textOrNull(),
    publisherId: columns.textOrNull(),
    authorIds: columns.texts(),
    publishedOn: dateIn(columns),
    inForce: dateIn(columns),
    language: columns.textOrNull(),
    seen: columns.flag(),
    access: columns.oneOf(sourceAccesses),
    derivedFrom: columns.texts().map((json) => derivation.parse(JSON.parse(json))),
    disclaimerId: columns.textOrNull(),
    embargoedUntil: columns.textOrNull(),
  }),
);

export const versionRow = jsonRow(
  (columns): SourceVersion => ({
    ...recordedIn(columns),
    type: 'SourceVersion',
    sourceId: columns.text(),
    sha256: columns.text(),
    retrievedAt: columns.textOrNull(),
    retrievedFrom: columns.textOrNull(),
    archivedAt: columns.textOrNull(),
    length: columns.numberOrNull(),
  }),
);

const passageColumns = jsonRow(
  (columns): Omit<Passage, 'versionNode'> => ({
    ...recordedIn(columns),
    type: 'Passage',
    exact: columns.text(),
    prefix: columns.textOrNull(),
    suffix: columns.textOrNull(),
    start: columns.numberOrNull(),
    end: columns.numberOrNull(),
    language: columns.text(),
    rendering: columns.oneOf(renderings),
    translation: localizedIn(columns),
    verification: {
      state: columns.oneOf(verificationStates),
      checkedAt: columns.textOrNull(),
      found: columns.textOrNull(),
    },
  }),
);

function passageIn(columns: Columns): Passage {
  return {
    ...columns.row(passageColumns),
    versionNode: { id: columns.text(), sourceId: columns.text(), archivedAt: columns.textOrNull() },
  };
}

/** A passage comes in two parts: its own columns, and what is needed of its version. */
export const passageRow = rowOf(passageIn);

/** A passage with its place among an assertion's. */
export const placedPassage = rowOf((columns) => [columns.number(), passageIn(columns)] as const);

/** A source with its place among those that an assertion rests on. */
export const placedSource = rowOf((columns) => [columns.number(), columns.row(sourceRow)] as const);

const claimColumns = jsonRow(
  (columns): Omit<Claim, 'status' | 'assertionCount'> => ({
    ...recordedIn(columns),
    type: 'Claim',
    slug: columns.text(),
    text: localizedIn(columns),
    language: columns.text(),
    nature: columns.oneOf(claimNatures),
    aboutIds: columns.texts(),
    concerns: dateIn(columns),
  }),
);
export const claimRow = rowOf(
  (columns): Claim => ({
    ...columns.row(claimColumns),
    status: columns.oneOf(claimStatuses),
    assertionCount: Number(columns.text()),
  }),
);
