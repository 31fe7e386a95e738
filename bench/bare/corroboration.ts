type Text = string | null;
export type CorroborationRow = readonly [
  ...[string, string, string, Text, Text, readonly string[]],
  ...[string, string, string, string],
  Text,
];

/** One row, by names. */
function entryOf(row: CorroborationRow) {
  const [id, stance, basis, attributedTo, source, readIn, speaker, kind, anonymity, name, body] = row;
  return { id, stance, basis, attributedTo, source, readIn, speaker, kind, anonymity, name, body };
}

type Entry = ReturnType<typeof entryOf>;

/**
 * The answer to "how well is it supported", by the service's rules as far as the graph has what they are about: nobody in
 * it was judged the same as another, nothing is a copy, taken back or withdrawn.
 */
export function corroboration(id: string, rows: readonly CorroborationRow[]): object {
  const entries = rows.map(entryOf);
  const reports = entries.filter(({ stance }) => stance === 'AFFIRMS');
  const origins = reports.filter(({ attributedTo }) => attributedTo === null);
  const relaying = new Set(
    reports.filter(({ attributedTo }) => attributedTo !== null).map(({ speaker }) => speaker),
  );
  const isAlone = new Set(origins.map(({ speaker }) => speaker)).size === 1;
  const groupOf = joined(origins);
  const counted = origins.filter(
    ({ kind, basis, speaker }) =>
      isWitness(kind) && (isAlone || basis !== 'UNSTATED' || !relaying.has(speaker)),
  );
  const groups = [...Map.groupBy(counted, groupOf).values()];
  return {
    claim: {
      id,
      corroboration: {
        assertions: reports.length,
        sources: new Set(reports.flatMap(({ source, readIn }) => source ?? readIn)).size,
        independentOrigins: groups.length,
        unnamedOrigins: groups.filter((group) => group.every(isUnnamed)).length,
        machineOrigins: new Set(origins.filter(({ kind }) => kind === 'MACHINE').map(groupOf)).size,
        deniedBy: holders(entries, 'DENIES'),
        declinedBy: holders(entries, 'DECLINES_TO_COMMENT'),
        origins: groups.slice(0, 50).map((group) => ({
          assertions: group.map((one) => ({ id: one.id, speaker: { id: one.speaker, name: one.name } })),
        })),
      },
    },
  };
}

const isWitness = (kind: string): boolean => kind !== 'MACHINE' && kind !== 'UNKNOWN';
const isUnnamed = ({ anonymity }: Entry): boolean => anonymity !== 'NAMED';

/** Origins of one voice are one, and so may be the unnamed of one kind in one source. */
function joined(origins: readonly Entry[]): (entry: Entry) => string {
  const parents = new Map<string, string>();
  const find = (one: string): string => {
    const parent = parents.get(one) ?? one;
    return parent === one ? one : find(parent);
  };
  const join = (one: string, other: string): void => {
    const [a, b] = [find(one), find(other)];
    if (a !== b) parents.set(a, b);
  };
  for (const { id, speaker, body, kind, anonymity, source, readIn } of origins) {
    join(id, speaker);
    if (body !== null) join(id, body);
    if (!isWitness(kind) || anonymity === 'NAMED') continue;
    for (const place of source === null ? readIn : [source]) join(id, `${kind} ${place}`);
  }
  return ({ id }) => find(id);
}

function holders(entries: readonly Entry[], stance: string): number {
  const own = entries.filter(
    (one) => one.stance === stance && one.attributedTo === null && isWitness(one.kind),
  );
  return new Set(own.map(({ body, speaker }) => body ?? speaker)).size;
}
