import DataLoader from 'dataloader';
import type { Dossier } from '../domain/dossier.ts';
import type { Claim, SourcedAssertion } from '../domain/model.ts';
import { lastSaid } from './last-said.ts';
import { isOfNewest } from './lists.ts';
import type { Page, PageRequest } from './query.ts';
import type { SaidWithin, Searchable, SearchQuery, StoreReader } from './store.ts';

/**
 * How many requests' questions go to a server in one statement at the most. To send and receive a statement costs both
 * sides about as much as to answer it; of more, the last would wait for all the others, on one thread of the server.
 */
const most = 4;

type Read<Key, Value> = (keys: readonly Key[]) => Promise<readonly Value[]>;

/**
 * A reader whose callers share round trips: what several requests ask about one thing each, in the same way and within
 * one turn of the event loop, is asked at once. Nothing is kept, and nobody waits for others to come. What fails is
 * asked again by itself, so that nobody bears what another's question meets.
 */
export function askedTogether(reader: StoreReader): StoreReader {
  type Ids = readonly string[];
  const lists = sharedByWay<Ids, Page<SourcedAssertion>>();
  const newest = sharedByWay<PageRequest, Page<Claim>>();
  const within = sharedByWay<SaidWithin, Page<SourcedAssertion>>();
  const searches = sharedByWay<SearchQuery, Page<Searchable>>();
  const graphs = sharedByWay<string, readonly Dossier[]>();
  return {
    ...reader,
    claimsByIds: together((ids: Ids) => reader.claimsByIds(ids)),
    claimsBySlugs: together((slugs: Ids) => reader.claimsBySlugs(slugs)),
    dossiers: together((ids: Ids) => reader.dossiers(ids)),
    trailsOfClaims: together((ids: Ids) => reader.trailsOfClaims(ids)),
    trailsOfAssertions: together((ids: Ids) => reader.trailsOfAssertions(ids)),
    assertionsByIds: together((ids: Ids) => reader.assertionsByIds(ids)),
    entitiesByIds: together((ids: Ids) => reader.entitiesByIds(ids)),
    sourcesByIds: together((ids: Ids) => reader.sourcesByIds(ids)),
    async listAssertions({ anchor, ...query }, page) {
      if (anchor === null) return reader.listAssertions({ anchor, ...query }, page);
      const { by } = anchor;
      const last = lastSaid({ anchor, ...query }, page);
      if (last !== null && last.within !== null) {
        const { within: days, whole } = last;
        const list = within(JSON.stringify([whole, page]), (asked) => reader.saidWithin(asked, whole, page));
        return list(anchor.ids.map((ids) => ({ ids, ...days })));
      }
      const list = lists(JSON.stringify([by, query, page]), (ids) =>
        reader.listAssertions({ anchor: { by, ids }, ...query }, page),
      );
      return list(anchor.ids);
    },
    async search(asked, page) {
      return searches(JSON.stringify(page), (all) => reader.search(all, page))(asked);
    },
    async neighbourhoods(claimIds, hops) {
      return graphs(String(hops), (ids) => reader.neighbourhoods(ids, hops))(claimIds);
    },
    async listClaims(query, page) {
      if (!isOfNewest(query, page)) return reader.listClaims(query, page);
      return newest(String(page.limit), (pages) => reader.claimsByNewest(pages))([page]);
    },
  };
}

/** What is asked in one way within one turn of the event loop, which is told by a text, goes together. */
function sharedByWay<Key, Value>() {
  const reads = new Map<string, Read<Key, Value>>();
  return (way: string, read: Read<Key, Value>): Read<Key, Value> => {
    const known = reads.get(way);
    if (known !== undefined) return known;
    const shared = together(read);
    reads.set(way, shared);
    setImmediate(() => reads.delete(way));
    return shared;
  };
}

function together<Key, Value>(read: Read<Key, Value>): Read<Key, Value> {
  const loader = new DataLoader<Key, Value>((keys) => read(keys), {
    cache: false,
    maxBatchSize: most,
    batchScheduleFn: setImmediate,
  });
  return async (keys) => {
    const [key] = keys;
    if (key === undefined || keys.length > 1) return read(keys);
    try {
      return [await loader.load(key)];
    } catch {
      return read(keys);
    }
  };
}
