import { matchesLanguage } from '../../domain/localize.ts';
import type {
  Anonymity,
  ClaimStatus,
  Commitment,
  EntityKind,
  Modality,
  ProvenanceStepKind,
  RecordMethod,
  Rendering,
  Stance,
  TimelineEventKind,
  VerificationState,
} from '../../domain/vocabulary.ts';
import type { AsOf } from '../as-of.ts';
import type { Html } from '../html.ts';
import type { ClaimList } from '../pages/claim-query.ts';
import type { ChangeWords } from './change-words.ts';
import type { CiteWords } from './cite-words.ts';
import type { EmbedWords } from './embed-words.ts';
import type { FeedWords } from './feed-words.ts';
import type { ListWords } from './list-words.ts';
import type { PastWords } from './past-words.ts';
import type { RecordWords } from './record-words.ts';
import type { SchemaWords } from './schema-words.ts';
import { english } from './words-en.ts';
import { chinese } from './words-zh-hans.ts';

/** What the service itself says on its pages, in one language. Records' own texts stand beside it as they are. */
export interface Words {
  /** The tag of the language, as `lang` and `?language=` have it. */
  readonly language: string;
  /** The language's name in itself. */
  readonly name: string;
  readonly skip: string;
  /** Between what is told of and what is told, as the language writes it. */
  readonly colon: string;
  /** Between two parts of a line. */
  readonly pause: string;
  readonly claim: string;
  readonly status: Readonly<Record<ClaimStatus, string>>;
  /** Of those who said it: "affirms". */
  readonly stance: Readonly<Record<Stance, string>>;
  readonly commitment: Readonly<Record<Commitment, string>>;
  /** Nothing for what is said as certain. */
  readonly modality: Readonly<Record<Modality, string | null>>;
  /** What a speaker is, where that is not a person or a body with a name. */
  readonly kind: Readonly<Partial<Record<EntityKind, string>>>;
  readonly anonymity: Readonly<Partial<Record<Anonymity, string>>>;
  readonly step: Readonly<Record<ProvenanceStepKind, string>>;
  readonly event: Readonly<Record<TimelineEventKind, string>>;
  readonly rendering: Readonly<Record<Rendering, string | null>>;
  readonly verification: Readonly<Record<VerificationState, string>>;
  readonly method: Readonly<Record<RecordMethod, string>>;
  readonly heading: {
    readonly proposition: string;
    readonly whoSaidIt: string;
    readonly affirming: string;
    readonly against: string;
    readonly whoReportedIt: string;
    readonly howDoWeKnow: string;
    readonly contradictions: string;
    readonly related: string;
    readonly reviews: string;
    readonly replies: string;
    readonly timeline: string;
    readonly graph: string;
    readonly warnings: string;
    readonly revisions: string;
    readonly cite: string;
    readonly embed: string;
  };
  /** Beside the proposition, which stands there without whose it is. */
  readonly propositionNote: string;
  /** Beside a headline: null where only the claim's words have the date. */
  impossibleDate(date: string | null): string;
  /** Of a date: as the text has it. */
  asWritten(original: Html): Html;
  readonly translated: string;
  readonly original: string;
  speakingFor(body: Html): Html;
  asNamed(name: string): string;
  cue(cue: string): string;
  readIn(title: string): string;
  attributedTo(name: Html): Html;
  readonly onDateUnknown: string;
  readonly nobodySaid: string;
  readonly nobodyAgainst: string;
  readonly nobodyReported: string;
  /** The lists of a claim that stand alone, and an empty one of them. */
  readonly list: Readonly<Record<ClaimList, string>>;
  readonly noneInList: string;
  /** Of a statement that an address names. */
  readonly noStatement: string;
  /** More are recorded than the page shows. */
  more(shown: number, total: number | null): string;
  readonly complete: string;
  readonly incomplete: string;
  readonly weakest: string;
  readonly unseen: string;
  readonly sourceUnknown: string;
  trail(number: number): string;
  readonly proposed: string;
  readonly asked: string;
  readonly replied: string;
  readonly noReply: string;
  readonly withdrawn: string;
  graphOf(headline: string): string;
  /** The figure as a table, and the way to it. */
  readonly figure: {
    readonly asTable: string;
    readonly nodes: string;
    readonly edges: string;
    readonly kind: string;
    readonly node: string;
    readonly from: string;
    readonly edge: string;
    readonly to: string;
  };
  version(version: number): string;
  readonly permalink: string;
  readonly downloads: string;
  readonly askInGraphql: string;
  readonly otherLanguage: string;
  asOf(date: string): string;
  readonly madeBy: string;
  /** "“…” Onrecord, version 1, as of 26 November 2026. <address>", with what is to be told beside the headline, if anything. */
  citation(
    headline: string,
    version: number,
    date: string,
    address: string,
    told?: readonly string[],
  ): string;
  readonly embedHint: string;
  readonly fullRecord: string;
  readonly notFound: string;
  readonly notFoundHint: string;
  /** Whom or what a claim is about. */
  readonly about: string;
  /** The way to the text itself, where that stands elsewhere. */
  readonly theText: string;
  /** Of the pages of speakers and sources. */
  readonly record: RecordWords;
  /** Of the header, the lists and the search. */
  readonly lists: ListWords;
  /** Of what is taken away: downloads and citations. */
  readonly cites: CiteWords;
  readonly feeds: FeedWords;
  /** Of embeds in other pages. */
  readonly embeds: EmbedWords;
  /** Of the list of changes, and of what a revision changed. */
  readonly changes: ChangeWords;
  /** Of pages of the past. */
  readonly past: PastWords;
  /** The moment of the past that a page is of; null for the present. No word, but whatever writes a link has the words. */
  readonly moment: AsOf | null;
  readonly schema: SchemaWords;
}

export const catalogues: readonly Words[] = [english, chinese];

/** The catalogue for a language tag: Chinese for any `zh`, else English. */
export function wordsFor(language: string): Words {
  return matchesLanguage(language, 'zh') ? chinese : english;
}
