import { typeOfId } from './ids.ts';

/** A moment on the two axes of time; null leaves an axis alone. Both null is the present. */
export interface Moment {
  /** The instant by which it was recorded, UTC with milliseconds. */
  readonly recorded: string | null;
  /** The UTC day by which it had been said. */
  readonly said: string | null;
}

const isoDayLength = 10;

/** The moment of two instants; of the second its UTC day counts. Null for the present. */
export function momentOf(recorded: string | null, said: string | null): Moment | null {
  if (recorded === null && said === null) return null;
  return { recorded, said: said === null ? null : said.slice(0, isoDayLength) };
}

/** A moment as a text that no other has, and as ids carry it: `@2026-11-22T08:00:00.000Z~2023-12-16`, either part absent where null. */
export function momentText({ recorded, said }: Moment): string {
  return `@${recorded ?? ''}${said === null ? '' : `~${said}`}`;
}

const idWithMoment =
  /^([A-Z][A-Za-z]+_[0-9a-f]{32})@(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)?(?:~(\d{4}-\d{2}-\d{2}))?$/;

/** A record's id, and the moment that it carries; null for a plain one, which is of whatever view it is used in. */
export interface IdWithMoment {
  readonly id: string;
  readonly moment: Moment | null;
}

function exists(text: string): boolean {
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** Reads an id as callers give it. What is no id with a moment comes back as it is: it may be a plain id, or none. */
export function readId(text: string): IdWithMoment {
  const [, id, recorded = null, said = null] = idWithMoment.exec(text) ?? [];
  const moment = momentOf(recorded, said);
  if (id === undefined || moment === null || typeOfId(id) === null) return { id: text, moment: null };
  const real = [recorded, said].every((one) => one === null || exists(one));
  return real ? { id, moment } : { id: text, moment: null };
}
