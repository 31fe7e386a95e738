import { NotPossible } from '../domain/errors.ts';
import { isInViews, typeOfId } from '../domain/ids.ts';
import { canonicalJson } from '../domain/log.ts';
import { documentUnnamed } from '../domain/record-faults.ts';
import { redacted, referencesIn } from '../domain/redaction.ts';
import { assertionIdentity, type Entry } from '../domain/state.ts';
import type { RecordingView } from '../store/write-port.ts';
import { refused } from './gather-parts.ts';
import type { GatheredType, Gathering } from './gathering.ts';
import type { Gather } from './record-gathered.ts';
import { changed, type ItemState, stateToChange } from './revise.ts';
import { keptUnseen } from './without-sight.ts';

/** Which record, and the version that the caller has seen of it. */
export interface Target {
  readonly id: string;
  readonly expectedVersion: number;
}

/** What to change, given where new records may be put: undefined stays as it is, null is taken away. */
export type Changes = (gathering: Gathering) => Readonly<Record<string, unknown>>;

/**
 * How a correction differs from what is recorded, for whoever makes it: what they cannot see differs in nothing, and an
 * id that they name is, where they cannot see it, as one that is not there; `named` are those.
 */
async function seenOf(
  type: GatheredType,
  id: string,
  before: ItemState,
  after: ItemState,
  view: RecordingView,
): Promise<{
  readonly unseen: ReadonlySet<unknown>;
  readonly named: ReadonlySet<unknown>;
  /** Whether a state that names the same ids differs from what is recorded. */
  readonly differs: (state: ItemState) => boolean;
}> {
  const lists = Object.entries(before).flatMap(([field, value]) =>
    Array.isArray(value) ? [[field, []]] : [],
  );
  // Each field of an item is as one state of this very type has it, but for keys of what is gathered along.
  const entry = (state: ItemState) =>
    ({ type, id, position: 0, state: { ...Object.fromEntries(lists), ...state } }) as unknown as Entry;
  const [old, now] = [entry(before), entry(after)];
  const ids = (one: Entry) => referencesIn(one).filter((to) => typeOfId(to) !== null);
  const all = [...new Set([...ids(old), ...ids(now)])];
  const [records, known] = [await view.reader.recordsByIds(all), await view.currentStates(all)];
  const unseen = new Set(all.filter((_, index) => records[index] === null));
  // What stands in no view, as drafts and identities, is nothing that a record can name, whoever may see it.
  const isNameable = (to: string) => {
    const of = typeOfId(to);
    return of !== null && isInViews(of) && known.has(to);
  };
  const named = new Set(ids(now).filter((to) => !isNameable(to)));
  const shown = (one: Entry) => {
    const { state } = redacted(
      one,
      (to) => unseen.has(to),
      () => undefined,
    ).entry;
    // Hiding it, and that it is hidden no more, differ for everybody.
    const { access, embargoedUntil } = one.state as ItemState;
    return canonicalJson([state, access ?? null, embargoedUntil ?? null]);
  };
  return { unseen, named, differs: (state) => named.size > 0 || shown(old) !== shown(entry(state)) };
}

/**
 * What is stated of the basis and the documents, for whoever may not see some of these: what was concluded from hidden ones
 * alone reads as of basis UNSTATED, and a document that is named nowhere is refused. Throws InvalidInput.
 */
function asSeen(
  before: ItemState,
  given: Readonly<Record<string, unknown>>,
  stated: ItemState,
  unseen: ReadonlySet<unknown>,
): ItemState {
  if (given['basis'] === undefined && given['basedOn'] === undefined) return stated;
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  const shown = list(before['basedOn']).filter((id) => !unseen.has(id));
  const isOfHidden = before['basis'] === 'DOCUMENT' && shown.length === 0;
  const basis = given['basis'] ?? (isOfHidden ? 'UNSTATED' : stated['basis']);
  const documents = given['basedOn'] === undefined ? shown : list(stated['basedOn']);
  if (basis === 'DOCUMENT' && documents.length === 0) throw refused('basedOn', documentUnnamed);
  return { ...stated, basis };
}

/**
 * Corrects a record: a revision of it, unless that changes what makes an assertion that assertion, when another takes
 * its place. Throws NotFound, StaleVersion, NotPossible.
 */
export function correcting(type: GatheredType, { id, expectedVersion }: Target, changes: Changes): Gather {
  return async (gathering, view) => {
    const before = await stateToChange(view, type, id, expectedVersion);
    const given = changes(gathering);
    const stated = changed(before, given);
    const { unseen, named, differs } = await seenOf(type, id, before, stated, view);
    const after = type === 'Assertion' ? asSeen(before, given, stated, unseen) : stated;
    if (!differs(after)) {
      throw new NotPossible('expected something that differs from what is recorded; nothing does', [id]);
    }
    const another =
      type === 'Assertion' &&
      assertionIdentity.some(
        (field) => named.has(after[field]) || (before[field] ?? null) !== (after[field] ?? null),
      );
    if (!another) return { type, reference: gathering.add(type, '', after, id) };
    if (before['withdrawn'] !== undefined) {
      throw new NotPossible('expected an assertion that stands: this one is withdrawn', [id]);
    }
    const kept = keptUnseen(before, after, unseen) ?? after;
    return { type, reference: gathering.add(type, '', { ...kept, supersedes: id }) };
  };
}
