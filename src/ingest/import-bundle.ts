import type { Bundle } from '../domain/bundle.ts';
import { ChainCycle, chainOf } from '../domain/chain.ts';
import { InvalidInput, type Issue } from '../domain/errors.ts';
import type { Assertion } from '../domain/model.ts';
import { assertionIdentity, type Draft, type DraftOf } from '../domain/state.ts';
import type { RecordMethod } from '../domain/vocabulary.ts';
import type { CurrentState, Receipt, RecordingView, StoreWriter } from '../store/write-port.ts';
import { type BundleRecords, bundleRecords } from './bundle-records.ts';
import { brokenRules } from './bundle-rules.ts';

/** The bundle cannot be recorded; each issue has its path and reason, and the store is as it was. */
export class RefusedBundle extends InvalidInput {
  constructor(issues: readonly Issue[]) {
    super('the bundle was refused, and nothing of it was recorded', issues, 'REFUSED_BUNDLE');
  }
}

const machineMethods: readonly RecordMethod[] = ['RULES', 'MODEL'];

function isAssertion(draft: Draft): draft is DraftOf<'Assertion'> {
  return draft.type === 'Assertion';
}

/** References that lead out of the bundle must be in the store; a key that is in neither is misspelt. */
async function missing(records: BundleRecords, view: RecordingView): Promise<readonly Issue[]> {
  const outside = records.references.filter(({ to }) => !records.paths.has(to));
  const found = await view.currentStates(outside.map(({ to }) => to));
  return outside.flatMap(({ path, to, types }) =>
    found.has(to)
      ? []
      : [
          {
            path,
            message: `expected the key of a ${types.join(' or ')} in this bundle, or an id in the store; nothing is there for it`,
          },
        ],
  );
}

async function takenSlugs(records: BundleRecords, view: RecordingView): Promise<readonly Issue[]> {
  const slugs = (type: 'Entity' | 'Source' | 'Claim') =>
    records.drafts.filter((draft): draft is DraftOf<typeof type> => draft.type === type);
  const issues: Issue[] = [];
  for (const [type, look] of [
    ['Entity', view.reader.entitiesBySlugs],
    ['Source', view.reader.sourcesBySlugs],
    ['Claim', view.reader.claimsBySlugs],
  ] as const) {
    const some = slugs(type);
    const holders = await look(some.map((draft) => draft.state.slug));
    some.forEach((draft, index) => {
      const holder = holders[index];
      if (holder && holder.id !== draft.id) {
        issues.push({
          path: `${records.paths.get(draft.id)}.slug`,
          message: `expected a slug that is free; "${draft.state.slug}" is that of ${holder.id}`,
        });
      }
    });
  }
  return issues;
}

/** No chain leads back to itself, and a relay passes on the stance, of the claim, that it was given. */
async function brokenChains(records: BundleRecords, view: RecordingView): Promise<readonly Issue[]> {
  const own = new Map(records.drafts.filter(isAssertion).map((draft) => [draft.id, draft]));
  const outside = [...own.values()].flatMap(({ state }) =>
    state.attributedTo === undefined || own.has(state.attributedTo) ? [] : [state.attributedTo],
  );
  const stored = new Map<string, Assertion>();
  for (const one of await view.reader.assertionsByIds(outside)) if (one) stored.set(one.id, one);
  const attributedTo = (id: string): string | null | undefined => {
    const draft = own.get(id);
    if (draft) return draft.state.attributedTo ?? null;
    for (const one of stored.values()) {
      const place = one.chain.indexOf(id);
      if (place >= 0) return one.chain[place + 1] ?? null;
    }
    return undefined;
  };
  const issues: Issue[] = [];
  for (const draft of own.values()) {
    const path = `${records.paths.get(draft.id)}.attributedTo`;
    const { state } = draft;
    if (state.attributedTo === undefined) continue;
    try {
      chainOf(draft.id, attributedTo);
    } catch (error) {
      if (!(error instanceof ChainCycle)) continue;
      issues.push({
        path,
        message: 'expected a chain that ends at an origin; this one leads back to itself',
      });
      continue;
    }
    const relayed = own.get(state.attributedTo)?.state;
    const source = stored.get(state.attributedTo);
    const claim = relayed?.claim ?? source?.claim.id;
    const stance = relayed?.stance ?? source?.stance;
    if (claim === undefined || stance === undefined) continue;
    if (claim !== state.claim && !state.warnings.some((warning) => warning.code === 'RELAY_ALTERED')) {
      issues.push({
        path,
        message:
          'expected an assertion of the same claim; a relay that changed the content has the warning RELAY_ALTERED',
      });
    }
    if (claim === state.claim && stance !== state.stance) {
      issues.push({
        path: path.replace(/attributedTo$/, 'stance'),
        message: `a relay carries the stance that it passes on: expected ${stance}, came ${state.stance}`,
      });
    }
  }
  return issues;
}

/** What a second edition of a bundle may not change. */
function forbiddenChanges(
  records: BundleRecords,
  bundle: Bundle,
  current: ReadonlyMap<string, CurrentState>,
): readonly Issue[] {
  return records.drafts.flatMap((draft): Issue[] => {
    const before = current.get(draft.id);
    if (!before) return [];
    const path = records.paths.get(draft.id) ?? '';
    const old: Record<string, unknown> = JSON.parse(before.payload);
    if (machineMethods.includes(bundle.method) && before.method === 'HUMAN') {
      return [
        {
          path,
          message: `expected a record of its own: a person recorded this, and a machine's record (${bundle.method}) never replaces a person's`,
        },
      ];
    }
    if (draft.type === 'Assertion') {
      const changed = assertionIdentity.filter(
        (field) => (old[field] ?? null) !== (draft.state[field] ?? null),
      );
      return changed.map((field) => ({
        path: `${path}.${field}`,
        message: `what makes an assertion that assertion does not change: expected ${String(old[field] ?? 'none')}, as recorded; record another one with "supersedes"`,
      }));
    }
    if (draft.type === 'SourceVersion' && old['sha256'] !== draft.state.sha256) {
      return [
        {
          path: `${path}.sha256`,
          message: 'a version is its text: expected the hash recorded; another text is another version',
        },
      ];
    }
    return [];
  });
}

/** What a request is called that nobody else's is. */
export interface ImportOptions {
  readonly requestKey: string;
}

/**
 * Records a bundle in one Activity: what is new is added, what differs is revised, what is as recorded stays as it
 * is; nothing is taken away by leaving it out. Throws RefusedBundle with every path and reason; the store is then as it was.
 */
export async function importBundle(
  writer: StoreWriter,
  bundle: Bundle,
  options: ImportOptions,
): Promise<Receipt> {
  const records = bundleRecords(bundle);
  const broken = brokenRules(bundle, records);
  if (broken.length > 0) throw new RefusedBundle(broken);
  const [title = bundle.namespace] = Object.values(bundle.title);
  return writer.record(
    { requestKey: options.requestKey, by: bundle.by, method: bundle.method, title },
    async (view) => {
      const current = await view.currentStates(records.drafts.map((draft) => draft.id));
      const issues = [
        ...(await missing(records, view)),
        ...(await takenSlugs(records, view)),
        ...(await brokenChains(records, view)),
        ...forbiddenChanges(records, bundle, current),
      ];
      if (issues.length > 0) throw new RefusedBundle(issues);
      return records.drafts;
    },
  );
}
