import type { DossierEntry } from './dossier.ts';
import { type DossierReading, isCurrent, isOrigin } from './dossier-reading.ts';

/** By the id of an origin that is known here by machines' accounts alone: those accounts. */
export type MachineAccounts = ReadonlyMap<string, readonly DossierEntry[]>;

const known = new WeakMap<DossierReading, MachineAccounts>();

/**
 * The origins of which nothing is known here but what machines say: every relay that stands passes through a machine, and
 * the origin's own words were read nowhere but where those relays were. A machine is nobody's witness, so that such an origin
 * is none that counts. What was read elsewhere as well, or is passed on by anyone else, no machine's account takes away.
 */
export function machineAccountsIn(reading: DossierReading): MachineAccounts {
  let accounts = known.get(reading);
  if (!accounts) {
    accounts = accountsOf(reading);
    known.set(reading, accounts);
  }
  return accounts;
}

function accountsOf(reading: DossierReading): MachineAccounts {
  const all = [...reading.byId.values()];
  if (all.every(({ speaker }) => speaker.kind !== 'MACHINE')) return new Map();
  const isByMachine = ({ chain }: DossierEntry) =>
    chain.slice(0, -1).some((id) => reading.byId.get(id)?.speaker.kind === 'MACHINE');
  const relays = Map.groupBy(
    all.filter((entry) => !isOrigin(entry) && entry.supersededById === null),
    ({ chain }) => chain.at(-1) ?? '',
  );
  const seen = new Set(reading.dossier.sources.flatMap((source) => (source.seen ? [source.id] : [])));
  return new Map(
    [...relays].flatMap(([id, ways]) => {
      const origin = reading.byId.get(id);
      // A withdrawn account still tells why the origin stands here.
      const byMachine = ways.filter(isByMachine);
      const isOtherwiseKnown = ways.some(
        (way) => !byMachine.includes(way) && isCurrent(way) && !reading.isGone(way),
      );
      if (!origin || byMachine.length === 0 || isOtherwiseKnown) return [];
      const theirs = new Set(
        byMachine.flatMap(({ sourceId, readInIds }) => [
          ...readInIds,
          ...(sourceId === null ? [] : [sourceId]),
        ]),
      );
      const own = [
        ...origin.readInIds,
        ...(origin.sourceId !== null && seen.has(origin.sourceId) ? [origin.sourceId] : []),
      ];
      return own.every((place) => theirs.has(place)) ? [[id, byMachine] as const] : [];
    }),
  );
}
