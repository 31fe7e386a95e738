import { createHash } from 'node:crypto';
import type { Said } from './edition.ts';
import { canonicalJson, digestOf, hashBeforeTheFirst } from './log.ts';

/** What a request that changed nothing was answered. */
export interface RequestAside {
  readonly inputHash: string;
  /** How many records stood as they were. */
  readonly unchanged: number;
  /** The id of the record that was asked about; empty where it is about none in particular. */
  readonly about: string;
}

/** What an edition of a bundle said of a record. */
export interface EditionAside {
  /** Whether the record came in that very bundle. */
  readonly own: boolean;
  readonly said: Said;
}

/**
 * What is kept beside the log and chained as it is, because no record follows from it: a request that changed nothing, and
 * what an edition of a bundle said of a record.
 */
export type AsideContent =
  | {
      readonly kind: 'request';
      /** The request's key. */
      readonly of: string;
      readonly content: RequestAside;
    }
  | {
      readonly kind: 'edition';
      /** The record's id, a space and the bundle's namespace. */
      readonly of: string;
      readonly content: EditionAside;
    };

/** One link of the chain of asides. It binds what it is of, and not what that says, so that this can be destroyed. */
export interface Aside {
  /** 1 for the first, without a gap. */
  readonly number: number;
  readonly kind: AsideContent['kind'];
  readonly of: string;
  readonly commitment: string;
  /** The hash of the aside before; 64 zeros for the first. */
  readonly previousHash: string;
}

/** Where the chain of asides stands: the number and hash of the last. */
export interface AsidesHead {
  /** 0 where there is none. */
  readonly asides: number;
  readonly asidesHash: string;
}

/** The same as something says that may be of before there were asides. */
export interface AsidesHeadMaybe {
  readonly asides?: number | undefined;
  readonly asidesHash?: string | undefined;
}

export const noAsides: AsidesHead = { asides: 0, asidesHash: hashBeforeTheFirst };

/** SHA-256 over a random salt (32 bytes, hex) and the canonical JSON of what an aside says, of what, and what kind it is. */
export function commitmentToAside(salt: string, { kind, of, content }: AsideContent): string {
  return createHash('sha256')
    .update(Buffer.from(salt, 'hex'))
    .update(canonicalJson({ kind, of, content }))
    .digest('hex');
}

/** The hash of an aside: SHA-256 over its canonical JSON, in which the hash before it stands. */
export function hashOfAside({ number, kind, of, commitment, previousHash }: Aside): string {
  return digestOf({ number, kind, of, commitment, previousHash });
}

export function ofEdition(recordId: string, bundle: string): string {
  return `${recordId} ${bundle}`;
}

/** The record and the bundle of an edition. */
export function inEdition(of: string): { readonly recordId: string; readonly bundle: string } {
  const space = of.indexOf(' ');
  return { recordId: of.slice(0, space), bundle: of.slice(space + 1) };
}

/** What an activity says of the asides; nothing where there had never been one, as in activities of before there could be. */
export function boundBy(head: AsidesHead): AsidesHeadMaybe {
  return head.asides === 0 ? {} : { asides: head.asides, asidesHash: head.asidesHash };
}
