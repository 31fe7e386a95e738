import { pathBetween } from './derivation-path.ts';

type Text = string | null;
/** Position, words, verification, the source that they were read in. */
type PassageColumns = readonly [number, string, string, string];
type LinkColumns = readonly [
  ...[string, string, string, readonly string[], Text, Text, Text, string, number, Text],
  ...[string, string, string],
  readonly PassageColumns[],
  readonly (readonly [number, string])[],
];
type SourceColumns = readonly [string, string, string, string, boolean, readonly string[]];
export type TraceRow = readonly [readonly LinkColumns[], readonly SourceColumns[]];

interface Step {
  readonly kind: string;
  readonly source: SourceColumns | null;
  readonly words: string | null;
  readonly link: LinkColumns | null;
  readonly seen: boolean;
  /** 0 is the weakest; 5 where nothing is weak. */
  readonly rank: number;
}

const NOT_WEAK = 5;
const [WITHDRAWN, UNKNOWN, UNSEEN, PROPOSED, UNVERIFIED] = [0, 1, 2, 3, 4];
const SHOWN = 5;
const KINDS: Readonly<Record<string, string>> = {
  REPUBLISHES: 'REPUBLISHED_FROM',
  TRANSLATES: 'TRANSLATED_FROM',
  EXCERPTS: 'EXCERPTED_FROM',
  CITES: 'CITED_FROM',
};

/** The answer to "how do we know", as the service gives it. */
export function trace(claimId: string, [row]: readonly TraceRow[]): object {
  const [linkRows, sourceRows] = row ?? [[], []];
  const links = new Map(linkRows.map((link) => [link[0], link]));
  const sources = new Map(sourceRows.map((source) => [source[0], source]));
  const current = linkRows.filter((link) => link[5] === null && link[6] === null);
  const relayed = new Set(current.map((link) => link[4]));
  const trails = current
    .filter((link) => link[1] === claimId && !relayed.has(link[0]))
    .map((top) => ({ top, ...trailOf(top, links, sources) }))
    .sort(compare);
  return { claim: { id: claimId, howDoWeKnow: { edges: trails.slice(0, SHOWN).map((one) => edgeOf(one)) } } };
}

/** The answer to "how do we know of this one", as the service gives it. */
export function chain(id: string, [row]: readonly TraceRow[]): object {
  const [linkRows, sourceRows] = row ?? [[], []];
  const links = new Map(linkRows.map((link) => [link[0], link]));
  const top = links.get(id);
  if (top === undefined) return { assertion: null };
  const { steps } = trailOf(top, links, new Map(sourceRows.map((source) => [source[0], source])));
  return {
    assertion: {
      id,
      trail: {
        steps: steps.map(({ kind, source, link }) => ({
          kind,
          source: source && { id: source[0], title: source[3] },
          assertion: link && { id: link[0], stance: link[2] },
          speaker: link && { id: link[10], kind: link[11], name: link[12] },
        })),
      },
    },
  };
}

interface Trail {
  readonly steps: readonly Step[];
  readonly origin: LinkColumns;
  readonly complete: boolean;
  readonly seen: boolean;
  readonly weakest: Step | null;
}

type Sources = ReadonlyMap<string, SourceColumns>;

function trailOf(top: LinkColumns, links: ReadonlyMap<string, LinkColumns>, sources: Sources): Trail {
  const { steps, connected } = reading(top, sources);
  const originIndex = steps.length + top[3].length - 1;
  let origin = top;
  top[3].forEach((id, index) => {
    const link = links.get(id) ?? null;
    if (link !== null) origin = link;
    steps.push(linkStep(link, index === top[3].length - 1, connected || index > 0, sources));
  });
  const last = links.get(top[3].at(-1) ?? '');
  for (const [, id] of [...(last?.[14] ?? [])].sort((a, b) => a[0] - b[0])) {
    const source = sources.get(id) ?? null;
    const seen = source?.[4] ?? false;
    steps.push({ kind: 'RESTS_ON', source, words: null, link: null, seen, rank: seen ? NOT_WEAK : UNSEEN });
  }
  let weakest: Step | null = null;
  let distance = 0;
  steps.forEach((step, index) => {
    if (step.rank === NOT_WEAK) return;
    const own = Math.abs(index - originIndex);
    if (weakest === null || step.rank < weakest.rank || (step.rank === weakest.rank && own <= distance)) {
      weakest = step;
      distance = own;
    }
  });
  return { steps, origin, complete: weakest === null, seen: steps.every((step) => step.seen), weakest };
}

/** Where it was read, and what that derives from until where it was made. */
function reading(top: LinkColumns, sources: Sources): { steps: Step[]; connected: boolean } {
  const made = top[9];
  const derivations = new Map([...sources].map(([id, source]) => [id, source[5]]));
  const reads = [...top[13]]
    .sort((a, b) => a[0] - b[0])
    .map((passage) => ({ passage, path: made === null ? [] : pathBetween(passage[3], made, derivations) }));
  const read =
    reads
      .filter(({ path }) => path !== null)
      .sort((a, b) => (a.path?.length ?? 0) - (b.path?.length ?? 0))[0] ?? reads[0];
  const id = read?.passage[3] ?? made;
  if (id === null) return { steps: [], connected: true };
  const seenIn = (sourceId: string): boolean => sources.get(sourceId)?.[4] ?? false;
  const verified = read !== undefined && isVerified(read.passage);
  const first: Step = {
    kind: 'READ_IN',
    source: sources.get(id) ?? null,
    words: read?.passage[1] ?? null,
    link: null,
    seen: seenIn(id),
    rank: !seenIn(id) ? UNSEEN : verified ? NOT_WEAK : UNVERIFIED,
  };
  const hops = (read?.path ?? []).map(
    ({ kind, fromId, status }): Step => ({
      kind: KINDS[kind] ?? kind,
      source: sources.get(fromId) ?? null,
      words: null,
      link: null,
      seen: seenIn(fromId),
      rank: !seenIn(fromId) ? UNSEEN : status === 'PROPOSED' ? PROPOSED : NOT_WEAK,
    }),
  );
  return { steps: [first, ...hops], connected: read === undefined || read.path !== null };
}

function linkStep(link: LinkColumns | null, isOrigin: boolean, connected: boolean, sources: Sources): Step {
  const kind = isOrigin ? 'SAID_BY' : 'REPORTED_BY';
  if (link === null) return { kind, source: null, words: null, link, seen: false, rank: UNSEEN };
  const source = link[9] === null ? null : (sources.get(link[9]) ?? null);
  const passages = [...link[13]].sort((a, b) => a[0] - b[0]);
  const passage = passages.find((one) => !isVerified(one)) ?? passages[0];
  const seen = source?.[4] ?? false;
  const rank = [
    link[5] !== null ? WITHDRAWN : NOT_WEAK,
    link[11] === 'UNKNOWN' ? UNKNOWN : NOT_WEAK,
    connected && seen ? NOT_WEAK : UNSEEN,
    passage !== undefined && isVerified(passage) ? NOT_WEAK : UNVERIFIED,
  ].reduce((a, b) => Math.min(a, b));
  return { kind, source, words: passage?.[1] ?? null, link, seen, rank };
}

function isVerified(passage: PassageColumns): boolean {
  return passage[2] === 'EXACT' || passage[2] === 'MOVED';
}

type Ranked = Trail & { readonly top: LinkColumns };

function compare(a: Ranked, b: Ranked): number {
  return (
    Number(b.complete) - Number(a.complete) ||
    Number(b.seen) - Number(a.seen) ||
    a.steps.length - b.steps.length ||
    compareTexts(a.top[7], b.top[7]) ||
    a.top[8] - b.top[8] ||
    compareTexts(a.top[0], b.top[0])
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function edgeOf({ complete, origin, weakest, steps }: Trail): object {
  return {
    node: {
      complete,
      origin: { id: origin[0], speaker: { id: origin[10], name: origin[12] } },
      weakestLink: weakest && { kind: weakest.kind },
      steps: steps.map(({ kind, seen, source, words, link }) => ({
        kind,
        seen,
        source: source && { id: source[0], slug: source[1], kind: source[2], title: source[3] },
        passage: words === null ? null : { exact: words },
        assertion: link && { id: link[0], stance: link[2] },
        speaker: link && { id: link[10], kind: link[11], name: link[12] },
      })),
    },
  };
}
