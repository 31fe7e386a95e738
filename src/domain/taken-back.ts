import type { DossierEntry } from './dossier.ts';
import {
  type DossierReading,
  holderOf,
  isHeld,
  isOrigin,
  isSaidBefore,
  takesSide,
} from './dossier-reading.ts';
import type { Identity } from './identity.ts';
import type { Stance } from './vocabulary.ts';

/** What can be taken back: a side that was taken, or that another's words were passed on. */
const takeable = ['AFFIRMS', 'DENIES', 'DOUBTS', 'REPORT'] as const;
export type Takeable = (typeof takeable)[number];

/** Retractions of the same, by one or by several. */
export interface TakenBack {
  /** Of several the dates do not tell which; none where it is not recorded here what was taken back. */
  readonly what: readonly Takeable[];
  readonly retractions: readonly DossierEntry[];
  /** What they take back. */
  readonly statements: readonly DossierEntry[];
}

/**
 * Whether whose statement it is took it back on this claim: the body spoken for, through whomever, else the speaker. So
 * nobody takes back for themselves what they said for a body, nor the body what they said for themselves.
 *
 * Taken back is the last side that was taken, whatever it was, else that others' words were passed on: so what was said
 * certainly after the retraction stands, and so does what had certainly given way to another side before it. In doubt it is
 * taken back.
 */
export function isRetracted(entry: DossierEntry, reading: DossierReading, identity: Identity): boolean {
  return retractionsOf(entry, identity(holderOf(entry).id), reading, identity).length > 0;
}

/** Whether it was taken back, or the one who spoke has for themselves: the body's it is still, and no witness's. */
export function isDisowned(entry: DossierEntry, reading: DossierReading, identity: Identity): boolean {
  return (
    isRetracted(entry, reading, identity) ||
    retractionsOf(entry, identity(entry.speaker.id), reading, identity).length > 0
  );
}

/**
 * Whether what a current assertion says is still said: it was not taken back, nor, where it vouches for nothing itself, was
 * what it passes on.
 */
export function isStillSaid(entry: DossierEntry, reading: DossierReading, identity: Identity): boolean {
  const origin = isHeld(entry) ? entry : reading.originOf(entry);
  return [entry, origin].every((one) => one === null || !isRetracted(one, reading, identity));
}

/** The current origins of that stance which stand, not taken back. */
export function standingOf(
  stance: Stance,
  reading: DossierReading,
  identity: Identity,
): readonly DossierEntry[] {
  return reading.current.filter(
    (entry) => isOrigin(entry) && entry.stance === stance && !isRetracted(entry, reading, identity),
  );
}

/** All that is taken back and not said again by whose it was, affirmations first, what is not recorded last. */
export function takenBackIn(reading: DossierReading, identity: Identity): readonly TakenBack[] {
  const all = reading.retractions.flatMap((retraction) => takenBackBy(retraction, reading, identity));
  return [...Map.groupBy(all, ({ what }) => what.join()).values()]
    .map(([first, ...others]) => ({
      what: first?.what ?? [],
      retractions: [first, ...others].flatMap((one) => one?.retractions ?? []),
      statements: [...new Set([first, ...others].flatMap((one) => one?.statements ?? []))],
    }))
    .sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ what: [first, ...others] }: TakenBack): number {
  return first === undefined ? 2 * takeable.length : 2 * takeable.indexOf(first) + Math.sign(others.length);
}

function takenBackBy(
  retraction: DossierEntry,
  reading: DossierReading,
  identity: Identity,
): readonly TakenBack[] {
  const voice = identity(holderOf(retraction).id);
  const own = reading.current.filter(
    (entry) => !reading.isGone(entry) && identity(holderOf(entry).id) === voice,
  );
  const statements = own.filter((entry) =>
    retractionsOf(entry, voice, reading, identity).includes(retraction),
  );
  if (statements.length === 0) {
    const isOver = own.some((entry) => isView(entry) && isSaidBefore(retraction, entry));
    return isOver ? [] : [{ what: [], retractions: [retraction], statements }];
  }
  const again = new Set(own.filter((entry) => !isRetracted(entry, reading, identity)).map(kindOf));
  const kinds = new Set(statements.map(kindOf));
  const what = takeable.filter((kind) => kinds.has(kind) && !again.has(kind));
  return what.length === 0 ? [] : [{ what, retractions: [retraction], statements }];
}

/** Whether it is a side that somebody takes themselves. */
function isView(entry: DossierEntry): boolean {
  return isHeld(entry) && takesSide(entry);
}

function kindOf(entry: DossierEntry): Stance | 'REPORT' {
  return isHeld(entry) ? entry.stance : 'REPORT';
}

/** What was answered, since counting a claim asks of each of its statements several times; an identity is of one dossier. */
const known = new WeakMap<Identity, Map<string, readonly DossierEntry[]>>();

/** The retractions by that voice which can be of this statement. */
function retractionsOf(
  entry: DossierEntry,
  voice: string,
  reading: DossierReading,
  identity: Identity,
): readonly DossierEntry[] {
  if (reading.retractions.length === 0 || (isHeld(entry) && !takesSide(entry))) return [];
  let answers = known.get(identity);
  if (!answers) {
    answers = new Map();
    known.set(identity, answers);
  }
  const key = JSON.stringify([entry.id, voice]);
  let answer = answers.get(key);
  if (answer === undefined) {
    answer = retractionsAnew(entry, voice, reading, identity);
    answers.set(key, answer);
  }
  return answer;
}

function retractionsAnew(
  entry: DossierEntry,
  voice: string,
  reading: DossierReading,
  identity: Identity,
): readonly DossierEntry[] {
  const isVoice = (other: DossierEntry) => identity(holderOf(other).id) === voice;
  const retractions = reading.retractions.filter((other) => isVoice(other) && !isSaidBefore(other, entry));
  if (retractions.length === 0) return [];
  const views = reading.current.filter((other) => isView(other) && isVoice(other));
  if (!isHeld(entry)) {
    return retractions.filter((retraction) =>
      views.every((view) => !retractionsOf(view, voice, reading, identity).includes(retraction)),
    );
  }
  const turns = views.filter((view) => view.stance !== entry.stance && isSaidBefore(entry, view));
  return retractions.filter((retraction) => !turns.some((turn) => isSaidBefore(turn, retraction)));
}
