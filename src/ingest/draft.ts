import { type Caller, may } from '../domain/caller.ts';
import {
  approvalHolds,
  type DraftState,
  type DraftWriter,
  draftedMutationOf,
  draftSightOf,
  isApproved,
  isSecondPerson,
  seesDraft,
} from '../domain/draft.ts';
import { InvalidInput, type Issue, NotFound, NotPossible, StaleVersion } from '../domain/errors.ts';
import { idOf, typeOfId } from '../domain/ids.ts';
import { isMachine } from '../domain/machine-method.ts';
import { recordedEntry } from '../domain/recorded-entry.ts';
import type { Entry } from '../domain/state.ts';
import { codePointLength } from '../domain/text.ts';
import type { Decision, Preview, Receipt, RecordingView, StoreWriter } from '../store/write-port.ts';
import type { Target } from './correct.ts';
import { plainText, refused } from './gather-parts.ts';
import type { Asked } from './import-bundle.ts';
import { type MutationRequest, namespaceOf, recordingOf } from './mutation-request.ts';
import { decideGathered, type Gather } from './record-gathered.ts';

/** What a mutation does to a draft, given the graph held still. It may be called more than once. */
export type DraftDecision = (request: MutationRequest, view: RecordingView) => Promise<Decision>;

const longestNote = 10_000;
/** As JSON: a long article with all that is said in it. */
const longestContent = 500_000;

function writerOf({ id, name }: Caller): DraftWriter {
  return { id, name };
}

const entryOf = (id: string, state: DraftState, position = 0): Entry => ({
  type: 'Draft',
  id,
  position,
  state,
});

/**
 * The draft that is to be changed. Throws NotFound, for one that the caller may not see as for one that is not there,
 * StaleVersion, and NotPossible where it was erased, or is published or discarded already.
 */
async function draftToChange(
  view: RecordingView,
  caller: Caller,
  { id, expectedVersion }: Target,
): Promise<DraftState> {
  const current = typeOfId(id) === 'Draft' ? (await view.currentStates([id])).get(id) : undefined;
  const entry = current && recordedEntry('Draft', id, 0, current.payload);
  if (entry?.type !== 'Draft' || !seesDraft(draftSightOf(caller), entry.state))
    throw new NotFound('a draft', id);
  if (current !== undefined && current.version !== expectedVersion)
    throw new StaleVersion(id, expectedVersion, current.version);
  const { erased, ...state } = entry.state;
  if (erased !== undefined) throw new NotPossible(`${id} was erased, and stays so`, [id]);
  if (state.status === 'PUBLISHED') {
    // Not as what: that can be hidden by now from whoever wrote it.
    throw new NotPossible('expected a draft that is open; it is published', [id]);
  }
  if (state.status === 'DISCARDED')
    throw new NotPossible('expected a draft that is open; it is discarded', [id]);
  return state;
}

function noteOf(note: string | null | undefined, before: string | undefined): { readonly note?: string } {
  if (note === undefined) return before === undefined ? {} : { note: before };
  if (!note?.trim()) return {};
  const text = plainText(note, 'note');
  if (codePointLength(text) > longestNote)
    throw refused('note', `expected at most ${longestNote} characters; ${codePointLength(text)} came`);
  return { note: text };
}

export interface SaveDraftIn {
  /** Null for a new draft. */
  readonly target: Target | null;
  readonly content: DraftState['content'];
  /** Absent: as it was; null: none. */
  readonly note: string | null | undefined;
}

/**
 * Saves a draft, a new one or another version of one: whatever it says, whether or not that can be recorded as it is.
 * Approvals of what it said before are void from then on.
 */
export function savingDraft({ target, content, note }: SaveDraftIn): DraftDecision {
  const { length } = JSON.stringify(content);
  if (length > longestContent)
    throw refused('content', `expected at most ${longestContent} characters as JSON; ${length} came`);
  return async (request, view) => {
    const by = writerOf(request.caller);
    const { method } = request;
    const sight = may(request.caller, 'READ_HIDDEN') ? {} : { unprivileged: true as const };
    if (target === null) {
      const id = idOf('Draft', namespaceOf(request), 'draft');
      const state: DraftState = {
        ...{ content, method, ...noteOf(note, undefined), status: 'OPEN', writers: [by], savedBy: by },
        ...{ savedVersion: 1, approvals: [], ...sight },
      };
      return { entries: [entryOf(id, state)], about: id };
    }
    const { note: noted, unprivileged: _, ...before } = await draftToChange(view, request.caller, target);
    if (isMachine(method) && !isMachine(before.method)) {
      throw new NotPossible(
        `expected a draft of its own: a person wrote this, and a machine's (${method}) never replaces a person's`,
        [target.id],
      );
    }
    const known = before.writers.some(({ id, name }) => id === by.id && name === by.name);
    const state: DraftState = {
      ...{ ...before, content, method, ...noteOf(note, noted), savedBy: by, ...sight },
      ...{ writers: known ? before.writers : [...before.writers, by] },
      savedVersion: target.expectedVersion + 1,
    };
    return { entries: [entryOf(target.id, state)], about: target.id };
  };
}

/** Approves what a draft says in one version. Throws NotPossible for whoever wrote any version of it. */
export function approvingDraft(target: Target): DraftDecision {
  return async ({ caller }, view) => {
    const before = await draftToChange(view, caller, target);
    const by = writerOf(caller);
    if (!isSecondPerson(by, before.writers)) {
      const names = before.writers.map(({ name }) => name).join(', ');
      throw new NotPossible(
        `expected a second person, by key and by name; it was written by ${names}, and ${by.name} came`,
        [target.id],
        'OWN_DRAFT',
      );
    }
    const done = before.approvals.some((one) => one.by.id === by.id && approvalHolds(one, before));
    const approval = { by, version: target.expectedVersion, at: view.recordedAt };
    const state = done ? before : { ...before, approvals: [...before.approvals, approval] };
    return { entries: [entryOf(target.id, state)], about: target.id };
  };
}

/** An issue of the input of the mutation that a draft is of, as one of the draft's content. */
export function inContent(name: string, { path, message }: Issue): Issue {
  return { path: ['content', name, path].filter((part) => part !== '').join('.'), message };
}

async function refusedAsDraft(name: string | null, decide: () => Promise<Decision>): Promise<Decision> {
  try {
    return await decide();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(
      'the draft was refused, and nothing was recorded',
      error.issues.map((issue) => inContent(name ?? '', issue)),
    );
  }
}

/** As what publishing a draft is asked for. */
export function askedBy(draft: Parameters<typeof isApproved>[0]): Asked {
  return isApproved(draft) ? 'APPROVED' : 'MUTATION';
}

export interface PublishDraftIn {
  readonly target: Target;
  /** What the mutation that the draft is of would gather. Throws InvalidInput where the content does not fit it. */
  readonly gatherOf: (content: DraftState['content']) => Gather;
  /** Whether that takes the approval of a second person. */
  readonly fourEyes: boolean;
}

/**
 * Records what a draft says, by the rules and in the words of the mutation that it is of, in one Activity in which the
 * draft comes to be published. To whoever may not see drafts that Activity is the mutation's own.
 */
export function publishingDraft({ target, gatherOf, fourEyes }: PublishDraftIn): DraftDecision {
  return async (request, view) => {
    const before = await draftToChange(view, request.caller, target);
    if (fourEyes && !isApproved(before)) {
      throw new NotPossible(
        `expected the approval of what it says since version ${before.savedVersion} by a second person; there is none`,
        [target.id],
        'APPROVAL_NEEDED',
      );
    }
    const { method } = before;
    const name = draftedMutationOf(before);
    const gather = gatherOf(before.content);
    const { entries, about } = await refusedAsDraft(name, () =>
      decideGathered({ ...request, method }, gather, askedBy(before))(view),
    );
    if (name === null || about === null) throw new Error('what a mutation records is about a record');
    // Behind all that it publishes: a place orders what was recorded at one instant, and a gap would tell of it.
    const behind = Math.max(...entries.map(({ position }) => position)) + 1;
    const published = { as: about, by: writerOf(request.caller) };
    return {
      entries: [
        ...entries.map((entry) => ({ ...entry, method: entry.method ?? method })),
        entryOf(target.id, { ...before, status: 'PUBLISHED', published }, behind),
      ],
      about: target.id,
      title: name,
    };
  };
}

/** Discards a draft, with a reason: it stays, and nothing more is done with it. */
export function discardingDraft(target: Target, reason: string): DraftDecision {
  return async ({ caller }, view) => {
    if (reason.trim() === '') throw refused('reason', 'expected why it is discarded; nothing came');
    const why = plainText(reason, 'reason');
    const before = await draftToChange(view, caller, target);
    if ((await view.holdsOn([target.id])).length > 0) {
      throw new NotPossible('it is on hold while a dispute runs, and stays as it is until it is released', [
        target.id,
      ]);
    }
    const discarded = { reason: why, by: writerOf(caller) };
    const state: DraftState = { ...before, status: 'DISCARDED', discarded };
    return { entries: [entryOf(target.id, state)], about: target.id };
  };
}

/** Records what a mutation does to a draft, in one Activity. Throws what the decision throws; nothing is then recorded. */
export function recordDraft(
  writer: StoreWriter,
  request: MutationRequest,
  decide: DraftDecision,
): Promise<Receipt> {
  return writer.record(recordingOf(request), (view) => decide(request, view));
}

/** What `recordDraft` would do; nothing is committed. */
export function previewDraft(
  writer: StoreWriter,
  request: MutationRequest,
  decide: DraftDecision,
): Promise<Preview> {
  return writer.preview(recordingOf(request), (view) => decide(request, view));
}
