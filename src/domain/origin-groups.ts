import { DisjointSets } from './disjoint-sets.ts';
import type { DossierEntry } from './dossier.ts';
import { bySaid, type DossierReading, isOrigin } from './dossier-reading.ts';
import { copiedFrom, ledByFirst, takenFrom } from './group-lead.ts';
import { hasUnsure, type Identity, identityOf, type UnsureAs } from './identity.ts';
import { noWitnessOf } from './no-witness.ts';
import { isStandIn } from './stand-in.ts';

/** Origins that belong together, one of which at least counts. */
export interface CountedGroup {
  /** Those that count, at least one: first the one before which none is known to come, then in said order. */
  readonly members: readonly [DossierEntry, ...DossierEntry[]];
  /** What took over from them or others what it says, and counts for nothing: it is shown with what it copies. */
  readonly copies: readonly DossierEntry[];
  /** Whether other origins, which do not count themselves, belong with them. */
  readonly hasOthers: boolean;
}

/** The origins of a claim under one reading of the unsure judgements. */
export interface GroupedOrigins {
  readonly groups: readonly CountedGroup[];
  /** How many of all connected groups have a machine among their origins. */
  readonly machineGroups: number;
  readonly identity: Identity;
  /** Whether voices were taken for one that are not judged to be. */
  readonly isSupposed: boolean;
}

/** Whom an assertion speaks for: its speaker, and the body if there is one. */
export function voicesOf(entry: DossierEntry, identity: Identity): readonly string[] {
  return entry.onBehalfOf
    ? [identity(entry.speaker.id), identity(entry.onBehalfOf.id)]
    : [identity(entry.speaker.id)];
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
  const voiceOf = ({ speaker }: DossierEntry) => identity(speaker.id);
  const isOther = (one: DossierEntry, other: DossierEntry) => voiceOf(one) !== voiceOf(other);
  // To the letter: beside any other speaker's origin, counted or not, since it may be where the own voice has it from.
  const ownVoices = new Set(
    origins.filter(
      (entry) =>
        entry.basis === 'UNSTATED' &&
        relaying.has(voiceOf(entry)) &&
        origins.some((other) => isOther(other, entry)),
    ),
  );
  // Nor does who has it from that voice, unless nobody has it otherwise.
  const isEcho = (entry: DossierEntry) =>
    reading
      .wordsFrom(entry)
      .some(
        (own) =>
          ownVoices.has(own) &&
          isOther(entry, own) &&
          origins.some((other) => isOther(other, own) && !reading.wordsFrom(other).includes(own)),
      );
  return origins.filter(
    (entry) => !ownVoices.has(entry) && noWitnessOf(entry, reading, identity) === null && !isEcho(entry),
  );
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
 * name them twice is no sign that they are two. Answers whether there are any.
 */
export function joinUnnamed(
  sets: DisjointSets,
  origins: readonly DossierEntry[],
  { dossier }: DossierReading,
  identity: Identity,
): boolean {
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
  let joined = false;
  for (const [, some] of Map.groupBy(placed, ({ key }) => key)) {
    const byVoice = new Map(some.map(({ entry }) => [identity(entry.speaker.id), entry]));
    const voices = [...byVoice.values()];
    for (const [index, one] of voices.entries()) {
      for (const other of voices.slice(index + 1)) {
        if (apart.has(pairOf(one.speaker.id, other.speaker.id))) continue;
        sets.join(one.id, other.id);
        joined = true;
      }
    }
  }
  return joined;
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
  const joined = unsureAs === 'SAME' && joinUnnamed(sets, origins, reading, identity);
  const counted = countedOf(origins, reading, identity);
  const members = Map.groupBy(counted, (origin) => sets.find(origin.id));
  const copies = Map.groupBy(
    origins.filter((origin) => copiedFrom(origin) !== null && isWitness(origin) && !counted.includes(origin)),
    (origin) => sets.find(origin.id),
  );
  const machines = origins.filter(({ speaker }) => speaker.kind === 'MACHINE');
  const sizes = Map.groupBy(origins, (origin) => sets.find(origin.id));
  const groupOf = (set: string, members: readonly [DossierEntry, ...DossierEntry[]]): CountedGroup => {
    const shown = copies.get(set) ?? [];
    const hasOthers = (sizes.get(set)?.length ?? 0) > members.length + shown.length;
    return { members: ledByFirst(members, reading), copies: shown, hasOthers };
  };
  return {
    groups: [...members]
      .flatMap(([set, [first, ...rest]]) => (first ? [groupOf(set, [first, ...rest])] : []))
      .sort((one, other) => bySaid(one.members[0], other.members[0])),
    machineGroups: new Set(machines.map((origin) => sets.find(origin.id))).size,
    identity,
    isSupposed: joined || (unsureAs === 'SAME' && hasUnsure(reading.dossier)),
  };
}
