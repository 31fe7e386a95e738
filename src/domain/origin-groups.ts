import { DisjointSets } from './disjoint-sets.ts';
import type { Dossier, DossierEntry } from './dossier.ts';
import { bySaid, type DossierReading, isHeld, isOrigin, isSaidBefore, takesSide } from './dossier-reading.ts';
import { ledByFirst, takenFrom } from './group-lead.ts';
import { isStandIn } from './stand-in.ts';

/** What an unsure judgement is taken for: SAME gives the fewest independent origins, DIFFERENT the most. */
export type UnsureAs = 'SAME' | 'DIFFERENT';

/** Tells who and what is one, by id of an entity or of an assertion. */
export type Identity = (id: string) => string;

/** Origins that belong together, one of which at least counts. */
export interface CountedGroup {
  /** Those that count, at least one: first the one before which none is known to come, then in said order. */
  readonly members: readonly [DossierEntry, ...DossierEntry[]];
  /** An own voice that took over from them what it says: it counts for nothing, and is shown with what it copies. */
  readonly copies: readonly DossierEntry[];
}

/** The origins of a claim under one reading of the unsure judgements. */
export interface GroupedOrigins {
  readonly groups: readonly CountedGroup[];
  /** How many of all connected groups have a machine among their origins. */
  readonly machineGroups: number;
  readonly identity: Identity;
}

/**
 * Identity by the entities' clusters and by the judgements in the dossier. A pair of clusters judged UNSURE is
 * joined when unsure is taken for SAME, unless those very clusters are also judged DIFFERENT: what is decided
 * outranks what is not. In the same way SAME outranks DIFFERENT, so that the order of the judgements makes no difference.
 */
export function identityOf(dossier: Dossier, unsureAs: UnsureAs): Identity {
  const decided = new DisjointSets();
  for (const { speaker, onBehalfOf } of [...dossier.entries, ...dossier.others]) {
    decided.join(speaker.id, speaker.clusterId);
    if (onBehalfOf) decided.join(onBehalfOf.id, onBehalfOf.clusterId);
  }
  const standing = dossier.judgements;
  for (const { verdict, between } of standing) if (verdict === 'SAME') decided.join(...between);
  if (unsureAs === 'DIFFERENT') return (id) => decided.find(id);

  const pairOf = ([a, b]: readonly [string, string]) =>
    JSON.stringify([decided.find(a), decided.find(b)].sort());
  const apart = new Set(
    standing.filter(({ verdict }) => verdict === 'DIFFERENT').map(({ between }) => pairOf(between)),
  );
  const joined = new DisjointSets();
  for (const { verdict, between } of standing) {
    if (verdict !== 'UNSURE' || apart.has(pairOf(between))) continue;
    joined.join(decided.find(between[0]), decided.find(between[1]));
  }
  return (id) => joined.find(decided.find(id));
}

/** Whom an assertion speaks for: its speaker, and the body if there is one. */
export function voicesOf(entry: DossierEntry, identity: Identity): readonly string[] {
  return entry.onBehalfOf
    ? [identity(entry.speaker.id), identity(entry.onBehalfOf.id)]
    : [identity(entry.speaker.id)];
}

/**
 * Whether the same voice, or the same body's, took it back on this claim. Taken back is the last side that was taken,
 * whatever it was: so what was said certainly after the retraction stands, and so does what had certainly given way to
 * another side before it. In doubt it is taken back.
 */
export function isRetracted(entry: DossierEntry, reading: DossierReading, identity: Identity): boolean {
  if (!takesSide(entry) || reading.retractions.length === 0) return false;
  let known = retracted.get(identity);
  if (!known) {
    known = new Map();
    retracted.set(identity, known);
  }
  let answer = known.get(entry.id);
  if (answer === undefined) {
    answer = isRetractedAnew(entry, reading, identity);
    known.set(entry.id, answer);
  }
  return answer;
}

/** What was answered, since counting a claim asks of each of its statements several times; an identity is of one dossier. */
const retracted = new WeakMap<Identity, Map<string, boolean>>();

function isRetractedAnew(entry: DossierEntry, reading: DossierReading, identity: Identity): boolean {
  const voices = voicesOf(entry, identity);
  const sharedWith = (other: DossierEntry) =>
    voicesOf(other, identity).filter((voice) => voices.includes(voice));
  const retractions = reading.retractions.filter(
    (other) => sharedWith(other).length > 0 && !isSaidBefore(other, entry),
  );
  if (retractions.length === 0) return false;
  // By voice, of the other sides taken certainly after it the one that is over first.
  const turns = new Map<string, DossierEntry>();
  for (const turn of reading.current) {
    if (turn.stance === entry.stance || !takesSide(turn) || !isHeld(turn)) continue;
    if (!isSaidBefore(entry, turn)) continue;
    for (const voice of sharedWith(turn)) {
      const first = turns.get(voice);
      if (!first || (turn.saidLatest ?? '~') < (first.saidLatest ?? '~')) turns.set(voice, turn);
    }
  }
  return retractions.some((retraction) =>
    sharedWith(retraction).every((voice) => {
      const turn = turns.get(voice);
      return !turn || !isSaidBefore(turn, retraction);
    }),
  );
}

/** A stand-in is none either: nobody could tell whether two of them are one, and hiding must not make a claim look better. */
function isWitness({ speaker }: DossierEntry): boolean {
  return speaker.kind !== 'MACHINE' && speaker.kind !== 'UNKNOWN' && !isStandIn(speaker);
}

/** The origins that are a witness of their own: by the contract's comment on Corroboration. */
function countedOf(origins: readonly DossierEntry[], reading: DossierReading, identity: Identity) {
  const relaying = new Set(
    reading.reports.filter((entry) => !isOrigin(entry)).map(({ speaker }) => identity(speaker.id)),
  );
  const witnesses = origins.filter((entry) => isWitness(entry) && !isRetracted(entry, reading, identity));
  const isOwnVoice = (entry: DossierEntry) =>
    entry.basis === 'UNSTATED' && relaying.has(identity(entry.speaker.id));
  // To the letter: beside any other speaker's origin, counted or not, since it may be where the own voice has it from.
  const speakers = new Set(origins.map(({ speaker }) => identity(speaker.id)));
  return witnesses.filter((entry) => {
    if (!isOwnVoice(entry)) return true;
    return [...speakers].every((speaker) => speaker === identity(entry.speaker.id));
  });
}

/**
 * Joins origins with what they copy: through a relay with that chain's origin, through a copy with what that copies.
 * What one origin led to is not followed again for the next.
 */
function joinCopies(
  sets: DisjointSets,
  origins: readonly DossierEntry[],
  { byId }: DossierReading,
  identity: Identity,
): void {
  const passed = new Set<string>();
  const waiting = origins.map(({ id }) => id);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (passed.has(id)) continue;
    passed.add(id);
    sets.join(id, `judged:${identity(id)}`);
    const entry = byId.get(id);
    if (!entry) continue;
    for (const next of takenFrom(entry)) {
      sets.join(id, next);
      waiting.push(next);
    }
  }
}

/**
 * Unnamed voices of one kind within one source may be the same, unless they are judged different: that a text does not
 * name them twice is no sign that they are two.
 */
function joinUnnamed(
  sets: DisjointSets,
  origins: readonly DossierEntry[],
  { dossier }: DossierReading,
  identity: Identity,
): void {
  const pairOf = (one: string, other: string) => JSON.stringify([identity(one), identity(other)].sort());
  const apart = new Set(
    dossier.judgements
      .filter(({ verdict }) => verdict === 'DIFFERENT')
      .map(({ between }) => pairOf(...between)),
  );
  const placed = origins
    .filter((entry) => isWitness(entry) && entry.speaker.anonymity !== 'NAMED')
    .flatMap((entry) => {
      const places = entry.sourceId === null ? entry.readInIds : [entry.sourceId];
      return places.map((place) => ({ entry, key: `${entry.speaker.kind} ${place}` }));
    });
  for (const [, some] of Map.groupBy(placed, ({ key }) => key)) {
    const byVoice = new Map(some.map(({ entry }) => [identity(entry.speaker.id), entry]));
    const voices = [...byVoice.values()];
    for (const [index, one] of voices.entries()) {
      for (const other of voices.slice(index + 1))
        if (!apart.has(pairOf(one.speaker.id, other.speaker.id))) sets.join(one.id, other.id);
    }
  }
}

/** The connected groups of a claim's current affirming origins that have a member that counts. Order-independent. */
export function groupOrigins(reading: DossierReading, unsureAs: UnsureAs): GroupedOrigins {
  const identity = identityOf(reading.dossier, unsureAs);
  const origins = reading.reports.filter(isOrigin);
  const sets = new DisjointSets();
  for (const origin of origins) {
    for (const voice of voicesOf(origin, identity)) sets.join(origin.id, `voice:${voice}`);
  }
  joinCopies(sets, origins, reading, identity);
  if (unsureAs === 'SAME') joinUnnamed(sets, origins, reading, identity);
  const counted = countedOf(origins, reading, identity);
  const members = Map.groupBy(counted, (origin) => sets.find(origin.id));
  const copies = Map.groupBy(
    origins.filter((origin) => origin.copyOfId !== null && isWitness(origin) && !counted.includes(origin)),
    (origin) => sets.find(origin.id),
  );
  const machines = origins.filter(({ speaker }) => speaker.kind === 'MACHINE');
  return {
    groups: [...members]
      .flatMap(([set, [first, ...rest]]): readonly CountedGroup[] =>
        first ? [{ members: ledByFirst([first, ...rest], reading), copies: copies.get(set) ?? [] }] : [],
      )
      .sort((one, other) => bySaid(one.members[0], other.members[0])),
    machineGroups: new Set(machines.map((origin) => sets.find(origin.id))).size,
    identity,
  };
}
