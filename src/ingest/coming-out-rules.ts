import type { Issue } from '../domain/errors.ts';
import { typeOfId } from '../domain/ids.ts';
import { recordedEntry } from '../domain/recorded-entry.ts';
import type { Entry } from '../domain/state.ts';
import { isSourceHidden } from '../domain/visibility.ts';
import type { RecordingView } from '../store/write-port.ts';
import type { BundleRecords } from './bundle-records.ts';

/**
 * What hides a record where all of it is hidden, by the field that a later state may say something else in. Relations are left
 * out: there is one between two claims, which may come to be drawn by something public.
 */
function restingIn({ type, state }: Entry): readonly [field: string, ids: readonly string[]] | null {
  if (state.erased !== undefined) return null;
  switch (type) {
    case 'SourceVersion':
      return ['source', [state.source]];
    case 'Passage':
      return ['version', [state.version]];
    case 'Assertion':
      return state.source === undefined ? ['passages', state.passages] : ['source', [state.source]];
    default:
      return null;
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
    const [, ids = []] = restingIn(entry) ?? [];
    const hidden = await Promise.all(ids.map((id) => this.#isHidden(id)));
    return hidden.length > 0 && hidden.every(Boolean);
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
 * midst of what was recorded around it in hiding, and of what that says of it. What was seen once may be seen again.
 */
export async function comingOut(records: BundleRecords, view: RecordingView): Promise<readonly Issue[]> {
  const resting = records.entries.filter((entry) => restingIn(entry) !== null);
  if (resting.length === 0) return [];
  const ids = resting.map(({ id }) => id);
  const current = await view.currentStates(ids);
  const moved = resting.flatMap((entry) => {
    const { payload } = current.get(entry.id) ?? {};
    const before =
      payload === undefined ? null : recordedEntry(entry.type, entry.id, entry.position, payload);
    const [field = '', now = []] = restingIn(entry) ?? [];
    const [, then = []] = (before && restingIn(before)) ?? [];
    // What is left without words is refused as what would expose them.
    const isBare = entry.type === 'Assertion' && now.length === 0;
    return before === null || isBare || now.join() === then.join() ? [] : [{ entry, before, field }];
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
