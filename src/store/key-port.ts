import type { Role } from '../domain/caller.ts';

/** A key as it is kept: never the key itself, of which only a hash is stored. */
export interface Key {
  readonly id: string;
  /** Whose it is; the log names the activities made with it so. */
  readonly name: string;
  readonly role: Role;
  readonly createdAt: string;
  /** Null for one that does not expire. */
  readonly expiresAt: string | null;
  /** Null while it holds. */
  readonly revokedAt: string | null;
}

/** The keys of callers. They are no part of the graph, of its log or of what is exported. */
export interface KeyStore {
  /** Makes a key; its secret is told here once and never again. */
  create(
    key: Pick<Key, 'name' | 'role' | 'expiresAt'>,
  ): Promise<{ readonly key: Key; readonly secret: string }>;
  /** The key that a secret is of, whether it holds or not; null where there is none. */
  bySecret(secret: string): Promise<Key | null>;
  list(): Promise<readonly Key[]>;
  /** From now on the key is refused. False where there is no such key. */
  revoke(id: string): Promise<boolean>;
}
