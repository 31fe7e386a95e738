import type { DossierEntry } from './dossier.ts';
import { bySaid, type DossierReading, holderOf, isOrigin } from './dossier-reading.ts';
import { type Identity, identityOf } from './identity.ts';
import { pick } from './localize.ts';
import {
  type AsideWords,
  type AttributionWords,
  type Hedge,
  type Messages,
  messagesFor,
  type OthersWords,
  type ReporterWords,
  type SpeakerWords,
} from './messages.ts';
import type { Entity } from './model.ts';
import { namesLanguage, nameWithin } from './sentence-names.ts';
import { isRetracted } from './taken-back.ts';

/** In what language a headline speaks, and of what. */
export interface HeadlineVoice {
  readonly reading: DossierReading;
  /** As decided: who may be two is told as two. */
  readonly identity: Identity;
  readonly messages: Messages;
  readonly language: string;
  /** By the id of an origin: the shortest way by which its words came here. */
  readonly outermostRelays: ReadonlyMap<string, DossierEntry>;
}

export function voiceOf(reading: DossierReading, language: string | null | undefined): HeadlineVoice {
  const messages = messagesFor(language);
  const identity = identityOf(reading.dossier, 'DIFFERENT');
  return {
    reading,
    identity,
    messages,
    language: namesLanguage(messages.language, language),
    outermostRelays: outermostRelays(reading, identity),
  };
}

/** SPEAKER: who said it, with the role. HOLDER: whose position it is, the body's where there is one. */
type Whose = 'SPEAKER' | 'HOLDER';

/** How sure one is of what is told of them. */
export type HedgeWords = Pick<AsideWords, 'hedge' | 'also'>;

const noHedge: HedgeWords = { hedge: null, also: [] };

/** Nothing that is told of one alone. */
const noAside: AsideWords = { ...noHedge, reporters: [] };

/**
 * Whose words: both of two, the first of more and the number of the others; the reporters where all share them, else
 * behind each. `hedges` are those of the origins, where they are not told of all together.
 */
export function attributionOf(
  origins: readonly DossierEntry[],
  voice: HeadlineVoice,
  whose: Whose = 'SPEAKER',
  hedges: readonly HedgeWords[] = origins.map((origin) => hedgesOf([origin], voice)),
): AttributionWords {
  const ways = origins.map((origin) => reportersOfOrigin(origin, voice, whose));
  const [first = []] = ways;
  const isShared = ways.every((way) => isLike(way, first));
  const asides = origins.map(
    (_, index): AsideWords => ({
      ...(hedges[index] ?? noHedge),
      reporters: isShared ? [] : (ways[index] ?? []),
    }),
  );
  const named = origins.length <= 2 ? origins.length : 1;
  return {
    speakers: origins
      .slice(0, named)
      .map((origin, index) => speakerWords(origin, voice, whose, asides[index])),
    others: othersOf(asides.slice(named)),
    reporters: isShared ? first : [],
  };
}

function isLike(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Those of whom the same is told counted together: who said it as surely, and whether that is known by report. */
function othersOf(asides: readonly AsideWords[]): readonly OthersWords[] {
  const groups = Map.groupBy(asides, ({ hedge, also, reporters }) =>
    JSON.stringify([hedge, also, reporters.length > 0]),
  );
  return [...groups.values()].map(([first = noAside, ...rest]) => ({
    count: rest.length + 1,
    aside: rest.every(({ reporters }) => isLike(reporters, first.reporters))
      ? first
      : { ...first, reporters: 'VARIOUS' },
  }));
}

/** Who passed an origin's words on; none where they stand here themselves. */
function reportersOfOrigin(
  origin: DossierEntry,
  voice: HeadlineVoice,
  whose: Whose,
): readonly ReporterWords[] {
  const relay = voice.outermostRelays.get(origin.id);
  return relay ? reportersOf(relay, voice, whose) : [];
}

/** What is told of one whose position it is: how sure it is, and who passed it on. */
export function asideOf(origin: DossierEntry, voice: HeadlineVoice): AsideWords {
  return { ...hedgesOf([origin], voice), reporters: reportersOfOrigin(origin, voice, 'HOLDER') };
}

/**
 * Of the relays of an origin that nobody here relays further, one that was not taken back before one that was, then the
 * one with the shortest chain, then said first.
 */
function outermostRelays(reading: DossierReading, identity: Identity): ReadonlyMap<string, DossierEntry> {
  // A relay of what was withdrawn is no report of it.
  const standing = reading.current.filter((entry) => !reading.isGone(entry));
  const isBack = (entry: DossierEntry) => Number(isRetracted(entry, reading, identity));
  const relayed = new Set(standing.map(({ attributedToId }) => attributedToId));
  const shortest = new Map<string, DossierEntry>();
  const relays = standing.filter((entry) => !isOrigin(entry) && !relayed.has(entry.id));
  relays.sort((a, b) => isBack(a) - isBack(b) || a.chain.length - b.chain.length || bySaid(a, b));
  for (const relay of relays) {
    const originId = relay.chain.at(-1);
    // What it passes on as another stance, it has not reported.
    const isReport = originId !== undefined && reading.byId.get(originId)?.stance === relay.stance;
    if (isReport && !shortest.has(originId)) shortest.set(originId, relay);
  }
  return shortest;
}

/**
 * Who passed the words on, from the one nearest their origin to the relay itself; each only once in a row. None where
 * whoever is named passed it on themselves.
 */
export function reportersOf(
  relay: DossierEntry,
  { reading, messages, language }: HeadlineVoice,
  whose: Whose = 'SPEAKER',
): readonly ReporterWords[] {
  const links = relay.chain.map((id) => reading.byId.get(id)).filter((link) => link !== undefined);
  const reporters: ReporterWords[] = [];
  const origin = links.find(isOrigin);
  const named = whose === 'HOLDER' && origin ? holderOf(origin) : origin?.speaker;
  let previous = named?.clusterId ?? null;
  for (const { speaker } of links.filter((link) => !isOrigin(link)).reverse()) {
    if (speaker.clusterId !== previous) {
      const name = nameWithin(speaker, messages, language);
      reporters.push({ name, isMachine: speaker.kind === 'MACHINE' });
    }
    previous = speaker.clusterId;
  }
  return reporters;
}

export function speakerWords(
  entry: DossierEntry,
  voice: HeadlineVoice,
  whose: Whose,
  aside: AsideWords = noAside,
): SpeakerWords {
  const entity: Entity = whose === 'HOLDER' ? holderOf(entry) : entry.speaker;
  const name = nameWithin(entity, voice.messages, voice.language);
  const body = entry.onBehalfOf ? nameWithin(entry.onBehalfOf, voice.messages, voice.language) : null;
  const isSpeaker = entity.id === entry.speaker.id;
  const role =
    isSpeaker && entry.role && isReadable(entry.role, voice) && !name.includes(entry.role)
      ? entry.role
      : null;
  return {
    name,
    kind: entry.speaker.kind === 'UNKNOWN' ? 'UNKNOWN' : kindOf(entity),
    role,
    // A document's or a team's name often holds its body's.
    body: isSpeaker && body !== null && !name.includes(body) ? body : null,
    place: voice.outermostRelays.has(entry.id) ? null : placeOf(entry, voice),
    aside,
    turn: null,
  };
}

function kindOf({ kind, anonymity }: Entity): SpeakerWords['kind'] {
  if (kind === 'MACHINE') return 'MACHINE';
  return anonymity === 'NAMED' ? 'NAMED' : 'DESCRIBED';
}

/** The title of where the words stand. */
function placeOf(entry: DossierEntry, { reading, language }: HeadlineVoice): string | null {
  const id = entry.sourceId ?? entry.readInIds[0];
  const source = reading.dossier.sources.find((candidate) => candidate.id === id);
  return source ? (pick(source.title, language)?.text ?? null) : null;
}

/** First and second persons: in a sentence of ours they would be us and the reader. */
const person = /[我你您咱]|\b(I|me|my|we|us|our|you|your)\b/i;

/** Roles and conditions are recorded in the text's language alone; they are used where the sentence is in that one. */
function isReadable(text: string, { messages }: HeadlineVoice): boolean {
  return /\p{Script=Han}/u.test(text) === messages.language.startsWith('zh');
}

/** How sure a speaker is said to be; null where it is said as certain, and where nothing is said of the claim. */
export function hedgeOf({ stance, modality, condition }: DossierEntry, voice: HeadlineVoice): Hedge | null {
  if (stance === 'DECLINES_TO_COMMENT' || stance === 'NO_RESPONSE' || modality === 'CERTAIN') return null;
  if (modality !== 'CONDITIONAL') return { modality };
  const isTold = condition !== null && isReadable(condition, voice) && !person.test(condition);
  return { modality, condition: isTold ? condition : null };
}

/** How sure those are who belong together: the first of them, and how else the others hedge, each once. */
export function hedgesOf(together: readonly DossierEntry[], voice: HeadlineVoice): HedgeWords {
  const [hedge = null, ...others] = together.map((one) => hedgeOf(one, voice));
  const also: Hedge[] = [];
  for (const other of others)
    if (other !== null && ![hedge, ...also].some((known) => isLike(known, other))) also.push(other);
  return { hedge, also };
}

/** The hedge that all of them have, null where all are certain; undefined where they hedge differently. */
export function sharedHedge(hedges: readonly HedgeWords[]): Hedge | null | undefined {
  const [{ hedge, also } = noHedge, ...others] = hedges;
  return also.length === 0 && others.every((other) => isLike(other, { hedge, also })) ? hedge : undefined;
}
