import { asRecordedBy, type ChainLink, redacted, referencesIn, standInOf } from '../domain/redaction.ts';
import type { Naming } from '../domain/shown-since.ts';
import { type Entry, isWithdrawn } from '../domain/state.ts';
import type { IsHidden } from '../domain/visibility.ts';
import { firstShown, recordersOf } from './first-shown.ts';
import { type PlacedNaming, placedNamings } from './placed-namings.ts';
import { type Recorded, recordedByIds, type Standing, standingOf } from './recorded.ts';
import type { Run } from './run.ts';
import { pastEntries, quotedOrNamedIn, seenHistory, withdrawnAsSeen } from './seen-states.ts';

/** What the public sees of one record. */
export interface PublicRecord {
  readonly entry: Entry;
  readonly version: number;
  /** How the last state that differs for the public was recorded. */
  readonly method: string;
  /** Since when it is withdrawn, where it is. */
  readonly withdrawnAt: string | null;
  /** Of what was recorded first in hiding, the instant since which the public has it; else null. */
  readonly shownSince: string | null;
  /** The record that it is of, or, for a stand-in, that it stands beside. */
  readonly of: Recorded;
}

function linkIn(entry: Entry, standing?: ReadonlyMap<string, Standing>): ChainLink | undefined {
  if (entry.type !== 'Assertion') return undefined;
  const { attributedTo, claim, stance } = entry.state;
  const withdrawnAt = standing?.get(entry.id)?.withdrawnAt ?? null;
  return { attributedTo: attributedTo ?? null, claim, stance, withdrawnAt };
}

/** The links that hidden chains lead over from some assertions, as far as the first that is visible. */
async function linksFrom(
  run: Run,
  entries: readonly Entry[],
  { isHidden, learn }: Known,
): Promise<ReadonlyMap<string, ChainLink>> {
  const links = new Map<string, ChainLink>();
  const hiddenLinks = (some: readonly (ChainLink | undefined)[]) =>
    some.flatMap((link) => link?.attributedTo ?? []).filter((id) => isHidden(id) && !links.has(id));
  let frontier = hiddenLinks(entries.map((entry) => linkIn(entry)));
  while (frontier.length > 0) {
    const found = await recordedByIds(run, frontier);
    const standing = await standingOf(run, frontier);
    for (const [id, { entry }] of found) {
      const link = linkIn(entry, standing);
      if (link) links.set(id, link);
    }
    const next = [...found.keys()].flatMap((id) => links.get(id)?.attributedTo ?? []);
    await learn(next);
    // The first visible one is looked at too: a stand-in passes on to it.
    frontier = next.filter((id) => !links.has(id) && found.size > 0);
    const visible = frontier.filter((id) => !isHidden(id));
    for (const [id, { entry }] of await recordedByIds(run, visible)) {
      const link = linkIn(entry);
      if (link) links.set(id, link);
    }
    frontier = frontier.filter(isHidden);
  }
  return links;
}

/** What is known of what is hidden. */
export interface Known {
  readonly isHidden: IsHidden;
  learn(ids: Iterable<string>): Promise<void>;
}

/** How many states that differ the histories of revised records have for the public, and how the last was recorded. */
async function seenHistories(
  run: Run,
  records: readonly Recorded[],
  since: ReadonlyMap<string, Naming>,
  withdrawnAt: (id: string) => string | null,
  { isHidden, learn }: Known,
): Promise<ReadonlyMap<string, Pick<PublicRecord, 'version' | 'method' | 'withdrawnAt'>>> {
  const histories = new Map<string, Pick<PublicRecord, 'version' | 'method' | 'withdrawnAt'>>();
  const revised = records.filter(({ stored }) => stored.version > 1).map(({ entry }) => entry.id);
  const past = await pastEntries(run, revised);
  const entries = [...past.values()].flat().map(({ entry }) => entry);
  await learn(entries.flatMap(referencesIn));
  const all = new Map([...since, ...(await firstShown(run, quotedOrNamedIn(entries)))]);
  for (const [id, states] of past) {
    const history = seenHistory(states, isHidden, all);
    if (history)
      histories.set(id, {
        ...history,
        withdrawnAt: withdrawnAsSeen(states, isHidden, since.get(id), withdrawnAt(id)),
      });
  }
  return histories;
}

/** A record as if it had been recorded first by what the public has it by. */
function asShownSince(
  recorded: Recorded,
  naming: PlacedNaming | undefined,
  by: string | undefined,
): Recorded {
  if (naming === undefined) return recorded;
  const { from: firstRecordedAt, method, position } = naming;
  const { entry, stored } = recorded;
  return {
    entry: asRecordedBy(entry, by),
    stored: { ...stored, firstRecordedAt, position, method: stored.version > 1 ? stored.method : method },
  };
}

/** What the public sees of records that are visible, and of what stands in for the hidden that they relay. */
export async function publicRecords(
  run: Run,
  records: readonly Recorded[],
  known: Known,
): Promise<readonly PublicRecord[]> {
  const entries = records.map(({ entry }) => entry);
  await known.learn(entries.flatMap(referencesIn));
  const links = await linksFrom(run, entries, known);
  const show = (entry: Entry) => redacted(entry, known.isHidden, (id) => links.get(id));
  const since = await placedNamings(
    run,
    await firstShown(
      run,
      entries.map(({ id }) => id),
    ),
  );
  const standing = await standingOf(
    run,
    entries.filter(isWithdrawn).map(({ id }) => id),
  );
  /** No sooner than the public has it. */
  const withdrawnAt = (id: string): string | null => {
    const [at, from] = [standing.get(id)?.withdrawnAt ?? null, since.get(id)?.from ?? ''];
    return at !== null && at < from ? from : at;
  };
  const histories = await seenHistories(run, records, since, withdrawnAt, known);
  const recorders = await recordersOf(run, since);
  return records
    .map((one) => asShownSince(one, since.get(one.entry.id), recorders.get(one.entry.id)))
    .flatMap((of) => {
      const { entry, standIns, withdrawnAt: hiddenAt } = show(of.entry);
      const own = withdrawnAt(entry.id);
      const seen = histories.get(entry.id) ?? { version: 1, method: of.stored.method, withdrawnAt: own };
      const shownSince = since.get(entry.id)?.from ?? null;
      return [
        { entry, ...seen, shownSince, of },
        ...standIns.map((standIn) => ({
          ...{ ...seen, entry: standIn, version: 1, withdrawnAt: hiddenAt, shownSince: null, of },
        })),
      ];
    });
}

/** The ids of what would stand in for something hidden that these relay. */
export function standInIds(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ type, id }) => {
    if (type !== 'Assertion') return [];
    const { assertion, entity } = standInOf(id);
    return [assertion, entity];
  });
}
