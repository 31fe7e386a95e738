import { clustersOf, conflictsOf, type Judgement, type Member, unmasks } from '../domain/clusters.ts';
import type { Issue } from '../domain/errors.ts';
import type { IdentityJudgement } from '../domain/model.ts';
import type { EntityKind } from '../domain/vocabulary.ts';
import { givesMachineAVoice, mixesKinds } from '../domain/voices.ts';
import { withArticle } from '../domain/with-article.ts';
import type { CurrentState, RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';
import { entitiesAfter } from './entities-after.ts';
import { ofType } from './of-type.ts';

/** What is judged of some, and of all that it leads to by however many steps. */
async function reach(start: readonly string[], view: RecordingView) {
  const ids = new Set(start);
  const stored = new Map<string, IdentityJudgement>();
  let frontier = [...ids];
  while (frontier.length > 0) {
    const found = (await view.reader.judgementsOf(frontier)).flat();
    for (const one of found) stored.set(one.id, one);
    const reached = new Set(found.flatMap(({ betweenIds }) => betweenIds));
    frontier = [...reached].filter((id) => !ids.has(id));
    for (const id of frontier) ids.add(id);
  }
  return { ids: [...ids], stored: [...stored.values()] };
}

const byRecording = (a: IdentityJudgement, b: IdentityJudgement): number =>
  a.recordedAt === b.recordedAt ? a.position - b.position : a.recordedAt < b.recordedAt ? -1 : 1;

interface Judged extends Judgement {
  /** Where the bundle has it; null for one of the store's alone. */
  readonly path: string | null;
}

/** Those of a bundle's entities that are recorded with another kind, or were otherwise named. */
function changedEntities(records: BundleRecords, current: ReadonlyMap<string, CurrentState>) {
  return ofType(records, 'Entity').filter(({ id, state }) => {
    const before = current.get(id);
    if (before === undefined) return false;
    const { kind, anonymity } = JSON.parse(before.payload);
    return kind !== state.kind || anonymity !== state.anonymity;
  });
}

/** All judgements that bear on what a bundle judges or changes, as they will stand, the latest last. */
export async function judgementsAfter(
  records: BundleRecords,
  changed: readonly string[],
  view: RecordingView,
) {
  const own = ofType(records, 'IdentityJudgement');
  const { ids, stored } = await reach([...own.flatMap(({ state }) => state.between), ...changed], view);
  const restated = new Map(own.map((entry) => [entry.id, entry]));
  const known = new Set(stored.map(({ id }) => id));
  const judgements: readonly Judged[] = [
    ...stored.sort(byRecording).map(({ id, verdict, betweenIds }) => {
      const again = restated.get(id);
      if (again === undefined) return { verdict, between: betweenIds, path: null };
      return { verdict: again.state.verdict, between: again.state.between, path: again.path };
    }),
    ...own
      .filter(({ id }) => !known.has(id))
      .map(({ path, state: { verdict, between } }) => ({ verdict, between, path })),
  ];
  return { ids, judgements };
}

type Known = Member & { readonly kind: EntityKind };

/**
 * What no judgements may bring about: that some are the same and different too, that a machine's words are taken for
 * somebody's, or somebody's for another kind's, that readers learn who someone is who asked not to be named. Each is told at the last of the bundle's
 * judgements that brings it about, with the others that do; or at the entity whose kind or naming does.
 * @param told MACHINES leaves out what the store refuses by itself, with a code of its own
 */
export async function brokenJudgements(
  records: BundleRecords,
  current: ReadonlyMap<string, CurrentState>,
  view: RecordingView,
  told: 'ALL' | 'MACHINES',
): Promise<readonly Issue[]> {
  const changed = changedEntities(records, current);
  if (changed.length === 0 && ofType(records, 'IdentityJudgement').length === 0) return [];
  const { ids, judgements } = await judgementsAfter(
    records,
    changed.map(({ id }) => id),
    view,
  );
  const entities = await entitiesAfter(
    ids.filter((id) => id.startsWith('Entity_')),
    records,
    view,
  );
  const reached = new Set(ids);
  const members = [...entities]
    .filter(([id]) => reached.has(id))
    .map(([id, one]): Known => ({ id, ...one, place: '' }));
  const nameOf = (id: string): string => {
    const path = records.paths.get(id);
    return path === undefined ? id : `${path} (${id})`;
  };
  /** An issue at what the bundle says among those that are all the same; none where it says nothing of them. */
  const issue = (
    among: ReadonlySet<string>,
    field: 'kind' | 'anonymity' | null,
    message: string,
  ): readonly Issue[] => {
    const paths = judgements.flatMap(({ path, between }) =>
      path !== null && between.every((id) => among.has(id)) ? [path] : [],
    );
    const last = paths.pop();
    const beside = paths.length === 0 ? '' : `; so say ${paths.join(', ')} too`;
    if (last !== undefined) return [{ path: `${last}.between`, message: `${message}${beside}` }];
    if (field === null) return [];
    return changed
      .filter(({ id }) => among.has(id))
      .map(({ path }) => ({ path: `${path}.${field}`, message }));
  };
  const clusters = clustersOf(members, judgements);
  const ofClusters = clusters.flatMap((cluster): readonly Issue[] => {
    const among = new Set(cluster.map(({ id }) => id));
    if (givesMachineAVoice(cluster)) {
      const all = cluster.map(({ id, kind }) => `${nameOf(id)} is ${withArticle(kind)}`).join(', ');
      return issue(
        among,
        'kind',
        `expected no machine to be judged the same as what is none: its words would be taken for somebody's; ${all}`,
      );
    }
    if (mixesKinds(cluster)) {
      const all = cluster.map(({ id, kind }) => `${nameOf(id)} is a ${kind}`).join(', ');
      const message = `expected those who are judged the same to be of one kind; correct the kind of one of them first: ${all}`;
      return issue(among, 'kind', message);
    }
    if (told === 'MACHINES' || !unmasks(cluster)) return [];
    const all = cluster.map(({ id, anonymity }) => `${nameOf(id)} is ${anonymity}`).join(', ');
    return issue(
      among,
      'anonymity',
      `expected nobody who is PROTECTED to be judged the same as someone who is NAMED: readers would learn who it is; such an identity belongs in a confidential identity; ${all}`,
    );
  });
  if (told === 'MACHINES') return ofClusters;
  const all = clustersOf(
    ids.map((id): Member => ({ id, anonymity: 'NAMED', place: '' })),
    judgements,
  );
  const ofConflicts = conflictsOf(judgements).flatMap(([one, other]) => {
    const among = new Set(all.find((some) => some.some(({ id }) => id === one))?.map(({ id }) => id));
    return issue(
      among,
      null,
      `expected judgements that can stand together; ${nameOf(one)} and ${nameOf(other)} would be judged both the same and different`,
    );
  });
  return [...ofClusters, ...ofConflicts];
}
