import { z } from 'zod';
import { type Caller, may, NotAllowed } from '../domain/caller.ts';
import type { Entry } from '../domain/state.ts';
import type { RecordingView } from '../store/write-port.ts';

const fields = z.record(z.string(), z.unknown());
type State = Readonly<Record<string, unknown>>;
const ids = z.array(z.string()).catch([]);
/** The lists of a state that a correction states anew as a whole. */
const lists = ['basedOn', 'passages', 'authors', 'assertedBy'];

/**
 * What someone records who may not see what is hidden: hiding a source takes more, and a list that is stated anew keeps
 * what it had that they cannot see. Whoever publishes their draft may hide. Throws NotAllowed.
 */
export async function withoutSight(
  entries: readonly Entry[],
  view: RecordingView,
  caller: Caller,
): Promise<readonly Entry[]> {
  const before = await view.currentStates(entries.map(({ id }) => id));
  const had = (id: string) => {
    const state = before.get(id);
    return state === undefined ? {} : fields.parse(JSON.parse(state.payload));
  };
  for (const entry of may(caller, 'READ_HIDDEN') ? [] : entries) {
    if (entry.type !== 'Source' || entry.state.access === 'PUBLIC') continue;
    const { access, embargoedUntil } = had(entry.id);
    if (access !== entry.state.access || embargoedUntil !== entry.state.embargoedUntil)
      throw new NotAllowed('READ_HIDDEN', caller);
  }
  const states = entries.map((entry) => fields.parse(entry.state));
  const all = [...new Set(entries.flatMap(({ id }, index) => takenAway(had(id), states[index] ?? {})))];
  const seen = await view.reader.recordsByIds(all);
  const unseen = new Set<unknown>(all.filter((_, index) => seen[index] === null));
  return entries.map((entry, index) => {
    const kept = keptUnseen(had(entry.id), states[index] ?? {}, unseen);
    return kept === null ? entry : ({ ...entry, state: kept } as Entry);
  });
}

/** What the lists of a state no longer have that they had. */
function takenAway(before: State, now: State): readonly string[] {
  return lists.flatMap((list) => {
    const stated = ids.parse(now[list]);
    return ids.parse(before[list]).filter((id) => !stated.includes(id));
  });
}

/**
 * A state that somebody states anew who does not see some of what its lists had: with that; null where nothing is to be
 * kept. Of an assertion that they leave without words, the hidden ones go too: alone they would hide it.
 */
export function keptUnseen(before: State, now: State, unseen: ReadonlySet<unknown>): State | null {
  const dropped = takenAway(before, now).filter((id) => unseen.has(id));
  const kept = lists.flatMap((list) => {
    const stated = ids.parse(now[list]);
    const some = ids.parse(before[list]).filter((id) => dropped.includes(id));
    const hides = list === 'passages' && stated.length === 0;
    return some.length === 0 || hides ? [] : [[list, [...stated, ...some]] as const];
  });
  if (kept.length === 0) return null;
  return { ...now, ...Object.fromEntries(kept), ...hiddenBasis(before, now, unseen) };
}

/** Of what was concluded from hidden documents alone, and reads as of basis UNSTATED: that it was, unless others are stated. */
function hiddenBasis(
  before: State,
  now: State,
  unseen: ReadonlySet<unknown>,
): { readonly basis?: 'DOCUMENT' } {
  const { basis, basedOn } = now;
  if (before['basis'] !== 'DOCUMENT' || basis !== 'UNSTATED' || ids.parse(basedOn).length > 0) return {};
  return ids.parse(before['basedOn']).every((id) => unseen.has(id)) ? { basis: 'DOCUMENT' } : {};
}
