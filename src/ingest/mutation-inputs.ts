import type {
  Anonymity,
  Basis,
  ClaimNature,
  Commitment,
  DerivationKind,
  Directness,
  EntityKind,
  Modality,
  NameKind,
  RelationStatus,
  Rendering,
  SourceAccess,
  SourceKind,
  Stance,
  WarningCode,
} from '../domain/vocabulary.ts';

/** What mutations take, as the API hands it over. What is null or absent is not said. */
type Maybe<Value> = Value | null | undefined;

export interface TextIn {
  readonly language: string;
  readonly text: string;
}

export interface DateIn {
  readonly edtf: string;
  readonly original?: Maybe<string>;
  readonly resolvedAgainst?: Maybe<string>;
}

/** A record that is there, by its id, or a new one: exactly one of them. */
export interface Ref<New> {
  readonly id?: Maybe<string | number>;
  readonly new?: Maybe<New>;
}

export interface EntityIn {
  readonly slug?: Maybe<string>;
  readonly kind: Exclude<EntityKind, 'REDACTED'> | EntityKind;
  readonly names: readonly {
    readonly text: string;
    readonly language?: Maybe<string>;
    readonly kind?: Maybe<NameKind>;
  }[];
  readonly description?: Maybe<readonly TextIn[]>;
  readonly anonymity?: Maybe<Anonymity>;
  readonly wikidata?: Maybe<string>;
}

export interface VersionIn {
  readonly text?: Maybe<string>;
  readonly sha256?: Maybe<string>;
  readonly length?: Maybe<number>;
  readonly retrievedAt?: Maybe<string>;
  readonly retrievedFrom?: Maybe<string>;
  readonly archivedAt?: Maybe<string>;
}

export interface SourceIn {
  readonly slug?: Maybe<string>;
  readonly kind: SourceKind;
  readonly title: readonly TextIn[];
  readonly url?: Maybe<string>;
  readonly publisher?: Maybe<Ref<EntityIn>>;
  readonly authors?: Maybe<readonly Ref<EntityIn>[]>;
  readonly publishedOn?: Maybe<DateIn>;
  readonly inForce?: Maybe<DateIn>;
  readonly language?: Maybe<string>;
  readonly seen?: Maybe<boolean>;
  readonly access?: Maybe<SourceAccess>;
  readonly embargoedUntil?: Maybe<string>;
  readonly derivedFrom?: Maybe<
    readonly {
      readonly kind: DerivationKind;
      readonly from: string | number;
      readonly status?: Maybe<RelationStatus>;
      readonly reason?: Maybe<readonly TextIn[]>;
    }[]
  >;
  readonly version?: Maybe<VersionIn>;
}

export interface PassageIn {
  /** The version it stands in; absent where the mutation itself adds the source with one. */
  readonly version?: Maybe<string | number>;
  readonly exact: string;
  readonly prefix?: Maybe<string>;
  readonly suffix?: Maybe<string>;
  readonly start?: Maybe<number>;
  readonly end?: Maybe<number>;
  readonly language: string;
  readonly rendering?: Maybe<Rendering>;
  readonly translation?: Maybe<readonly TextIn[]>;
}

export interface ClaimIn {
  readonly slug?: Maybe<string>;
  readonly text: readonly TextIn[];
  readonly language: string;
  readonly nature: ClaimNature;
  readonly about: readonly Ref<EntityIn>[];
  readonly concerns?: Maybe<DateIn>;
}

/** An assertion but for the claim that it takes a position on. */
export interface AssertionIn {
  readonly speaker: Ref<EntityIn>;
  readonly speakerAsNamed?: Maybe<string>;
  readonly role?: Maybe<string>;
  readonly onBehalfOf?: Maybe<Ref<EntityIn>>;
  readonly stance: Stance;
  readonly commitment?: Maybe<Commitment>;
  readonly modality?: Maybe<Modality>;
  readonly condition?: Maybe<string>;
  readonly directness: Directness;
  readonly cue?: Maybe<string>;
  readonly prompt?: Maybe<string>;
  readonly inResponseTo?: Maybe<string | number>;
  readonly basis?: Maybe<Basis>;
  readonly basedOn?: Maybe<readonly Ref<SourceIn>[]>;
  readonly passages?: Maybe<readonly Ref<PassageIn>[]>;
  readonly source?: Maybe<Ref<SourceIn>>;
  readonly saidOn?: Maybe<DateIn>;
  readonly saidIn?: Maybe<string>;
  readonly attributedTo?: Maybe<Ref<AssertionIn>>;
  readonly copyOf?: Maybe<string | number>;
  readonly copyReason?: Maybe<string>;
  readonly warnings?: Maybe<
    readonly {
      readonly code: WarningCode;
      readonly message: readonly TextIn[];
      readonly layer?: Maybe<string | number>;
    }[]
  >;
}
