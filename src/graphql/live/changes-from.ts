import { Repeater } from 'graphql-yoga';
import type { Change, LogPlace } from '../../store/store.ts';
import type { GraphqlContext } from '../context.ts';
import { Loaders } from '../loaders.ts';
import { NotLive } from './not-live.ts';

/** How many changes are read at once. */
const page = 500;

/** An event, the change that it follows from, and of a change with several events the claim that this one is of. */
export interface Telling<Event> {
  readonly change: Change;
  readonly claimId?: string;
  readonly event: Event;
}

/** What the changes of one page are told as, in their order; `after` is where the page begins. */
export type Tell<Event> = (
  changes: readonly Change[],
  context: GraphqlContext,
  after: LogPlace,
) => Promise<readonly Telling<Event>[]>;

/** The place from which a page is read on: where a record was told of in part, before that record. */
function startOf({ recordedAt, recordId, claimId }: LogPlace): LogPlace {
  return { recordedAt, recordId: claimId === undefined ? recordId : recordId.slice(0, -1) };
}

/** An event, and the place in the log after which one goes on from it. */
export type Placed<Event> = Event & { readonly place: LogPlace };

/**
 * What was recorded after a place in the log (null: from now on), and then what is, for as long as it is asked for.
 * What a page tells is read anew for each page, through the caller's own reader: what the caller may not see is not told,
 * and the stream ends before the first page that a revoked or expired key would be told.
 */
export async function changesFrom<Event extends object>(
  context: GraphqlContext,
  after: LogPlace | null,
  tell: Tell<Event>,
): Promise<AsyncIterable<Placed<Event>>> {
  const { watch } = context;
  if (watch === null) throw new NotLive();
  // Before the caller is answered: what is recorded once the stream is open is told.
  let place = after ?? (await context.reader.logPlace());
  return new Repeater<Placed<Event>>(async (push, stop) => {
    const ended = new AbortController();
    void stop.then(() => ended.abort());
    while (!ended.signal.aborted) {
      // Each page is answered from what is recorded, and may be seen, by then; a key that was revoked hears no more.
      const now = await context.callerNow();
      if (now === null) break;
      const reader = await context.readerFor(now.caller);
      const changes = await reader.changesAfter(startOf(place), page);
      const seen = changes.filter(({ isSeen }) => isSeen);
      context.reader = reader;
      context.loaders = new Loaders(reader);
      for (const { change, claimId, event } of await tell(seen, context, place)) {
        if (ended.signal.aborted) return;
        const { recordedAt, recordId } = change;
        context.place = { recordedAt, recordId, ...(claimId === undefined ? {} : { claimId }) };
        await push({ ...event, place: context.place });
      }
      const last = changes.at(-1);
      if (last) place = { recordedAt: last.recordedAt, recordId: last.recordId };
      if (changes.length < page && !(await watch.moved(place.recordedAt, ended.signal))) break;
    }
    stop();
  });
}
