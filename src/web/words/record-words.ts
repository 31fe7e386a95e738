import type {
  Anonymity,
  DerivationKind,
  EntityKind,
  NameKind,
  SourceAccess,
  SourceKind,
  Verdict,
} from '../../domain/vocabulary.ts';
import type { Html } from '../html.ts';

/** What the pages of speakers and sources say, in one language. */
export interface RecordWords {
  readonly paging: PagingWords;
  readonly speaker: SpeakerWords;
  readonly source: SourceWords;
}

/** Of lists that go on at another address. */
interface PagingWords {
  readonly onThisPage: string;
  next(of: string): string;
  readonly start: string;
  readonly whole: string;
  readonly filter: string;
  readonly all: string;
  readonly showAll: string;
  readonly noneLeft: string;
}

/** Of the page of whoever speaks. */
interface SpeakerWords {
  readonly kind: Readonly<Record<EntityKind, string>>;
  /** What the reader is to know of such a speaker before all that it said. */
  readonly kindNote: Readonly<Partial<Record<EntityKind, string>>>;
  readonly anonymityNote: Readonly<Partial<Record<Anonymity, string>>>;
  readonly nameKind: Readonly<Record<NameKind, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly heading: {
    readonly names: string;
    readonly affiliations: string;
    readonly said: string;
    readonly passedOn: string;
    readonly positions: string;
    about(name: string): string;
    readonly judgements: string;
  };
  readonly passedOnNote: string;
  readonly positionsNote: string;
  readonly changed: string;
  readonly speaksAs: string;
  saidBy(name: Html): Html;
  readonly nothingSaid: string;
  readonly nothingPassedOn: string;
  readonly noPositions: string;
  readonly nothingAbout: string;
  readonly noneOfStance: string;
  readonly notFound: string;
  readonly notFoundHint: string;
}

/** Of the page of a source. */
interface SourceWords {
  readonly kind: Readonly<Record<SourceKind, string>>;
  readonly access: Readonly<Record<SourceAccess, string | null>>;
  readonly derivation: Readonly<Record<DerivationKind, string>>;
  /** Of what comes from the source: "translates it". */
  readonly derives: Readonly<Record<DerivationKind, string>>;
  readonly noDerivatives: string;
  readonly quotedFor: string;
  readonly seen: string;
  readonly unseen: string;
  readonly field: {
    readonly publisher: string;
    readonly authors: string;
    readonly publishedOn: string;
    readonly inForce: string;
    readonly language: string;
    readonly address: string;
    readonly embargoedUntil: string;
  };
  readonly unknown: string;
  readonly heading: {
    readonly disclaimer: string;
    readonly versions: string;
    readonly passages: string;
    readonly derivedFrom: string;
    readonly claims: string;
    readonly derivatives: string;
  };
  readonly passagesNote: string;
  retrieved(instant: string): string;
  readonly retrievedFrom: string;
  readonly archived: string;
  readonly notArchived: string;
  length(characters: number): string;
  /** Where words stand in a text: their first and last character, the text's own first being 1. */
  place(first: number, last: number): string;
  ofVersion(sha256: string): string;
  foundNow(text: Html): Html;
  readonly noVersions: string;
  readonly noPassages: string;
  readonly noClaims: string;
  readonly notFound: string;
  readonly notFoundHint: string;
}
