import { isInViews, typeOfId } from '../domain/ids.ts';
import type { Engine } from '../engine/engine.ts';
import { checkChains } from './check/check-chains.ts';
import { checkDates } from './check/check-dates.ts';
import { checkFacets } from './check/check-facets.ts';
import { checkedAtOnce, checkHistories } from './check/check-histories.ts';
import { checkKeptViews } from './check/check-kept-views.ts';
import { checkLog } from './check/check-log.ts';
import { checkNodes, type ExpectedView, idsByType, onlyView } from './check/check-nodes.ts';
import { checkRecord } from './check/check-references.ts';
import { checkReplies } from './check/check-replies.ts';
import { checkSayings } from './check/check-sayings.ts';
import { checkSpeakers } from './check/check-speakers.ts';
import { checkPublicView, expectedHidden, publicSlugs } from './check/check-views.ts';
import { expectFacets } from './check/expected-facets.ts';
import { emptyIndex } from './check/graph-index.ts';
import { takeInventory } from './check/inventory.ts';
import type { Problem, Report } from './check/problem.ts';
import { logHead } from './log-pages.ts';
import { underSlug } from './public-slugs.ts';
import type { Recorded } from './recorded.ts';
import type { Run } from './run.ts';
import type { Statements } from './statements.ts';
import { type Views, viewState } from './views.ts';

export type { Problem, ProblemCode } from './check/problem.ts';

/** Times that a graph is checked anew because something was recorded meanwhile. */
const attempts = 3;

async function checkOnce(views: Views): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const report: Report = (code, id, message) => problems.push({ code, id, message });
  const state = await viewState(views.public);
  const run = state.split ? views.full : views.public;
  const { leftOut, ...walked } = await checkLog(run, report);
  const inventory = await takeInventory(run, state.split, report);
  for (const what of ['asides', 'requests'] as const)
    if (walked[what] !== inventory[what])
      report(
        'LOG_ASIDE',
        'head',
        `expected ${walked[what]} ${what}, which follow one another; there are ${inventory[what]}`,
      );
  const known = new Map([...inventory.types, ...leftOut.records]);
  const index = emptyIndex();
  const records: Recorded[] = [];
  await checkHistories(run, inventory, leftOut.states, index, report, (entry, _, stored) => {
    // Two records may say the same slug while one of them is hidden: which has it is settled in the public view.
    checkRecord(state.split ? underSlug(entry, entry.id) : entry, known, index, report);
    if (state.split && isInViews(entry.type)) records.push({ entry, stored: { ...stored, id: entry.id } });
  });
  const hidden = state.split ? await expectedHidden(run, records, state) : new Set<string>();
  const slugs = await publicSlugs(views.public, [...inventory.publicTypes.keys()]);
  const view: ExpectedView = state.split
    ? {
        prefix: 'Full',
        slugOf: (id, slug) => (hidden.has(id) ? id : (slugs.get(id) ?? slug)),
        shownSince: () => null,
        hides: (id) => (isInViews(typeOfId(id) ?? 'Hold') ? hidden.has(id) : null),
      }
    : onlyView;
  const chains = checkChains(index, report);
  checkReplies(index, report);
  checkSpeakers(index, report);
  checkSayings(index, report);
  const idsOf = idsByType(inventory.types);
  const expected = expectFacets(index, chains, report);
  for (const [type, ids] of idsOf) {
    for (let start = 0; start < ids.length; start += checkedAtOnce) {
      const nodes = await checkNodes(run, ids.slice(start, start + checkedAtOnce), type, index, view, report);
      await checkFacets(run, type, nodes, expected, report);
    }
  }
  if (state.split) await checkPublicView(views, records, hidden, inventory.publicTypes, slugs, report);
  await checkKeptViews(views.public, records, state, report);
  await checkDates(run, inventory.edtfs, report);
  return problems;
}

/** Half of it stands, so that nothing else can be said. */
const unfinished: Problem = {
  code: 'VIEW_UNFINISHED',
  id: 'head',
  message:
    'the view of what is hidden is being made, or was broken off: whatever is recorded a minute from now ends it',
};

/**
 * Verifies the whole graph's rules: the log (hashes, Merkle roots, commitments), that every record stands as its
 * current state says, that references, chains, clusters and lineages hold, and that what lists go by equals what is
 * counted anew. Answers what is wrong, nothing where nothing is. Reads in batches and keeps ids, not texts. Should
 * something be recorded meanwhile, it begins anew; the third time it says so (LOG_MOVED). While the full view of a large store
 * is made it says that alone (VIEW_UNFINISHED).
 */
export async function checkGraph(store: {
  readonly engine: Pick<Engine, 'read'>;
  readonly statements: Statements;
}): Promise<readonly Problem[]> {
  const run: Run = (name, parameters) => store.engine.read(store.statements.get(name), parameters);
  const full: Run = (name, parameters) => store.engine.read(store.statements.full.get(name), parameters);
  for (let attempt = 1; ; attempt++) {
    const before = await logHead(run);
    const { viewUnderWay, split } = await viewState(run);
    if (viewUnderWay) return [unfinished];
    const problems = await checkOnce({ public: run, full });
    const after = await logHead(run);
    const stateAfter = await viewState(run);
    if (stateAfter.viewUnderWay) return [unfinished];
    const stood = before?.sequence === after?.sequence && before?.asides === after?.asides;
    if (stood && split === stateAfter.split) return problems;
    if (attempt < attempts) continue;
    const moved = `the log went from ${before?.sequence} to ${after?.sequence} meanwhile: problems may be of that`;
    return [...problems, { code: 'LOG_MOVED', id: 'head', message: moved }];
  }
}
