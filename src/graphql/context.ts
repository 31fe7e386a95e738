import type { Caller } from '../domain/caller.ts';
import type { Moment } from '../domain/moment.ts';
import type { StoreHistory } from '../store/history-port.ts';
import type { LogPlace, ReaderFor, StoreReader } from '../store/store.ts';
import type { StoreWriter } from '../store/write-port.ts';
import type { Allowance } from './allowance.ts';
import type { Deadline } from './deadline.ts';
import type { LogWatch } from './live/log-watch.ts';
import type { Loaders } from './loaders.ts';
import type { Embed } from './shapes.ts';

/** Where the API writes what a caller must not see; a pino logger is one. */
export interface Logger {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
}

/** Where and how a claim may be embedded; null while there is no address yet that the service is known under. */
export type EmbedOf = (
  claim: {
    readonly slug: string;
    readonly headline: string;
    /** The instant that it is pinned to; null for how it stands. */
    readonly pin: string | null;
  },
  language: string | null,
) => Embed | null;

/** What each resolver is given. One per request, so that nothing is remembered from one caller to the next. */
export interface GraphqlContext {
  /** The store as far as the caller may see it. Told anew after each mutation, which may have hidden the first thing. */
  reader: StoreReader;
  readonly readerFor: ReaderFor;
  readonly writer: StoreWriter;
  /** Reads the graph as it stood. */
  readonly history: StoreHistory;
  /** Whether nothing is recorded by the API that no second person has approved. */
  readonly fourEyes: boolean;
  /** Who asks; null for nobody in particular, who sees what is public and changes nothing. */
  readonly caller: Caller | null;
  /** Who asks by the same key or token at a later moment; null where they may ask no more. */
  readonly callerNow: () => Promise<{ readonly caller: Caller | null } | null>;
  /** Made anew after each mutation, so that what follows reads what it wrote. */
  loaders: Loaders;
  /** Tells when something was recorded; null where nothing can be listened to. */
  readonly watch: LogWatch | null;
  /** Of a subscription: the event that is being told. */
  place: LogPlace | null;
  /** The cursor after which an interrupted listener goes on, by its Last-Event-ID header; null for another. */
  readonly lastEventId: string | null;
  /** The moment of the view that is read; null for the present. */
  readonly moment: Moment | null;
  /** Where and how a claim may be embedded; null where there are no pages. `language` null: its original's. */
  readonly embedOf: EmbedOf | null;
  /** The instant that the request is answered at. */
  readonly now: Date;
  readonly logger: Logger;
  /** In the log and in masked errors alike, so that one leads to the other. */
  readonly requestId: string;
  /** When the answer must be there; null where nobody set a time. */
  readonly deadline: Deadline | null;
  /** What the request may still cost. */
  readonly spend: Allowance;
  /** Called where a query is answered whole, without an error. */
  answeredWhole(): void;
}
