import { survivingChain } from '../domain/chain.ts';
import type { Issue } from '../domain/errors.ts';
import type { Assertion } from '../domain/model.ts';
import { followedChain, type Replaceable } from '../domain/replaced.ts';
import { isWithdrawn } from '../domain/state.ts';
import type { RecordingView } from '../store/write-port.ts';
import { assertionsReached } from './assertions-reached.ts';
import type { BundleRecords } from './bundle-records.ts';
import { isAssertion } from './chain-rules.ts';

/** What an assertion leads to: what it is attributed to, and what took its place. */
const leadsTo = ({ chain, supersededById }: Assertion) => [...chain, supersededById];

/**
 * No chain leads back to itself over what took another's place: what is attributed to a record that was replaced is
 * attributed to what stands for it. Only what takes a place can close such a circle, so that it is told there.
 * @param told what those on the circle are called that are in the bundle
 */
export async function circlesOverPlaces(
  records: BundleRecords,
  view: RecordingView,
  told: 'PATHS' | 'IDS',
): Promise<readonly Issue[]> {
  const own = new Map(records.entries.filter(isAssertion).map((entry) => [entry.id, entry]));
  const placed = [...own.values()].filter(
    ({ state }) => state.supersedes !== undefined && state.attributedTo !== undefined,
  );
  if (placed.length === 0) return [];
  const references = [...own.values()].flatMap(({ id, state }) => [id, state.attributedTo, state.supersedes]);
  const stored = await assertionsReached(
    references.filter((id) => id !== undefined),
    view,
    leadsTo,
  );
  const successors = new Map([...own.values()].map(({ id, state }) => [state.supersedes, id]));
  const recordOf = (id: string): (Replaceable & { attributedToId: string | null }) | undefined => {
    const [entry, one] = [own.get(id), stored.get(id)];
    const supersededById = successors.get(id) ?? one?.supersededById ?? null;
    if (entry !== undefined)
      return {
        id,
        withdrawnAt: isWithdrawn(entry) ? '' : null,
        supersededById,
        attributedToId: entry.state.attributedTo ?? null,
      };
    return one && { id, withdrawnAt: one.withdrawnAt, supersededById, attributedToId: one.attributedToId };
  };
  return placed.flatMap(({ id }): readonly Issue[] => {
    const { ids, end, stoppedAt } = followedChain(id, recordOf);
    if (end !== 'CYCLE' || stoppedAt !== id) return [];
    const nameOf = (one: string): string => (told === 'PATHS' ? records.paths.get(one) : undefined) ?? one;
    const circle = [...ids, id].map(nameOf).join(' -> ');
    const message = `expected a chain that ends at an origin; over what took another's place this one leads back to itself: ${circle}`;
    return [{ path: `${records.paths.get(id)}.attributedTo`, message }];
  });
}

const storedField = { copyOf: 'copyOfId', inResponseTo: 'inResponseToId' } as const;
const reasons = {
  copyOf: 'expected one whose words were there before: these copy one another in a circle',
  inResponseTo: 'expected one that was there before: these answer one another in a circle',
} as const;

/** What took its words from another, or answers it, came after that one: so none does of itself, over any number of steps. */
export async function circlesOf(
  field: 'copyOf' | 'inResponseTo',
  records: BundleRecords,
  view: RecordingView,
): Promise<readonly Issue[]> {
  const own = new Map(records.entries.filter(isAssertion).map(({ id, state }) => [id, state[field] ?? null]));
  const next = new Map<string, string | null>(own);
  let frontier = [...own.values()].filter((id) => id !== null && !next.has(id)) as string[];
  while (frontier.length > 0) {
    const found = await view.reader.assertionsByIds([...new Set(frontier)]);
    for (const one of found) if (one) next.set(one.id, one[storedField[field]]);
    frontier = found.flatMap((one) => {
      const id = one?.[storedField[field]] ?? null;
      return id === null || next.has(id) ? [] : [id];
    });
  }
  return [...own.keys()].flatMap((id): readonly Issue[] => {
    const { end, ids, stoppedAt } = survivingChain(id, (one) => next.get(one));
    // That something copies or answers itself is told by itself.
    if (end !== 'CYCLE' || stoppedAt !== id || ids.length === 1) return [];
    return [{ path: `${records.paths.get(id)}.${field}`, message: reasons[field] }];
  });
}
