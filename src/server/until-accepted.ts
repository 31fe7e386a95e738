import { setImmediate as turn } from 'node:timers/promises';

/** After so long nobody is waited for who may have connected; after a quarter of it, over whose connection nothing came. */
export const unreadMs = 2_000;

/**
 * Resolves when nobody who has connected waits to be accepted, whom closing the port would cut off: when none came in
 * three turns, and after `unreadMs` at the latest.
 */
export async function untilAccepted(count: () => number): Promise<void> {
  const end = Date.now() + unreadMs;
  for (let quiet = 0; quiet < 3 && Date.now() < end; ) {
    const before = count();
    await turn();
    quiet = count() === before ? quiet + 1 : 0;
  }
}
