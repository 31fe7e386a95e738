import { InvalidInput } from './errors.ts';

const strict = new TextDecoder('utf-8', { fatal: true });

/** The text that bytes are in UTF-8 (RFC 3629), without a byte order mark. Throws NotUtf8 where they are none. */
export function textOfUtf8(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    throw new NotUtf8(bytes);
  }
}

/** Bytes that are no UTF-8: which, and where. A character that stood for what they might mean would be made up. */
export class NotUtf8 extends InvalidInput {
  constructor(bytes: Uint8Array) {
    // Up to the first byte that is wrong, what was read lightly is written as it came.
    const again = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    const at = bytes.findIndex((byte, index) => byte !== again[index]);
    const line = 1 + bytes.subarray(0, at).reduce((lines, byte) => lines + Number(byte === 0x0a), 0);
    const came = `0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
    super('the text is not UTF-8', [
      { path: '', message: `expected UTF-8; byte ${at} (line ${line}) is ${came}, which is none there` },
    ]);
  }
}
