import { hasContradiction, statusOf } from './claim-status.ts';
import { groupedOrigins } from './corroboration.ts';
import type { Dossier, DossierEntry } from './dossier.ts';
import { bySaid, type DossierReading, holderOf, isOrigin, readDossier } from './dossier-reading.ts';
import {
  asideOf,
  attributionOf,
  type HeadlineVoice,
  hedgeOf,
  hedgesOf,
  reportersOf,
  sharedHedge,
  speakerWords,
  voiceOf,
} from './headline-voice.ts';
import { pick } from './localize.ts';
import { identityOf, isRetracted } from './origin-groups.ts';
import { nameWithin } from './sentence-names.ts';
import { standingOf, takenBackOf } from './taken-back.ts';
import { affirmingIn, turnOf } from './turn.ts';

/** What is told of a claim that nobody affirms, the weightiest first. */
const otherStances = ['DENIES', 'DOUBTS', 'RETRACTS', 'DECLINES_TO_COMMENT', 'NO_RESPONSE'] as const;

/**
 * The claim with whose it is, in one line, for wherever it stands alone: "According to Niko Felix (OpenAI
 * spokesperson), as reported by Huxiu: …". The claim's text stands in it verbatim, in the language asked for as
 * far as it is recorded; the words around it are Chinese for any `zh`, else English. Whatever is recorded against
 * the claim is said in it. It is never the bare claim, not even where nobody is recorded as having said it.
 */
export function headlineOf(dossier: Dossier, language: string | null | undefined): string {
  const reading = readDossier(dossier);
  const voice = voiceOf(reading, language);
  const claim = pick(dossier.claim.text, language)?.text ?? '';
  switch (statusOf(dossier)) {
    case 'WITHDRAWN':
      return withdrawn(claim, reading, voice);
    case 'UNSOURCED':
      return unaffirmed(claim, reading, voice);
    default:
      return affirmed(claim, reading, voice);
  }
}

function affirmed(claim: string, reading: DossierReading, voice: HeadlineVoice): string {
  const retracted = retractedOrigins(reading);
  const tail = against(reading, voice);
  const groups = affirmingOrigins(reading, retracted, voice);
  if (groups.length > 0) {
    const hedges = groups.map((together) => hedgesOf(together, voice));
    const hedge = sharedHedge(hedges);
    // What all say alike is said once, at the end; else behind each of them.
    const attribution = attributionOf(
      groups.map(([first]) => first),
      voice,
      'SPEAKER',
      hedge === undefined ? hedges : [],
    );
    return voice.messages.affirmed(attribution, hedge ?? null, claim) + tail;
  }
  return passedOn(claim, reading, voice) + tail;
}

/** Where nobody is at hand who said it: who passes it on, the outermost; there is always somebody. */
function passedOn(claim: string, reading: DossierReading, voice: HeadlineVoice): string {
  const relays = reading.reports.filter((entry) => !isOrigin(entry));
  const relay = relays.find((entry) => !isRelayed(entry, reading)) ?? relays[0];
  if (!relay) return voice.messages.unsaid(claim);
  const hedge = hedgeOf(relay, voice);
  const reporters = reportersOf(relay, voice);
  if (reporters.length > 0) return voice.messages.reported(reporters, hedge, claim);
  // It passes on words of its own, which were others: these are nobody else's.
  const own = { speakers: [speakerWords(relay, voice, 'SPEAKER')], others: [], reporters: [] };
  return voice.messages.affirmed(own, hedge, claim);
}

/**
 * Those that count, by groups, whoever is named for each first; where none counts, what else is affirmed: a machine's
 * words, or unknown ones.
 */
function affirmingOrigins(
  reading: DossierReading,
  retracted: readonly DossierEntry[],
  { messages, language }: HeadlineVoice,
): readonly (readonly [DossierEntry, ...DossierEntry[]])[] {
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
  if (counted.length > 0) return counted;
  const standing = reading.reports.filter((entry) => isOrigin(entry) && !retracted.includes(entry));
  return together(
    standing.map((entry) => [entry] as const),
    ({ speaker }) => speaker.clusterId,
  );
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

function unaffirmed(claim: string, reading: DossierReading, voice: HeadlineVoice): string {
  const retracted = distinctBy(retractedOrigins(reading), ({ speaker }) => speaker.clusterId);
  if (retracted.length > 0) {
    const tail = contest({ ...opposedIn(reading), retractors: [] }, reading, voice);
    return voice.messages.retracted(attributionOf(retracted, voice), claim) + tail;
  }
  const { formerDeniers, formerDoubters } = opposedIn(reading);
  const wordsOf = (origins: readonly DossierEntry[]) =>
    attributionOf(holdersIn(origins, voice), voice, 'HOLDER');
  const identity = identityOf(reading.dossier, 'DIFFERENT');
  for (const stance of otherStances) {
    if (stance === 'RETRACTS') {
      // Of what is known to have been a denial it would read as if it had been said.
      if (formerDeniers.length > 0) return voice.messages.heldBack('DENIES', wordsOf(formerDeniers), claim);
      if (formerDoubters.length > 0) return voice.messages.heldBack('DOUBTS', wordsOf(formerDoubters), claim);
    }
    const origins = standingOf(stance, reading, identity);
    if (origins.length === 0) continue;
    const former = { ...unopposed, formerDeniers, formerDoubters };
    return voice.messages.held(stance, wordsOf(origins), claim) + contest(former, reading, voice);
  }
  return voice.messages.unsaid(claim);
}

function withdrawn(claim: string, reading: DossierReading, voice: HeadlineVoice): string {
  const supports = reading.dossier.entries.filter(
    (entry) => entry.stance === 'AFFIRMS' && isOrigin(entry) && entry.supersededById === null,
  );
  const origins = distinctBy(supports, ({ speaker }) => speaker.clusterId);
  const attribution = origins.length > 0 ? attributionOf(origins, voice) : null;
  return voice.messages.withdrawn(attribution, claim) + against(reading, voice);
}

/** Whose own statements stand against the claim, and whose were taken back and not made again. */
type Opposed = Readonly<
  Record<'deniers' | 'doubters' | 'retractors' | 'formerDeniers' | 'formerDoubters', readonly DossierEntry[]>
>;

const unopposed: Opposed = {
  deniers: [],
  doubters: [],
  retractors: [],
  formerDeniers: [],
  formerDoubters: [],
};

function opposedIn(reading: DossierReading): Opposed {
  const identity = identityOf(reading.dossier, 'DIFFERENT');
  return {
    deniers: standingOf('DENIES', reading, identity),
    doubters: standingOf('DOUBTS', reading, identity),
    retractors: takenBackOf('AFFIRMS', reading, identity),
    formerDeniers: takenBackOf('DENIES', reading, identity),
    formerDoubters: takenBackOf('DOUBTS', reading, identity),
  };
}

/** What stands against the claim, appended to it: whoever denies, doubts or took it back, and contradictions. */
function against(reading: DossierReading, voice: HeadlineVoice): string {
  return contest(opposedIn(reading), reading, voice);
}

function contest(opposed: Opposed, reading: DossierReading, voice: HeadlineVoice): string {
  const wordsOf = (entries: readonly DossierEntry[]) =>
    holdersIn(entries, voice).map((entry) => speakerWords(entry, voice, 'HOLDER', asideOf(entry, voice)));
  const identity = identityOf(reading.dossier, 'DIFFERENT');
  const affirming = affirmingIn(reading, identity);
  // One who also affirms it changed or contradicts themselves, and is not another who contests it.
  const againstIn = (entries: readonly DossierEntry[]) =>
    holdersIn(entries, voice).map((entry) => {
      const own = entries.filter((other) => holderOf(other).clusterId === holderOf(entry).clusterId);
      const words = speakerWords(entry, voice, 'HOLDER', asideOf(entry, voice));
      return { ...words, turn: turnOf(own, affirming, identity) };
    });
  return voice.messages.contest({
    deniers: againstIn(opposed.deniers),
    doubters: againstIn(opposed.doubters),
    retractors: wordsOf(opposed.retractors),
    formerDeniers: wordsOf(opposed.formerDeniers),
    formerDoubters: wordsOf(opposed.formerDoubters),
    contradicted: hasContradiction(reading.dossier),
  });
}

/**
 * One statement of each who holds it, in said order: of several the one said as certain, then the one that stands here
 * itself and is not known by report alone.
 */
function holdersIn(entries: readonly DossierEntry[], voice: HeadlineVoice): readonly DossierEntry[] {
  const weakness = (entry: DossierEntry) => {
    const { hedge, reporters } = asideOf(entry, voice);
    return Number(hedge !== null) * 2 + Number(reporters.length > 0);
  };
  const plainest = [...entries].sort((a, b) => weakness(a) - weakness(b));
  return distinctBy(plainest, (entry) => holderOf(entry).clusterId).sort(bySaid);
}

function retractedOrigins(reading: DossierReading): readonly DossierEntry[] {
  const identity = identityOf(reading.dossier, 'DIFFERENT');
  return reading.reports.filter((entry) => isOrigin(entry) && isRetracted(entry, reading, identity));
}

function isRelayed(entry: DossierEntry, reading: DossierReading): boolean {
  return reading.current.some(({ attributedToId }) => attributedToId === entry.id);
}

/** The first of each, in the order given. */
function distinctBy(
  entries: readonly DossierEntry[],
  keyOf: (entry: DossierEntry) => string,
): DossierEntry[] {
  const keys = new Set<string>();
  return entries.filter((entry) => {
    const key = keyOf(entry);
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}
