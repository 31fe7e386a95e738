import { z } from 'zod';
import { bundleEntity } from '../domain/bundle.ts';
import { InvalidInput, NotPossible } from '../domain/errors.ts';
import { idOf } from '../domain/ids.ts';
import { pathOf } from '../domain/issue-path.ts';
import { recordedEntry } from '../domain/recorded-entry.ts';
import type { EntryOf } from '../domain/state.ts';
import { codePointLength } from '../domain/text.ts';
import type { Decide, RecordingView } from '../store/write-port.ts';
import type { Target } from './correct.ts';
import { expectReadable, plainText, refused } from './gather-parts.ts';
import type { EntityIn } from './mutation-inputs.ts';
import { type MutationRequest, namespaceOf } from './mutation-request.ts';
import { pruned } from './pruned.ts';
import { stateToChange } from './revise.ts';

export interface AttachIdentityIn {
  readonly entity: string;
  readonly names: EntityIn['names'];
  readonly note?: string | null | undefined;
}

const longest = 10_000;
const line = bundleEntity.shape.names.element.shape.text;
const content = z.strictObject({
  names: bundleEntity.shape.names,
  note: line
    .refine((note) => codePointLength(note) <= longest, { error: `expected at most ${longest} code points` })
    .optional(),
});

/** The content, checked. What came is said by no message: it is nobody's to read but theirs who may read identities. */
function checked({ names, note }: AttachIdentityIn): z.output<typeof content> {
  const parsed = content.safeParse({
    ...pruned({ note }),
    names: names.map((name) => ({ ...pruned(name), kind: name.kind ?? 'NAME' })),
  });
  if (parsed.success) {
    if (parsed.data.note !== undefined) expectReadable(parsed.data.note, 'note');
    for (const [index, { text }] of parsed.data.names.entries()) expectReadable(text, `names[${index}].text`);
    return parsed.data;
  }
  throw new InvalidInput(
    'the input was refused, and nothing was recorded',
    parsed.error.issues.map((issue) => ({ path: pathOf(issue.path), message: messageOf(issue) })),
  );
}

/** What was expected; zod's own words may hold what came, ours do not. */
function messageOf({ code, message }: z.core.$ZodIssue): string {
  return code === 'custom' ? message : 'expected a text that is not empty, and at least one name';
}

/**
 * The log keeps a hash of what was asked, with the key. A name can be guessed, and a hash of it be compared, by whoever
 * has an export without identities: the key must be nobody's guess.
 */
function expectUnguessable({ idempotencyKey }: MutationRequest): void {
  if (z.uuidv4().safeParse(idempotencyKey).success) return;
  throw refused(
    'idempotencyKey',
    'expected a random UUID (version 4), which keeps what is recorded from being guessed',
  );
}

/**
 * Attaches to someone whom the record does not name who it is. Nothing else is read of the entity than whether it is
 * there and unnamed: who attaches one learns of no other.
 */
export function attachingIdentity(request: MutationRequest, input: AttachIdentityIn): Decide {
  expectUnguessable(request);
  const { names, note } = checked(input);
  return async (view) => {
    const { anonymity } = await stateToChange(view, 'Entity', input.entity, null);
    if (anonymity === 'NAMED') {
      const message = `expected someone who is not named; the record names ${input.entity}`;
      throw new NotPossible(message, [input.entity]);
    }
    const id = idOf('ConfidentialIdentity', namespaceOf(request), 'identity-0');
    const state = {
      entity: input.entity,
      names,
      ...(note === undefined ? {} : { note }),
      by: request.caller.name,
    };
    return { entries: [{ type: 'ConfidentialIdentity', id, position: 0, state }], about: id };
  };
}

async function identityToChange({ id, expectedVersion }: Target, view: RecordingView) {
  await stateToChange(view, 'ConfidentialIdentity', id, expectedVersion);
  const current = (await view.currentStates([id])).get(id);
  const entry = current === undefined ? null : recordedEntry('ConfidentialIdentity', id, 0, current.payload);
  if (entry?.type !== 'ConfidentialIdentity') throw new NotPossible('it cannot be read', [id]);
  return entry satisfies EntryOf<'ConfidentialIdentity'>;
}

/** Withdraws an identity that is wrong, with a reason: it stays, marked, and stands with the entity no more. */
export function withdrawingIdentity(request: MutationRequest, target: Target, reason: string): Decide {
  expectUnguessable(request);
  if (reason.trim() === '') throw refused('reason', 'expected why it is withdrawn; nothing came');
  const why = plainText(reason, 'reason');
  return async (view) => {
    const entry = await identityToChange(target, view);
    const { id, state } = entry;
    if (state.withdrawn !== undefined) throw new NotPossible('it is withdrawn already', [id]);
    if ((await view.holdsOn([id])).length > 0) {
      const message = 'it is on hold while a dispute runs, and stays as it is until it is released';
      throw new NotPossible(message, [id]);
    }
    return { entries: [{ ...entry, state: { ...state, withdrawn: { reason: why } } }], about: id };
  };
}
