import { z } from 'zod';
import { type RecordType, typeOfId } from '../domain/ids.ts';
import { referencesIn } from '../domain/redaction.ts';
import type { Entry } from '../domain/state.ts';
import {
  type CameWith,
  type EntityFacts,
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
import { idsFor, recordedByIds, standingOf } from './recorded.ts';
import { distinct, type Run } from './run.ts';
import { allShownOnce, isShownBy, keptText, provenShown, shownOnce } from './shown-once.ts';
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

/** Decides anew, in the full view, what is hidden of all that a writing touches, to the end of what hangs on it. */
class Decision {
  readonly #run: Run;
  readonly #at: Date;
  readonly #known = new Map<string, boolean>();
  readonly #touched: ReadonlyMap<string, Touched>;
  readonly #pending = new Map<RecordType, Set<string>>();
  readonly #flipped = new Set<string>();
  /** The visible records that name an entity no more, by the entity. */
  readonly #dropped = new Map<string, string[]>();
  /** Entities that an erased record named, and that were hidden when it was erased. */
  readonly #named: ReadonlySet<string>;

  constructor(run: Run, touched: readonly Touched[], at: Date) {
    this.#run = run;
    this.#at = at;
    this.#touched = new Map(touched.map((one) => [one.entry.id, one]));
    this.#named = new Set(touched.flatMap(({ entry }) => entry.state.erased?.named ?? []));
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
    const wasHidden: IsHidden = (id) => this.#named.has(id) || this.isHidden(id);
    const facts = new Map<string, EntityFacts>();
    for (const entry of entries)
      if (entry.type === 'Entity')
        facts.set(entry.id, entityFacts(entry, lead.get(entry.id), this.isHidden, wasHidden, came));
    return this.#hiddenNow(facts);
  }

  /**
   * The entities that are hidden, but for whom a record showed everybody that names them no more, and stands in sight: that
   * is kept of those whom something else would hide.
   */
  async #hiddenNow(facts: ReadonlyMap<string, EntityFacts>): Promise<ReadonlySet<string>> {
    const dropped = [...facts.keys()].filter((id) => this.#dropped.has(id));
    const unshown = new Map(facts);
    for (const [id, one] of facts) if (dropped.includes(id)) unshown.set(id, { ...one, visible: false });
    const atRisk = hiddenEntities(unshown);
    if (atRisk.size === 0) return atRisk;
    const shown = new Map(await shownOnce(this.#run, [...atRisk]));
    const until = this.#at.toISOString();
    for (const id of dropped.filter((one) => atRisk.has(one))) {
      const by = (this.#dropped.get(id) ?? []).map((one) => ({ by: one, until }));
      shown.set(id, [...(shown.get(id) ?? []), ...by]);
      const properties = { shownBy: (shown.get(id) ?? []).map(keptText) };
      await writeNodes(this.#run, 'Entity', [{ id, properties }]);
    }
    const proven = await provenShown(this.#run, shown);
    await this.learn([...proven.values()].flat().map(({ by }) => by));
    const isShown = isShownBy(proven, this.isHidden);
    return hiddenEntities(
      new Map([...facts].map(([id, one]) => [id, { ...one, visible: one.visible || isShown(id) }])),
    );
  }

  /** Whom records showed once that everybody sees from now on, or sees no more. */
  async #shownByTurned(): Promise<readonly string[]> {
    const turned = new Set([
      ...[...this.#flipped].filter((id) => this.#touched.get(id)?.before !== null),
      ...[...this.#touched.values()].flatMap(({ entry }) => (entry.state.erased ? entry.id : [])),
    ]);
    if (turned.size === 0) return [];
    const shown = await allShownOnce(this.#run);
    return [...shown].flatMap(([id, some]) => (some.some(({ by }) => turned.has(by)) ? id : []));
  }

  /** Whether records came with some entities; of one that is new there is no other state. */
  async #cameWith(recordIds: readonly string[], entityIds: readonly string[]): Promise<CameWith> {
    const isNew = (id: string) => this.#touched.get(id)?.before === null;
    const old = distinct(recordIds).filter((id) => !isNew(id));
    const stored = await storedStates(this.#run, old.length === 0 ? [] : entityIds);
    const ofOld = await cameWith(this.#run, old, (id) => stored.get(id)?.firstRecordedAt);
    return (id, entity) => (isNew(id) ? isNew(entity) : ofOld(id, entity));
  }

  /** All that is affiliated onward from some entities, themselves included. */
  async #affiliated(start: Iterable<string>): Promise<readonly string[]> {
    const seen = new Set(start);
    for (let frontier = [...seen]; frontier.length > 0; ) {
      const entries = await this.#entries(frontier);
      frontier = entries.flatMap(entitiesIn).filter((id) => !seen.has(id));
      for (const id of frontier) seen.add(id);
    }
    return [...seen];
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
    const left = (before === null ? [] : entitiesIn(before)).filter((one) => !now.includes(one));
    this.#await(left);
    if (!hides && !flips && entry.type !== 'Entity' && entry.state.erased === undefined)
      for (const one of left) this.#dropped.set(one, [...(this.#dropped.get(one) ?? []), id]);
    // Whom a visible record goes on to show is shown, unless they were hidden until now.
    this.#await(hides || flips ? now : now.filter((one) => this.#known.get(one) === true));
    if (flips) this.#flipped.add(id);
  }

  async #decide(type: RecordType): Promise<void> {
    if (type === 'Entity') this.#await(await this.#shownByTurned());
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
    this.#await(this.#named);
    for (const type of visibilityOrder) await this.#decide(type);
    return { isHidden: this.isHidden, learn: this.learn, flipped: [...this.#flipped] };
  }
}

/** Decides what is hidden after a writing, and keeps it with the nodes of the full view. */
export function refreshVisibility(full: Run, touched: readonly Touched[], at: Date): Promise<Visibility> {
  return new Decision(full, touched, at).made();
}
