import { z } from 'zod';
import type { Claim, Entity, Passage, Source, SourcedAssertion } from '../domain/model.ts';
import type { Parameters, Row } from '../engine/engine.ts';
import { assertionRow, sourcedAssertionRow } from './assertion-rows.ts';
import { afterEveryKey, narrowing, narrowsNothing, rangeParameters } from './narrowing.ts';
import type {
  AssertionFilter,
  AssertionOrder,
  ClaimFilter,
  ClaimOrder,
  EntityFilter,
  Page,
  PageRequest,
  SourceFilter,
} from './query.ts';
import { claimRow, entityRow, passageRow, sourceRow } from './rows.ts';
import type { Run } from './run.ts';
import type { AssertionQuery, ClaimQuery } from './store.ts';

/** Totals are exact to this many; beyond it they are not counted. */
export const countedTo = 10_000;

interface Direction {
  readonly keyDescending: boolean;
  readonly idDescending: boolean;
}

/** The parameters of `fragments/page.cypher`; one more row than wanted tells whether there is more. */
export function pageParameters(page: PageRequest, order: Direction): Parameters {
  return {
    limit: page.limit + 1,
    beyondKey: page.beyond?.key ?? '',
    beyondId: page.beyond?.id ?? '',
    keyDescending: order.keyDescending !== page.backward,
    idDescending: order.idDescending !== page.backward,
  };
}

export function toPage<Item>(
  found: readonly { readonly item: Item; readonly position: { readonly key: string; readonly id: string } }[],
  page: PageRequest,
): Page<Item> {
  const items = found.slice(0, page.limit);
  return { items: page.backward ? items.reverse() : items, more: found.length > page.limit };
}

const total = z.number().transform((count) => (count > countedTo ? null : count));

function assertionParameters(filter: AssertionFilter): Parameters {
  const { said, ...others } = filter;
  return { ...narrowing(others), ...rangeParameters('said', said) };
}

/**
 * What is asked most has a statement of its own, without the conditions that then hold for every one: of a claim or a
 * speaker all that is current, or of a speaker what was certainly said within days; the last said first. Null for all else.
 */
function lastSaid({ anchor, filter, order }: AssertionQuery, page: PageRequest): Asked | null {
  const { withdrawn, said, ...others } = filter;
  if (order !== 'SAID_NEWEST' || page.backward || withdrawn !== false || !narrowsNothing(others)) return null;
  if (anchor?.by !== 'claim' && anchor?.by !== 'speaker') return null;
  if (said === null) return [`list-last-said-by-${anchor.by}`, {}];
  const { match, from, to } = said;
  if (anchor.by === 'claim' || match !== 'CERTAINLY' || from === null || to === null) return null;
  return ['list-said-within-by-speaker', { saidFrom: from, saidTo: to }];
}

/** Puts rows of an anchor's number, an order key, a record and its id in order: the last key first, then by id. */
function lastFirst([, key, , id]: Row, [, otherKey, , otherId]: Row): number {
  const [a, b, x, y] = [String(key), String(otherKey), String(id), String(otherId)];
  if (a !== b) return a < b ? 1 : -1;
  return x < y ? -1 : 1;
}

/** A statement's name, and the parameters of its conditions. */
type Asked = readonly [string, Parameters];

/** Whether a list of claims is what a front page shows: all that there are, the newest first. */
export function isOfNewest({ anchor, filter, order }: ClaimQuery, page: PageRequest): boolean {
  return anchor === null && order === 'NEWEST' && !page.backward && narrowsNothing(filter);
}

function claimParameters(filter: ClaimFilter): Parameters {
  const { concerns, ...others } = filter;
  return { ...narrowing(others), ...rangeParameters('concerns', concerns) };
}

/** Where a list of the whole graph starts: at the filter that is likely to leave the least. */
function assertionStart(query: AssertionQuery): { by: string; ids: readonly (readonly string[])[] } {
  if (query.anchor) return query.anchor;
  const { claim, onBehalfOf, speaker, source, about, said } = query.filter;
  if (claim) return { by: 'claim', ids: [claim] };
  if (onBehalfOf) return { by: 'on-behalf-of', ids: [onBehalfOf] };
  if (speaker) return { by: 'speaker', ids: [speaker] };
  if (about) return { by: 'about', ids: [about] };
  if (source) return { by: 'source', ids: [source] };
  return { by: said ? 'said' : 'all', ids: [[]] };
}

function claimStart(query: ClaimQuery): { by: string; ids: readonly (readonly string[])[] } {
  if (query.anchor) return query.anchor;
  const { about, speaker, source } = query.filter;
  if (about) return { by: 'about', ids: [about] };
  if (speaker) return { by: 'speaker', ids: [speaker] };
  if (source) return { by: 'source', ids: [source] };
  return { by: 'all', ids: [[]] };
}

/** What each order goes by. */
const assertionKeys: Record<AssertionOrder, string> = {
  SAID_NEWEST: 'SAID',
  SAID_OLDEST: 'SAID',
  RECORDED_NEWEST: 'RECORDED',
  AS_RECORDED: 'PLACE',
};
const claimKeys: Record<ClaimOrder, string> = {
  NEWEST: 'RECORDED',
  OLDEST: 'RECORDED',
  MOST_ASSERTED: 'ASSERTED',
  AS_RECORDED: 'PLACE',
};

const anchorNames: Record<string, string> = { attributedTo: 'attributed-to' };
const nameOfAnchor = (by: string): string => anchorNames[by] ?? by;

export function anchorsOf(
  ids: readonly (readonly string[])[],
): readonly { key: number; ids: readonly string[] }[] {
  return ids.map((some, key) => ({ key, ids: [...new Set(some)] }));
}

/** Rows that lead with an anchor's number and an order key, as one page for each anchor. */
export function pagesOf<Item extends { readonly id: string }>(
  anchors: number,
  rows: readonly Row[],
  page: PageRequest,
  parse: (row: Row) => Item,
): readonly Page<Item>[] {
  const found = Array.from(
    { length: anchors },
    (): { item: Item; position: { key: string; id: string } }[] => [],
  );
  for (const row of rows) {
    const item = parse(row);
    found[Number(row[0])]?.push({ item, position: { key: String(row[1]), id: item.id } });
  }
  return found.map((some) => toPage(some, page));
}

export function totalsOf(anchors: number, rows: readonly Row[]): readonly (number | null)[] {
  const totals: (number | null)[] = Array.from({ length: anchors }, () => 0);
  for (const row of rows) totals[Number(row[0])] = total.parse(row[1]);
  return totals;
}

/** The lists that can grow, a page at a time. */
export function listReader(run: Run) {
  async function claimsByNewest(pages: readonly PageRequest[]): Promise<readonly Page<Claim>[]> {
    const [first] = pages;
    if (first === undefined) return [];
    const rows = await run('list-every-claim-by-newest', {
      places: pages.map(({ beyond }, key) => ({
        key,
        latest: beyond?.key ?? afterEveryKey,
        beyondId: beyond?.id ?? '',
      })),
      limit: first.limit + 1,
    });
    return pagesOf(pages.length, rows, first, (row) => claimRow.parse(row[2]));
  }

  return {
    async listAssertions(
      query: AssertionQuery,
      page: PageRequest,
    ): Promise<readonly Page<SourcedAssertion>[]> {
      const start = assertionStart(query);
      const anchors = anchorsOf(start.ids);
      const asked = lastSaid(query, page);
      if (asked !== null) {
        const [list, conditions] = asked;
        const { whole = true } = query;
        const { beyond, limit } = page;
        const after = { latest: beyond?.key ?? afterEveryKey, beyondId: beyond?.id ?? '', limit: limit + 1 };
        const rows = await run(list, { ...conditions, ...after, anchors, whole });
        const reader = whole ? assertionRow : sourcedAssertionRow;
        // Sorted here, for the store, which finds the first by their order, would sort them again to end in it.
        return pagesOf(start.ids.length, [...rows].sort(lastFirst), page, (row) => reader.parse(row[2]));
      }
      const newest = query.order === 'SAID_NEWEST' || query.order === 'RECORDED_NEWEST';
      const rows = await run(`list-assertions-by-${nameOfAnchor(start.by)}`, {
        ...assertionParameters(query.filter),
        ...pageParameters(page, { keyDescending: newest, idDescending: false }),
        anchors,
        order: assertionKeys[query.order],
        // Dates unknown come last, whichever way the order runs.
        undated: newest ? '' : '~',
      });
      return pagesOf(start.ids.length, rows, page, (row) => assertionRow.parse(row[2]));
    },
    async countAssertions(query: AssertionQuery): Promise<readonly (number | null)[]> {
      const start = assertionStart(query);
      const rows = await run(`count-assertions-by-${nameOfAnchor(start.by)}`, {
        ...assertionParameters(query.filter),
        anchors: anchorsOf(start.ids),
      });
      return totalsOf(start.ids.length, rows);
    },

    claimsByNewest,
    async listClaims(query: ClaimQuery, page: PageRequest): Promise<readonly Page<Claim>[]> {
      if (isOfNewest(query, page)) return claimsByNewest([page]);
      const start = claimStart(query);
      // The order of the front page goes along an index; the others look at every claim that there is.
      const newest = start.by === 'all' && query.order === 'NEWEST' && !page.backward;
      const rows = await run(`list-claims-by-${newest ? 'newest' : start.by}`, {
        ...(newest ? { latest: page.beyond?.key ?? afterEveryKey } : {}),
        ...claimParameters(query.filter),
        ...pageParameters(page, {
          keyDescending: query.order === 'NEWEST' || query.order === 'MOST_ASSERTED',
          idDescending: false,
        }),
        anchors: anchorsOf(start.ids),
        order: claimKeys[query.order],
      });
      return pagesOf(start.ids.length, rows, page, (row) => claimRow.parse(row[2]));
    },
    async countClaims(query: ClaimQuery): Promise<readonly (number | null)[]> {
      const start = claimStart(query);
      const rows = await run(`count-claims-by-${start.by}`, {
        ...claimParameters(query.filter),
        anchors: anchorsOf(start.ids),
      });
      return totalsOf(start.ids.length, rows);
    },

    async listSpeakers(filter: EntityFilter, page: PageRequest): Promise<Page<Entity>> {
      const rows = await run('list-speakers', {
        ...narrowing({ ...filter }),
        ...pageParameters(page, { keyDescending: false, idDescending: false }),
      });
      const [found] = pagesOf(
        1,
        rows.map((row) => [0, ...row]),
        page,
        (row) => entityRow.parse(row[2]),
      );
      return found ?? { items: [], more: false };
    },
    async countSpeakers(filter: EntityFilter): Promise<number | null> {
      const rows = await run('count-speakers', narrowing({ ...filter }));
      return total.parse(rows[0]?.[0]);
    },

    async listSources(filter: SourceFilter, page: PageRequest): Promise<Page<Source>> {
      const { published, ...others } = filter;
      const rows = await run('list-sources', {
        ...narrowing(others),
        ...rangeParameters('published', published),
        ...pageParameters(page, { keyDescending: false, idDescending: false }),
      });
      const [found] = pagesOf(
        1,
        rows.map((row) => [0, ...row]),
        page,
        (row) => sourceRow.parse(row[2]),
      );
      return found ?? { items: [], more: false };
    },
    async countSources(filter: SourceFilter): Promise<number | null> {
      const { published, ...others } = filter;
      const rows = await run('count-sources', {
        ...narrowing(others),
        ...rangeParameters('published', published),
      });
      return total.parse(rows[0]?.[0]);
    },

    async listPassages(sourceIds: readonly string[], page: PageRequest): Promise<readonly Page<Passage>[]> {
      const rows = await run('list-passages-of-sources', {
        ...pageParameters(page, { keyDescending: false, idDescending: false }),
        anchors: anchorsOf(sourceIds.map((id) => [id])),
      });
      return pagesOf(sourceIds.length, rows, page, (row) => passageRow.parse(row[2]));
    },
    async countPassages(sourceIds: readonly string[]): Promise<readonly (number | null)[]> {
      const rows = await run('count-passages-of-sources', {
        anchors: anchorsOf(sourceIds.map((id) => [id])),
      });
      return totalsOf(sourceIds.length, rows);
    },
  };
}
