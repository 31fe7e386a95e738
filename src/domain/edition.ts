import { digestOf } from './log.ts';

/**
 * What one edition of a bundle said of a record, field by field: SHA-256, in hex and cut to 128 bits, of each field's
 * canonical JSON. It is only ever compared, so that no text stands there a second time.
 */
export type Said = Readonly<Record<string, string>>;

/**
 * What a bundle said last of a record. Kept only where the record's first state does not tell it: where a later edition
 * said otherwise, or the bundle is another one than the record came in.
 */
export interface Edition {
  readonly recordId: string;
  /** The namespace of the bundle. */
  readonly bundle: string;
  /** Whether the record came in that very bundle. */
  readonly own: boolean;
  readonly said: Said;
}

/** What was found of a passage counts by when it was looked for, whoever looked. */
const foundNotSaid = 'verification';

export function digestOfField(value: unknown): string {
  return digestOf(value).slice(0, 32);
}

/** What a state says, as it is compared. */
export function saidBy(state: object): Said {
  return Object.fromEntries(
    Object.entries(state)
      .filter(([field, value]) => value !== undefined && field !== foundNotSaid)
      .map(([field, value]) => [field, digestOfField(value)]),
  );
}

export function saysTheSame(one: Said, other: Said): boolean {
  const fields = Object.keys(one);
  return fields.length === Object.keys(other).length && fields.every((field) => one[field] === other[field]);
}
