import type { Bundle } from '../../src/domain/bundle.ts';
import { canonicalJson } from '../../src/domain/log.ts';
import { bundleRecords } from '../../src/ingest/bundle-records.ts';
import { recordNode } from '../../src/store/record-nodes.ts';
import { brokenLog } from './log-judge.ts';
import type { StoreDump, StoredLink } from './store-dump.ts';

/** What a judge finds in a store after its writers were killed. */
export interface Verdict {
  /** Bundles that are there whole, by their number. */
  readonly present: ReadonlySet<number>;
  /** Bundles that were acknowledged and are not there whole. */
  readonly lost: readonly number[];
  /** What is there of bundles that are not there whole, and what belongs to no bundle. */
  readonly halfWritten: readonly string[];
  readonly brokenLog: readonly string[];
  /** How many nodes, states and links were looked at. */
  readonly looked: number;
}

/** Links that the log has, beside those of the records. */
const ofTheLog = new Set(['CHANGED', 'STATE_OF']);
const spelled = ({ from, to }: Pick<StoredLink, 'from' | 'to'>): string => `${from} -> ${to}`;

function byOwner<Thing>(things: readonly Thing[], owner: (thing: Thing) => string): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const group = groups.get(owner(thing));
    if (group) group.push(thing);
    else groups.set(owner(thing), [thing]);
  }
  return groups;
}

/** Where each assertion was read: the sources of its passages, once each. Links of that kind are derived. */
function readIn(bundle: Bundle): readonly Pick<StoredLink, 'from' | 'to'>[] {
  const { entries } = bundleRecords(bundle);
  const states = new Map(entries.map((entry) => [entry.id, entry]));
  return entries.flatMap((entry) => {
    if (entry.type !== 'Assertion') return [];
    const sources = entry.state.passages.flatMap((id) => {
      const passage = states.get(id);
      const version = passage?.type === 'Passage' ? states.get(passage.state.version) : undefined;
      return version?.type === 'SourceVersion' ? [version.state.source] : [];
    });
    return [...new Set(sources)].map((to) => ({ from: entry.id, to }));
  });
}

/**
 * Judges a store that only these bundles were written to, each at most once: `acknowledged` are the numbers of those
 * whose receipt was seen. A bundle is whole when every node has all its properties and links, and every state its
 * record and its activity.
 */
export function judge(
  dump: StoreDump,
  bundles: ReadonlyMap<number, Bundle>,
  acknowledged: ReadonlySet<number>,
): Verdict {
  const links = byOwner(
    dump.links.filter(({ kind }) => !ofTheLog.has(kind)),
    ({ from }) => from,
  );
  const stateOf = byOwner(
    dump.links.filter(({ kind }) => kind === 'STATE_OF'),
    ({ to }) => to,
  );
  const changedBy = new Map(
    dump.links.filter(({ kind }) => kind === 'CHANGED').map(({ from, to }) => [to, from]),
  );
  const states = byOwner([...dump.states], (state) => String(state['of']));
  const activities = byOwner([...dump.activities], (activity) => String(activity['title']));
  const owned = new Set<string>();
  const halfWritten: string[] = [];
  const present = new Set<number>();

  for (const [number, bundle] of bundles) {
    const { entries } = bundleRecords(bundle);
    const [activity, ...more] = activities.get(Object.values(bundle.title)[0] ?? '') ?? [];
    let traces = activity === undefined ? 0 : 1;
    const missing: string[] = [];
    const expect = (there: boolean, words: string): void => {
      if (!there) missing.push(words);
    };
    expect(activity !== undefined, 'its activity');
    expect(more.length === 0, 'one activity alone');
    const recordedAt = String(activity?.['recordedAt']);
    const derived = byOwner([...readIn(bundle)], ({ from }) => from);
    for (const entry of entries) {
      owned.add(entry.id);
      const nodes = dump.nodes.get(entry.id) ?? [];
      const own = states.get(entry.id) ?? [];
      const ownLinks = links.get(entry.id) ?? [];
      traces += nodes.length + own.length + ownLinks.length;
      expect(
        nodes.length === 1 && nodes[0]?.type === entry.type,
        `one node ${entry.id}, not ${nodes.length}`,
      );
      const node = recordNode(entry, bundle.method, recordedAt);
      for (const [name, value] of Object.entries({ ...node.properties, recordedAt })) {
        const found = nodes[0]?.properties[name] ?? null;
        expect(canonicalJson(found) === canonicalJson(value), `${entry.id}.${name}`);
      }
      const wanted = [
        ...node.links.map(({ to }) => ({ from: entry.id, to })),
        ...(derived.get(entry.id) ?? []),
      ];
      expect(
        wanted.map(spelled).sort().join() === ownLinks.map(spelled).sort().join(),
        `the ${wanted.length} links of ${entry.id}, not ${ownLinks.length}`,
      );
      const [state] = own;
      expect(own.length === 1, `one state of ${entry.id}, not ${own.length}`);
      expect(state?.['payload'] === canonicalJson(entry.state), `the state of ${entry.id}`);
      expect(changedBy.get(String(state?.['id'])) === activity?.['id'], `${entry.id} under its activity`);
      expect((stateOf.get(entry.id) ?? []).length === 1, `${entry.id} linked to its state`);
    }
    if (missing.length === 0) present.add(number);
    else if (traces > 0) {
      halfWritten.push(`bundle ${number} lacks ${missing.length}: ${missing.slice(0, 5).join('; ')}`);
    }
  }

  for (const id of dump.nodes.keys()) if (!owned.has(id)) halfWritten.push(`a record of no bundle: ${id}`);
  for (const id of states.keys()) if (!owned.has(id)) halfWritten.push(`a state of no bundle: ${id}`);
  return {
    present,
    lost: [...acknowledged].filter((number) => !present.has(number)),
    halfWritten,
    brokenLog: brokenLog(dump),
    looked: dump.nodes.size + dump.states.length + dump.links.length,
  };
}
