import { clustersOf, type Member } from '../../domain/clusters.ts';
import { copiesOwnRelay, whyNotOneSaying } from '../../domain/one-saying.ts';
import type { GraphIndex } from './graph-index.ts';
import type { Report } from './problem.ts';

/**
 * Verifies that nothing is a copy of what passes it on, that assertions which are judged the same can be one, and that
 * what a source says of its own content stands in it.
 */
export function checkSayings(index: GraphIndex, report: Report): void {
  const { assertions, judgements, disclaimers, passageVersions, versionSources } = index;
  const sayingOf = (id: string) => assertions.get(id);
  for (const id of assertions.keys())
    if (copiesOwnRelay(id, sayingOf))
      report('COPY_OF_RELAY', id, 'expected a copy of what was there before; it is one of what passes it on');
  const judged = [...new Set(judgements.flatMap(({ between }) => between))].filter((id) =>
    assertions.has(id),
  );
  const members = judged.map((id): Member => ({ id, anonymity: 'NAMED', place: '' }));
  const inOrder = [...judgements].sort((a, b) => (a.place < b.place ? -1 : 1));
  for (const cluster of clustersOf(members, inOrder)) {
    const [why] = cluster.flatMap(({ id }, place) =>
      cluster.slice(place + 1).flatMap((other) => whyNotOneSaying(id, other.id, sayingOf) ?? []),
    );
    if (why !== undefined && cluster[0])
      report(
        'SAYINGS_DIFFER',
        cluster[0].id,
        `expected assertions that are judged the same to be able to be; ${why}`,
      );
  }
  for (const [id, disclaimer] of disclaimers) {
    const source = versionSources.get(passageVersions.get(disclaimer) ?? '');
    if (source === undefined || source === id) continue;
    report(
      'DISCLAIMER_ELSEWHERE',
      id,
      `expected a disclaimer that stands in it; ${disclaimer} stands in ${source}`,
    );
  }
}
