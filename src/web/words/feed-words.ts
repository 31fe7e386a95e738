import type { SearchType } from '../../domain/vocabulary.ts';

/** What a correction did to a record. */
export type CorrectionKind = 'CORRECTED' | 'WITHDRAWN' | 'REINSTATED' | 'TAKEN_BACK' | 'DENIED' | 'REPLACED';

/** Of feeds, in one language. All of it is plain text. */
export interface FeedWords {
  search(query: string): string;
  speaker(name: string): string;
  readonly corrections: string;
  /** Before the name or the headline of what was found. */
  found(type: SearchType, name: string): string;
  readonly correction: Readonly<Record<CorrectionKind, string>>;
  /** What happened to what is said of a claim, under its headline. */
  corrected(what: string, headline: string): string;
  /** Of records beside assertions: what kind of record it was. */
  readonly record: Readonly<Record<string, string>>;
  fields(names: readonly string[]): string;
}
