import { groupedOrigins } from './corroboration.ts';
import { distinctBy } from './distinct-by.ts';
import type { DossierEntry } from './dossier.ts';
import { bySaid, isCurrent, isOrigin } from './dossier-reading.ts';
import type { HeadlineVoice } from './headline-voice.ts';
import { isFallenCopy } from './no-witness.ts';
import { nameWithin } from './sentence-names.ts';
import { isRetracted } from './taken-back.ts';

/** Origins that are named as one, whoever is named first; and by the first's id who copied it. */
export interface Named {
  readonly groups: readonly (readonly [DossierEntry, ...DossierEntry[]])[];
  readonly copiers: ReadonlyMap<string, readonly DossierEntry[]>;
}

/**
 * Those that count, by groups, whoever is named for each first; where none counts, what else is affirmed: a machine's
 * words, or unknown ones, or what was copied from such.
 */
export function affirmingOrigins(voice: HeadlineVoice): Named {
  const { reading, identity, messages, language } = voice;
  // Who may be two is named as two: that they are one is not decided. But of two without a name who may be one, and are
  // called the same, two could not be told apart.
  const { fewest, most } = groupedOrigins(reading);
  const groupOf = new Map(
    fewest.groups.flatMap(({ members }) => members.map(({ id }) => [id, members[0].id])),
  );
  const counted = together(
    most.groups.map(({ members }) => members),
    ({ id, speaker }) =>
      speaker.anonymity === 'NAMED'
        ? id
        : JSON.stringify([groupOf.get(id) ?? id, nameWithin(speaker, messages, language)]),
  );
  if (counted.length > 0) return { groups: counted, copiers: new Map() };
  const standing = reading.reports.filter(
    (entry) => isOrigin(entry) && !isRetracted(entry, reading, identity),
  );
  return withCopied(standing, (entry) => isFallenCopy(entry, reading, identity), voice);
}

/** Whose words they are: of a copy, where it `isFallen`, those that it copies, as far as they are of this claim. */
export function withCopied(
  all: readonly DossierEntry[],
  isFallen: (entry: DossierEntry) => boolean,
  { reading }: HeadlineVoice,
): Named {
  const origins = [...all].sort(bySaid);
  const copied = ({ claimId, stance }: DossierEntry, entry: DossierEntry) =>
    claimId === entry.claimId && stance === entry.stance;
  const sourceOf = (entry: DossierEntry) =>
    isFallen(entry)
      ? reading.wordsFrom(entry).findLast((one) => isOrigin(one) && isCurrent(one) && copied(one, entry))
      : undefined;
  const copiers = Map.groupBy(
    origins.filter((entry) => sourceOf(entry) !== undefined),
    (entry) => sourceOf(entry)?.speaker.clusterId ?? '',
  );
  const heads = new Map(
    origins.map((entry) => sourceOf(entry) ?? entry).map((entry) => [entry.id, [entry] as const]),
  );
  const groups = together(
    [...heads.values()].sort(([a], [b]) => bySaid(a, b)),
    ({ speaker }) => speaker.clusterId,
  );
  return {
    groups: groups.map(
      ([first, ...rest]) => [first, ...rest, ...(copiers.get(first.speaker.clusterId) ?? [])] as const,
    ),
    copiers: new Map(
      groups.map(([first]) => [
        first.id,
        distinctBy(copiers.get(first.speaker.clusterId) ?? [], ({ speaker }) => speaker.clusterId),
      ]),
    ),
  };
}

/** Those whose first have one key as one group. */
function together(
  groups: readonly (readonly [DossierEntry, ...DossierEntry[]])[],
  keyOf: (first: DossierEntry) => string,
): readonly (readonly [DossierEntry, ...DossierEntry[]])[] {
  return [...Map.groupBy(groups, ([first]) => keyOf(first)).values()].flatMap(([first, ...rest]) =>
    first ? [[...first, ...rest.flat()] as const] : [],
  );
}
