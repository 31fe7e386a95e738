/** What stands behind the `@` of a pinned address: an instant of the record, or a version of the claim. */
export type Pin =
  | { readonly kind: 'INSTANT'; readonly at: string }
  | { readonly kind: 'VERSION'; readonly version: number };

/** The moment that a pinned embed is of; the version, where the address names that. */
export interface PinnedTo {
  readonly at: string;
  readonly version: { readonly number: number; readonly isCurrent: boolean } | null;
}

const instant = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?Z)?$/;
const version = /^[1-9]\d{0,8}$/;

/**
 * Reads it. An instant is ISO 8601 in UTC, to the second or the millisecond (`2026-11-26T20:31:05.123Z`); a day alone is its
 * last instant. Null for anything else.
 */
export function readPin(text: string): Pin | null {
  if (version.test(text)) return { kind: 'VERSION', version: Number(text) };
  const [, day, time = '23:59:59', fraction] = instant.exec(text) ?? [];
  if (day === undefined) return null;
  const part = fraction ?? (text.includes('T') ? '0' : '999');
  const at = `${day}T${time}.${part.padEnd(3, '0')}Z`;
  const real = new Date(at);
  return Number.isNaN(real.getTime()) || real.toISOString() !== at ? null : { kind: 'INSTANT', at };
}

/** An instant as addresses carry it: without the part of a second where that is none. */
export function pinText(at: string): string {
  return at.replace('.000Z', 'Z');
}

/** The instant before another, of those that records can have. */
export function instantBefore(at: string): string {
  return new Date(Date.parse(at) - 1).toISOString();
}

/**
 * A page but for the moment that it offers to pin, which is that of the request: while nothing else changes, an earlier
 * one is as good.
 */
export function withoutPin(page: string, made: Date): string {
  return page.replaceAll(pinText(made.toISOString()), '');
}
