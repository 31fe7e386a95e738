/** Lets one in at a time, in the order of asking. */
export class TurnTaking {
  #last: Promise<void> = Promise.resolve();
  #inside = 0;

  /** Someone is in. */
  get taken(): boolean {
    return this.#inside > 0;
  }

  /** Resolves when it is the caller's turn, with the way out; leaving twice does nothing more. */
  async enter(): Promise<() => void> {
    const before = this.#last;
    let leave = () => {};
    this.#last = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    this.#inside++;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#inside--;
      leave();
    };
  }
}
