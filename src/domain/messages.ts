import { matchesLanguage } from './localize.ts';
import { english } from './messages-en.ts';
import { chinese } from './messages-zh-hans.ts';
import type { Localized } from './model.ts';
import type { Stance } from './vocabulary.ts';

/** What can join origins into one group. */
export type GroupReason =
  | 'ALONE'
  | 'SAME_SPEAKER'
  | 'SAME_BODY'
  | 'COPIED'
  | 'JUDGED_SAME'
  | 'PERHAPS_SAME'
  | 'THROUGH_OTHERS';

/** What a corroboration sentence is made of: counts and names that are already in the reader's language. */
export interface CorroborationWords {
  readonly assertions: number;
  readonly independentOrigins: number;
  readonly independentOriginsAtMost: number;
  readonly unnamedOrigins: number;
  readonly noOrigin: 'MACHINES' | 'UNKNOWN' | 'REDACTED' | 'RETRACTED' | 'ELSEWHERE' | 'MIXED' | null;
  readonly machines: readonly string[];
  readonly deniers: readonly string[];
  readonly machinesAgainst: readonly string[];
  readonly doubters: readonly string[];
  readonly decliners: readonly string[];
  readonly silent: readonly string[];
  readonly retractors: readonly string[];
  readonly formerDeniers: readonly string[];
  readonly formerDoubters: readonly string[];
}

/** One who passed words on. */
export interface ReporterWords {
  readonly name: string;
  readonly isChatbot: boolean;
}

/** What is told of one speaker beside others, of whom it does not hold. */
export interface AsideWords {
  /** How sure; null where it is said as certain, or the whole sentence says it. */
  readonly hedge: Hedge | null;
  /** Who passed it on, outermost last; none where nobody did, or the whole sentence says it. VARIOUS: by several ways. */
  readonly reporters: readonly ReporterWords[] | 'VARIOUS';
}

/** One speaker as a headline names it. */
export interface SpeakerWords {
  readonly name: string;
  readonly kind: 'NAMED' | 'DESCRIBED' | 'CHATBOT' | 'UNKNOWN';
  /** Role or body in the reader's language; null where none is recorded in it. */
  readonly role: string | null;
  readonly body: string | null;
  /** Of an unknown speaker whose words nobody relays: the title of where they stand. */
  readonly place: string | null;
  readonly aside: AsideWords;
}

/** So many more, of whom the same is told. */
export interface OthersWords {
  readonly count: number;
  readonly aside: AsideWords;
}

/** Whose words a headline gives: up to two by name, the number of the others, and who reported all of it, outermost last. */
export interface AttributionWords {
  readonly speakers: readonly SpeakerWords[];
  readonly others: readonly OthersWords[];
  readonly reporters: readonly ReporterWords[];
}

export type Hedge =
  | { readonly modality: 'PROBABLE' | 'POSSIBLE' | 'SUSPECTED' }
  | { readonly modality: 'CONDITIONAL'; readonly condition: string | null };

/** Why a step of a trail is weak. */
export type Weakness =
  | 'WITHDRAWN'
  | 'UNKNOWN_SPEAKER'
  | 'REDACTED'
  | 'MISSING'
  /** It says something else than what it passes on. */
  | 'RETOLD'
  | 'UNCONNECTED'
  | 'UNSEEN'
  | 'PROPOSED'
  | 'GONE'
  | 'ALTERED'
  | 'UNVERIFIED';

/** The sentences that the service makes, in one language. Texts and names given to them stand in them verbatim. */
export interface Messages {
  readonly language: string;
  list(names: readonly string[]): string;
  /** A description that stands for a name, as it is written within a sentence. */
  described(name: string): string;
  groupReason(reasons: readonly GroupReason[]): string;
  corroboration(words: CorroborationWords): string;
  /** "According to …: claim". */
  affirmed(attribution: AttributionWords, hedge: Hedge | null, claim: string): string;
  /** Where no origin is at hand, only those who pass it on; at least one. */
  reported(reporters: readonly ReporterWords[], hedge: Hedge | null, claim: string): string;
  /** Where nobody affirms it: what is held towards it instead. */
  held(stance: Exclude<Stance, 'AFFIRMS'>, attribution: AttributionWords, claim: string): string;
  retracted(attribution: AttributionWords, claim: string): string;
  /** Where all that is recorded of it is a denial or a doubt that was taken back. */
  heldBack(stance: 'DENIES' | 'DOUBTS', attribution: AttributionWords, claim: string): string;
  withdrawn(attribution: AttributionWords | null, claim: string): string;
  unsaid(claim: string): string;
  /** Appended to a headline: what stands against the claim, and what was taken back. */
  contest(words: {
    readonly deniers: readonly SpeakerWords[];
    readonly doubters: readonly SpeakerWords[];
    readonly retractors: readonly SpeakerWords[];
    readonly formerDeniers: readonly SpeakerWords[];
    readonly formerDoubters: readonly SpeakerWords[];
    readonly contradicted: boolean;
  }): string;
  weakness(weaknesses: readonly Weakness[]): string;
  /** Of what stands in for what is not shown. */
  readonly redacted: { readonly name: string; readonly altered: string; readonly withdrawn: string };
  readonly warnings: {
    readonly speakerUnclear: string;
    readonly dateMissing: string;
    readonly dateQualified: string;
    readonly quoteNotFound: string;
    readonly quoteAltered: string;
    readonly unarchived: string;
  };
  /** What stands in the place of what was erased for legal reasons. */
  readonly erased: {
    readonly claim: string;
    /** For a name. */
    readonly entity: string;
    /** For a title. */
    readonly source: string;
    readonly quotation: string;
    readonly reason: string;
    readonly assertion: string;
    readonly rating: string;
  };
}

const catalogues: readonly Messages[] = [english, chinese];

/** The catalogue for a language asked for: Chinese for any `zh`, else English. */
export function messagesFor(language: string | null | undefined): Messages {
  return language && matchesLanguage(language, 'zh') ? chinese : english;
}

/** One sentence in every language that the service speaks, English first. */
export function inEveryLanguage(sentence: (messages: Messages) => string): Localized {
  return catalogues.map((messages) => ({ language: messages.language, text: sentence(messages) }));
}
