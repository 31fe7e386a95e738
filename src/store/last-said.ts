import type { Claim, Entity, SourcedAssertion } from '../domain/model.ts';
import { assertionOf } from './assertion-rows.ts';
import { narrowsNothing } from './narrowing.ts';
import { type Anchor, lastFirst, lastFirstParameters, type Placed, toPage } from './pages.ts';
import type { Page, PageRequest } from './query.ts';
import { MalformedRow, type RowReader, rowOf } from './row-reader.ts';
import { claimRow, entityRow } from './rows.ts';
import type { Run } from './run.ts';
import type { AssertionQuery } from './store.ts';

/** A list of what was said last. */
export interface LastSaid {
  readonly by: 'claim' | 'speaker';
  /** The days between which it was said, both included; null for all that was. */
  readonly within: { readonly from: string; readonly to: string } | null;
  /** Whether with grounds and passages. */
  readonly whole: boolean;
}

/**
 * What is asked most has a statement of its own, without the conditions that then hold for every one: of a claim or a
 * speaker all that is current, or of a speaker what was certainly said within days; the last said first. Null for all else.
 */
export function lastSaid(query: AssertionQuery, page: PageRequest): LastSaid | null {
  const { anchor, filter, order, whole = true } = query;
  const { withdrawn, said, ...others } = filter;
  if (order !== 'SAID_NEWEST' || page.backward || withdrawn !== false || !narrowsNothing(others)) return null;
  if (anchor?.by !== 'claim' && anchor?.by !== 'speaker') return null;
  const { by } = anchor;
  if (said === null) return { by, within: null, whole };
  const { match, from, to } = said;
  if (by === 'claim' || match !== 'CERTAINLY' || from === null || to === null) return null;
  return { by, within: { from, to }, whole };
}

/** What all items of a row have in common. */
interface InCommon {
  readonly claim: Claim | null;
  readonly speaker: Entity | null;
}

function placedOf(inCommon: InCommon, whole: boolean): RowReader<Placed<SourcedAssertion>> {
  return rowOf((columns) => {
    const key = columns.text();
    const claim = columns.rowOrNull(claimRow) ?? inCommon.claim;
    const speaker = columns.rowOrNull(entityRow) ?? inCommon.speaker;
    if (claim === null) throw new MalformedRow(2, 'a claim, of the item or of all items', null);
    if (speaker === null) throw new MalformedRow(3, 'a speaker, of the item or of all items', null);
    const item = columns.row(assertionOf(claim, speaker, whole));
    return { position: { key, id: item.id }, item };
  });
}

/** The number of an anchor, and of what stands on its page all, or what one speaker said, in no order. */
export const lastSaidRow = (whole: boolean) =>
  rowOf((columns) => {
    const anchor = columns.number();
    const inCommon = { claim: columns.rowOrNull(claimRow), speaker: columns.rowOrNull(entityRow) };
    return { anchor, items: columns.rows(placedOf(inCommon, whole)) };
  });

/** An anchor, with what else is asked of it alone. */
type AskedAnchor = Anchor & { readonly saidFrom?: string; readonly saidTo?: string };

/**
 * A page for each anchor. A row brings all of a page, or all of it that one speaker said: each row costs the driver as much as
 * what many items are made of.
 */
export async function lastSaidPages(
  run: Run,
  statement: 'list-last-said-by-claim' | 'list-last-said-by-speaker' | 'list-said-within-by-speaker',
  anchors: readonly AskedAnchor[],
  whole: boolean,
  page: PageRequest,
): Promise<readonly Page<SourcedAssertion>[]> {
  const row = lastSaidRow(whole);
  const found = new Map<number, Placed<SourcedAssertion>[]>();
  for (const one of await run(statement, { ...lastFirstParameters(page), anchors, whole })) {
    const { anchor, items } = row.parse(one);
    const before = found.get(anchor);
    if (before) before.push(...items);
    else found.set(anchor, [...items]);
  }
  // Sorted here, for the store, which finds the first by their order, would sort them again to end in it.
  return anchors.map(({ key }) => toPage((found.get(key) ?? []).sort(lastFirst), page));
}
