import { typeOfId } from '../domain/ids.ts';
import { canonicalJson } from '../domain/log.ts';
import { standInOf } from '../domain/redaction.ts';
import type { Revision } from '../domain/revision.ts';
import { type Known, publicRecords } from './public-states.ts';
import { idsFor, recordedByIds, standingOf } from './recorded.ts';
import { revisionEntry } from './revisions.ts';
import type { Run } from './run.ts';
import type { Views } from './views.ts';

/** What is hidden today, learnt as it is asked for. */
function knownToday(full: Run): Known {
  const hidden = new Map<string, boolean>();
  return {
    isHidden: (id) => hidden.get(id) ?? false,
    async learn(ids) {
      const unknown = [...ids].filter((id) => !hidden.has(id));
      for (const one of (await standingOf(full, unknown)).values()) hidden.set(one.id, one.hidden);
    },
  };
}

/** The assertions that stand-ins stand beside, by the ids of these, of either kind. */
async function relaysOfStandIns(view: Run, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const entities = ids.filter((id) => typeOfId(id) === 'Entity');
  const assertions = [
    ...ids.filter((id) => typeOfId(id) === 'Assertion'),
    ...(await idsFor(view, 'hanging-on-records', entities)).filter((id) => typeOfId(id) === 'Assertion'),
  ];
  const wanted = new Set(ids);
  const relays = new Map<string, string>();
  for (const relay of await idsFor(view, 'relays-of-assertions', assertions)) {
    const { assertion, entity } = standInOf(relay);
    for (const id of [assertion, entity]) if (wanted.has(id)) relays.set(id, relay);
  }
  return relays;
}

/**
 * The one revision of each stand-in among some ids: it was never recorded, and came with what relays it, in the recording
 * by which that came to relay something hidden.
 * @param revisionsOf all revisions of records, as they were recorded, the last first
 */
export async function standInRevisions(
  views: Views,
  ids: readonly string[],
  revisionsOf: (recordIds: readonly string[]) => Promise<readonly (readonly Revision[])[]>,
  upTo: string | undefined,
): Promise<ReadonlyMap<string, Revision>> {
  const found = new Map<string, Revision>();
  const relays = await relaysOfStandIns(views.public, ids);
  if (relays.size === 0) return found;
  const relayIds = [...new Set(relays.values())];
  const histories = await revisionsOf(relayIds);
  const recorded = await recordedByIds(views.full, relayIds);
  const known = knownToday(views.full);
  for (const [index, relayId] of relayIds.entries()) {
    const states = (histories[index] ?? []).map((revision) => ({ revision, entry: revisionEntry(revision) }));
    const linkOf = ({ entry }: (typeof states)[number]) =>
      entry.type === 'Assertion' ? (entry.state.attributedTo ?? null) : null;
    await known.learn(states.flatMap((state) => linkOf(state) ?? []));
    const relaying = states.filter((state) => known.isHidden(linkOf(state) ?? ''));
    const [last, first] = [relaying[0], relaying.at(-1)];
    const stored = recorded.get(relayId)?.stored;
    if (last === undefined || first === undefined || stored === undefined) continue;
    const shown = await publicRecords(views.full, [{ entry: last.entry, stored }], known);
    for (const { entry, withdrawnAt } of shown) {
      if (relays.get(entry.id) !== relayId) continue;
      const { withdrawn, ...standing } = entry.state as { withdrawn?: unknown };
      const stands = withdrawnAt !== null && upTo !== undefined && withdrawnAt > upTo;
      const after = canonicalJson(stands || withdrawn === undefined ? standing : entry.state);
      const own = { id: `${entry.id}/1`, version: 1, until: null, before: null, after };
      found.set(entry.id, { ...first.revision, ...own });
    }
  }
  return found;
}
