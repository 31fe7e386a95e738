import { type AsideContent, ofEdition } from '../domain/aside.ts';
import { OnrecordError } from '../domain/errors.ts';
import type { LoggedAside, LoggedState, LogRestorer, RestoredActivity } from '../store/log-port.ts';
import type { ActivityLine, EditionLine, RequestLine, StateLine } from './export-lines.ts';
import { readExport } from './read-export.ts';
import type { VerifiedExport } from './verify-export.ts';

/** How many states, and how many asides, go with one transaction; an activity is never parted. */
const statesAtOnce = 500;
const asidesAtOnce = 1_000;

function restoredActivity({ type: _, hash, ...activity }: ActivityLine): Omit<RestoredActivity, 'states'> {
  return { activity, hash };
}

function loggedState({ type: _, ...state }: StateLine, activityId: string): LoggedState {
  return { ...state, activityId };
}

/** What an export of before there were asides has of one. */
function asideOf(line: RequestLine | EditionLine): AsideContent {
  if (line.type === 'request') {
    const { inputHash, unchanged, about } = line;
    return { kind: 'request', of: line.key, content: { inputHash, unchanged, about } };
  }
  const { recordId, bundle, own, said } = line;
  return { kind: 'edition', of: ofEdition(recordId, bundle), content: { own, said } };
}

export interface RestoreOptions {
  /** Told after each transaction, with how many activities of how many are back. */
  readonly onProgress?: (restored: number, all: number) => void;
  /** Looks at what was restored; while it throws, the store stays marked as half restored. */
  readonly judge: () => Promise<void>;
}

/**
 * Puts an export, which was verified before, into an empty store: the same activities, ids, instants, salts and head, and
 * nothing besides. The bytes are read a second time; should they be others than those verified, this throws, and the
 * store stays marked as half restored. Throws StoreNotEmpty.
 */
export async function restoreExport(
  bytes: AsyncIterable<Buffer>,
  verified: VerifiedExport,
  restorer: LogRestorer,
  { onProgress, judge }: RestoreOptions,
): Promise<void> {
  const run = await restorer.begin();
  let activities: (Omit<RestoredActivity, 'states'> & { readonly states: LoggedState[] })[] = [];
  let asides: LoggedAside[] = [];
  let earlier: AsideContent[] = [];
  let chained = 0;
  let states = 0;
  let restored = 0;
  const putBack = async (): Promise<void> => {
    if (activities.length > 0) await restorer.putBack(run, activities);
    restored += activities.length;
    onProgress?.(restored, verified.activities);
    [activities, states] = [[], 0];
  };
  const putBackAsides = async (): Promise<void> => {
    if (asides.length > 0) await restorer.putBackAsides(run, asides);
    if (earlier.length > 0) await restorer.keepAsides(run, chained, earlier);
    chained += earlier.length;
    [asides, earlier] = [[], []];
  };
  let whole = false;
  for await (const { line, sha256Before } of readExport(bytes)) {
    if (line.type === 'activity') {
      if (states >= statesAtOnce) await putBack();
      activities.push({ ...restoredActivity(line), states: [] });
    } else if (line.type === 'state') {
      const last = activities.at(-1);
      last?.states.push(loggedState(line, last.activity.id));
      states++;
    } else if (line.type === 'aside') {
      if (activities.length > 0) await putBack();
      const { type: _, ...aside } = line;
      asides.push(aside);
      if (asides.length >= asidesAtOnce) await putBackAsides();
    } else if (line.type === 'request' || line.type === 'edition') {
      if (activities.length > 0) await putBack();
      earlier.push(asideOf(line));
      if (earlier.length >= asidesAtOnce) await putBackAsides();
    } else if (line.type === 'trailer') {
      await putBack();
      await putBackAsides();
      whole = sha256Before() === verified.sha256;
    }
  }
  if (!whole) {
    throw new OnrecordError(
      'EXPORT_CHANGED',
      'the export changed while it was restored: the store is half restored',
    );
  }
  await judge();
  await restorer.end(run);
}
