import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** JSON in the one spelling of RFC 8785, over which everything in the log is hashed. */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('a value that JSON cannot hold has no canonical JSON');
  return json;
}

/** SHA-256, in hex, over a value's canonical JSON: the same for the same value, however it was written. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** What a commitment binds: one state of one record, and how it came to be. */
export interface CommittedState {
  /** The record's id, a slash and the version: a state cannot be passed off as another record's, or as another version. */
  readonly id: string;
  readonly method: string;
  /** The record's place in its bundle or call. */
  readonly position: number;
  /** Canonical JSON of what was recorded. */
  readonly payload: string;
}

/** SHA-256 over a random salt (32 bytes, hex) and the canonical JSON of a state: binds it without telling it. */
export function commitmentOf(salt: string, { id, method, position, payload }: CommittedState): string {
  return createHash('sha256')
    .update(Buffer.from(salt, 'hex'))
    .update(canonicalJson({ id, method, payload, position }))
    .digest('hex');
}

/** What an activity's tree binds of a state, whether its payload is there or not. */
export interface LoggedLeaf {
  /** The record's id, a slash and the version. */
  readonly id: string;
  readonly ofType: string;
  readonly method: string;
  readonly position: number;
  readonly commitment: string;
}

/**
 * A leaf of an activity's tree: SHA-256 over what a state is of, how it came to be, and its commitment. So a state whose
 * payload was left out or destroyed is still known for whose it is: none can pass for a confidential identity's.
 */
export function leafOf({ id, ofType, method, position, commitment }: LoggedLeaf): string {
  return digestOf({ id, ofType, method, position, commitment });
}

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

/** The root of the Merkle tree over hex leaves, by RFC 6962 (section 2.1): of no leaves the hash of nothing. */
export function merkleRoot(leaves: readonly string[]): string {
  if (leaves.length === 0) return createHash('sha256').digest('hex');
  let level = leaves.map((leaf) =>
    createHash('sha256').update(leafPrefix).update(Buffer.from(leaf, 'hex')).digest(),
  );
  // RFC 6962 splits at the largest power of two below n, which is to pair neighbours and carry an odd one up.
  while (level.length > 1) {
    const next: typeof level = [];
    for (let index = 0; index < level.length; index += 2) {
      const left = level[index];
      const right = level[index + 1];
      if (left && right) {
        next.push(createHash('sha256').update(nodePrefix).update(left).update(right).digest());
      } else if (left) next.push(left);
    }
    level = next;
  }
  return level[0]?.toString('hex') ?? '';
}

/** One transaction in the log: who recorded what and when, chained to the one before. */
export interface Activity {
  readonly id: string;
  /** 1 for the first. */
  readonly sequence: number;
  readonly recordedAt: string;
  readonly by: string;
  /**
   * Who, by what is nobody else's and does not change with a name: the id of a key, a digest of a token's issuer and
   * subject, or the command line's user. Empty where nobody but `by` stands behind it, as with a bundle of the seed.
   */
  readonly callerId: string;
  readonly method: string;
  readonly title: string;
  readonly requestKey: string;
  /** SHA-256 of what was asked; empty where the key alone is enough. */
  readonly inputHash: string;
  /** The id of the record that was asked about; empty where it is about none in particular. */
  readonly about: string;
  /** How many records were new, how many changed, and how many were found as they were. */
  readonly added: number;
  readonly revised: number;
  readonly unchanged: number;
  readonly merkleRoot: string;
  /**
   * The number of the last activity whose confidential identities the store did not have when this one was recorded,
   * because it had been restored without them; 0 where it had them all.
   */
  readonly identitiesLeftOutUpTo: number;
  /** How many asides there were with what this very recording kept; absent where there had never been one. */
  readonly asides?: number | undefined;
  /** The hash of the last of them; absent with their number. */
  readonly asidesHash?: string | undefined;
  /** The hash of the activity before; 64 zeros for the first. */
  readonly previousHash: string;
}

export const hashBeforeTheFirst = '0'.repeat(64);

/** The hash of an activity: SHA-256 over its canonical JSON, in which the hash before it stands. */
export function hashOf(activity: Activity): string {
  return digestOf(activity);
}

/** The instant of a recording: now, or a millisecond after the last one, so that recorded time never runs backwards. */
export function recordedAfter(last: string | null, now: Date): string {
  const after = last === null ? now.getTime() : Math.max(now.getTime(), Date.parse(last) + 1);
  return new Date(after).toISOString();
}
