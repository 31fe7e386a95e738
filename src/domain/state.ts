import type { Bundle } from './bundle.ts';
import type { DraftState } from './draft.ts';
import type { RecordType } from './ids.ts';
import type { EntityKind, RecordMethod } from './vocabulary.ts';

type Without<Item, Key extends PropertyKey> = Item extends unknown ? Omit<Item, Key> : never;
type Of<List extends keyof Bundle> = Bundle[List] extends readonly (infer Item)[] ? Item : never;
type BundleVersion = Of<'sources'>['versions'][number];

/**
 * The state of a record: all that was recorded of it, as it came, with the ids of what it refers to in the place of
 * keys. It is what history keeps, what a commitment is over, and what the node in the graph is made from.
 */
export type StateOf = {
  readonly [Type in RecordType]: StateAsCame[Type] & {
    /** Of a record that was erased: why. What else it says stands in the place of what was recorded (see `tombstoneOf`). */
    readonly erased?: Erasure | undefined;
  };
};

/** Why a record was erased, in the words of whoever erased it. */
export interface Erasure {
  readonly reason: string;
  /**
   * The versions before it that were none for the public, because only what was hidden differed in them: what they said is
   * gone, so that it could not be told any more. Absent where each was one. The public does not see it.
   */
  readonly unseen?: readonly number[] | undefined;
  /** The record was hidden, and nothing tells by what: hidden it stays. The public does not see it. */
  readonly hidden?: true | undefined;
  /**
   * What hides the record, all of it together, and its tombstone no longer names: of an assertion the sources that its words stood
   * in, of a relation the assertions that drew it. It is hidden while all of these are. Absent where nothing was hidden yet. The public does not see it.
   */
  readonly hiddenBy?: readonly string[] | undefined;
  /**
   * The entities that it named, in any version, and that were hidden when it was erased, came with it while it was hidden, or were
   * recorded first in hiding and came out since: named no more, they are so still where nothing shows them, and the public has them
   * since the same, where the log is put back too. The public does not see it.
   */
  readonly named?: readonly string[] | undefined;
  /**
   * The entities that it showed everybody, and that something hidden hides or would hide now that it names them no more: they are
   * shown as long as the tombstone is, and again once it is. The public does not see it.
   */
  readonly showed?: readonly string[] | undefined;
  /**
   * Of the entities that the tombstone names, or says to have been named, those that the first version did not name, with the
   * version that did first. The public does not see it.
   */
  readonly namedSince?: readonly { readonly entity: string; readonly version: number }[] | undefined;
  /**
   * Of a source that was hidden at times: while it was not, and is not since, each span from an instant until another, the last
   * perhaps without an end. Of an assertion the same until it was erased, and that instant. The public does not see it.
   */
  readonly shownWhile?: readonly (readonly string[])[] | undefined;
}

type StateAsCame = {
  readonly Entity: Without<Of<'entities'>, 'key' | 'kind'> & { readonly kind: EntityKind };
  readonly Source: Without<Of<'sources'>, 'key' | 'versions'>;
  readonly SourceVersion: Without<BundleVersion, 'key' | 'text' | 'sha256'> & {
    readonly source: string;
    readonly sha256: string;
  };
  readonly Passage: Without<Of<'passages'>, 'key'>;
  readonly Claim: Without<Of<'claims'>, 'key'>;
  readonly Assertion: Without<Of<'assertions'>, 'key'>;
  readonly ClaimRelation: Without<Of<'relations'>, 'key'> & { readonly proposedBy: string };
  readonly Review: Without<Of<'reviews'>, 'key'>;
  readonly IdentityJudgement: Without<Of<'judgements'>, 'key'> & { readonly by: string };
  readonly ReplyRequest: Without<Of<'replyRequests'>, 'key'> & { readonly by: string };
  /** Keeps a record from being erased, withdrawn or expired until it is released. Nobody but those who keep the store sees it. */
  readonly Hold: {
    readonly record: string;
    readonly reason: string;
    readonly by: string;
    readonly released?: { readonly reason: string; readonly by: string } | undefined;
  };
  /** Who someone is whom the record does not name. Nobody but those who may read identities sees it. */
  readonly ConfidentialIdentity: {
    readonly entity: string;
    readonly names: Of<'entities'>['names'];
    /** How it is known, how to reach them. */
    readonly note?: string | undefined;
    readonly by: string;
    readonly withdrawn?: { readonly reason: string } | undefined;
  };
  /** What is written down and not on record. Nobody sees it but who began it, and editors. */
  readonly Draft: Readonly<DraftState>;
};

/** What a recording enters in the log of one record: the state that it has from then on. */
export type Entry = {
  [Type in RecordType]: {
    readonly type: Type;
    readonly id: string;
    /** Its place in the bundle or call that it came in. */
    readonly position: number;
    readonly state: StateOf[Type];
    /** How it came to be, where that is not how all the rest of its recording did. */
    readonly method?: RecordMethod;
  };
}[RecordType];

export type EntryOf<Type extends RecordType> = Extract<Entry, { readonly type: Type }>;

/** Whether it is a record that says of itself that it is withdrawn. */
export function isWithdrawn({ state }: Entry): boolean {
  return 'withdrawn' in state && state.withdrawn !== undefined;
}

/** What makes an assertion that assertion; a change of these is a new assertion that supersedes the old. */
export const assertionIdentity = ['claim', 'speaker', 'stance', 'source', 'attributedTo'] as const;
