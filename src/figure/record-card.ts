import type { Stance } from '../domain/vocabulary.ts';
import type { GlyphName } from './glyphs.ts';
import type { Tone } from './theme.ts';

/** A sign and the words beside it: what a speaker is, what a reader is warned of. */
export interface CardMark {
  readonly glyph: GlyphName;
  readonly word: string;
  readonly tone: Tone;
}

/** A claim on a card: how it is held, where one speaker's claims are listed, then whose it is and how it stands. */
export interface CardItem {
  readonly stance: { readonly kind: Stance; readonly word: string } | null;
  /** The claim with whose it is. */
  readonly headline: string;
  /** How it stands; what was denied or withdrawn is as large as what was affirmed. */
  readonly status: { readonly word: string; readonly tone: Tone };
  readonly marks: readonly CardMark[];
  /** Below it, smaller. */
  readonly notes: readonly string[];
}

/** A record that is no claim, in words, ready to be drawn: a speaker, a source, a contradiction, a search. */
export interface RecordCard {
  readonly kicker: string;
  readonly title: string;
  /** What the reader is to know first: that it is a machine, that it was withdrawn. */
  readonly marks: readonly CardMark[];
  readonly notes: readonly string[];
  /** Over the claims; null where what stands above them says it. */
  readonly heading: string | null;
  readonly items: readonly CardItem[];
  /** Two that stand against each other: beside each other where there is room, and as large. */
  readonly isPair: boolean;
  /** What stands where there are no claims. */
  readonly none: string;
  /** Below the claims, in turn: how many more there are, why two contradict each other. */
  readonly after: readonly string[];
}
