import { z } from 'zod';
import { namedCaller } from './caller-name.ts';
import { edtfString } from './edtf-date.ts';
import { isBlank } from './text-faults.ts';
import {
  anonymities,
  bases,
  claimNatures,
  commitments,
  derivationKinds,
  directnesses,
  entityKinds,
  languageTag,
  modalities,
  nameKinds,
  recordMethods,
  relationKinds,
  relationStatuses,
  renderings,
  reviewRatings,
  sourceAccesses,
  sourceKinds,
  stances,
  verdicts,
  verificationStates,
  warningCodes,
} from './vocabulary.ts';

/**
 * The claim bundle: the exchange format by which claims, their assertions and all they stand on come in.
 * One JSON file, one Activity. Everything in it is named by a key of its own choosing, which together with
 * the bundle's namespace gives the record its id for ever; a reference is such a key, or the full id
 * (`Entity_…`) of a record that the store already holds.
 */

const wellFormed = z
  .string()
  .refine((value) => value.isWellFormed(), { error: 'expected well-formed Unicode (a lone surrogate came)' });

/** Text as it is written: NFC, no control characters but line feed and tab, not empty. */
const text = wellFormed
  .min(1)
  .refine((value) => value.normalize('NFC') === value, { error: 'expected text in Unicode NFC' })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is the check that there are none
  .refine((value) => !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(value), {
    error: 'expected no control characters (line ends are LF)',
  });
const localKey = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,119}$/);
const recordId = z.string().regex(/^[A-Z][A-Za-z]+_[0-9a-f]{32}$/);
/** A key of the bundle's own; or the full id of a record in the store, which the item then restates and may revise. */
const key = z.union([localKey, recordId], {
  error:
    'expected a key of lower-case letters, digits, ".", "_" and "-", or the full id of a record in the store',
});
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'expected a slug of lower-case words joined by "-"',
  })
  .max(120);
const reference = z.union([localKey, recordId], {
  error: 'expected the key of a record in this bundle, or the full id of one in the store',
});
const url = z.url({ protocol: /^https?$/, error: 'expected an http(s) address' });
const instant = z.iso.datetime({ error: 'expected an instant such as 2023-12-18T09:30:00Z' });

/** One text in several languages, by language tag. */
export const localizedText = z
  .record(languageTag, text)
  .refine((value) => Object.keys(value).length > 0, { error: 'expected the text in at least one language' });

/** A date in EDTF with what was written and what it was resolved against. */
export const bundleDate = z.strictObject({
  edtf: edtfString,
  original: text.optional(),
  resolvedAgainst: text.optional(),
});

export const bundleEntity = z.strictObject({
  key,
  slug,
  kind: z.enum(entityKinds).exclude(['REDACTED']),
  names: z.array(z.strictObject({ text, language: languageTag.optional(), kind: z.enum(nameKinds) })).min(1),
  description: localizedText.optional(),
  anonymity: z.enum(anonymities).default('NAMED'),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/, { error: 'expected a Wikidata Q-number' })
    .optional(),
  /** Of a DOCUMENT: the source that it is, taken as a speaker. */
  source: reference.optional(),
  /** Of a PERSON: what it belongs to, as far as is known, and as of when. */
  affiliations: z
    .array(z.strictObject({ organization: reference, role: text.optional(), asOf: bundleDate.optional() }))
    .default([]),
});

export const bundleVersion = z.strictObject({
  key,
  /** SHA-256, in hex, of the text in NFC with LF line ends. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: 'expected a SHA-256 in lower-case hex' })
    .optional(),
  /** In Unicode code points. */
  length: z.int().nonnegative().optional(),
  retrievedAt: instant.optional(),
  retrievedFrom: url.optional(),
  archivedAt: url.optional(),
  /** The text itself, where it may travel: hash and length are then computed, and every passage is looked up in it. It is not kept. */
  text: wellFormed
    .refine((text) => !isBlank(text), {
      error:
        'expected the words of the source; came white space alone, in which no passage would be found again',
    })
    .optional(),
});

export const bundleSource = z.strictObject({
  key,
  slug,
  kind: z.enum(sourceKinds),
  title: localizedText,
  url: url.optional(),
  publisher: reference.optional(),
  authors: z.array(reference).default([]),
  publishedOn: bundleDate.optional(),
  inForce: bundleDate.optional(),
  language: languageTag.optional(),
  seen: z.boolean(),
  access: z.enum(sourceAccesses).default('PUBLIC'),
  /** Of an EMBARGOED one: the instant from which it is public; without one it is until someone lifts it. */
  embargoedUntil: instant.optional(),
  derivedFrom: z
    .array(
      z.strictObject({
        kind: z.enum(derivationKinds),
        from: reference,
        status: z.enum(relationStatuses),
        reason: localizedText.optional(),
        method: z.enum(recordMethods).optional(),
      }),
    )
    .default([]),
  disclaimer: reference.optional(),
  versions: z.array(bundleVersion).default([]),
});

export const bundlePassage = z.strictObject({
  key,
  version: reference,
  exact: text,
  prefix: text.optional(),
  suffix: text.optional(),
  /** Offsets in Unicode code points, `end` exclusive (W3C TextPositionSelector). */
  start: z.int().nonnegative(),
  end: z.int().positive(),
  language: languageTag,
  rendering: z.enum(renderings),
  translation: localizedText.optional(),
  verification: z
    .strictObject({
      state: z.enum(verificationStates),
      checkedAt: instant.optional(),
      found: text.optional(),
    })
    .optional(),
});

export const bundleClaim = z.strictObject({
  key,
  slug,
  /** The proposition in its original language and in others; those others are translations. */
  text: localizedText,
  language: languageTag,
  nature: z.enum(claimNatures),
  about: z.array(reference).min(1),
  concerns: bundleDate.optional(),
});

export const bundleAssertion = z.strictObject({
  key,
  claim: reference,
  speaker: reference,
  speakerAsNamed: text.optional(),
  role: text.optional(),
  onBehalfOf: reference.optional(),
  stance: z.enum(stances),
  commitment: z.enum(commitments),
  modality: z.enum(modalities).default('CERTAIN'),
  condition: text.optional(),
  directness: z.enum(directnesses),
  cue: text.optional(),
  prompt: text.optional(),
  inResponseTo: reference.optional(),
  basis: z.enum(bases).default('UNSTATED'),
  basedOn: z.array(reference).default([]),
  passages: z.array(reference).default([]),
  source: reference.optional(),
  saidOn: bundleDate.optional(),
  saidIn: languageTag.optional(),
  attributedTo: reference.optional(),
  copyOf: reference.optional(),
  copyReason: text.optional(),
  warnings: z
    .array(
      z.strictObject({
        code: z.enum(warningCodes),
        message: localizedText,
        /** The assertion at whose door the fault lies; absent when unknown. */
        layer: reference.optional(),
      }),
    )
    .default([]),
  supersedes: reference.optional(),
  withdrawn: z.strictObject({ reason: text }).optional(),
});

export const bundleRelation = z.strictObject({
  key,
  kind: z.enum(relationKinds),
  from: reference,
  to: reference,
  reason: localizedText,
  status: z.enum(relationStatuses),
  assertedBy: z.array(reference).default([]),
});

export const bundleReview = z.strictObject({
  key,
  claim: reference,
  reviewer: reference,
  rating: text,
  normalized: z.enum(reviewRatings),
  url: url.optional(),
  publishedOn: bundleDate.optional(),
  withdrawn: z.strictObject({ reason: text }).optional(),
});

export const bundleJudgement = z.strictObject({
  key,
  verdict: z.enum(verdicts),
  between: z.tuple([reference, reference]),
  reason: localizedText,
});

/** That someone was asked for a reply, and what came of it. */
export const bundleReplyRequest = z.strictObject({
  key,
  /** The claim that they were asked about. */
  claim: reference,
  /** The assertion of it that was put to them; absent where it was the claim itself. */
  assertion: reference.optional(),
  /** Who was asked. */
  to: reference,
  /** How they were asked: "e-mail to the press office". */
  channel: text.optional(),
  question: localizedText.optional(),
  askedOn: bundleDate.optional(),
  /** Until when they were to answer. */
  deadline: instant,
  /** Their answer: an assertion of the claim by them, or on their behalf; of the stance NO_RESPONSE where none had come by the deadline. */
  reply: reference.optional(),
  withdrawn: z.strictObject({ reason: text }).optional(),
});

export const bundleSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('onrecord-bundle/1'),
  /** What makes this bundle's keys unlike any other bundle's, for ever; the same for each later edition of it. */
  namespace: z.string().regex(/^[a-z0-9][a-z0-9.:/_-]{2,199}$/, {
    error: 'expected a lower-case name such as "example.org/case-1"',
  }),
  title: localizedText,
  /** Who vouches for it: a person's or a team's name, or the program's where `method` is RULES or MODEL. */
  by: text.superRefine((by, context) => {
    const named = namedCaller(by);
    if ('fault' in named) context.addIssue({ code: 'custom', message: named.fault });
  }),
  method: z.enum(recordMethods),
  entities: z.array(bundleEntity).default([]),
  sources: z.array(bundleSource).default([]),
  passages: z.array(bundlePassage).default([]),
  claims: z.array(bundleClaim).default([]),
  assertions: z.array(bundleAssertion).default([]),
  relations: z.array(bundleRelation).default([]),
  reviews: z.array(bundleReview).default([]),
  judgements: z.array(bundleJudgement).default([]),
  replyRequests: z.array(bundleReplyRequest).default([]),
});

export type Bundle = z.output<typeof bundleSchema>;
