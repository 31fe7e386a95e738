import { z } from 'zod';
import { type Role, roles } from '../domain/caller.ts';
import { namedCaller } from '../domain/caller-name.ts';
import { NotFound, WrongConfiguration } from '../domain/errors.ts';
import type { Key } from '../store/key-port.ts';
import type { OpenStore } from './open-store.ts';
import type { Output } from './output.ts';

export interface CreateKeyOptions {
  readonly role: string;
  readonly name: string;
  readonly expires?: string;
}

const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });

/** The instant that an option names: an instant, or the first of a day in UTC. */
function expiryOf(value: string | undefined, now: Date, wrong: string[]): string | null {
  if (value === undefined) return null;
  const known = day.safeParse(value).success || instant.safeParse(value).success;
  const at = new Date(value);
  if (!known || !(at.getTime() > now.getTime())) {
    wrong.push(`--expires: expected a day or instant to come, such as 2027-01-31; came ${value}`);
    return null;
  }
  return at.toISOString();
}

/** Makes a key, and prints it: the only time that it can be read. */
export async function createKey(store: OpenStore, options: CreateKeyOptions, output: Output): Promise<void> {
  const wrong: string[] = [];
  const role = roles.find((one): one is Role => one === options.role);
  if (role === undefined) wrong.push(`--role: expected ${roles.join(', ')}; came ${options.role}`);
  const named = namedCaller(options.name);
  if ('fault' in named) wrong.push(`--name: ${named.fault}`);
  const expiresAt = expiryOf(options.expires, new Date(), wrong);
  if (wrong.length > 0 || role === undefined || 'fault' in named)
    throw new WrongConfiguration(`no key was made:\n  ${wrong.join('\n  ')}`);
  await store.expectMigrated();
  const { name } = named;
  const { key, secret } = await store.keys.create({ name, role, expiresAt });
  output.result({ ...key, key: secret }, secret);
  output.note(`The key of ${name} (${role}), ${key.id}. It is shown this once: only its hash is kept.`);
}

function line({ id, name, role, createdAt, expiresAt, revokedAt }: Key): string {
  const until = expiresAt === null ? '' : `, expires ${expiresAt}`;
  return `${id}  ${role}  ${name}  since ${createdAt}${until}${revokedAt === null ? '' : `, revoked ${revokedAt}`}`;
}

/** Prints all keys: whose, what they may, since when; never the keys themselves. */
export async function listKeys(store: OpenStore, output: Output): Promise<void> {
  await store.expectMigrated();
  const keys = await store.keys.list();
  output.result({ keys }, keys.length === 0 ? 'There are no keys.' : keys.map(line).join('\n'));
}

/** Revokes a key. Throws NotFound where there is none of that id. */
export async function revokeKey(store: OpenStore, id: string, output: Output): Promise<void> {
  await store.expectMigrated();
  if (!(await store.keys.revoke(id))) throw new NotFound('a key (onrecord keys list)', id);
  output.result({ id, revoked: true }, `${id} is revoked: from now on it is refused.`);
}
