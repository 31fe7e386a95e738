import { userInfo } from 'node:os';
import type { Caller } from '../domain/caller.ts';

/** Whoever opens the store itself may do all that it can; the log names them as the system does. */
export function commandLine(): Caller {
  const { username } = userInfo();
  return { id: `command-line:${username}`, name: username, role: 'admin' };
}
