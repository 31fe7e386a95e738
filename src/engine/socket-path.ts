import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** Unix limits the path of a socket to some 104 bytes. */
const MAX_PATH_BYTES = 100;

/** Where the service that has `folder` open is spoken to; where the path would be too long, in a folder of the user's own. */
export function socketPath(folder: string, platform = process.platform): string {
  const real = realpathSync(folder);
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 24);
  if (platform === 'win32') return `\\\\.\\pipe\\onrecord-${hash}`;
  const beside = join(real, 'onrecord.sock');
  if (Buffer.byteLength(beside) <= MAX_PATH_BYTES) return beside;
  return join(tmpdir(), `onrecord-${userInfo().uid}`, `${hash}.sock`);
}
