import { circularSources } from './circular-sources.ts';
import { distinctBy } from './distinct-by.ts';
import type { Dossier, DossierEntry } from './dossier.ts';
import { bySaid, type DossierReading, holderOf, isOrigin, readDossier } from './dossier-reading.ts';
import { reasonOf } from './group-reason.ts';
import { type Identity, identityOf } from './identity.ts';
import { type MachineAccounts, machineAccountsIn } from './known-by-machine.ts';
import { isMachine } from './machine-method.ts';
import type { NoOrigin } from './messages.ts';
import type { Entity, Localized } from './model.ts';
import { isFallenCopy, noWitnessOf } from './no-witness.ts';
import { type GroupedOrigins, groupOrigins } from './origin-groups.ts';
import { retoldIn } from './retold.ts';
import { isStandIn } from './stand-in.ts';
import { isRetracted, standingOf, type Takeable, takenBackIn } from './taken-back.ts';
import { toldApart } from './told-apart.ts';
import { affirmingIn } from './turn.ts';
import type { Stance } from './vocabulary.ts';

/** How many groups of origins are listed; they are all counted. */
const listedGroups = 50;

/** Origins that belong together, and why. */
export interface OriginGroup {
  /** Whoever is copied, else the one said first; of those that nothing orders the one recorded first. */
  readonly representativeId: string;
  /** Those that count: the representative, then the others in said order; then own voices that only copied from them. */
  readonly memberIds: readonly string[];
  readonly reason: Localized;
}

/** How well a claim is supported by those who affirm it, by the rules of the contract's type of this name. */
export interface Corroboration {
  /** Current affirming assertions, origins and relays; a relay of something withdrawn is none. */
  readonly assertions: number;
  /** Distinct sources that those were made in; where that is not known, were read in. */
  readonly sources: number;
  readonly independentOrigins: number;
  /** Were every unsure judgement DIFFERENT. Never less than `independentOrigins`. */
  readonly independentOriginsAtMost: number;
  /** Of the independent ones: those all of whose speakers are not named. */
  readonly unnamedOrigins: number;
  /** Of the independent ones: those of which a machine alone recorded all there is. */
  readonly originsByMachine: number;
  /** Groups of origins with a machine among them; they never count above. */
  readonly machineOrigins: number;
  readonly deniedBy: number;
  readonly declinedBy: number;
  /** Relays that vouch for what they relay, and were not taken back; they never count as origins. */
  readonly endorsements: number;
  /** By their representatives, first said first; at most 50. */
  readonly origins: readonly OriginGroup[];
  /** Ids of sources that lead back to themselves, each group in order of derivation. */
  readonly circular: readonly (readonly string[])[];
  /**
   * Who is counted in `deniedBy` and `declinedBy`, in said order, as they are named: of several without a name who may be one
   * and are called the same, the first. A denial taken back is none.
   */
  readonly deniers: readonly Entity[];
  readonly decliners: readonly Entity[];
  /** In the same way who doubts it, and who was asked and did not answer. */
  readonly doubters: readonly Entity[];
  readonly silent: readonly Entity[];
  /** Those deniers and doubters of whom a machine alone recorded that. */
  readonly againstByMachine: readonly Entity[];
  /** Those deniers and doubters who also affirm it. */
  readonly ofTwoMinds: readonly Entity[];
  /** What was taken back and not said again, and by whom; `what` is empty where it is not recorded here. */
  readonly takenBack: readonly { readonly what: readonly Takeable[]; readonly by: readonly Entity[] }[];
  /** Who passes on a stance that is known here by that alone; none affirms. */
  readonly retold: readonly { readonly stance: Stance; readonly by: readonly Entity[] }[];
  /**
   * The machines among the affirming origins, those among whose accounts are all that is known of one, and the same of those
   * that deny or doubt it: shown, and never counted.
   */
  readonly machines: readonly Entity[];
  readonly machinesAgainst: readonly Entity[];
  /** Null where an origin counts, and where nobody affirms. */
  readonly noOrigin: NoOrigin | null;
  /** Where no origin counts: whether some of those who say it took that over from the others. */
  readonly othersCopied: boolean;
}

/** Counts a claim's support. The order of anything in the dossier makes no difference. */
export function corroborationOf(dossier: Dossier): Corroboration {
  const reading = readDossier(dossier);
  const { fewest, most } = groupedOrigins(reading);
  const origins = reading.reports.filter(isOrigin);
  const identities = {
    decided: identityOf(reading.dossier, 'DIFFERENT'),
    supposed: identityOf(reading.dossier, 'SAME'),
  };
  // Whoever may be two is counted and named as two, whatever that makes of those who affirm: so the headline has it.
  const { decided } = identities;
  const standing = (stance: Stance) => standingOf(stance, reading, decided);
  const accounts = machineAccountsIn(reading);
  const isKnown = ({ id }: DossierEntry) => !accounts.has(id);
  const holders = (stance: Stance) => holdersIn(standing(stance).filter(isKnown), decided);
  const named = (stance: Stance) => {
    const statements = standing(stance).filter(isKnown);
    const keyOf = toldApart(statements, reading, ({ names }) => JSON.stringify(names));
    return holdersIn(distinctBy(statements, keyOf), decided);
  };
  const deniers = named('DENIES');
  const doubters = named('DOUBTS');
  const affirming = affirmingIn(reading, decided).filter(isKnown);
  const isOfTwoMinds = ({ id }: Entity) =>
    affirming.some((entry) => decided(holderOf(entry).id) === decided(id));
  const against = [...standing('DENIES'), ...standing('DOUBTS')];
  const byPerson = new Set(
    against.filter(({ method }) => !isMachine(method)).map((entry) => decided(holderOf(entry).id)),
  );
  return {
    assertions: reading.reports.length,
    sources: new Set(reading.reports.flatMap((entry) => entry.sourceId ?? entry.readInIds)).size,
    independentOrigins: fewest.groups.length,
    independentOriginsAtMost: most.groups.length,
    unnamedOrigins: fewest.groups.filter(({ members }) => members.every(isUnnamed)).length,
    originsByMachine: fewest.groups.filter(({ members }) => members.every(({ method }) => isMachine(method)))
      .length,
    machineOrigins: fewest.machineGroups,
    deniedBy: holders('DENIES').length,
    declinedBy: holders('DECLINES_TO_COMMENT').length,
    endorsements: reading.reports.filter(
      (entry) => !isOrigin(entry) && entry.commitment === 'ENDORSES' && !isRetracted(entry, reading, decided),
    ).length,
    origins: fewest.groups.slice(0, listedGroups).map(({ members, copies, hasOthers }) => ({
      representativeId: members[0].id,
      memberIds: [...members, ...copies].map(({ id }) => id),
      reason: reasonOf([...members, ...copies], hasOthers, identities),
    })),
    circular: circularSources(dossier.sources),
    deniers,
    decliners: named('DECLINES_TO_COMMENT'),
    doubters,
    againstByMachine: [...deniers, ...doubters].filter(({ id }) => !byPerson.has(decided(id))),
    ofTwoMinds: distinct([...deniers, ...doubters], decided).filter(isOfTwoMinds),
    silent: named('NO_RESPONSE'),
    takenBack: takenBackIn(reading, decided)
      .map(({ what, retractions }) => ({ what, by: holdersIn(retractions, decided) }))
      .filter(({ by }) => by.length > 0),
    retold: [...Map.groupBy(retoldIn(reading, decided), ({ stance }) => stance)].map(([stance, relays]) => ({
      stance,
      by: distinct(
        relays.map(({ speaker }) => speaker),
        decided,
      ),
    })),
    machines: machinesIn(origins, accounts, decided),
    machinesAgainst: machinesIn(against.sort(bySaid), accounts, decided),
    noOrigin: fewest.groups.length === 0 ? noOriginOf(reading, fewest.identity) : null,
    othersCopied:
      fewest.groups.length === 0 &&
      new Set(origins.map((origin) => isFallenCopy(origin, reading, fewest.identity))).size === 2,
  };
}

/**
 * The two readings of the unsure judgements. Taking two voices for one can, besides joining them, also undo that
 * an own voice stands beside another's, so the smaller count is looked for, not assumed.
 */
export function groupedOrigins(reading: DossierReading): { fewest: GroupedOrigins; most: GroupedOrigins } {
  const same = groupOrigins(reading, 'SAME');
  if (!same.isSupposed) return { fewest: same, most: same };
  const different = groupOrigins(reading, 'DIFFERENT');
  return same.groups.length <= different.groups.length
    ? { fewest: same, most: different }
    : { fewest: different, most: same };
}

function isUnnamed({ speaker }: DossierEntry): boolean {
  return speaker.anonymity !== 'NAMED';
}

/** The distinct entities whose statements these are; machines, unknown speakers and those not shown are none. */
function holdersIn(statements: readonly DossierEntry[], identity: Identity): readonly Entity[] {
  const own = statements.filter(
    ({ speaker }) => speaker.kind !== 'MACHINE' && speaker.kind !== 'UNKNOWN' && !isStandIn(speaker),
  );
  return distinct(own.map(holderOf), identity);
}

/** The machines that said these themselves, and those by whose accounts alone it is known that these were said. */
function machinesIn(
  entries: readonly DossierEntry[],
  accounts: MachineAccounts,
  identity: Identity,
): readonly Entity[] {
  return distinct(
    entries
      .flatMap((entry) => accounts.get(entry.id) ?? [entry])
      .map(({ speaker }) => speaker)
      .filter(({ kind }) => kind === 'MACHINE'),
    identity,
  );
}

/** The first entity of each cluster. */
function distinct(entities: readonly Entity[], identity: Identity): readonly Entity[] {
  const byIdentity = new Map<string, Entity>();
  for (const entity of entities) {
    const key = identity(entity.id);
    if (!byIdentity.has(key)) byIdentity.set(key, entity);
  }
  return [...byIdentity.values()];
}

function noOriginOf(reading: DossierReading, identity: Identity): NoOrigin | null {
  if (reading.reports.length === 0) return null;
  const kinds = new Set(
    reading.reports
      .filter(isOrigin)
      .map((origin): NoOrigin => noWitnessOf(origin, reading, identity) ?? 'MIXED'),
  );
  const [first = 'ELSEWHERE', ...rest] = kinds;
  return rest.length > 0 ? 'MIXED' : first;
}
