import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { OnrecordError } from '../domain/errors.ts';
import { type ExportLine, exportLine } from './export-lines.ts';

/** The export is not whole, or not as it was written; nothing of it was restored. */
export class RefusedExport extends OnrecordError {
  constructor(where: string, message: string) {
    super('REFUSED_EXPORT', `the export was refused, and nothing was restored: ${where}: ${message}`);
  }
}

/** A line of an export, with its number from 1. */
export interface NumberedLine {
  readonly number: number;
  readonly line: ExportLine;
  /** The SHA-256 over every byte before it; to be asked before the next line is taken. */
  readonly sha256Before: () => string;
}

const newline = 0x0a;
/** Longer than any record can be; what has no line end for longer is no export. */
const longestLine = 256 * 1024 * 1024;

/** The bytes as they were before they were packed: gzip is told by its first two. */
async function* unpacked(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const parts = bytes[Symbol.asyncIterator]();
  let first = Buffer.alloc(0);
  while (first.length < 2) {
    const { value, done } = await parts.next();
    if (done) break;
    first = Buffer.concat([first, value]);
  }
  let total = 0;
  async function* all() {
    if (first.length > 0) yield first;
    total = first.length;
    for (;;) {
      const { value, done } = await parts.next();
      if (done) return;
      total += value.length;
      yield value;
    }
  }
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    yield* all();
    return;
  }
  const packed = Readable.from(all(), { objectMode: false });
  const gunzip = createGunzip();
  packed.once('error', (error) => gunzip.destroy(error));
  packed.pipe(gunzip);
  try {
    for await (const part of gunzip) yield part;
  } catch (error) {
    throw new RefusedExport('gzip', error instanceof Error ? error.message : String(error));
  }
  if (gunzip.bytesWritten < total) throw new RefusedExport('gzip', 'something follows its end');
}

/** Whether no text in it, nor name, has half a character. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, one]) => name.isWellFormed() && isWellFormed(one));
}

function parsed(text: string, number: number): ExportLine {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new RefusedExport(
      `line ${number}`,
      'expected a JSON object; it is none, or only the beginning of one',
    );
  }
  const result = exportLine.safeParse(json);
  if (result.success) {
    // In UTF-8 half a character can only be there as an escape.
    if (!text.includes('\\u') || isWellFormed(result.data)) return result.data;
    throw new RefusedExport(`line ${number}`, 'expected well-formed Unicode; a lone surrogate came');
  }
  const [issue] = result.error.issues;
  throw new RefusedExport(
    `line ${number}`,
    `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'it is none'}`,
  );
}

/** The lines of an export, packed or not. Throws RefusedExport at what is no line of one. */
export async function* readExport(bytes: AsyncIterable<Buffer>): AsyncGenerator<NumberedLine> {
  const hash = createHash('sha256');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  let parts: Buffer[] = [];
  let length = 0;
  for await (const part of unpacked(bytes)) {
    let rest = part;
    for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline)) {
      parts.push(rest.subarray(0, end + 1));
      rest = rest.subarray(end + 1);
      const raw = Buffer.concat(parts);
      [parts, length] = [[], 0];
      number++;
      const sha256Before = () => hash.copy().digest('hex');
      let text: string;
      try {
        text = utf8.decode(raw);
      } catch {
        throw new RefusedExport(`line ${number}`, 'expected UTF-8');
      }
      yield { number, line: parsed(text, number), sha256Before };
      hash.update(raw);
    }
    if (rest.length > 0) {
      parts.push(rest);
      length += rest.length;
      if (length > longestLine) throw new RefusedExport(`line ${number + 1}`, 'it has no end');
    }
  }
  if (length > 0)
    throw new RefusedExport(`line ${number + 1}`, 'expected a line end; the stream ends within the line');
}
