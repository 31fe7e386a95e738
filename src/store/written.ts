import { z } from 'zod';
import type { Entry } from '../domain/state.ts';

/** A record that was just written. */
export interface Written {
  readonly entry: Entry;
  /** The state that it had before; null where it is new. */
  readonly before: Readonly<Record<string, unknown>> | null;
}

const strings = z.array(z.string());

/** The ids that a field of a state holds: one, a list of them, or none. */
export function idsIn(field: unknown): readonly string[] {
  return strings.catch([]).parse(typeof field === 'string' ? [field] : field);
}
