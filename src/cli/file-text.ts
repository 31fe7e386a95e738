import { readFile } from 'node:fs/promises';
import { buffer as readAll } from 'node:stream/consumers';
import { InvalidInput } from '../domain/errors.ts';
import { textOfUtf8 } from '../domain/utf8.ts';

/** The same refusal with the file's name: of several the reader must know which. */
export function refusalOf(path: string, { message, issues, code }: InvalidInput): InvalidInput {
  const [what = ''] = message.split(':\n');
  return new InvalidInput(`${path}: ${what}`, issues, code);
}

async function bytesOf(path: string): Promise<Buffer> {
  if (path === '-') return readAll(process.stdin);
  try {
    return await readFile(path);
  } catch (error) {
    throw new InvalidInput(`cannot read ${path}`, [{ path: '', message: String(error) }], 'UNREADABLE_FILE');
  }
}

/** The text of a file; `-` is standard input. Throws InvalidInput where it cannot be read or is no UTF-8. */
export async function fileText(path: string): Promise<string> {
  const bytes = await bytesOf(path);
  try {
    return textOfUtf8(bytes);
  } catch (error) {
    throw error instanceof InvalidInput ? refusalOf(path, error) : error;
  }
}
