import { createHash } from 'node:crypto';
import { expect } from 'vitest';

/** One way in which a stream comes altered; those that can be are given a checksum that fits. */
type Alteration = (bytes: Buffer, random: () => number) => Buffer;

export const linesOf = (bytes: Buffer): string[] => bytes.toString('utf8').split('\n').slice(0, -1);

/** The same lines with a trailer whose checksum is right, as whoever alters them would write it. */
function withChecksum(lines: readonly string[]): Buffer {
  const body = lines.slice(0, -1).map((line) => `${line}\n`);
  const sha256 = createHash('sha256').update(body.join('')).digest('hex');
  const trailer = (lines.at(-1) ?? '').replace(/"sha256":"[0-9a-f]*"/, `"sha256":"${sha256}"`);
  return Buffer.from(`${body.join('')}${trailer}\n`);
}

export function withoutOne(bytes: Buffer, random: () => number): Buffer {
  const lines = linesOf(bytes);
  const at = Math.floor(random() * (lines.length - 1));
  return withChecksum(lines.filter((_, index) => index !== at));
}

function swapped(bytes: Buffer, random: () => number): Buffer {
  const lines = linesOf(bytes);
  const at = 1 + Math.floor(random() * (lines.length - 3));
  const [one = '', other = ''] = [lines[at], lines[at + 1]];
  lines.splice(at, 2, other, one);
  return withChecksum(lines);
}

function doubled(bytes: Buffer, random: () => number): Buffer {
  const lines = linesOf(bytes);
  const at = Math.floor(random() * (lines.length - 1));
  lines.splice(at, 0, lines[at] ?? '');
  return withChecksum(lines);
}

/** Another digit, letter or truth somewhere in a value; the same where it has none. */
function another(value: unknown, random: () => number): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'object' || value === null)
    return String(value ?? '').replace(/[a-z0-9]/, (found) => (found === '1' ? '2' : '1'));
  const names = Object.keys(value);
  const name = names[Math.floor(random() * names.length)] ?? '';
  return { ...value, [name]: another((value as Record<string, unknown>)[name], random) };
}

/** Another digit, letter or truth somewhere in the value of a field of any line between header and trailer. */
function edited(bytes: Buffer, random: () => number): Buffer {
  const lines = linesOf(bytes);
  for (;;) {
    const at = 1 + Math.floor(random() * (lines.length - 2));
    const line: Record<string, unknown> = JSON.parse(lines[at] ?? '');
    const fields = Object.keys(line).filter((name) => name !== 'type');
    const name = fields[Math.floor(random() * fields.length)] ?? '';
    const value = line[name];
    if (value === null || value === '') continue;
    line[name] = another(value, random);
    if (JSON.stringify(line[name]) === JSON.stringify(value)) continue;
    lines[at] = JSON.stringify(line);
    return withChecksum(lines);
  }
}

/** The same with an aside. */
function asideEdited(bytes: Buffer, random: () => number): Buffer {
  const lines = linesOf(bytes);
  const asides = lines.flatMap((line, at) => (line.includes('"type":"aside"') ? [at] : []));
  expect(asides.length).toBeGreaterThan(1);
  for (;;) {
    const at = asides[Math.floor(random() * asides.length)] ?? 0;
    const line: Record<string, unknown> = JSON.parse(lines[at] ?? '');
    const altered = another({ ...line, type: undefined }, random) as Record<string, unknown>;
    const text = JSON.stringify({ ...altered, type: line['type'] });
    if (text === JSON.stringify({ ...line, type: line['type'] })) continue;
    lines[at] = text;
    return withChecksum(lines);
  }
}

/** What an aside says is gone, as if its record had been erased. */
function asideEmptied(bytes: Buffer, random: () => number): Buffer {
  const lines = linesOf(bytes);
  const asides = lines.flatMap((line, at) => (line.includes('"type":"aside"') ? [at] : []));
  const at = asides[Math.floor(random() * asides.length)] ?? 0;
  lines[at] = JSON.stringify({ ...JSON.parse(lines[at] ?? ''), salt: null, content: null });
  return withChecksum(lines);
}

/** A state passes for one of a confidential identity that was left out. */
function passedOff(bytes: Buffer, random: () => number): Buffer {
  const lines = linesOf(bytes);
  for (;;) {
    const at = 1 + Math.floor(random() * (lines.length - 2));
    const line: Record<string, unknown> = JSON.parse(lines[at] ?? '');
    if (line['type'] !== 'state') continue;
    const id = String(line['id']).replace(/^[A-Za-z]+_/, 'ConfidentialIdentity_');
    lines[at] = JSON.stringify({ ...line, id, ofType: 'ConfidentialIdentity', payload: null, salt: null });
    return withChecksum(lines);
  }
}

export const alterations: readonly Alteration[] = [
  (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length)),
  (bytes) => Buffer.from(`${linesOf(bytes).slice(0, -1).join('\n')}\n`),
  (bytes, random) => {
    const altered = Buffer.from(bytes);
    const at = Math.floor(random() * bytes.length);
    altered[at] = (altered[at] ?? 0) ^ (1 << Math.floor(random() * 7));
    return altered;
  },
  (bytes) => Buffer.concat([bytes, Buffer.from('{}\n')]),
  withoutOne,
  swapped,
  doubled,
  edited,
  edited,
  edited,
  asideEdited,
  asideEmptied,
  passedOff,
];

/** The naive way: every line is read as JSON and taken as it comes. */
export function naiveFindsFault(bytes: Buffer): boolean {
  try {
    for (const line of bytes.toString('utf8').trimEnd().split('\n')) JSON.parse(line);
    return false;
  } catch {
    return true;
  }
}
