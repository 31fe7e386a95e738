import type { Caller } from '../../src/domain/caller.ts';
import { idOf } from '../../src/domain/ids.ts';
import {
  type AttachIdentityIn,
  attachingIdentity,
  withdrawingIdentity,
} from '../../src/ingest/confidential-identity.ts';
import type { Target } from '../../src/ingest/correct.ts';
import { type MutationRequest, namespaceOf, recordingOf } from '../../src/ingest/mutation-request.ts';
import type { TestStore } from './seeded-store.ts';
import { uuidOf } from './uuid-of.ts';

const admin: Caller = { id: 'key-admin', name: 'Dee Admin', role: 'admin' };

function request(name: string, key: string, input: object): MutationRequest {
  return { caller: admin, idempotencyKey: uuidOf(`${name}-${key}-key`), name, input, method: 'HUMAN' };
}

/** The id of what was attached under an idempotency key. */
export const identityIdOf = (key: string): string =>
  idOf('ConfidentialIdentity', namespaceOf(request('attachIdentity', key, {})), 'identity-0');

/** Attaches an identity as a mutation does, under an idempotency key; answers its id. */
export async function attachIdentity(
  store: TestStore,
  key: string,
  input: AttachIdentityIn,
): Promise<string> {
  const asked = request('attachIdentity', key, input);
  const { about } = await store.writer.record(recordingOf(asked), attachingIdentity(asked, input));
  return about ?? '';
}

export async function withdrawIdentity(store: TestStore, target: Target, reason: string): Promise<void> {
  const asked = request('withdrawIdentity', target.id, { ...target, reason });
  await store.writer.record(recordingOf(asked), withdrawingIdentity(asked, target, reason));
}
