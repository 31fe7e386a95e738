import { z } from 'zod';
import { NotFound, NotPossible, StaleVersion } from '../domain/errors.ts';
import { type RecordType, typeOfId } from '../domain/ids.ts';
import type { RecordingView } from '../store/write-port.ts';

/** A state as a bundle's item: what the service itself adds to it is left out. */
export type ItemState = Readonly<Record<string, unknown>>;

const states = z.record(z.string(), z.unknown());
/** What a state says of who recorded it, which no item says of itself. */
const own = ['proposedBy', 'by'];

/**
 * The state that a record has, for a change that expects it to be at a version. Throws NotFound where no such record
 * is, StaleVersion where it was changed since, NotPossible where it was erased.
 * @param expected null where the caller expects no version in particular
 */
export async function stateToChange(
  view: RecordingView,
  type: RecordType,
  id: string,
  expected: number | null,
): Promise<ItemState> {
  const current = typeOfId(id) === type ? (await view.currentStates([id])).get(id) : undefined;
  if (current === undefined) throw new NotFound(`a record of the type ${type}`, id);
  if (expected !== null && current.version !== expected)
    throw new StaleVersion(id, expected, current.version);
  const state = states.parse(JSON.parse(current.payload));
  if (state['erased'] !== undefined) throw new NotPossible(`${id} was erased, and stays so`, [id]);
  return Object.fromEntries(Object.entries(state).filter(([field]) => !own.includes(field)));
}

/** A state with changes: what is undefined stays as it is, what is null is taken away. */
export function changed(state: ItemState, changes: Readonly<Record<string, unknown>>): ItemState {
  return Object.fromEntries(
    Object.entries({ ...state, ...defined(changes) }).filter(([, value]) => value !== null),
  );
}

function defined(changes: Readonly<Record<string, unknown>>): ItemState {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
