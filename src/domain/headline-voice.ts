import { namesLanguage } from './corroboration-sentence.ts';
import type { DossierEntry } from './dossier.ts';
import { bySaid, type DossierReading, holderOf, isOrigin } from './dossier-reading.ts';
import { nameOf, pick } from './localize.ts';
import {
  type AttributionWords,
  type Hedge,
  type Messages,
  messagesFor,
  type SpeakerWords,
} from './messages.ts';
import type { Entity } from './model.ts';

/** In what language a headline speaks, and of what. */
export interface HeadlineVoice {
  readonly reading: DossierReading;
  readonly messages: Messages;
  readonly language: string;
}

export function voiceOf(reading: DossierReading, language: string | null | undefined): HeadlineVoice {
  const messages = messagesFor(language);
  return { reading, messages, language: namesLanguage(messages.language, language) };
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
    const relay = outermostRelayOf(origin, voice.reading);
    return relay ? reportersOf(relay, voice) : [];
  });
  const isShared = others.every((other) => other.join('\n') === reporters.join('\n'));
  return {
    speakers: named.map((origin) => speakerWords(origin, voice, whose)),
    others: origins.length - named.length,
    reporters: isShared ? reporters : [],
  };
}

/** The shortest way by which the words came here: of the relays of them that nobody here relays further. */
function outermostRelayOf(origin: DossierEntry, { current }: DossierReading): DossierEntry | undefined {
  const relayed = new Set(current.map(({ attributedToId }) => attributedToId));
  return current
    .filter((entry) => !isOrigin(entry) && entry.chain.at(-1) === origin.id && !relayed.has(entry.id))
    .sort((a, b) => a.chain.length - b.chain.length || bySaid(a, b))[0];
}

/** Who passed the words on, from the one nearest their origin to the relay itself; each only once in a row. */
export function reportersOf(relay: DossierEntry, { reading, language }: HeadlineVoice): readonly string[] {
  const links = relay.chain.map((id) => reading.byId.get(id)).filter((link) => link !== undefined);
  const names: string[] = [];
  let previous: string | null = links.find(isOrigin)?.speaker.clusterId ?? null;
  for (const { speaker } of links.filter((link) => !isOrigin(link)).reverse()) {
    if (speaker.clusterId !== previous) names.push(nameOf(speaker, language));
    previous = speaker.clusterId;
  }
  return names;
}

export function speakerWords(entry: DossierEntry, voice: HeadlineVoice, whose: Whose): SpeakerWords {
  const entity: Entity = whose === 'HOLDER' ? holderOf(entry) : entry.speaker;
  const name = nameOf(entity, voice.language);
  const body = entry.onBehalfOf ? nameOf(entry.onBehalfOf, voice.language) : null;
  const isSpeaker = entity.id === entry.speaker.id;
  const role =
    isSpeaker && entry.role && isReadable(entry.role, voice) && !name.includes(entry.role)
      ? entry.role
      : null;
  return {
    name,
    kind: entry.speaker.kind === 'UNKNOWN' ? 'UNKNOWN' : entity.kind === 'MACHINE' ? 'CHATBOT' : 'NAMED',
    role,
    body: isSpeaker && body !== name ? body : null,
    place: outermostRelayOf(entry, voice.reading) ? null : placeOf(entry, voice),
  };
}

/** The title of where the words stand. */
function placeOf(entry: DossierEntry, { reading, language }: HeadlineVoice): string | null {
  const id = entry.sourceId ?? entry.readInIds[0];
  const source = reading.dossier.sources.find((candidate) => candidate.id === id);
  return source ? (pick(source.title, language)?.text ?? null) : null;
}

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
  return { modality: 'CONDITIONAL', condition: isTold && isReadable(condition, voice) ? condition : null };
}
