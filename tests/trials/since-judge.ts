import type { Resting } from './told-records.ts';

/** What an assertion rested on from an instant on. */
interface Rested {
  readonly at: string;
  readonly restsOn: readonly string[];
}

/**
 * Judges since when the public has assertions and claims by nothing but what each assertion rested on, and since when: the first
 * that it may see today. It asks neither the log nor what the store keeps.
 */
export class SinceJudge {
  readonly #rested = new Map<string, Rested[]>();

  /** Takes note of what assertions rest on, after everything that is recorded. */
  look(resting: readonly Resting[], at: string): void {
    for (const { id, restsOn } of resting) {
      const some = this.#rested.get(id) ?? [];
      if (some.at(-1)?.restsOn.join() !== restsOn.join()) some.push({ at, restsOn });
      this.#rested.set(id, some);
    }
  }

  /**
   * Of those that the public has, with their claims, since when: what was erased, and the claims of that, left out, since a
   * tombstone tells by what was seen when it was erased.
   */
  since(resting: readonly Resting[], isSeen: (id: string) => boolean): ReadonlyMap<string, string> {
    const since = new Map<string, string>();
    const seen = resting.filter(({ id }) => isSeen(id));
    for (const { id, claim } of seen) {
      const shown = (this.#rested.get(id) ?? []).find(
        ({ restsOn }) => restsOn.length === 0 || restsOn.some(isSeen),
      );
      if (shown === undefined) continue;
      since.set(id, shown.at);
      const known = since.get(claim);
      if (known === undefined || shown.at < known) since.set(claim, shown.at);
    }
    for (const { id, claim, isErased } of resting) {
      if (!isErased) continue;
      since.delete(id);
      since.delete(claim);
    }
    return since;
  }

  /** The naive way: since each was recorded first. */
  naive(resting: readonly Resting[]): ReadonlyMap<string, string> {
    return new Map(resting.map(({ id }) => [id, this.#rested.get(id)?.[0]?.at ?? '']));
  }
}
