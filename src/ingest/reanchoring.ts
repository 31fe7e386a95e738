import { type Bundle, bundlePassage } from '../domain/bundle.ts';
import type { Passage } from '../domain/model.ts';
import { reanchor } from '../domain/reanchor.ts';
import type { Entry, EntryOf, StateOf } from '../domain/state.ts';
import type { Page, Position } from '../store/query.ts';
import type { CurrentState, RecordingView } from '../store/write-port.ts';
import { newestVersion } from './newest-version.ts';

/** Passages that are listed with one statement. */
const atOnce = 1_000;

type PassageState = StateOf['Passage'];
type Verification = NonNullable<PassageState['verification']>;

const passageState = bundlePassage.omit({ key: true });
/** What a passage says, as it is recorded. */
export const stateOf = (current: CurrentState): PassageState =>
  passageState.parse(JSON.parse(current.payload));
const ofType = <Type extends Entry['type']>(entries: readonly Entry[], type: Type) =>
  entries.filter((entry): entry is EntryOf<Type> => entry.type === type);

/** Whether two states are of the same words at the same place, so that what was found of the one holds for the other. */
function sameAnchor(one: PassageState, other: PassageState): boolean {
  return (['version', 'exact', 'prefix', 'suffix', 'start', 'end'] as const).every(
    (field) => one[field] === other[field],
  );
}

/** What was found of a passage later than its item says, or that its item does not say, stays. */
function keepingVerification(
  entry: EntryOf<'Passage'>,
  stated: boolean,
  before: CurrentState | undefined,
): EntryOf<'Passage'> {
  if (before === undefined) return entry;
  const recorded = stateOf(before);
  const { verification } = recorded;
  if (verification === undefined || !sameAnchor(recorded, entry.state)) return entry;
  const own = entry.state.verification?.checkedAt;
  const isLater = verification.checkedAt !== undefined && (own === undefined || own < verification.checkedAt);
  return stated && !isLater ? entry : { ...entry, state: { ...entry.state, verification } };
}

/** The states of passages, but for those that were erased: what stands in their place is in no text. */
export async function unerased(
  ids: readonly string[],
  view: RecordingView,
): Promise<ReadonlyMap<string, CurrentState>> {
  const states = await view.currentStates(ids);
  return new Map([...states].filter(([, { payload }]) => !('erased' in JSON.parse(payload))));
}

/** The passages of a source that are recorded and were not erased. */
async function passagesOf(source: string, view: RecordingView): Promise<ReadonlyMap<string, CurrentState>> {
  const ids: string[] = [];
  let beyond: Position | null = null;
  for (;;) {
    const pages: readonly Page<Passage>[] = await view.reader.listPassages([source], {
      limit: atOnce,
      beyond,
      backward: false,
    });
    const [page] = pages;
    for (const { item } of page?.items ?? []) ids.push(item.id);
    beyond = page?.items.at(-1)?.position ?? null;
    if (page?.more) continue;
    return unerased(ids, view);
  }
}

/** What a passage is found to be in a newer text; as it was found before where that is known and says the same. */
function verificationIn(
  text: string,
  passage: PassageState,
  recorded: PassageState | null,
  view: RecordingView,
  isNew: boolean,
): Verification {
  const { state, found } = reanchor(text, passage);
  const before = recorded && sameAnchor(recorded, passage) ? recorded.verification : undefined;
  if (!isNew && before && before.state === state && before.found === found) return before;
  return { state, checkedAt: view.recordedAt, ...(found === undefined ? {} : { found }) };
}

/** The passages of earlier versions of one source, as they are found in its newest, where the bundle brings its text. */
async function foundAnew(
  source: string,
  entries: readonly Entry[],
  texts: ReadonlyMap<string, string>,
  view: RecordingView,
): Promise<readonly EntryOf<'Passage'>[]> {
  const [stored = []] = await view.reader.versionsOf([source]);
  const own = ofType(entries, 'SourceVersion').filter(({ state }) => state.source === source);
  const newest = newestVersion(stored, own, view.recordedAt);
  const text = newest === null ? undefined : texts.get(newest);
  if (newest === null || text === undefined) return [];
  const isNew = !stored.some(({ id }) => id === newest);
  const versions = new Set([...stored, ...own].map(({ id }) => id));
  const recorded = await passagesOf(source, view);
  const restated = ofType(entries, 'Passage').filter(({ state }) => versions.has(state.version));
  const again = new Set(restated.map(({ id }) => id));
  const others = [...recorded]
    .filter(([id]) => !again.has(id))
    .map(([id, current]) => ({
      type: 'Passage' as const,
      id,
      position: 0,
      state: stateOf(current),
      // The words stay whose they were: that the service looked for them says nothing of who wrote them down.
      method: current.method,
    }));
  return [...restated, ...others]
    .filter(({ state }) => state.version !== newest)
    .map((entry) => {
      const before = recorded.get(entry.id);
      const verification = verificationIn(text, entry.state, before ? stateOf(before) : null, view, isNew);
      return { ...entry, state: { ...entry.state, verification } };
    });
}

/**
 * The entries of a bundle, with what becomes of passages: those that stand in an earlier version of a source are looked
 * up in the newest, where its text came along, and are revised by what came of it. What was found of a passage is not
 * lost when a bundle states it again.
 * @param texts what came along of versions, by id
 */
export async function reanchored(
  bundle: Bundle,
  entries: readonly Entry[],
  texts: ReadonlyMap<string, string>,
  view: RecordingView,
): Promise<readonly Entry[]> {
  const passages = ofType(entries, 'Passage');
  const before = await view.currentStates(passages.map(({ id }) => id));
  const stated = bundle.passages.map(({ verification }) => verification !== undefined);
  const kept = new Map(
    passages.map((entry, index) => [
      entry.id,
      keepingVerification(entry, stated[index] ?? false, before.get(entry.id)),
    ]),
  );
  const sources = new Set(
    ofType(entries, 'SourceVersion').flatMap(({ id, state }) => (texts.has(id) ? [state.source] : [])),
  );
  for (const source of sources) {
    const current = entries.map((entry) => kept.get(entry.id) ?? entry);
    for (const entry of await foundAnew(source, current, texts, view)) kept.set(entry.id, entry);
  }
  const own = new Set(entries.map(({ id }) => id));
  return [
    ...entries.map((entry) => kept.get(entry.id) ?? entry),
    ...[...kept.values()].filter(({ id }) => !own.has(id)),
  ];
}
