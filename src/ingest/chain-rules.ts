import type { Issue } from '../domain/errors.ts';
import type { Assertion } from '../domain/model.ts';
import type { Entry, EntryOf } from '../domain/state.ts';
import type { RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';

/**
 * Assertions from the last relay to the origin. Each keeps its whole chain, so that what a chain takes grows with the
 * square of its length; no text has been seen to name ten layers.
 */
export const longestChain = 1_000;

export function isAssertion(entry: Entry): entry is EntryOf<'Assertion'> {
  return entry.type === 'Assertion';
}

type Own = ReadonlyMap<string, EntryOf<'Assertion'>>;

/** How many assertions each chain has; infinite where it leads back to itself. Each link is followed once. */
function lengthsOf(own: Own, stored: ReadonlyMap<string, Assertion>): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const start of own.keys()) {
    const path: string[] = [];
    const passed = new Set<string>();
    let id: string | undefined = start;
    while (id !== undefined && own.has(id) && !lengths.has(id) && !passed.has(id)) {
      path.push(id);
      passed.add(id);
      id = own.get(id)?.state.attributedTo;
    }
    // A chain that goes through the store cannot come back: what is recorded does not change what it is attributed to.
    let length = 0;
    if (id !== undefined)
      length = passed.has(id)
        ? Number.POSITIVE_INFINITY
        : (lengths.get(id) ?? stored.get(id)?.chain.length ?? 0);
    for (const one of path.reverse()) lengths.set(one, ++length);
  }
  return lengths;
}

/** What a relay of `relayed` gets wrong. */
function brokenRelay(
  { state }: EntryOf<'Assertion'>,
  path: string,
  relayed: { readonly claim: string; readonly stance: string },
): readonly Issue[] {
  if (relayed.claim !== state.claim) {
    if (state.warnings.some((warning) => warning.code === 'RELAY_ALTERED')) return [];
    return [
      {
        path: `${path}.attributedTo`,
        message:
          'expected an assertion of the same claim; a relay that changed the content has the warning RELAY_ALTERED',
      },
    ];
  }
  if (relayed.stance === state.stance) return [];
  return [
    {
      path: `${path}.stance`,
      message: `a relay carries the stance that it passes on: expected ${relayed.stance}, came ${state.stance}`,
    },
  ];
}

/** No chain leads back to itself, and a relay passes on the stance, of the claim, that it was given. */
export async function brokenChains(records: BundleRecords, view: RecordingView): Promise<readonly Issue[]> {
  const own: Own = new Map(records.entries.filter(isAssertion).map((entry) => [entry.id, entry]));
  const outside = [...own.values()].flatMap(({ state }) =>
    state.attributedTo === undefined || own.has(state.attributedTo) ? [] : [state.attributedTo],
  );
  const stored = new Map<string, Assertion>();
  for (const one of await view.reader.assertionsByIds(outside)) if (one) stored.set(one.id, one);
  const lengths = lengthsOf(own, stored);
  return [...own.values()].flatMap((entry): readonly Issue[] => {
    const { attributedTo } = entry.state;
    if (attributedTo === undefined) return [];
    const path = records.paths.get(entry.id) ?? '';
    const length = lengths.get(entry.id) ?? 0;
    if (length > longestChain) {
      const message =
        length === Number.POSITIVE_INFINITY
          ? 'expected a chain that ends at an origin; this one leads back to itself'
          : `expected a chain of at most ${longestChain} assertions to the origin; this one has ${length}`;
      return [{ path: `${path}.attributedTo`, message }];
    }
    const relayed = own.get(attributedTo)?.state;
    const known = stored.get(attributedTo);
    if (relayed) return brokenRelay(entry, path, relayed);
    return known ? brokenRelay(entry, path, { claim: known.claim.id, stance: known.stance }) : [];
  });
}
