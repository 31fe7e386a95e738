import { z } from 'zod';
import { type RecordType, typeOfId } from '../domain/ids.ts';
import { referencesIn } from '../domain/redaction.ts';
import type { Entry } from '../domain/state.ts';
import {
  type CameWith,
  entitiesIn,
  entityFacts,
  hiddenEntities,
  type IsHidden,
  isClaimHidden,
  isHiddenByItself,
  type Referrers,
  visibilityOrder,
} from '../domain/visibility.ts';
import { cameWith } from './came-with.ts';
import { storedStates } from './change.ts';
import { droppedIn, keepNamers, namedOnce, namersOnce } from './named-once.ts';
import { idsFor, recordedByIds, standingOf } from './recorded.ts';
import { distinct, type Run } from './run.ts';
import { pastEntries } from './seen-states.ts';
import { rowsOfBatches } from './write-batches.ts';
import { writeNodes } from './write-graph.ts';

/** A record that was written, or that the hour touches, beside what it was; null where it is new. */
export interface Touched {
  readonly entry: Entry;
  readonly before: Entry | null;
}

/** What came of deciding anew what is hidden. */
export interface Visibility {
  readonly isHidden: IsHidden;
  /** Records whose visibility is another than before; new ones that are hidden among them. */
  readonly flipped: readonly string[];
  /** Makes sure that `isHidden` knows of these. */
  learn(ids: Iterable<string>): Promise<void>;
}

const claimRow = z.tuple([z.string(), z.boolean(), z.number()]);
const entityRow = z.tuple([z.string(), z.boolean(), z.string(), z.number()]);
const memberRow = z.tuple([z.string(), z.string(), z.boolean()]);

/** That something leads to a claim or an entity; `by` is told where it does not count if it came to since. */
interface Lead {
  readonly id: string;
  readonly hides: boolean;
  readonly by: string;
}

function referrersIn(leads: readonly Lead[]): ReadonlyMap<string, Referrers> {
  const found = new Map<string, Referrers>();
  for (const { id, hides } of leads) {
    const { visible, hidden } = found.get(id) ?? { visible: false, hidden: false };
    found.set(id, { visible: visible || !hides, hidden: hidden || hides });
  }
  return found;
}

/** The entities that a record named before, and names no more. */
function leftBy({ entry, before }: Touched): readonly string[] {
  const now = entitiesIn(entry);
  return (before === null ? [] : entitiesIn(before)).filter((one) => !now.includes(one));
}

/** Decides anew, in the full view, what is hidden of all that a writing touches, to the end of what hangs on it. */
class Decision {
  readonly #run: Run;
  readonly #at: Date;
  readonly #known = new Map<string, boolean>();
  readonly #touched: ReadonlyMap<string, Touched>;
  readonly #pending = new Map<RecordType, Set<string>>();
  readonly #flipped = new Set<string>();
  /** The records that name an entity no more, by the entity. */
  readonly #dropped = new Map<string, string[]>();

  constructor(run: Run, touched: readonly Touched[], at: Date) {
    this.#run = run;
    this.#at = at;
    this.#touched = new Map(touched.map((one) => [one.entry.id, one]));
  }

  readonly isHidden: IsHidden = (id) => this.#known.get(id) ?? false;

  readonly learn = async (ids: Iterable<string>): Promise<void> => {
    const unknown = [...new Set(ids)].filter((id) => !this.#known.has(id));
    if (unknown.length === 0) return;
    for (const { id, hidden } of (await standingOf(this.#run, unknown)).values()) this.#known.set(id, hidden);
  };

  #await(ids: Iterable<string>): void {
    for (const id of ids) {
      const type = typeOfId(id);
      if (type === null) continue;
      const some = this.#pending.get(type);
      if (some) some.add(id);
      else this.#pending.set(type, new Set([id]));
    }
  }

  async #entries(ids: readonly string[]): Promise<readonly Entry[]> {
    const own = ids.flatMap((id) => this.#touched.get(id)?.entry ?? []);
    const others = await recordedByIds(
      this.#run,
      ids.filter((id) => !this.#touched.has(id)),
    );
    return [...own, ...[...others.values()].map(({ entry }) => entry)];
  }

  async #hiddenOf(type: RecordType, entries: readonly Entry[]): Promise<ReadonlySet<string>> {
    if (type === 'Entity') return this.#hiddenEntities(entries);
    if (type === 'Claim') {
      const ids = entries.map(({ id }) => id);
      const rows = await rowsOfBatches(this.#run, 'visibility-of-claims', ids);
      const assertions = referrersIn(
        rows.map((row) => claimRow.parse(row)).map(([id, hides]) => ({ id, hides, by: '' })),
      );
      return new Set(
        ids.filter((id) => isClaimHidden(assertions.get(id) ?? { visible: false, hidden: false })),
      );
    }
    await this.learn(entries.flatMap(referencesIn));
    return new Set(
      entries.filter((entry) => isHiddenByItself(entry, this.isHidden, this.#at)).map(({ id }) => id),
    );
  }

  /** Entities hang on those who are affiliated with them, who are decided with them. */
  async #hiddenEntities(entries: readonly Entry[]): Promise<ReadonlySet<string>> {
    const ids = entries.map(({ id }) => id);
    await this.learn(entries.flatMap(referencesIn));
    const within = new Set(ids);
    const leads: Lead[] = [];
    for (const row of await rowsOfBatches(this.#run, 'visibility-of-entities', ids)) {
      const [id, hides, by] = entityRow.parse(row);
      leads.push({ id, hides, by });
    }
    for (const row of await rowsOfBatches(this.#run, 'affiliated-with-entities', ids)) {
      const [id, memberId, hides] = memberRow.parse(row);
      if (!within.has(memberId)) leads.push({ id, hides, by: hides ? memberId : '' });
    }
    const members = entries.filter((entry) => entitiesIn(entry).length > 0).map(({ id }) => id);
    const came = await this.#cameWith([...members, ...leads.flatMap(({ by }) => by || [])], ids);
    const lead = referrersIn(leads.filter(({ id, by }) => by === '' || came(by, id)));
    const open = ids.filter((id) => !(lead.get(id)?.visible ?? false));
    const once = await namedOnce(this.#run, await namersOnce(this.#run, open));
    await this.learn([...once.values()].flat().map(({ by }) => by));
    const { isHidden } = this;
    return hiddenEntities(
      entityFacts(entries, { lead, namedOnce: once, isHidden, wasHidden: isHidden, cameWith: came }),
    );
  }

  /** Keeps whom records name no more, and decides anew of those whom records named once that came to be seen or hidden. */
  async #lookBack(): Promise<void> {
    const known = await recordedByIds(this.#run, [...this.#dropped.keys()]);
    await keepNamers(this.#run, new Map([...this.#dropped].filter(([id]) => known.has(id))));
    const turned = [...this.#flipped].filter((id) => this.#touched.get(id)?.before !== null);
    this.#await(droppedIn(await pastEntries(this.#run, turned)).keys());
  }

  /** Whether records came with some entities; of one that is new there is no other state. */
  async #cameWith(recordIds: readonly string[], entityIds: readonly string[]): Promise<CameWith> {
    const isNew = (id: string) => this.#touched.get(id)?.before === null;
    const old = distinct(recordIds).filter((id) => !isNew(id));
    const stored = await storedStates(this.#run, old.length === 0 ? [] : entityIds);
    const ofOld = await cameWith(this.#run, old, (id) => stored.get(id)?.firstRecordedAt);
    return (id, entity) => (isNew(id) ? isNew(entity) : ofOld(id, entity));
  }

  /** All that is affiliated onward from some entities, or was, themselves included. */
  async #affiliated(start: Iterable<string>): Promise<readonly string[]> {
    const seen = new Set(start);
    for (let frontier = [...seen]; frontier.length > 0; ) {
      const entries = await this.#entries(frontier);
      const old = frontier.filter((id) => this.#touched.get(id)?.before !== null);
      const left = droppedIn(await pastEntries(this.#run, old)).keys();
      frontier = distinct([...entries.flatMap(entitiesIn), ...left]).filter((id) => !seen.has(id));
      for (const id of frontier) seen.add(id);
    }
    return [...seen];
  }

  #drop(by: string, entities: readonly string[]): void {
    for (const id of entities) this.#dropped.set(id, [...(this.#dropped.get(id) ?? []), by]);
  }

  /** What a decided record makes others be decided anew by. */
  #spread({
    id,
    entry,
    before,
    hides,
    flips,
  }: Touched & { id: string; hides: boolean; flips: boolean }): void {
    if (entry.type === 'Assertion') this.#await([entry.state.claim]);
    const now = entitiesIn(entry);
    const left = leftBy({ entry, before });
    this.#await(left);
    if (entry.type !== 'Entity') this.#drop(id, left);
    // Whom a visible record goes on to show is shown, unless they were hidden until now.
    this.#await(hides || flips ? now : now.filter((one) => this.#known.get(one) === true));
    if (flips) this.#flipped.add(id);
  }

  async #decide(type: RecordType): Promise<void> {
    if (type === 'Entity') await this.#lookBack();
    const waiting = this.#pending.get(type) ?? new Set();
    const ids = type === 'Entity' ? await this.#affiliated(waiting) : [...waiting];
    if (ids.length === 0) return;
    await this.learn(ids);
    const entries = await this.#entries(ids);
    await this.learn(entries.flatMap(entitiesIn));
    const hidden = await this.#hiddenOf(type, entries);
    const isNew = (id: string) => this.#touched.get(id)?.before === null;
    const changed: string[] = [];
    const flips: string[] = [];
    for (const { id } of entries) {
      if ((this.#known.get(id) ?? false) !== hidden.has(id)) flips.push(id);
      if (isNew(id) || flips.at(-1) === id) changed.push(id);
    }
    await writeNodes(
      this.#run,
      type,
      changed.map((id) => ({ id, properties: { hidden: hidden.has(id) } })),
    );
    for (const id of ids) this.#known.set(id, hidden.has(id));
    for (const entry of entries) {
      const { before = entry } = this.#touched.get(entry.id) ?? {};
      this.#spread({
        id: entry.id,
        entry,
        before,
        hides: hidden.has(entry.id),
        flips: flips.includes(entry.id),
      });
    }
    this.#await(await idsFor(this.#run, 'hanging-on-records', flips));
  }

  async made(): Promise<Visibility> {
    this.#await(this.#touched.keys());
    for (const [id, { entry, before }] of this.#touched) {
      const { named = [], showed = [] } = entry.state.erased ?? {};
      // Entities are decided all at once, so that it is known before whom they are affiliated with no more.
      const left = entry.type === 'Entity' ? leftBy({ entry, before }) : [];
      const gone = [...named, ...showed, ...left];
      this.#drop(id, gone);
      this.#await(gone);
    }
    for (const type of visibilityOrder) await this.#decide(type);
    return { isHidden: this.isHidden, learn: this.learn, flipped: [...this.#flipped] };
  }
}

/** Decides what is hidden after a writing, and keeps it with the nodes of the full view. */
export function refreshVisibility(full: Run, touched: readonly Touched[], at: Date): Promise<Visibility> {
  return new Decision(full, touched, at).made();
}
