import { nodesOf } from '../web/pages/connection.ts';
import type { RecordStates } from '../web/pages/embed-query.ts';
import { instantBefore, type PinnedTo, pinText, readPin } from '../web/pages/pin.ts';

type State = RecordStates['edges'][number]['node'];

/** How soon a past that is not at hand may be asked for again, in seconds. */
export const retryAfter = '60';

/** What tells which moments a record has. */
export interface Moments {
  /** Its states, the last first, as far as they came along; null of what has none, and no versions. */
  readonly states: RecordStates | null;
  /** Those that come after a cursor; null where it is not there any more. */
  readonly statesAfter: (cursor: string | null) => Promise<RecordStates | null>;
  /** Whether something of it was recorded at an instant or later. */
  readonly isRecordedSince: (at: string) => boolean;
}

async function stateOf(version: number, { states: first, statesAfter }: Moments): Promise<State | null> {
  for (let states = first; states !== null; ) {
    const found = nodesOf(states).find((one) => one.version === version);
    if (found !== undefined) return found;
    const { hasNextPage, endCursor } = states.pageInfo;
    states = hasNextPage ? await statesAfter(endCursor) : null;
  }
  return null;
}

/** The moment that a pin names; null where it is none, where it is not over, or where there is no such version. */
export async function pinnedMoment(given: string, now: Date, moments: Moments): Promise<PinnedTo | null> {
  const pin = readPin(given);
  if (pin === null) return null;
  const at = now.toISOString();
  if (pin.kind === 'VERSION') {
    const state = await stateOf(pin.version, moments);
    if (state === null) return null;
    const { until } = state;
    const version = { number: pin.version, isCurrent: until === null };
    return { at: until === null ? at : instantBefore(until), version };
  }
  // What was recorded within a millisecond of another may stand a little ahead of the clock.
  const isOver = pin.at <= at || moments.isRecordedSince(pin.at);
  return isOver ? { at: pin.at, version: null } : null;
}

/** The moment as addresses carry it. */
export function pinOf({ at, version }: PinnedTo): string {
  return version === null ? pinText(at) : String(version.number);
}
