import type { AsideWords, Hedge, OthersWords, ReporterWords } from './messages.ts';

/** Those of whom the same is told counted together: who said it as surely, and whether that is known by report. */
export function othersOf(asides: readonly AsideWords[]): readonly OthersWords[] {
  const groups = Map.groupBy(asides, (aside) =>
    JSON.stringify([
      aside.hedge,
      aside.also,
      aside.byMachine,
      aside.reporters.length > 0,
      hedgesIn(aside.reporters),
      aside.copiers,
    ]),
  );
  return [...groups.values()].flatMap(([first, ...rest]) => (first ? [asOne(first, rest)] : []));
}

function asOne(first: AsideWords, rest: readonly AsideWords[]): OthersWords {
  const count = rest.length + 1;
  const ways = JSON.stringify(first.reporters);
  if (rest.every(({ reporters }) => JSON.stringify(reporters) === ways)) return { count, aside: first };
  // Who passed it on is told of none of them; how sure they were is.
  const [hedge = null, ...also] = [
    ...(first.hedge === null ? [] : [first.hedge]),
    ...first.also,
    ...hedgesIn(first.reporters),
  ];
  return { count, aside: { ...first, hedge, also, reporters: 'VARIOUS' } };
}

function hedgesIn(reporters: readonly ReporterWords[] | 'VARIOUS'): readonly Hedge[] {
  return reporters === 'VARIOUS' ? [] : reporters.flatMap(({ hedges }) => hedges);
}
