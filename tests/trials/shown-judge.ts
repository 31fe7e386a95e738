import type { Telling } from './told-records.ts';

type Asks = (id: string) => boolean;

/**
 * Judges of whom the public is told by nothing but what was looked at before: who was named by what it saw, while it saw that.
 * It asks neither the log nor what the store keeps.
 */
export class ShownJudge {
  /** The entities that each record named ever, and those that it showed. */
  readonly #named = new Map<string, Set<string>>();
  readonly #showed = new Map<string, Set<string>>();
  /** The records that each entity came with. */
  readonly #cameWith = new Map<string, readonly string[]>();
  readonly #shown = new Set<string>();
  readonly #erased = new Set<string>();
  readonly #everHidden = new Set<string>();
  /** Those of whom a tombstone may say that its record showed them, and need not. */
  readonly #unsure = new Set<string>();
  #hidden: ReadonlySet<string> = new Set();

  /**
   * Takes note of whom records name, and of which of them the public sees: after everything that may change either, an erasure
   * besides what the hour does.
   */
  look(tellings: readonly Telling[], isSeen: Asks): void {
    for (const { id, isErased } of tellings) if (isErased && !this.#erased.has(id)) this.#forget(id);
    const fresh = new Map<string, string[]>();
    for (const { id, names } of tellings)
      for (const name of names) {
        setIn(this.#named, id).add(name);
        if (!this.#cameWith.has(name)) fresh.set(name, [...(fresh.get(name) ?? []), id]);
        if (!isSeen(id)) continue;
        setIn(this.#showed, id).add(name);
        this.#shown.add(name);
      }
    for (const [name, by] of fresh) this.#cameWith.set(name, by);
    this.#hidden = new Set(tellings.flatMap(({ id }) => (isSeen(id) ? [] : [id])));
    for (const id of this.#hidden) this.#everHidden.add(id);
  }

  /**
   * A tombstone does not say whom its record showed where nothing was hidden that would hide them: whoever came with something
   * else besides may be hidden by that later. Where that had been hidden once it may say so.
   */
  #forget(id: string): void {
    this.#erased.add(id);
    const showed = setIn(this.#showed, id);
    for (const entity of [...showed]) {
      const came = this.#cameWith.get(entity) ?? [];
      if (!came.some((by) => by !== id) || came.some((by) => this.#hidden.has(by))) continue;
      showed.delete(entity);
      if (came.some((by) => this.#everHidden.has(by))) this.#unsure.add(entity);
    }
  }

  /**
   * What is wrong about whom the public is told of: somebody whom nothing ever showed it, or whom nothing shows that it sees still,
   * though they came with something; or not somebody whom a record showed it that it sees still, whomever that names now.
   */
  wrong(
    tellings: readonly Telling[],
    entities: readonly string[],
    isSeen: Asks,
    isTold: Asks,
  ): readonly string[] {
    const seen = tellings.filter(({ id }) => isSeen(id));
    return entities.flatMap((entity) => {
      const by = seen.find(({ id }) => setIn(this.#showed, id).has(entity));
      if (by !== undefined) return isTold(entity) ? [] : [`${entity} is not told of, and ${by.id} showed it`];
      if (!isTold(entity)) return [];
      if (!this.#shown.has(entity)) return [`${entity} is told of, and nothing showed it`];
      // What is erased may say no more that it came with them.
      const came = this.#cameWith.get(entity) ?? [];
      return this.#unsure.has(entity) || came.some((one) => this.#erased.has(one))
        ? []
        : [`${entity} is told of, and all that showed it is hidden`];
    });
  }

  /** The naive ways: whoever a record names that the public sees is told of, and whoever such a record ever named. */
  naive(tellings: readonly Telling[], isSeen: Asks): { readonly now: Asks; readonly ever: Asks } {
    const seen = tellings.filter(({ id }) => isSeen(id));
    const now = new Set(seen.flatMap(({ names }) => names));
    const ever = new Set(seen.flatMap(({ id }) => [...setIn(this.#named, id)]));
    return { now: (entity) => now.has(entity), ever: (entity) => ever.has(entity) };
  }
}

function setIn(some: Map<string, Set<string>>, id: string): Set<string> {
  const found = some.get(id) ?? new Set();
  some.set(id, found);
  return found;
}
