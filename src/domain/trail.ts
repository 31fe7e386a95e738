import { compareIds } from './clusters.ts';
import { compareWays, derivationPath } from './derivation-path.ts';
import { inEveryLanguage, type Weakness } from './messages.ts';
import type { Assertion, Localized, Passage, Source } from './model.ts';
import { isStandIn } from './stand-in.ts';
import type { DerivationKind, ProvenanceStepKind } from './vocabulary.ts';

/** One link of the way from where words were read to what they rest on. */
export interface TrailStep {
  readonly kind: ProvenanceStepKind;
  readonly sourceId: string | null;
  readonly passage: Passage | null;
  readonly assertionId: string | null;
  readonly speakerId: string | null;
  /** False where the step's source was not seen here, or nothing is known of it. */
  readonly seen: boolean;
  /** What is weak about it, in words; null where nothing is. */
  readonly weakness: Localized | null;
}

export interface Trail {
  /** From where it was read to what it rests on. */
  readonly steps: readonly TrailStep[];
  /** The assertion at the end of the chain; where the chain breaks off, the last one known. */
  readonly originId: string;
  /** No step of it is weak: nothing unseen, unverified, withdrawn, missing, altered on the way, a machine’s account, unnamed by the text or merely proposed. */
  readonly complete: boolean;
  /** Withdrawn, then an unknown speaker, a machine that passes on, unseen, proposed only, unverified; of equals the one nearest the origin. */
  readonly weakestLink: TrailStep | null;
  /** No step of it is unseen. */
  readonly seen: boolean;
  /** The assertion that the trail is of; by these trails are ordered that are otherwise alike. */
  readonly id: string;
  readonly recordedAt: string;
  readonly position: number;
}

interface WeighedStep {
  readonly step: TrailStep;
  readonly weakness: Weakness | null;
}

/**
 * The contract's order, the weakest first; those in one list are equals. That a machine tells it stands behind an unknown
 * speaker: whose words they are is told, but by nobody who could vouch for it.
 */
const ranks: readonly (readonly Weakness[])[] = [
  ['WITHDRAWN'],
  ['UNKNOWN_SPEAKER'],
  ['MACHINE'],
  ['REDACTED', 'MISSING', 'RETOLD', 'UNCONNECTED', 'UNSEEN'],
  ['PROPOSED'],
  ['GONE', 'ALTERED', 'UNVERIFIED'],
];

const derivationSteps: Readonly<Record<DerivationKind, ProvenanceStepKind>> = {
  REPUBLISHES: 'REPUBLISHED_FROM',
  TRANSLATES: 'TRANSLATED_FROM',
  EXCERPTS: 'EXCERPTED_FROM',
  CITES: 'CITED_FROM',
};

/**
 * How `top` is known: where it was read, over what that derives from, by whom it was reported, who said it, on
 * what that rests. `chain` is top's chain, top first, null for a link that is not there; `sources` holds the
 * sources involved and those they derive from. Derivations in a circle and missing sources are survived.
 */
export function trailOf(
  top: Assertion,
  chain: readonly (Assertion | null)[],
  sources: ReadonlyMap<string, Source>,
): Trail {
  const links = chain.length > 0 ? chain : [top];
  const origin = links.findLast((link) => link !== null) ?? top;
  const { steps: reading, connected } = readingSteps(top, sources);
  const steps = [
    ...reading,
    ...links.map((link, index) => linkStep(link, links[index + 1], connected || index > 0)),
    ...restingSteps(links.at(-1) ?? null),
  ];
  const originIndex = reading.length + links.length - 1;
  return {
    steps: steps.map(({ step }) => step),
    originId: origin.id,
    complete: steps.every(({ weakness }) => weakness === null),
    weakestLink: weakestOf(steps, originIndex),
    seen: steps.every(({ step }) => step.seen),
    id: top.id,
    recordedAt: top.recordedAt,
    position: top.position,
  };
}

/** Of equally weak steps the one nearest the origin's; of two equally near the one that the origin rests on. */
function weakestOf(steps: readonly WeighedStep[], originIndex: number): TrailStep | null {
  const [weakest] = steps
    .map((weighed, index) => ({ ...weighed, distance: Math.abs(index - originIndex), index }))
    .filter(({ weakness }) => weakness !== null)
    .sort((a, b) => rankOf(a) - rankOf(b) || a.distance - b.distance || b.index - a.index);
  return weakest?.step ?? null;
}

function rankOf({ weakness }: WeighedStep): number {
  return ranks.findIndex((equals) => weakness !== null && equals.includes(weakness));
}

const inOrder = ranks.flat();
/** What was said of weaknesses before: there are few that come together. */
const told = new Map<string, Localized>();

function toldOf(weaknesses: readonly Weakness[]): Localized {
  const name = weaknesses.join();
  const text = told.get(name) ?? inEveryLanguage((messages) => messages.weakness(weaknesses));
  told.set(name, text);
  return text;
}

function weigh(step: Omit<TrailStep, 'weakness'>, weaknesses: readonly (Weakness | false)[]): WeighedStep {
  const all = weaknesses.some((one) => one !== false)
    ? inOrder.filter((candidate) => weaknesses.includes(candidate))
    : [];
  const weakness = all[0] ?? null;
  // The weakest decides; all are told.
  return { step: { ...step, weakness: weakness === null ? null : toldOf(all) }, weakness };
}

/** Where it was read, and what that derives from until where it was made. */
function readingSteps(top: Assertion, sources: ReadonlyMap<string, Source>) {
  const made = top.source?.id ?? null;
  const reads = top.passages.map((passage) => ({
    passage,
    path: made === null ? [] : derivationPath(passage.versionNode.sourceId, made, sources),
  }));
  const connectedReads = reads
    .filter(({ path }) => path !== null)
    .sort((a, b) => compareWays(a.path ?? [], b.path ?? []));
  const read = connectedReads[0] ?? reads[0];
  const sourceId = read?.passage.versionNode.sourceId ?? made;
  if (sourceId === null) return { steps: [], connected: true };

  const seen = (id: string) => (sources.get(id) ?? (id === made ? top.source : null))?.seen ?? false;
  const step = { passage: null, assertionId: null, speakerId: null };
  const first = weigh(
    { ...step, kind: 'READ_IN', sourceId, passage: read?.passage ?? null, seen: seen(sourceId) },
    [!seen(sourceId) && 'UNSEEN', read ? verificationWeakness(read.passage) : 'UNVERIFIED'],
  );
  const hops = (read?.path ?? []).map(({ kind, fromId, status }) =>
    weigh({ ...step, kind: derivationSteps[kind], sourceId: fromId, seen: seen(fromId) }, [
      !seen(fromId) && 'UNSEEN',
      status === 'PROPOSED' && 'PROPOSED',
    ]),
  );
  return { steps: [first, ...hops], connected: !read || read.path !== null };
}

/** Whether a link says something else than what it passes on: another claim, or another position on it. */
function isRetold(link: Assertion, passedOn: Assertion | null | undefined): boolean {
  return Boolean(passedOn && (passedOn.claim.id !== link.claim.id || passedOn.stance !== link.stance));
}

/** `passedOn` is the next link: null where that is not there, undefined where there is none. */
function linkStep(
  link: Assertion | null,
  passedOn: Assertion | null | undefined,
  connected: boolean,
): WeighedStep {
  const kind = passedOn === undefined ? 'SAID_BY' : 'REPORTED_BY';
  if (link === null) {
    const nothing = { sourceId: null, passage: null, assertionId: null, speakerId: null, seen: false };
    return weigh({ kind, ...nothing }, ['MISSING']);
  }
  const passage =
    link.passages.find((candidate) => verificationWeakness(candidate)) ?? link.passages[0] ?? null;
  const seen = link.source?.seen ?? false;
  return weigh(
    {
      kind,
      sourceId: link.source?.id ?? null,
      passage,
      assertionId: link.id,
      speakerId: link.speaker.id,
      seen,
    },
    [
      link.withdrawnAt !== null && 'WITHDRAWN',
      link.speaker.kind === 'UNKNOWN' && 'UNKNOWN_SPEAKER',
      passedOn !== undefined && link.speaker.kind === 'MACHINE' && 'MACHINE',
      isStandIn(link.speaker) && 'REDACTED',
      isRetold(link, passedOn) && 'RETOLD',
      !connected && 'UNCONNECTED',
      !seen && 'UNSEEN',
      passage === null ? 'UNVERIFIED' : verificationWeakness(passage),
    ],
  );
}

function restingSteps(origin: Assertion | null): readonly WeighedStep[] {
  return (origin?.basedOn ?? []).map((source) =>
    weigh(
      {
        kind: 'RESTS_ON',
        sourceId: source.id,
        passage: null,
        assertionId: null,
        speakerId: null,
        seen: source.seen,
      },
      [!source.seen && 'UNSEEN'],
    ),
  );
}

function verificationWeakness({ verification }: Passage): Weakness | false {
  const { state } = verification;
  return state === 'EXACT' || state === 'MOVED' ? false : state;
}

/** The order in which trails answer "how do we know": complete before incomplete, seen before unseen, shorter first. */
export function compareTrails(a: Trail, b: Trail): number {
  return (
    Number(b.complete) - Number(a.complete) ||
    Number(b.seen) - Number(a.seen) ||
    a.steps.length - b.steps.length ||
    compareIds(a.recordedAt, b.recordedAt) ||
    a.position - b.position ||
    compareIds(a.id, b.id)
  );
}
