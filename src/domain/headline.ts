import { isolated } from './bidi.ts';
import { hasContradiction, isCorrected, statusOf } from './claim-status.ts';
import { distinctBy } from './distinct-by.ts';
import type { Dossier, DossierEntry } from './dossier.ts';
import { bySaid, type DossierReading, holderOf, isOrigin, readDossier } from './dossier-reading.ts';
import {
  asideOf,
  attributionOf,
  type HeadlineVoice,
  hedgesOf,
  noAside,
  reporterWords,
  sharedHedge,
  speakerWords,
  toldWay,
  voiceOf,
} from './headline-voice.ts';
import { pick } from './localize.ts';
import type { RetoldWords, SpeakerWords, TakenBackWords } from './messages.ts';
import { affirmingOrigins, withCopied } from './named-origins.ts';
import { retoldIn } from './retold.ts';
import { nameWithin } from './sentence-names.ts';
import { isStillSaid, standingOf, type TakenBack, takenBackIn } from './taken-back.ts';
import { toldApart } from './told-apart.ts';
import { affirmingIn, turnOf } from './turn.ts';

/**
 * The claim with whose it is, in one line, for wherever it stands alone: "According to Niko Felix (OpenAI
 * spokesperson), as reported by Huxiu: …". The claim's text stands in it verbatim, in the language asked for as
 * far as it is recorded; the words around it are Chinese for any `zh`, else English. Whatever is recorded against
 * the claim is said in it. It is never the bare claim, not even where nobody is recorded as having said it. Names and a claim
 * that are written from right to left stand between isolates (U+2068, U+2069).
 */
export function headlineOf(dossier: Dossier, language: string | null | undefined): string {
  const reading = readDossier(dossier);
  const voice = voiceOf(reading, language);
  const claim = isolated(pick(dossier.claim.text, language)?.text ?? '');
  switch (statusOf(dossier)) {
    case 'WITHDRAWN':
      return withdrawn(claim, voice);
    case 'UNSOURCED':
      return unaffirmed(claim, voice);
    default:
      return affirmed(claim, voice);
  }
}

function affirmed(claim: string, voice: HeadlineVoice): string {
  const tail = contest(opposedIn(voice), voice);
  const { groups, copiers } = affirmingOrigins(voice);
  if (groups.length > 0) {
    const hedges = groups.map((together) => hedgesOf(together, voice));
    const hedge = sharedHedge(hedges);
    // What all say alike is said once, at the end; else behind each of them.
    const attribution = attributionOf(
      groups.map(([first]) => first),
      voice,
      'SPEAKER',
      hedge === undefined ? hedges : [],
      copiers,
    );
    return voice.messages.affirmed(attribution, hedge ?? null, claim) + tail;
  }
  return passedOn(claim, voice) + tail;
}

/** Where nobody is at hand who said it: who passes it on, the outermost; there is always somebody. */
function passedOn(claim: string, voice: HeadlineVoice): string {
  const { reading, identity, messages } = voice;
  const relays = reading.reports.filter((entry) => !isOrigin(entry) && isStillSaid(entry, reading, identity));
  const relay = relays.find((entry) => !isRelayed(entry, reading)) ?? relays[0];
  if (!relay) return messages.unsaid(claim);
  const { reporters, hedge, also, byMachine } = toldWay(relay, voice);
  if (reporters.length > 0) return messages.reported(reporters, hedge, claim);
  // It passes on words of its own, which were others: these are nobody else's.
  const speaker = speakerWords(relay, voice, 'SPEAKER', { ...noAside, also, byMachine });
  const own = { speakers: [speaker], others: [], reporters: [] };
  return messages.affirmed(own, hedge, claim);
}

/** What is told of a claim that nobody affirms, the weightiest first, and the rest behind it. */
function unaffirmed(claim: string, voice: HeadlineVoice): string {
  const { reading, identity, messages } = voice;
  const opposed = opposedIn(voice);
  const [back, ...othersBack] = opposed.takenBack;
  if (back?.what.includes('AFFIRMS'))
    return takenBack(back, claim, voice) + contest({ ...opposed, takenBack: othersBack }, voice);
  const wordsOf = (entries: readonly DossierEntry[]) =>
    attributionOf(holdersIn(entries, voice), voice, 'HOLDER');
  const { deniers, doubters } = opposed;
  if (deniers.length > 0)
    return messages.held('DENIES', wordsOf(deniers), claim) + contest({ ...opposed, deniers: [] }, voice);
  if (doubters.length > 0)
    return messages.held('DOUBTS', wordsOf(doubters), claim) + contest({ ...opposed, doubters: [] }, voice);
  if (back) return takenBack(back, claim, voice) + contest({ ...opposed, takenBack: othersBack }, voice);
  for (const stance of ['DECLINES_TO_COMMENT', 'NO_RESPONSE'] as const) {
    const origins = standingOf(stance, reading, identity);
    if (origins.length > 0) return messages.held(stance, wordsOf(origins), claim) + contest(opposed, voice);
  }
  const [retold, ...othersRetold] = opposed.retold;
  if (retold) return messages.retold(retold, claim) + contest({ ...opposed, retold: othersRetold }, voice);
  return messages.unsaid(claim);
}

/** That it was said is told with how it is known to have been; of all else that was taken back, only that it was. */
function takenBack(back: TakenBack, claim: string, voice: HeadlineVoice): string {
  const { messages } = voice;
  const words = backWords(back, voice);
  if (back.what.length === 0)
    return messages.held(
      'RETRACTS',
      attributionOf(holdersIn(back.retractions, voice), voice, 'HOLDER'),
      claim,
    );
  if (back.what.join() !== 'AFFIRMS') return messages.takenBack(words, claim);
  const own = back.statements.filter(isOrigin);
  const said = distinctBy(own.length > 0 ? own : back.statements, ({ speaker }) => speaker.clusterId);
  return messages.retracted(attributionOf(said, voice), words.by, claim);
}

function withdrawn(claim: string, voice: HeadlineVoice): string {
  const supports = voice.reading.dossier.entries.filter(
    (entry) => entry.stance === 'AFFIRMS' && isOrigin(entry) && entry.supersededById === null,
  );
  const { groups, copiers } = withCopied(supports, () => false, voice);
  const origins = groups.map(([first]) => first);
  const hedges = groups.map((together) => hedgesOf(together, voice));
  const attribution = origins.length > 0 ? attributionOf(origins, voice, 'SPEAKER', hedges, copiers) : null;
  return voice.messages.withdrawn(attribution, claim) + contest(opposedIn(voice), voice);
}

/** What stands against the claim: whose own statements, what was taken back and not said again, what is known by report alone. */
interface Opposed {
  readonly deniers: readonly DossierEntry[];
  readonly doubters: readonly DossierEntry[];
  readonly takenBack: readonly TakenBack[];
  readonly retold: readonly RetoldWords[];
}

function opposedIn(voice: HeadlineVoice): Opposed {
  const { reading, identity } = voice;
  return {
    deniers: standingOf('DENIES', reading, identity),
    doubters: standingOf('DOUBTS', reading, identity),
    takenBack: takenBackIn(reading, identity),
    retold: [...Map.groupBy(retoldIn(reading, identity), ({ stance }) => stance)].map(([stance, relays]) => ({
      stance,
      ways: relays.map((relay) => retoldWay(relay, voice)),
    })),
  };
}

/** Who passes it on; whoever passes on words of their own, which were others. */
function retoldWay(relay: DossierEntry, voice: HeadlineVoice): RetoldWords['ways'][number] {
  const { reporters, hedge, also } = toldWay(relay, voice);
  if (reporters.length > 0) return { reporters, hedge };
  return { reporters: [reporterWords(relay, voice, also)], hedge };
}

/** What stands against the claim, appended to it, and contradictions. */
function contest(opposed: Opposed, voice: HeadlineVoice): string {
  const affirming = affirmingIn(voice.reading, voice.identity);
  // One who also affirms it changed or contradicts themselves, and is not another who contests it.
  const againstIn = (entries: readonly DossierEntry[]) =>
    holdersIn(entries, voice).map((entry) => {
      const own = entries.filter((other) => holderOf(other).clusterId === holderOf(entry).clusterId);
      const words = speakerWords(entry, voice, 'HOLDER', asideOf(entry, voice));
      return { ...words, turn: turnOf(own, affirming, voice.identity) };
    });
  return voice.messages.contest({
    deniers: againstIn(opposed.deniers),
    doubters: againstIn(opposed.doubters),
    takenBack: opposed.takenBack.map((back) => backWords(back, voice)),
    retold: opposed.retold,
    contradicted: hasContradiction(voice.reading.dossier),
    corrected: isCorrected(voice.reading.dossier),
  });
}

/** Who passed on, and how sure it was, are told of the retraction, and not of what it takes back. */
function backWords({ what, retractions }: TakenBack, voice: HeadlineVoice): TakenBackWords<SpeakerWords> {
  const isTold = what.includes('MACHINE_RECORD');
  const by = holdersIn(retractions, voice).map((entry) => {
    const aside = asideOf(entry, voice);
    return speakerWords(entry, voice, 'HOLDER', isTold ? { ...aside, byMachine: false } : aside);
  });
  return { what, by };
}

/**
 * One statement of each who holds it, in said order: of several one whose speaker is known, then one that a person recorded,
 * then the one said as certain, then
 * the one that stands here itself and is not known by report alone.
 */
function holdersIn(entries: readonly DossierEntry[], voice: HeadlineVoice): readonly DossierEntry[] {
  const weakness = (entry: DossierEntry) => {
    const { hedge, also, byMachine, reporters } = asideOf(entry, voice);
    const hedged = reporters === 'VARIOUS' ? [] : reporters.flatMap(({ hedges }) => hedges);
    const isHedged = hedge !== null || also.length > 0 || hedged.length > 0;
    return [entry.speaker.kind === 'UNKNOWN', byMachine, isHedged, reporters.length > 0].reduce(
      (sum, is) => 2 * sum + Number(is),
      0,
    );
  };
  const { reading, messages, language } = voice;
  const keyOf = toldApart(entries, reading, (entity) => nameWithin(entity, messages, language));
  const plainest = [...entries].sort((a, b) => weakness(a) - weakness(b));
  return distinctBy(plainest, keyOf).sort(bySaid);
}

function isRelayed(entry: DossierEntry, reading: DossierReading): boolean {
  return reading.current.some(({ attributedToId }) => attributedToId === entry.id);
}
