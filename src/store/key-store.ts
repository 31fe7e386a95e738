import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { roles } from '../domain/caller.ts';
import type { Engine } from '../engine/engine.ts';
import type { Key, KeyStore } from './key-port.ts';
import type { Statements } from './statements.ts';

const orNull = z.string().transform((value) => (value === '' ? null : value));
/** The columns of a statement that reads keys. */
export const keyRow = z.tuple([z.string(), z.string(), z.enum(roles), z.string(), orNull, orNull]).transform(
  ([id, name, role, createdAt, expiresAt, revokedAt]): Key => ({
    id,
    name,
    role,
    createdAt,
    expiresAt,
    revokedAt,
  }),
);

/** A plain hash is enough: 256 random bits are not to be guessed, whatever the speed of the hash. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The keys of callers, on either engine. `now` is asked for each key that is made or revoked. */
export function createKeyStore(engine: Engine, statements: Statements, now: () => Date): KeyStore {
  return {
    async create({ name, role, expiresAt }) {
      const secret = `onr_${randomBytes(32).toString('base64url')}`;
      const key: Key = {
        id: `key_${randomBytes(16).toString('hex')}`,
        name,
        role,
        createdAt: now().toISOString(),
        expiresAt,
        revokedAt: null,
      };
      const { id, ...properties } = { ...key, expiresAt: expiresAt ?? '', revokedAt: '' };
      await engine.write((transaction) =>
        transaction.run(statements.get('write-key'), { id, hash: hashOf(secret), properties }),
      );
      return { key, secret };
    },
    async bySecret(secret) {
      const [row] = await engine.read(statements.get('key-by-hash'), { hash: hashOf(secret) });
      return row === undefined ? null : keyRow.parse(row);
    },
    async list() {
      return (await engine.read(statements.get('keys'))).map((row) => keyRow.parse(row));
    },
    async revoke(id) {
      const at = now().toISOString();
      const rows = await engine.write((transaction) =>
        transaction.run(statements.get('revoke-key'), { id, at }),
      );
      return rows.length > 0;
    },
  };
}
