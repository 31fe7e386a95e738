import type { Parameters, Row } from '../engine/engine.ts';
import type { LoggedActivity, Place } from './log-places.ts';
import type { FormerState } from './rebuild.ts';

/** States, some thousands at a time. */
export type States = AsyncIterable<readonly FormerState[]>;

/** What a graph is rebuilt from. */
export interface FormerStates {
  /** The states that held at a place in the log. Throws AsOfTooLarge where there are more records than are rebuilt. */
  at(place: Place): States;
  /** What was recorded after a place, up to another, in order. */
  between(after: Place, last: Place): Promise<readonly LoggedActivity[]>;
  /** The states that an activity wrote. */
  of(activity: LoggedActivity): States;
}

/** A graph that was rebuilt, in a store of its own that nobody else writes to and that keeps all that it ever held. */
export interface RebuiltGraph {
  /** How many states are in it. */
  readonly states: number;
  /** Takes it on by one recording more. */
  takeOn(activity: LoggedActivity, states: States): Promise<void>;
  /** Runs a reading statement, by its name, on what it held at a place that it was rebuilt at or taken on to. */
  read(sequence: number, name: string, parameters?: Parameters): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/**
 * Rebuilds a graph as it stood at a place in the log, beside the thread that serves; less what had not been said by a
 * UTC day, where one is given. Where `stop` is aborted it gives up at once, and so does what was rebuilt.
 */
export type RebuildGraph = (
  place: Place,
  states: States,
  said: string | null,
  stop: AbortSignal,
) => Promise<RebuiltGraph>;
