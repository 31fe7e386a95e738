import { z } from 'zod';
import { type Caller, may } from '../domain/caller.ts';
import { InvalidInput } from '../domain/errors.ts';
import { typeOfId } from '../domain/ids.ts';
import { digestOf } from '../domain/log.ts';
import type { RecordMethod } from '../domain/vocabulary.ts';
import type { Recording } from '../store/write-port.ts';

/** A mutation as it was asked for. */
export interface MutationRequest {
  readonly caller: Caller;
  /** The caller's own: the same key and input answers the same, the same key and another input is refused. */
  readonly idempotencyKey: string;
  /** The mutation's name, which the log keeps as the activity's title. */
  readonly name: string;
  /** All that was asked, as JSON; the request is known by a hash of it and of the key. */
  readonly input: object;
  readonly method: RecordMethod;
  /** Present where it is done as by someone who may not see what is hidden, whatever the caller may: what that one asked for. */
  readonly unprivileged?: object;
}

/** Whether it is done with sight of what is hidden. */
export function seesHidden({ caller, unprivileged }: MutationRequest): boolean {
  return unprivileged === undefined && may(caller, 'READ_HIDDEN');
}

const idempotencyKey = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\x21-\x7e]+$/);

/** Who asks with which key, as one name that nobody else's request has. */
function requestName({ caller, idempotencyKey: key }: MutationRequest): string {
  if (!idempotencyKey.safeParse(key).success) {
    throw new InvalidInput('the request was refused', [
      {
        path: 'idempotencyKey',
        message: `expected 1 to 200 visible ASCII characters, a UUID for one; came ${JSON.stringify(key).slice(0, 80).toWellFormed()}`,
      },
    ]);
  }
  return digestOf([caller.id, key]);
}

/** The namespace that the ids of what a mutation makes are hashed with: caller and key, and then each one's place. */
export function namespaceOf(request: MutationRequest): string {
  return `mutation/${requestName(request)}`;
}

/** The recording that serves a mutation. Throws InvalidInput for a key that is none. */
export function recordingOf(request: MutationRequest): Recording {
  return {
    requestKey: `mutation:${requestName(request)}`,
    // With the key, which nobody else knows and the log does not tell: what was erased is not to be guessed from its hash.
    inputHash: digestOf([request.name, request.input, request.idempotencyKey]),
    by: request.caller.name,
    callerId: request.caller.id,
    method: request.method,
    title: request.name,
    awaited: true,
    ...(seesHidden(request)
      ? {}
      : { unprivileged: { named: idsIn([request.input, request.unprivileged ?? {}]) } }),
  };
}

/** Every id that stands anywhere in an input. */
function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return typeOfId(value) === null ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(idsIn);
}
