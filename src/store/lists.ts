import type { Claim, Entity, Passage, Source, SourcedAssertion } from '../domain/model.ts';
import type { Parameters } from '../engine/engine.ts';
import { assertionRow } from './assertion-rows.ts';
import { lastSaid, lastSaidPages } from './last-said.ts';
import { afterEveryKey, narrowing, narrowsNothing, rangeParameters } from './narrowing.ts';
import {
  anchorsOf,
  lastFirst,
  type Placed,
  pageParameters,
  pagesOf,
  toPage,
  total,
  totalsOf,
} from './pages.ts';
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
import { rowOf } from './row-reader.ts';
import { claimRow, entityRow, passageRow, sourceRow } from './rows.ts';
import { distinct, type Run } from './run.ts';
import type { AssertionQuery, ClaimQuery, SaidWithin } from './store.ts';

function assertionParameters(filter: AssertionFilter): Parameters {
  const { said, ...others } = filter;
  return { ...narrowing(others), ...rangeParameters('said', said) };
}

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

const newestItem = rowOf((columns): Placed<Claim> => {
  const key = columns.text();
  const item = columns.row(claimRow);
  return { item, position: { key, id: item.id } };
});

/** The number of a page, and the claims of it, which the store has found by their order, but need not keep in it. */
export const newestClaimsRow = rowOf((columns) => [columns.number(), columns.rows(newestItem)] as const);

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
    const found = new Map(rows.map((row) => newestClaimsRow.parse(row)));
    return pages.map((_, key) => toPage([...(found.get(key) ?? [])].sort(lastFirst), first));
  }

  async function saidWithin(
    asked: readonly SaidWithin[],
    whole: boolean,
    page: PageRequest,
  ): Promise<readonly Page<SourcedAssertion>[]> {
    const anchors = asked.map(({ ids, from, to }, key) => ({
      key,
      ids: distinct(ids),
      saidFrom: from,
      saidTo: to,
    }));
    return lastSaidPages(run, 'list-said-within-by-speaker', anchors, whole, page);
  }

  return {
    saidWithin,
    async listAssertions(
      query: AssertionQuery,
      page: PageRequest,
    ): Promise<readonly Page<SourcedAssertion>[]> {
      const start = assertionStart(query);
      const anchors = anchorsOf(start.ids);
      const last = lastSaid(query, page);
      if (last !== null) {
        const { by, within, whole } = last;
        if (within === null) return lastSaidPages(run, `list-last-said-by-${by}`, anchors, whole, page);
        const asked = start.ids.map((ids) => ({ ids, ...within }));
        return saidWithin(asked, whole, page);
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
