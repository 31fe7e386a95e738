import { z } from 'zod';
import { recordMethods } from '../domain/vocabulary.ts';

/**
 * An export is NDJSON, UTF-8, each line one object in canonical JSON (RFC 8785) and ended by LF: a header; each activity
 * in order, followed by its states in the order of its Merkle tree; what is kept
 * beside the log (asides), in order; a trailer, whose checksum is over every byte before it.
 */
export const exportFormat = 'onrecord-export/3';
/** As exports were before there were asides: in their place the requests that changed nothing, and what bundles said last. */
const earlierFormat = 'onrecord-export/2';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected a SHA-256 in lower-case hex' });
const count = z.int().nonnegative();
const instant = z.iso.datetime({ precision: 3, error: 'expected an instant in UTC with milliseconds' });

const header = z.strictObject({
  type: z.literal('header'),
  format: z.enum([exportFormat, earlierFormat], {
    error: `expected an export in the format ${exportFormat} or ${earlierFormat}`,
  }),
  /** The version of the program that wrote it. */
  program: z.string(),
  /** Where the log stood, and the asides; these are absent in an export of before there were any. */
  head: z.strictObject({
    sequence: count,
    hash: sha256,
    recordedAt: instant.nullable(),
    asides: count.optional(),
    asidesHash: sha256.optional(),
  }),
  /** Whether the payloads of confidential identities came along; their commitments always do. */
  identities: z.boolean(),
  /**
   * Where they came along: up to which activity they could not, because the store was itself restored without them. Absent
   * where all are there.
   */
  identitiesLeftOutUpTo: z.int().positive().optional(),
});

const activity = z.strictObject({
  type: z.literal('activity'),
  id: z.string(),
  sequence: count,
  recordedAt: instant,
  by: z.string(),
  callerId: z.string(),
  method: z.enum(recordMethods),
  title: z.string(),
  requestKey: z.string(),
  inputHash: z.string(),
  about: z.string(),
  added: count,
  revised: count,
  unchanged: count,
  merkleRoot: sha256,
  identitiesLeftOutUpTo: count,
  /** Absent where there had never been one. */
  asides: z.int().positive().optional(),
  asidesHash: sha256.optional(),
  previousHash: sha256,
  hash: sha256,
});

const state = z.strictObject({
  type: z.literal('state'),
  /** The record's id, a slash and the version. */
  id: z.string(),
  ofType: z.string(),
  version: z.int().positive(),
  index: count,
  method: z.enum(recordMethods),
  position: count,
  firstRecordedAt: instant,
  from: instant,
  to: instant.nullable(),
  commitment: sha256,
  /** Null where it was destroyed, and where the payload is left out. */
  salt: sha256.nullable(),
  /** Canonical JSON of what was recorded; of a state that was erased, of what stands in its place. Null where it is left out. */
  payload: z.string().nullable(),
  /** The activity that erased it; null where nothing did. */
  erasedBy: z.string().nullable(),
});

const fields = z.record(z.string(), z.string().regex(/^[0-9a-f]{32}$/));

const aside = z.strictObject({
  type: z.literal('aside'),
  number: z.int().positive(),
  kind: z.enum(['request', 'edition']),
  /** Of a request its key; of an edition the record's id, a space and the bundle's namespace. */
  of: z.string().min(1),
  commitment: sha256,
  hash: sha256,
  /** Null, with what it says, where the record that an edition is of was erased. */
  salt: sha256.nullable(),
  content: z
    .union(
      [
        z.strictObject({ inputHash: z.string(), unchanged: count, about: z.string() }),
        z.strictObject({ own: z.boolean(), said: fields }),
      ],
      { error: 'expected what a request was answered or what an edition said' },
    )
    .nullable(),
});

const request = z.strictObject({
  type: z.literal('request'),
  key: z.string().min(1),
  inputHash: z.string(),
  unchanged: count,
  about: z.string(),
});

const edition = z.strictObject({
  type: z.literal('edition'),
  recordId: z.string().min(1),
  bundle: z.string().min(1),
  own: z.boolean(),
  /** How many activities the log had then. */
  sequence: count,
  said: fields,
});

const trailer = z.strictObject({
  type: z.literal('trailer'),
  activities: count,
  states: count,
  requests: count,
  /** Absent in an export that was written before editions were kept. */
  editions: count.optional(),
  /** Over every byte before this line. */
  sha256,
});

/** One line of an export. */
export const exportLine = z.discriminatedUnion(
  'type',
  [header, activity, state, aside, request, edition, trailer],
  {
    error: 'expected a header, an activity, a state, an aside, a request, an edition or a trailer',
  },
);
export type ExportLine = z.output<typeof exportLine>;
export type HeaderLine = z.output<typeof header>;
export type ActivityLine = z.output<typeof activity>;
export type StateLine = z.output<typeof state>;
export type AsideLine = z.output<typeof aside>;
export type RequestLine = z.output<typeof request>;
export type EditionLine = z.output<typeof edition>;
export type TrailerLine = z.output<typeof trailer>;
