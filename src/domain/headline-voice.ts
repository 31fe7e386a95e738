import { isolated } from './bidi.ts';
import type { DossierEntry } from './dossier.ts';
import { bySaid, type DossierReading, holderOf, isOrigin } from './dossier-reading.ts';
import { type Identity, identityOf } from './identity.ts';
import { pick } from './localize.ts';
import { isMachine } from './machine-method.ts';
import {
  type AsideWords,
  type AttributionWords,
  type Hedge,
  type Messages,
  messagesFor,
  type ReporterWords,
  type SpeakerWords,
} from './messages.ts';
import type { Entity } from './model.ts';
import { othersOf } from './others-words.ts';
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

/** How sure one is of what is told of them, and whether a person recorded it. */
export type HedgeWords = Pick<AsideWords, 'hedge' | 'also' | 'byMachine'>;

const noHedge: HedgeWords = { hedge: null, also: [], byMachine: false };

/** Nothing that is told of one alone. */
export const noAside: AsideWords = { ...noHedge, reporters: [], copiers: [] };

/**
 * Whose words: both of two, the first of more and the number of the others; the reporters where all share them, else
 * behind each. `hedges` are those of the origins, where they are not told of all together; `copiers` are by the id of an
 * origin those who took over its words.
 */
export function attributionOf(
  origins: readonly DossierEntry[],
  voice: HeadlineVoice,
  whose: Whose = 'SPEAKER',
  hedges: readonly HedgeWords[] = origins.map((origin) => hedgesOf([origin], voice, whose)),
  copiers: ReadonlyMap<string, readonly DossierEntry[]> = new Map(),
): AttributionWords {
  const ways = origins.map((origin) => reportersOfOrigin(origin, voice, whose).reporters);
  const [first = []] = ways;
  const isShared = ways.every((way) => isLike(way, first));
  const asides = origins.map(
    ({ id }, index): AsideWords => ({
      ...(hedges[index] ?? noHedge),
      reporters: isShared ? [] : (ways[index] ?? []),
      copiers: (copiers.get(id) ?? []).map((copy) => reporterWords(copy, voice)),
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

/** Who passed words on, nearest them first, and how sure whoever said them put it on passing on their own. */
interface Way {
  readonly reporters: readonly ReporterWords[];
  readonly own: readonly Hedge[];
}

/** Who passed an origin's words on; none where they stand here themselves. */
function reportersOfOrigin(origin: DossierEntry, voice: HeadlineVoice, whose: Whose): Way {
  const relay = voice.outermostRelays.get(origin.id);
  return relay ? wayOf(relay, voice, whose) : { reporters: [], own: [] };
}

/** What is told of one whose position it is: how sure it is, and who passed it on. */
export function asideOf(origin: DossierEntry, voice: HeadlineVoice): AsideWords {
  return {
    ...noAside,
    ...hedgesOf([origin], voice, 'HOLDER'),
    reporters: reportersOfOrigin(origin, voice, 'HOLDER').reporters,
  };
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
 * whoever is named passed it on themselves. Each hedge is told where it first comes in, so that none on the way is lost.
 */
function wayOf(relay: DossierEntry, voice: HeadlineVoice, whose: Whose): Way {
  const links = relay.chain.map((id) => voice.reading.byId.get(id)).filter((link) => link !== undefined);
  const origin = links.find(isOrigin);
  const named = whose === 'HOLDER' && origin ? holderOf(origin) : origin?.speaker;
  const told = new Set<string>();
  // How sure it was of another claim, or of another stance, is not how sure it is of this.
  const freshIn = (link: DossierEntry): readonly Hedge[] => {
    const hedge =
      link.claimId === relay.claimId && link.stance === relay.stance ? hedgeOf(link, voice) : null;
    const key = JSON.stringify(hedge);
    if (hedge === null || told.has(key)) return [];
    told.add(key);
    return [hedge];
  };
  if (origin) freshIn(origin);
  const reporters: ReporterWords[] = [];
  const own: Hedge[] = [];
  let previous = named?.clusterId ?? null;
  for (const link of links.filter((one) => !isOrigin(one)).reverse()) {
    const hedges = freshIn(link);
    const last = reporters.at(-1);
    if (link.speaker.clusterId !== previous) reporters.push(reporterWords(link, voice, hedges));
    else if (last) reporters[reporters.length - 1] = { ...last, hedges: [...last.hedges, ...hedges] };
    else own.push(...hedges);
    previous = link.speaker.clusterId;
  }
  return { reporters, own };
}

export function reporterWords(
  { speaker, method }: DossierEntry,
  { messages, language }: HeadlineVoice,
  hedges: readonly Hedge[] = [],
): ReporterWords {
  return {
    name: isolated(nameWithin(speaker, messages, language)),
    isMachine: speaker.kind === 'MACHINE',
    hedges,
    byMachine: isMachine(method),
  };
}

/**
 * The way by which words came here whose own speaker is not told of. A hedge that is the only one is that of all of it; of
 * several each stands behind whose it is.
 */
export function toldWay(relay: DossierEntry, voice: HeadlineVoice): HedgeWords & Pick<Way, 'reporters'> {
  const { reporters, own } = wayOf(relay, voice, 'SPEAKER');
  const [hedge = null, ...also] = [...own, ...reporters.flatMap(({ hedges }) => hedges)];
  const byMachine = isMachine(relay.method);
  if (also.length === 0)
    return { reporters: reporters.map((one) => ({ ...one, hedges: [] })), hedge, also, byMachine };
  const [first = null, ...others] = own;
  return { reporters, hedge: first, also: others, byMachine };
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
    name: isolated(name),
    kind: entry.speaker.kind === 'UNKNOWN' ? 'UNKNOWN' : kindOf(entity),
    role: role && isolated(role),
    // A document's or a team's name often holds its body's.
    body: isSpeaker && body !== null && !name.includes(body) ? isolated(body) : null,
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
  const title = source && pick(source.title, language)?.text;
  return title === undefined ? null : isolated(title);
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
  return { modality, condition: isTold ? isolated(condition) : null };
}

/**
 * How sure those are who belong together: the first of them, and how else the others hedge or were passed on, each once.
 * How the first was passed on stands with who passed it on.
 */
export function hedgesOf(
  together: readonly DossierEntry[],
  voice: HeadlineVoice,
  whose: Whose = 'SPEAKER',
): HedgeWords {
  const [first, ...rest] = together;
  const hedge = first ? hedgeOf(first, voice) : null;
  const others = [
    ...(first ? reportersOfOrigin(first, voice, whose).own : []),
    ...rest.flatMap((one) => {
      const { reporters, own } = reportersOfOrigin(one, voice, whose);
      return [hedgeOf(one, voice), ...own, ...reporters.flatMap(({ hedges }) => hedges)];
    }),
  ];
  const also: Hedge[] = [];
  for (const other of others)
    if (other !== null && ![hedge, ...also].some((known) => isLike(known, other))) also.push(other);
  return { hedge, also, byMachine: together.length > 0 && together.every(({ method }) => isMachine(method)) };
}

/**
 * The hedge that all of them have, null where all are certain; undefined where they hedge differently, or a machine alone
 * recorded one.
 */
export function sharedHedge(hedges: readonly HedgeWords[]): Hedge | null | undefined {
  const [first = noHedge, ...others] = hedges;
  const isShared =
    first.also.length === 0 && !first.byMachine && others.every((other) => isLike(other, first));
  return isShared ? first.hedge : undefined;
}
