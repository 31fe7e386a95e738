import { canonicalJson } from './log.ts';

/** One field that differs between two states of a record. */
export interface FieldChange {
  /** A JSON Pointer (RFC 6901) into the state. */
  readonly path: string;
  /** Its value as canonical JSON; null where the state has no such field. */
  readonly before: string | null;
  readonly after: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const told = (value: unknown): string | null => (value === undefined ? null : canonicalJson(value));
const pointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * What differs between two states, in the order of the fields' names; nothing where they are the same. Objects are
 * compared field by field, lists as wholes, as a list's items have no names.
 */
export function diffOf(before: Fields, after: Fields, at = ''): readonly FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name): readonly FieldChange[] => {
    const [had, has] = [before[name], after[name]];
    const path = `${at}/${pointer(name)}`;
    if (isFields(had) && isFields(has)) return diffOf(had, has, path);
    const change = { path, before: told(had), after: told(has) };
    return change.before === change.after ? [] : [change];
  });
}
