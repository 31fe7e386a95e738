/** A passage as far as it matters what words it says stand where. */
interface Placed {
  readonly version: string;
  readonly start: number;
  readonly exact: string;
}

/** The words at each place of each version that a passage begins at, as far as they have been told of. */
export class PassagePlaces {
  readonly #longest = new Map<string, { readonly id: string; readonly exact: string }>();

  /** Tells of a passage; the id of one told of before that has other words at the same place, null where none has. */
  conflictOf(id: string, { version, start, exact }: Placed): string | null {
    const place = `${version} ${start}`;
    const known = this.#longest.get(place);
    if (known === undefined || (exact.length > known.exact.length && exact.startsWith(known.exact))) {
      this.#longest.set(place, { id, exact });
      return null;
    }
    return known.exact.startsWith(exact) ? null : known.id;
  }
}
