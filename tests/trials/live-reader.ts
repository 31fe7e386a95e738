import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { assertionsOfClaim } from './small-bundle.ts';

const answer = z.object({
  data: z.object({
    claims: z.object({
      edges: z.array(
        z.object({
          node: z.object({ slug: z.string(), assertions: z.object({ edges: z.array(z.unknown()) }) }),
        }),
      ),
    }),
  }),
});
const query =
  '{ claims(orderBy: NEWEST, first: 4) { edges { node { slug assertions { edges { node { id speaker { name } } } } } } } }';

/**
 * Reads the newest claims of a running service again and again until it is told to stop or the service is gone.
 * A claim that is seen without all its assertions was seen half-written.
 */
export class LiveReader {
  seen = 0;
  readonly half: string[] = [];
  #going = true;
  readonly #done: Promise<void>;

  constructor(base: string) {
    this.#done = this.#read(base);
  }

  stop(): Promise<void> {
    this.#going = false;
    return this.#done;
  }

  async #read(base: string): Promise<void> {
    while (this.#going) {
      let body: unknown;
      try {
        const response = await fetch(`${base}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        });
        body = await response.json();
      } catch {
        // The service was killed, which is what the trial is about.
        return;
      }
      const parsed = answer.safeParse(body);
      if (!parsed.success) this.half.push(JSON.stringify(body));
      else
        for (const { node } of parsed.data.data.claims.edges)
          this.#look(node.slug, node.assertions.edges.length);
      await pause(10);
    }
  }

  #look(slug: string, assertions: number): void {
    this.seen++;
    const [, wanted] = Object.entries(assertionsOfClaim).find(([begin]) => slug.startsWith(begin)) ?? [];
    if (assertions !== wanted) this.half.push(`${slug} with ${assertions} assertions`);
  }
}
