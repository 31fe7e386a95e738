import { matchesLanguage } from './localize.ts';
import { english } from './messages-en.ts';
import { chinese } from './messages-zh-hans.ts';
import type { Localized } from './model.ts';
import type { NoWitness } from './no-witness.ts';
import type { Takeable } from './taken-back.ts';
import type { Turn } from './turn.ts';
import type { Stance } from './vocabulary.ts';

/** What can join origins into one group. */
export type GroupReason =
  | 'ALONE'
  | 'UNCOUNTED'
  | 'SAME_SPEAKER'
  | 'SAME_BODY'
  | 'COPIED'
  | 'JUDGED_SAME'
  | 'PERHAPS_SAME'
  | 'THROUGH_OTHERS';

/**
 * Why affirmed words have no origin that counts: what all of them lack. ELSEWHERE: whoever is cited said something else,
 * or is not recorded. MIXED: of several such kinds.
 */
export type NoOrigin = NoWitness | 'ELSEWHERE' | 'MIXED';

/** What a corroboration sentence is made of: counts and names that are already in the reader's language. */
export interface CorroborationWords {
  readonly assertions: number;
  readonly independentOrigins: number;
  readonly independentOriginsAtMost: number;
  readonly unnamedOrigins: number;
  /** Of the independent ones: those of which a machine alone recorded all there is. */
  readonly originsByMachine: number;
  readonly noOrigin: NoOrigin | null;
  readonly othersCopied: boolean;
  readonly machines: readonly string[];
  readonly deniers: readonly string[];
  readonly machinesAgainst: readonly string[];
  readonly doubters: readonly string[];
  readonly ofTwoMinds: readonly string[];
  readonly decliners: readonly string[];
  readonly silent: readonly string[];
  readonly takenBack: readonly TakenBackWords<string>[];
  readonly retold: readonly { readonly stance: Stance; readonly by: readonly string[] }[];
}

/** What was taken back, and by whom; of several the dates do not tell which, of none it is not recorded. */
export interface TakenBackWords<Who> {
  readonly what: readonly Takeable[];
  readonly by: readonly Who[];
}

/** One who passed words on. */
export interface ReporterWords {
  readonly name: string;
  readonly isMachine: boolean;
  /** How sure they put it, where nobody nearer the words had put it so; none where they passed it on as they had it. */
  readonly hedges: readonly Hedge[];
  /** Whether that they passed it on is recorded by a machine alone. */
  readonly byMachine: boolean;
}

/** What is told of one speaker beside others, of whom it does not hold. */
export interface AsideWords {
  /** How sure; null where it is said as certain, or the whole sentence says it. */
  readonly hedge: Hedge | null;
  /** How else it was said by whoever belongs together with them; what was said as certain is not told beside a hedge. */
  readonly also: readonly Hedge[];
  /** Whether that they said it is recorded by a machine alone. */
  readonly byMachine: boolean;
  /** Who passed it on, outermost last; none where nobody did, or the whole sentence says it. VARIOUS: by several ways. */
  readonly reporters: readonly ReporterWords[] | 'VARIOUS';
  /** Who took the words over as their own, and is no other origin. */
  readonly copiers: readonly ReporterWords[];
}

/** One speaker as a headline names it. */
export interface SpeakerWords {
  readonly name: string;
  readonly kind: 'NAMED' | 'DESCRIBED' | 'MACHINE' | 'UNKNOWN';
  /** Role or body in the reader's language; null where none is recorded in it. */
  readonly role: string | null;
  readonly body: string | null;
  /** Of an unknown speaker whose words nobody relays: the title of where they stand. */
  readonly place: string | null;
  readonly aside: AsideWords;
  /** Of one who is against the claim, and affirms it as well: which came after which; null where they do not. */
  readonly turn: Turn | null;
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

/** A stance that is known by report alone: by whom, each way of it outermost last, and how sure it is said to be. */
export interface RetoldWords {
  readonly stance: Stance;
  readonly ways: readonly { readonly reporters: readonly ReporterWords[]; readonly hedge: Hedge | null }[];
}

export type Hedge =
  | { readonly modality: 'PROBABLE' | 'POSSIBLE' | 'SUSPECTED' }
  | { readonly modality: 'CONDITIONAL'; readonly condition: string | null };

/** Why a step of a trail is weak. */
export type Weakness =
  | 'WITHDRAWN'
  | 'UNKNOWN_SPEAKER'
  /** A machine passes it on. */
  | 'MACHINE'
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
  /** A name, with the mark that a machine alone recorded what is told of it. */
  recordedByMachine(name: string): string;
  /** "According to …: claim". */
  affirmed(attribution: AttributionWords, hedge: Hedge | null, claim: string): string;
  /** Where no origin is at hand, only those who pass it on; at least one. */
  reported(reporters: readonly ReporterWords[], hedge: Hedge | null, claim: string): string;
  /** Where nobody affirms it: what is held towards it instead. */
  held(stance: Exclude<Stance, 'AFFIRMS'>, attribution: AttributionWords, claim: string): string;
  /** Where whoever said it took it back: as whose words it was known, and by whom it was taken back. */
  retracted(attribution: AttributionWords, by: readonly SpeakerWords[], claim: string): string;
  /** Where all that is recorded of it is something else that was taken back. */
  takenBack(words: TakenBackWords<SpeakerWords>, claim: string): string;
  /** Where a stance towards it is known by report alone. */
  retold(words: RetoldWords, claim: string): string;
  withdrawn(attribution: AttributionWords | null, claim: string): string;
  unsaid(claim: string): string;
  /** Appended to a headline: what stands against the claim, and what was taken back. */
  contest(words: {
    readonly deniers: readonly SpeakerWords[];
    readonly doubters: readonly SpeakerWords[];
    readonly takenBack: readonly TakenBackWords<SpeakerWords>[];
    readonly retold: readonly RetoldWords[];
    readonly contradicted: boolean;
    readonly corrected: boolean;
  }): string;
  weakness(weaknesses: readonly Weakness[]): string;
  /** Of what stands in for what is not shown. */
  readonly redacted: { readonly name: string; readonly altered: string; readonly withdrawn: string };
  readonly warnings: {
    readonly speakerUnclear: string;
    readonly dateMissing: string;
    readonly dateQualified: string;
    readonly dateToCome: string;
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
