import { typeOfId } from '../domain/ids.ts';
import type { Run } from '../store/run.ts';
import { mostSaying, saidElsewhere, tellingTextsOf } from '../store/said-elsewhere.ts';
import { draftsNaming, standingBeside } from '../store/standing-beside.ts';
import { inOneLine } from './in-one-line.ts';

/** What an erasure leaves as it is and may say the same, each record in one list only. */
export interface LeftStanding {
  /** Drafts that name an erased record or hold its words. */
  readonly drafts: readonly { readonly id: string; readonly status: string }[];
  /** The other records that hold the same words. */
  readonly elsewhere: readonly string[];
  /** Whether more records than are named here may hold them. */
  readonly moreElsewhere: boolean;
  /** The records one step from an erased one. */
  readonly beside: readonly { readonly id: string; readonly says: string }[];
}

/** How many of those that stand beside are told in words; `--json` has them all. */
const mostTold = 20;

/**
 * Looks, before records are erased, for what will be left standing: nobody knows it afterwards. The answer is to be asked
 * for when they are erased.
 */
export async function lookAround(run: Run, gone: readonly string[]): Promise<() => Promise<LeftStanding>> {
  const texts = await tellingTextsOf(run, gone);
  const linked = await standingBeside(run, gone);
  const drafts = await draftsNaming(run, gone, texts);
  return async () => {
    const saying = await saidElsewhere(run, texts, gone);
    const elsewhere = saying.filter((id) => typeOfId(id) !== 'Draft');
    const told = new Set([...elsewhere, ...drafts.map(({ id }) => id)]);
    return {
      drafts: drafts.map(({ id, state }) => ({ id, status: state.status })),
      elsewhere,
      moreElsewhere: saying.length >= mostSaying,
      beside: linked
        .filter(({ id }) => !told.has(id))
        .map((entry) => ({ id: entry.id, says: inOneLine(entry) })),
    };
  };
}

/** What is left standing, in lines. */
export function leftInWords({ drafts, elsewhere, moreElsewhere, beside }: LeftStanding): readonly string[] {
  const others = beside.length - mostTold;
  return [
    ...drafts.map(({ id, status }) => `Also names it, or says the same: ${id} (${status}): not erased.`),
    ...(elsewhere.length + drafts.length === 0 ? ['No other record says the same word for word.'] : []),
    ...(elsewhere.length === 0
      ? []
      : [
          'The same words stand in other records, which were not touched:',
          ...elsewhere.map((id) => `  ${id}`),
          ...(moreElsewhere ? [`  and perhaps others: no more than ${mostSaying} are looked for`] : []),
        ]),
    ...(beside.length === 0
      ? []
      : [
          'Stands beside it and was not erased:',
          ...beside.slice(0, mostTold).map(({ id, says }) => `  ${id}  ${says}`),
          ...(others > 0 ? [`  and ${others} more, which --json lists`] : []),
        ]),
  ];
}
