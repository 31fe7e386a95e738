import { z } from 'zod';
import { type Caller, may } from './caller.ts';
import type { Recorded } from './model.ts';
import { recordMethods } from './vocabulary.ts';

/** The mutations of which drafts are kept: those that say, or change, who said what, and where. */
export const draftedMutations = [
  'recordAssertion',
  'recordReply',
  'correctAssertion',
  'correctClaim',
  'correctEntity',
  'correctSource',
] as const;
export type DraftedMutation = (typeof draftedMutations)[number];

export const draftStatuses = ['OPEN', 'PUBLISHED', 'DISCARDED'] as const;
export type DraftStatus = (typeof draftStatuses)[number];

const writer = z.strictObject({ id: z.string(), name: z.string() });
/** Who did something to a draft: the caller's id, by which people are told apart, and the name that the log has. */
export type DraftWriter = z.output<typeof writer>;

const approval = z.strictObject({
  by: writer,
  /** The version that was approved. */
  version: z.int().min(1),
  /** Instant, UTC with milliseconds. */
  at: z.string(),
});
export type DraftApproval = z.output<typeof approval>;

/** The state of a draft, as the log keeps it. */
export const draftState = z.strictObject({
  /** What is to be asked for when it is published: the input of one mutation, under that mutation's name. Empty once erased. */
  content: z.partialRecord(z.enum(draftedMutations), z.record(z.string(), z.unknown())),
  /** How what it says came to be, which it keeps when it is published. */
  method: z.enum(recordMethods),
  /** For colleagues; it is never published. */
  note: z.string().optional(),
  status: z.enum(draftStatuses),
  /** Everyone who saved any version of it, the one who began it first. */
  writers: z.array(writer).min(1),
  savedBy: writer,
  /** It was saved by someone who may not see what is hidden: what they did not see, they did not mean to change. */
  unprivileged: z.literal(true).optional(),
  /** The version in which it was last saved: approvals are other versions, and change nothing of what it says. */
  savedVersion: z.int().min(1),
  /** All that there ever were, the oldest first. */
  approvals: z.array(approval),
  published: z.strictObject({ as: z.string(), by: writer }).optional(),
  /** By nobody where it was erased before anyone gave it up. */
  discarded: z.strictObject({ reason: z.string(), by: writer.optional() }).optional(),
});
export type DraftState = z.output<typeof draftState>;

/** Something that is written down and not on record: it is no assertion, and nothing of the graph leads to it. */
export interface Draft extends Recorded, DraftState {
  readonly type: 'Draft';
}

/**
 * The state of a draft as its revisions tell it: people by their names, and not the record that it was published as, which
 * whoever may see that finds beside it.
 */
export function shownDraft(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const told = (key: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const { as: _, ...published } = value as Readonly<Record<string, unknown>>;
    if (key === 'published') return published;
    const one = writer.safeParse(value);
    return one.success ? one.data.name : value;
  };
  const { content, unprivileged: _, ...others } = fields;
  return { content, ...(JSON.parse(JSON.stringify(others, told)) as object) };
}

/** The mutation that a draft is of; null for one that was erased. */
export function draftedMutationOf({ content }: Pick<DraftState, 'content'>): DraftedMutation | null {
  return draftedMutations.find((name) => content[name] !== undefined) ?? null;
}

/** Whether drafts of a mutation are kept. */
export function isDrafted(name: string): name is DraftedMutation {
  return draftedMutations.some((known) => known === name);
}

/** Which drafts someone may see: all of them, those that one began, or none. */
export type DraftSight = 'ALL' | 'NONE' | { readonly author: string };

export function draftSightOf(caller: Caller | null): DraftSight {
  if (caller === null || !may(caller, 'DRAFT')) return 'NONE';
  return may(caller, 'READ_DRAFTS') ? 'ALL' : { author: caller.id };
}

/** Whether a draft is there for someone. */
export function seesDraft(sight: DraftSight, { writers }: Pick<DraftState, 'writers'>): boolean {
  if (sight === 'ALL' || sight === 'NONE') return sight === 'ALL';
  return writers[0]?.id === sight.author;
}

/** A name as people are told apart by it: neither case, nor width, nor spaces or what cannot be seen make another person. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLocaleLowerCase('en');

/** Whether someone is another person than all who wrote a draft: by another key, and under another name. */
export function isSecondPerson(one: DraftWriter, writers: readonly DraftWriter[]): boolean {
  return writers.every(({ id, name }) => id !== one.id && plainName(name) !== plainName(one.name));
}

/** Whether an approval is of what the draft says now: a later save makes it void. */
export function approvalHolds(
  { by, version }: DraftApproval,
  { savedVersion, writers }: Pick<DraftState, 'savedVersion' | 'writers'>,
): boolean {
  return version >= savedVersion && isSecondPerson(by, writers);
}

/** Whether a second person has approved what the draft says now. */
export function isApproved(draft: Pick<DraftState, 'savedVersion' | 'writers' | 'approvals'>): boolean {
  return draft.approvals.some((one) => approvalHolds(one, draft));
}
