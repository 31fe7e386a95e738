import { z } from 'zod';
import type { Bundle } from '../domain/bundle.ts';
import type { Edition } from '../domain/edition.ts';
import { InvalidInput, type Issue } from '../domain/errors.ts';
import { canonicalJson } from '../domain/log.ts';
import { isMachine } from '../domain/machine-method.ts';
import { assertionIdentity, type Entry, type EntryOf } from '../domain/state.ts';
import { withArticle } from '../domain/with-article.ts';
import type {
  CurrentState,
  Decide,
  Preview,
  Receipt,
  Recording,
  RecordingView,
  StoreWriter,
} from '../store/write-port.ts';
import { type BundleRecords, bundleRecords } from './bundle-records.ts';
import { brokenRules } from './bundle-rules.ts';
import { brokenChains } from './chain-rules.ts';
import { circlesOf, circlesOverPlaces } from './circle-rules.ts';
import { comingOut } from './coming-out-rules.ts';
import { foreignDisclaimers } from './disclaimer-rules.ts';
import { exposedWords, exposing } from './exposure-rules.ts';
import { brokenJudgements } from './judgement-rules.ts';
import { machineDecides, machineOverPerson } from './machine-rules.ts';
import { copiesOfOwnRelays, differingSayings } from './one-saying-rules.ts';
import { ontoLastEdition } from './onto-last-edition.ts';
import { conflictingPassages } from './passage-conflicts.ts';
import { reanchored } from './reanchoring.ts';
import { brokenReplies } from './reply-rules.ts';
import { misplacedVoices, voicelessSpeakers } from './speaker-rules.ts';
import {
  changedThoughReplaced,
  passagesPastTheEnd,
  repeatedRelations,
  takenPlaces,
  withdrawnOnHold,
} from './store-rules.ts';
import { timesToCome } from './time-rules.ts';

/** The bundle cannot be recorded; each issue has its path and reason, and the store is as it was. */
export class RefusedBundle extends InvalidInput {
  constructor(issues: readonly Issue[]) {
    super('the bundle was refused, and nothing of it was recorded', issues, 'REFUSED_BUNDLE');
  }
}

/** References that lead out of the bundle must be in the store; a key that is in neither is misspelt. */
async function missing(records: BundleRecords, view: RecordingView): Promise<readonly Issue[]> {
  const outside = [...records.references.filter(({ to }) => !records.paths.has(to)), ...records.restated];
  const found = await view.currentStates(outside.map(({ to }) => to));
  return outside.flatMap(({ path, to, types }) =>
    found.has(to)
      ? []
      : [
          {
            path,
            message: `expected the key of ${withArticle(types.join(' or '))} in this bundle, or an id in the store; nothing is there for it`,
          },
        ],
  );
}

/** Whether a record restates the slug that it was recorded with, which another may have come to hold while it was hidden. */
function keepsSlug(entry: EntryOf<'Entity' | 'Source' | 'Claim'>, before: CurrentState | undefined): boolean {
  if (before === undefined) return false;
  return z.object({ slug: z.string() }).parse(JSON.parse(before.payload)).slug === entry.state.slug;
}

async function takenSlugs(
  records: BundleRecords,
  view: RecordingView,
  current: ReadonlyMap<string, CurrentState>,
): Promise<readonly Issue[]> {
  const slugs = (type: 'Entity' | 'Source' | 'Claim') =>
    records.entries.filter((entry): entry is EntryOf<typeof type> => entry.type === type);
  const issues: Issue[] = [];
  for (const [type, look] of [
    ['Entity', view.reader.entitiesBySlugs],
    ['Source', view.reader.sourcesBySlugs],
    ['Claim', view.reader.claimsBySlugs],
  ] as const) {
    const some = slugs(type).filter((entry) => !keepsSlug(entry, current.get(entry.id)));
    const holders = await look(some.map((entry) => entry.state.slug));
    some.forEach((entry, index) => {
      const holder = holders[index];
      if (holder && holder.id !== entry.id) {
        issues.push({
          path: `${records.paths.get(entry.id)}.slug`,
          message: `expected a slug that is free; "${entry.state.slug}" is that of ${holder.id}`,
        });
      }
    });
  }
  return issues;
}

/** What a second edition of a bundle may not change. */
function forbiddenChanges(
  records: BundleRecords,
  bundle: Bundle,
  current: ReadonlyMap<string, CurrentState>,
): readonly Issue[] {
  return records.entries.flatMap((entry): Issue[] => {
    const before = current.get(entry.id);
    if (!before) return [];
    const path = records.paths.get(entry.id) ?? '';
    const old: Record<string, unknown> = JSON.parse(before.payload);
    if (old['erased'] !== undefined)
      return [{ path, message: `expected a record that stands: ${entry.id} was erased, and stays so` }];
    if (before.payload === canonicalJson(entry.state)) return [];
    if (isMachine(bundle.method) && !isMachine(before.method)) {
      return [
        {
          path,
          message: `expected a record of its own: a person recorded this, and a machine's record (${bundle.method}) never replaces a person's`,
        },
      ];
    }
    if (entry.type === 'Assertion') {
      const changed = assertionIdentity.filter(
        (field) => (old[field] ?? null) !== (entry.state[field] ?? null),
      );
      return changed.map((field) => ({
        path: `${path}.${field}`,
        message: `what makes an assertion that assertion does not change: expected ${String(old[field] ?? 'none')}, as recorded; record another one with "supersedes"`,
      }));
    }
    if (entry.type === 'SourceVersion' && old['sha256'] !== entry.state.sha256) {
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

/** The request that a bundle comes in, and who sends it where that is not who vouches for the bundle. */
export interface ImportOptions {
  /** Unlike any other request's. */
  readonly requestKey: string;
  /** SHA-256 of the input, where the same key with another is to be refused. */
  readonly inputHash?: string;
  /** Called when nothing is left to do but to commit it, maybe more than once. */
  readonly committing?: () => void;
}

/**
 * By what it is asked for. The judgements of an import are told with their paths: a mutation has one, whose refusals the
 * store words, with their codes. APPROVED is a mutation that was drafted, and approved by a second person: what a machine
 * drafted a person has decided then.
 */
export type Asked = 'IMPORT' | 'MUTATION' | 'APPROVED';

/** What the rules say of a bundle's records against the store as it is; empty where nothing is wrong. */
async function brokenAgainstStore(
  bundle: Bundle,
  records: BundleRecords,
  view: RecordingView,
  asked: Asked,
): Promise<readonly Issue[]> {
  const current = await view.currentStates(records.entries.map((entry) => entry.id));
  const found = await Promise.all([
    missing(records, view),
    takenSlugs(records, view, current),
    brokenChains(records, view),
    takenPlaces(records, view),
    circlesOf('copyOf', records, view),
    circlesOf('inResponseTo', records, view),
    copiesOfOwnRelays(records, view),
    differingSayings(records, view),
    foreignDisclaimers(records, view),
    circlesOverPlaces(records, view, asked === 'IMPORT' ? 'PATHS' : 'IDS'),
    repeatedRelations(records, view),
    passagesPastTheEnd(records, view),
    timesToCome(records, current, view),
    conflictingPassages(records, view),
    voicelessSpeakers(records, view),
    misplacedVoices(records, view),
    brokenJudgements(records, current, view, asked === 'IMPORT' ? 'ALL' : 'MACHINES'),
    exposing(records, view),
    exposedWords(records, view),
    comingOut(records, view),
    brokenReplies(records, view),
    forbiddenChanges(records, bundle, current),
    withdrawnOnHold(records, current, view),
    machineOverPerson(records, current, bundle.method, view),
    asked === 'IMPORT' ? changedThoughReplaced(records, current, view) : [],
    asked === 'APPROVED' ? [] : machineDecides(records, current, bundle.method, view),
  ]);
  return found.flat();
}

/** What a bundle states, and the rules that it breaks whatever the store holds. */
interface ByItself {
  readonly stated: BundleRecords;
  readonly broken: readonly Issue[];
}

const looked = new WeakMap<Bundle, ByItself>();

/** Looks at a bundle by itself, once: where that is done ahead, recording it takes so much less. */
export function byItself(bundle: Bundle): ByItself {
  const known = looked.get(bundle);
  if (known !== undefined) return known;
  const stated = bundleRecords(bundle);
  const found = { stated, broken: brokenRules(bundle, stated) };
  looked.set(bundle, found);
  return found;
}

/**
 * The records of a bundle that keeps all rules, and what of it is to be kept for its next edition, given the store as it is. Throws
 * RefusedBundle with every path and reason.
 */
export async function checkedEntries(
  bundle: Bundle,
  view: RecordingView,
  asked: Asked,
): Promise<{ readonly entries: readonly Entry[]; readonly editions: readonly Edition[] }> {
  const { stated, broken } = byItself(bundle);
  if (broken.length > 0) throw new RefusedBundle(broken);
  const {
    records,
    editions,
    issues: contested,
  } = asked === 'IMPORT'
    ? await ontoLastEdition(stated, bundle.namespace, view)
    : { records: stated, editions: [], issues: [] };
  const issues = [...contested, ...(await brokenAgainstStore(bundle, records, view, asked))];
  if (issues.length > 0) throw new RefusedBundle(issues);
  const before = await view.currentStates(
    records.entries
      .filter(({ type }) => type === 'ClaimRelation' || type === 'ReplyRequest')
      .map(({ id }) => id),
  );
  const entries = records.entries.map((entry) => keepingAuthor(entry, before.get(entry.id)));
  return { entries: await reanchored(bundle, entries, records.texts, view), editions };
}

/** Who proposed a relation, or asked for a reply, stays who did, whoever confirms, answers or restates it. */
function keepingAuthor(entry: Entry, before: CurrentState | undefined): Entry {
  if (before === undefined) return entry;
  const state: unknown = JSON.parse(before.payload);
  if (entry.type === 'ClaimRelation')
    return { ...entry, state: { ...entry.state, ...z.object({ proposedBy: z.string() }).parse(state) } };
  if (entry.type === 'ReplyRequest')
    return { ...entry, state: { ...entry.state, ...z.object({ by: z.string() }).parse(state) } };
  return entry;
}

/**
 * Records a bundle in one Activity: what is new is added, what differs is revised, what is as recorded stays as it
 * is; nothing is taken away by leaving it out. Throws RefusedBundle with every path and reason; the store is then as it was.
 */
export function importBundle(writer: StoreWriter, bundle: Bundle, options: ImportOptions): Promise<Receipt> {
  return writer.record(recordingOf(bundle, options), deciding(bundle));
}

/** What `importBundle` would do; nothing is committed. Throws what it throws. */
export function previewImport(writer: StoreWriter, bundle: Bundle, options: ImportOptions): Promise<Preview> {
  return writer.preview(recordingOf(bundle, options), deciding(bundle));
}

function recordingOf(bundle: Bundle, { requestKey, inputHash, committing }: ImportOptions): Recording {
  const [title = bundle.namespace] = Object.values(bundle.title);
  return {
    requestKey,
    inputHash: inputHash ?? null,
    by: bundle.by,
    method: bundle.method,
    title,
    ...(committing && { committing }),
  };
}

function deciding(bundle: Bundle): Decide {
  return async (view) => ({ ...(await checkedEntries(bundle, view, 'IMPORT')), about: null });
}
