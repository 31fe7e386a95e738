import { z } from 'zod';
import { type Caller, may, NotAllowed } from '../domain/caller.ts';
import type { Entry } from '../domain/state.ts';
import type { RecordingView } from '../store/write-port.ts';

const fields = z.record(z.string(), z.unknown());
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
  const dropped = entries.map((entry) =>
    lists.map((list) => {
      const now = ids.parse(fields.parse(entry.state)[list]);
      return ids.parse(had(entry.id)[list]).filter((id) => !now.includes(id));
    }),
  );
  const all = [...new Set(dropped.flat(2))];
  const seen = await view.reader.recordsByIds(all);
  const unseen = new Set(all.filter((_, index) => seen[index] === null));
  return entries.map((entry, index) => {
    const kept = lists.flatMap((list, place) => {
      const some = dropped[index]?.[place]?.filter((id) => unseen.has(id)) ?? [];
      return some.length === 0 ? [] : [[list, [...ids.parse(fields.parse(entry.state)[list]), ...some]]];
    });
    if (kept.length === 0) return entry;
    const state = { ...fields.parse(entry.state), ...Object.fromEntries(kept) };
    return { ...entry, state: { ...state, ...hiddenBasis(had(entry.id), entry.state, unseen) } } as Entry;
  });
}

/** Of what was concluded from hidden documents alone, and reads as of basis UNSTATED: that it was, unless others are stated. */
function hiddenBasis(
  before: Readonly<Record<string, unknown>>,
  now: object,
  unseen: ReadonlySet<string>,
): { readonly basis?: 'DOCUMENT' } {
  const { basis, basedOn } = fields.parse(now);
  if (before['basis'] !== 'DOCUMENT' || basis !== 'UNSTATED' || ids.parse(basedOn).length > 0) return {};
  return ids.parse(before['basedOn']).every((id) => unseen.has(id)) ? { basis: 'DOCUMENT' } : {};
}
