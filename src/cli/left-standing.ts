import { typeOfId } from '../domain/ids.ts';
import type { Entry } from '../domain/state.ts';
import type { Run } from '../store/run.ts';
import { saidElsewhere, tellingTextsOf } from '../store/said-elsewhere.ts';
import { draftsNaming, notErased, standingBeside } from '../store/standing-beside.ts';
import { inOneLine } from './in-one-line.ts';

/** What an erasure leaves as it is and may say the same, each record in one list only. */
export interface LeftStanding {
  /** Drafts that name an erased record or hold its words. */
  readonly drafts: readonly { readonly id: string; readonly status: string }[];
  /** The other records that hold the same words; a hundred at most. */
  readonly elsewhere: readonly string[];
  /** The records one step from an erased one. */
  readonly beside: readonly { readonly id: string; readonly says: string }[];
}

/** How many of those that stand beside are told in words; `--json` has them all. */
const mostTold = 20;

function draftsIn(entries: readonly Entry[]): LeftStanding['drafts'] {
  const drafts = new Map(
    entries.flatMap((entry) => (entry.type === 'Draft' ? [[entry.id, entry.state.status] as const] : [])),
  );
  return [...drafts].map(([id, status]) => ({ id, status }));
}

/**
 * Looks, before records are erased, for what will be left standing: nobody knows it afterwards. The answer is to be asked
 * for when they are erased.
 */
export async function lookAround(run: Run, gone: readonly string[]): Promise<() => Promise<LeftStanding>> {
  const texts = await tellingTextsOf(run, gone);
  const linked = await standingBeside(run, gone);
  const naming = await draftsNaming(run, gone);
  return async () => {
    const saying = await saidElsewhere(run, texts, gone);
    const isDraft = (id: string) => typeOfId(id) === 'Draft';
    const elsewhere = saying.filter((id) => !isDraft(id));
    return {
      drafts: draftsIn([...naming, ...(await notErased(run, saying.filter(isDraft)))]),
      elsewhere,
      beside: linked
        .filter(({ id }) => !elsewhere.includes(id))
        .map((entry) => ({ id: entry.id, says: inOneLine(entry) })),
    };
  };
}

/** What is left standing, in lines. */
export function leftInWords({ drafts, elsewhere, beside }: LeftStanding): readonly string[] {
  const others = beside.length - mostTold;
  return [
    ...drafts.map(({ id, status }) => `Also names it, or says the same: ${id} (${status}): not erased.`),
    ...(elsewhere.length + drafts.length === 0 ? ['No other record says the same word for word.'] : []),
    ...(elsewhere.length === 0
      ? []
      : [
          'The same words stand in other records, which were not touched:',
          ...elsewhere.map((id) => `  ${id}`),
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
