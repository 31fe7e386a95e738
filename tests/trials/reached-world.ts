import { rebuildGraph } from '../../src/cli/rebuild-graph.ts';
import type { Caller } from '../../src/domain/caller.ts';
import { createGraphql } from '../../src/graphql/yoga.ts';
import { claimPicture } from '../../src/server/claim-picture.ts';
import { createHistory } from '../../src/store/history.ts';
import { createReaders } from '../../src/store/readers.ts';
import type { TestStore } from '../support/seeded-store.ts';
import type { WorldClock } from './twin-worlds.ts';

export interface Asked {
  readonly query: string;
  readonly viewer: Caller | null;
}

/** A world as it is reached, until it is closed: over the API as the server composes it, and as pictures. */
export function reach(store: TestStore, clock: WorldClock, closing: (() => Promise<void>)[]) {
  const readerFor = createReaders(store.engine, store.statements, store.writer, clock.now);
  const history = createHistory(store, rebuildGraph);
  closing.push(() => history.close());
  const yoga = createGraphql({
    readerFor,
    writer: store.writer,
    history,
    clock: clock.now,
    logger: { error: () => {}, warn: () => {} },
    newRequestId: () => 'request',
  });
  return {
    async ask({ query, viewer }: Asked): Promise<string> {
      const response = await yoga.fetch(
        new Request('http://twin.test/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        }),
        { caller: viewer },
      );
      const headers = [...response.headers].filter(([name]) => name !== 'date').sort();
      return `${response.status}\n${JSON.stringify(headers)}\n${await response.text()}`;
    },
    async picture(slug: string, viewer: Caller | null): Promise<string> {
      const request = new Request(`http://twin.test/claims/${slug}.svg?depth=3`);
      const response = await claimPicture(() => readerFor(viewer), slug, request, viewer !== null);
      return `${response.status}\n${JSON.stringify([...response.headers].sort())}\n${await response.text()}`;
    },
  };
}

export type ReachedWorld = ReturnType<typeof reach>;

/** Walks through a list to its end; answers every page as it came. */
export async function walk(world: ReachedWorld, list: string, viewer: Caller | null): Promise<string> {
  const pages: string[] = [];
  for (let after = ''; pages.length < 60; ) {
    // There are more changes than of anything else.
    const page = `first: ${list.startsWith('changes') ? 50 : 7}${after === '' ? '' : `, after: "${after}"`}`;
    const field = list.replace('PAGE', page);
    const what = '{ totalCount pageInfo { endCursor hasNextPage hasPreviousPage } edges { cursor } }';
    const answer = await world.ask({ query: `{ list: ${field} ${what} }`, viewer });
    pages.push(answer);
    const [, next] = /"endCursor":"([^"]+)","hasNextPage":true/.exec(answer) ?? [];
    if (next === undefined) break;
    after = next;
  }
  return pages.join('\n');
}

/** What differs between two answers, for a message. */
export function difference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return `…${one.slice(Math.max(0, at - 200), at + 200)}\n  is in the other world\n…${other.slice(Math.max(0, at - 200), at + 200)}`;
}

/** How often a refusal is asked for again. */
const refusals = 40;

/**
 * The answer to a question, and of a refusal the one that is expected, where it comes at all: where several fields of a
 * list are wrong at once, which of them the refusal names is not the same from one time to the next, in one world either.
 */
export async function askedLike(world: ReachedWorld, one: Asked, expected: string): Promise<string> {
  let answer = await world.ask(one);
  const isRefusal = (text: string) => text.includes('"errors"');
  for (let asked = 1; asked < refusals && isRefusal(answer) && isRefusal(expected); asked++) {
    if (answer === expected) break;
    answer = await world.ask(one);
  }
  return answer;
}
