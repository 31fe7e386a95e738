import type { DossierEntry } from './dossier.ts';
import { bySaid, type DossierReading, holderOf, isOrigin } from './dossier-reading.ts';
import { pick } from './localize.ts';
import {
  type AttributionWords,
  type Hedge,
  type Messages,
  messagesFor,
  type SpeakerWords,
} from './messages.ts';
import type { Entity } from './model.ts';
import { namesLanguage, nameWithin } from './sentence-names.ts';

/** In what language a headline speaks, and of what. */
export interface HeadlineVoice {
  readonly reading: DossierReading;
  readonly messages: Messages;
  readonly language: string;
  /** By the id of an origin: the shortest way by which its words came here. */
  readonly outermostRelays: ReadonlyMap<string, DossierEntry>;
}

export function voiceOf(reading: DossierReading, language: string | null | undefined): HeadlineVoice {
  const messages = messagesFor(language);
  return {
    reading,
    messages,
    language: namesLanguage(messages.language, language),
    outermostRelays: outermostRelays(reading),
  };
}

/** SPEAKER: who said it, with the role. HOLDER: whose position it is, the body's where there is one. */
type Whose = 'SPEAKER' | 'HOLDER';

/** Whose words: both of two, the first of more and the number of the others; the reporters where all share them. */
export function attributionOf(
  origins: readonly DossierEntry[],
  voice: HeadlineVoice,
  whose: Whose = 'SPEAKER',
): AttributionWords {
  const named = origins.length <= 2 ? origins : origins.slice(0, 1);
  const [reporters = [], ...others] = origins.map((origin) => {
    const relay = voice.outermostRelays.get(origin.id);
    return relay ? reportersOf(relay, voice) : [];
  });
  const isShared = others.every((other) => other.join('\n') === reporters.join('\n'));
  return {
    speakers: named.map((origin) => speakerWords(origin, voice, whose)),
    others: origins.length - named.length,
    reporters: isShared ? reporters : [],
  };
}

/** Of the relays of an origin that nobody here relays further, the one with the shortest chain, then said first. */
function outermostRelays({ current, isGone }: DossierReading): ReadonlyMap<string, DossierEntry> {
  // A relay of what was withdrawn is no report of it.
  const standing = current.filter((entry) => !isGone(entry));
  const relayed = new Set(standing.map(({ attributedToId }) => attributedToId));
  const shortest = new Map<string, DossierEntry>();
  const relays = standing.filter((entry) => !isOrigin(entry) && !relayed.has(entry.id));
  for (const relay of relays.sort((a, b) => a.chain.length - b.chain.length || bySaid(a, b))) {
    const originId = relay.chain.at(-1);
    if (originId !== undefined && !shortest.has(originId)) shortest.set(originId, relay);
  }
  return shortest;
}

/** Who passed the words on, from the one nearest their origin to the relay itself; each only once in a row. */
export function reportersOf(
  relay: DossierEntry,
  { reading, messages, language }: HeadlineVoice,
): readonly string[] {
  const links = relay.chain.map((id) => reading.byId.get(id)).filter((link) => link !== undefined);
  const names: string[] = [];
  let previous: string | null = links.find(isOrigin)?.speaker.clusterId ?? null;
  for (const { speaker } of links.filter((link) => !isOrigin(link)).reverse()) {
    if (speaker.clusterId !== previous) names.push(nameWithin(speaker, messages, language));
    previous = speaker.clusterId;
  }
  return names;
}

export function speakerWords(entry: DossierEntry, voice: HeadlineVoice, whose: Whose): SpeakerWords {
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
  };
}

function kindOf({ kind, anonymity }: Entity): SpeakerWords['kind'] {
  if (kind === 'MACHINE') return 'CHATBOT';
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

/** How sure the speakers are said to be, where all of them hedge alike; null where it is said as certain. */
export function hedgeOf(origins: readonly DossierEntry[], voice: HeadlineVoice): Hedge | null {
  const [first] = origins;
  if (!first || first.modality === 'CERTAIN') return null;
  if (origins.some(({ modality }) => modality !== first.modality)) return null;
  if (first.modality !== 'CONDITIONAL') return { modality: first.modality };
  const { condition } = first;
  const isTold = condition !== null && origins.every((origin) => origin.condition === condition);
  return {
    modality: 'CONDITIONAL',
    condition: isTold && isReadable(condition, voice) && !person.test(condition) ? condition : null,
  };
}
