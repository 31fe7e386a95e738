import type { Issue } from '../domain/errors.ts';
import { typeOfId } from '../domain/ids.ts';
import { recordedEntry } from '../domain/recorded-entry.ts';
import type { Entry } from '../domain/state.ts';
import { isSourceHidden } from '../domain/visibility.ts';
import type { RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';

/** Ids in a field that a later state may fill otherwise: what hides a record where all of them are hidden. */
interface Ground {
  readonly field: string;
  readonly ids: readonly string[];
}

/**
 * What hides a record, of whatever hides it by itself. An assertion is hidden by the source that it was made in, and as well
 * by its words alone, wherever it was made. Relations are left out: there is one between two claims, which may come to be
 * drawn by something public.
 */
function groundsOf({ type, state }: Entry): readonly Ground[] {
  if (state.erased !== undefined) return [];
  switch (type) {
    case 'SourceVersion':
      return [{ field: 'source', ids: [state.source] }];
    case 'Passage':
      return [{ field: 'version', ids: [state.version] }];
    case 'Assertion':
      return [
        { field: 'passages', ids: state.passages },
        { field: 'source', ids: state.source === undefined ? [] : [state.source] },
      ];
    default:
      return [];
  }
}

/** Tells what is hidden by what it rests on, as it will be once the records are recorded. */
class Hiding {
  readonly #view: RecordingView;
  readonly #own: ReadonlyMap<string, Entry>;
  readonly #known = new Map<string, Promise<boolean>>();

  constructor(records: BundleRecords, view: RecordingView) {
    this.#view = view;
    this.#own = new Map(records.entries.map((entry) => [entry.id, entry]));
  }

  async hides(entry: Entry): Promise<boolean> {
    for (const { ids } of groundsOf(entry)) {
      const hidden = await Promise.all(ids.map((id) => this.#isHidden(id)));
      if (hidden.length > 0 && hidden.every(Boolean)) return true;
    }
    return false;
  }

  #isHidden(id: string): Promise<boolean> {
    const known = this.#known.get(id) ?? this.#found(id);
    this.#known.set(id, known);
    return known;
  }

  async #found(id: string): Promise<boolean> {
    const entry = this.#own.get(id) ?? (await this.#recorded(id));
    if (entry === null) return false;
    if (entry.type === 'Source') return isSourceHidden(entry.state, new Date(this.#view.recordedAt));
    return this.hides(entry);
  }

  async #recorded(id: string): Promise<Entry | null> {
    const type = typeOfId(id);
    const current = (await this.#view.currentStates([id])).get(id);
    return type === null || current === undefined ? null : recordedEntry(type, id, 0, current.payload);
  }
}

/**
 * What was recorded of hidden words alone stays with them: shown for others that it came to rest on since, it would stand in the
 * midst of what was recorded around it in hiding, and of what that says of it. What was recorded with something that is seen
 * today may come to be seen again.
 */
export async function comingOut(records: BundleRecords, view: RecordingView): Promise<readonly Issue[]> {
  const resting = records.entries.filter((entry) => groundsOf(entry).length > 0);
  if (resting.length === 0) return [];
  const ids = resting.map(({ id }) => id);
  const current = await view.currentStates(ids);
  const moved = resting.flatMap((entry) => {
    const { payload } = current.get(entry.id) ?? {};
    const before =
      payload === undefined ? null : recordedEntry(entry.type, entry.id, entry.position, payload);
    if (before === null) return [];
    const [now, then] = [groundsOf(entry), groundsOf(before)];
    // What is left with no source and no words is refused as what would expose them.
    if (now.every(({ ids }) => ids.length === 0)) return [];
    const changed = now.find(({ ids }, index) => ids.join() !== then[index]?.ids.join());
    return changed === undefined ? [] : [{ entry, before, field: changed.field }];
  });
  if (moved.length === 0) return [];
  const first = await view.firstStates(moved.map(({ entry }) => entry.id));
  const hiding = new Hiding(records, view);
  const issues: Issue[] = [];
  for (const { entry, before, field } of moved) {
    const began = recordedEntry(entry.type, entry.id, entry.position, first.get(entry.id) ?? '') ?? before;
    if (!(await hiding.hides(before)) || !(await hiding.hides(began)) || (await hiding.hides(entry)))
      continue;
    issues.push({
      path: `${records.paths.get(entry.id)}.${field}`,
      message:
        'expected what is hidden, as all that it was recorded with: shown for something else, it would tell of that; ' +
        'record another one',
    });
  }
  return issues;
}
