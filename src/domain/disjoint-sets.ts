/**
 * Sets of ids that only ever grow together. A set is known by its smallest member (by code unit), so that what
 * comes out does not depend on the order in which things were joined.
 */
export class DisjointSets {
  readonly #parents = new Map<string, string>();

  /** The smallest member of the id's set; the id itself where it was never joined. */
  find(id: string): string {
    let root = id;
    for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root))
      root = parent;
    let current = id;
    while (current !== root) {
      const next = this.#parents.get(current) ?? root;
      this.#parents.set(current, root);
      current = next;
    }
    return root;
  }

  join(a: string, b: string): void {
    const [rootA, rootB] = [this.find(a), this.find(b)];
    if (rootA < rootB) this.#parents.set(rootB, rootA);
    else if (rootB < rootA) this.#parents.set(rootA, rootB);
  }

  together(a: string, b: string): boolean {
    return this.find(a) === this.find(b);
  }
}
