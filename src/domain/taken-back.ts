import type { DossierEntry } from './dossier.ts';
import {
  type DossierReading,
  holderOf,
  isHeld,
  isOrigin,
  isSaidBefore,
  takesSide,
} from './dossier-reading.ts';
import { isBefore } from './edtf-date.ts';
import type { Identity } from './identity.ts';
import { isMachine } from './machine-method.ts';
import type { Stance } from './vocabulary.ts';

/**
 * What can be taken back: a side that was taken, or that another's words were passed on. MACHINE_RECORD: nothing, since a
 * machine alone recorded that it was taken back, and what it would take back a person did.
 */
const takeable = ['AFFIRMS', 'DENIES', 'DOUBTS', 'REPORT'] as const;
const toldAsTaken = [...takeable, 'MACHINE_RECORD'] as const;
export type Takeable = (typeof toldAsTaken)[number];

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
 * taken back. That a machine recorded a retraction takes back nothing that a person recorded.
 */
export function isRetracted(entry: DossierEntry, reading: DossierReading, identity: Identity): boolean {
  return retractionsOf(entry, identity(holderOf(entry).id), reading, identity).size > 0;
}

/** Whether it was taken back, or the one who spoke has for themselves: the body's it is still, and no witness's. */
export function isDisowned(entry: DossierEntry, reading: DossierReading, identity: Identity): boolean {
  return (
    isRetracted(entry, reading, identity) ||
    retractionsOf(entry, identity(entry.speaker.id), reading, identity).size > 0
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

/** The current origins of that stance which were not taken back. */
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
  const all = [...new Set(reading.retractions.map((one) => identity(holderOf(one).id)))].flatMap((voice) =>
    takenBackBy(voice, reading, identity),
  );
  return [...Map.groupBy(all, ({ what }) => what.join()).values()]
    .map((alike) => ({
      what: alike[0]?.what ?? [],
      retractions: alike.flatMap(({ retractions }) => retractions),
      statements: [...new Set(alike.flatMap(({ statements }) => statements))],
    }))
    .sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ what: [first, ...others] }: TakenBack): number {
  return first === undefined
    ? 2 * toldAsTaken.length
    : 2 * toldAsTaken.indexOf(first) + Math.sign(others.length);
}

function takenBackBy(voice: string, reading: DossierReading, identity: Identity): readonly TakenBack[] {
  const { own = [], retractions = [] } = voicesIn(reading, identity).get(voice) ?? {};
  const said = own.filter((entry) => !reading.isGone(entry));
  const again = new Set(said.filter((entry) => !isRetracted(entry, reading, identity)).map(kindOf));
  return retractions.flatMap((retraction): readonly TakenBack[] => {
    const statements = said.filter((entry) => retractionsOf(entry, voice, reading, identity).has(retraction));
    const kinds = new Set(statements.map(kindOf));
    const what: readonly Takeable[] = takeable.filter((kind) => kinds.has(kind) && !again.has(kind));
    const isOver =
      statements.length > 0
        ? what.length === 0
        : said.some((entry) => isView(entry) && isSaidBefore(retraction, entry));
    if (isOver) return [];
    const isUnheard = statements.length === 0 && said.length > 0 && isMachine(retraction.method);
    return [{ what: isUnheard ? ['MACHINE_RECORD'] : what, retractions: [retraction], statements }];
  });
}

/** Whether it is a side that somebody takes themselves. */
function isView(entry: DossierEntry): boolean {
  return isHeld(entry) && takesSide(entry);
}

function kindOf(entry: DossierEntry): Stance | 'REPORT' {
  return isHeld(entry) ? entry.stance : 'REPORT';
}

/** What one voice says: the body spoken for, through whomever, else the speaker. */
interface Voice {
  /** Current ones, relays too. */
  readonly own: readonly DossierEntry[];
  readonly views: readonly DossierEntry[];
  readonly retractions: readonly DossierEntry[];
  /** By id of a statement, what was answered: counting a claim asks of each several times. */
  readonly answers: Map<string, ReadonlySet<DossierEntry>>;
}

/** An identity is of one dossier. */
const known = new WeakMap<Identity, ReadonlyMap<string, Voice>>();

/** By voice, of those who take something back. */
function voicesIn(reading: DossierReading, identity: Identity): ReadonlyMap<string, Voice> {
  let voices = known.get(identity);
  if (!voices) {
    const voiceOf = (entry: DossierEntry) => identity(holderOf(entry).id);
    const owns = Map.groupBy(reading.current, voiceOf);
    const retractions = Map.groupBy(reading.retractions, voiceOf);
    voices = new Map(
      [...retractions].map(([voice, ofVoice]) => {
        const own = owns.get(voice) ?? [];
        return [voice, { own, views: own.filter(isView), retractions: ofVoice, answers: new Map() }];
      }),
    );
    known.set(identity, voices);
  }
  return voices;
}

/**
 * Whether one was certainly said before the other. What has no date of its own was said when the source that it was made in
 * was published: so nobody took back in 2020 what they said in 2023.
 */
function isMadeBefore(entry: DossierEntry, other: DossierEntry, reading: DossierReading): boolean {
  if (isSaidBefore(entry, other)) return true;
  const [one, another] = [entry, other].map(
    ({ saidEdtf, sourceId }) =>
      saidEdtf ?? (sourceId === null ? undefined : reading.publishedOn(sourceId)?.edtf),
  );
  return one !== undefined && another !== undefined && isBefore(one, another) === 'CERTAINLY';
}

/** The retractions by that voice which can be of this statement. */
function retractionsOf(
  entry: DossierEntry,
  voice: string,
  reading: DossierReading,
  identity: Identity,
): ReadonlySet<DossierEntry> {
  const of = voicesIn(reading, identity).get(voice);
  if (!of || (isHeld(entry) && !takesSide(entry))) return new Set();
  let answer = of.answers.get(entry.id);
  if (answer === undefined) {
    const after = of.retractions.filter(
      (retraction) =>
        !isMadeBefore(retraction, entry, reading) &&
        (!isMachine(retraction.method) || isMachine(entry.method)),
    );
    const turns = of.views.filter((view) => view.stance !== entry.stance && isSaidBefore(entry, view));
    // Who took a side takes that back, and what they passed on only where they took none.
    const isTakenFor = (retraction: DossierEntry) =>
      isHeld(entry)
        ? turns.some((turn) => isSaidBefore(turn, retraction))
        : of.views.some((view) => retractionsOf(view, voice, reading, identity).has(retraction));
    answer = new Set(after.filter((retraction) => !isTakenFor(retraction)));
    of.answers.set(entry.id, answer);
  }
  return answer;
}
