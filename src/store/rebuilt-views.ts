import { AsOfBusy } from '../domain/errors.ts';
import type { Parameters, Row } from '../engine/engine.ts';
import type { Place } from './log-places.ts';
import type { FormerStates, RebuildGraph, RebuiltGraph } from './rebuilt-graph.ts';

/** How much is rebuilt and kept. */
export interface ViewLimits {
  /** The most records that a graph may be rebuilt with. */
  readonly records: number;
  /** The most recordings that a graph is taken on by, where it would else be rebuilt. */
  readonly steps: number;
  /** The most states that are kept in all graphs, and the most graphs. */
  readonly keptStates: number;
  readonly kept: number;
  /** The most graphs that may wait while another is rebuilt. */
  readonly waiting: number;
}

export const usualLimits: ViewLimits = {
  records: 100_000,
  steps: 200,
  keptStates: 200_000,
  kept: 6,
  waiting: 8,
};

interface View {
  readonly said: string | null;
  /** It can be read at every place of the log from here … */
  readonly first: number;
  /** … to here, as soon as the steps to there are taken. */
  last: Place;
  readonly made: Promise<RebuiltGraph>;
  readonly steps: { readonly upTo: number; readonly taken: Promise<void> }[];
  graph: RebuiltGraph | null;
  /** Statements and steps under way, after the last of which it may be closed. */
  using: number;
  dropped: boolean;
}

/** A graph would keep more than is kept: another is rebuilt in its place. */
class Outgrown extends Error {}

/**
 * Rebuilt graphs, each of which holds what stood at many places of the log in a row. Whoever asks for a place that is in
 * none waits until one that ends shortly before is taken on to there, or another is rebuilt. Those least recently read
 * are dropped; what was dropped is rebuilt when it is read again.
 */
export class RebuiltViews {
  readonly #rebuild: RebuildGraph;
  readonly #states: FormerStates;
  readonly #limits: ViewLimits;
  /** The least recently read first. */
  readonly #views = new Set<View>();
  readonly #closing = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(rebuild: RebuildGraph, states: FormerStates, limits: ViewLimits) {
    this.#rebuild = rebuild;
    this.#states = states;
    this.#limits = limits;
  }

  /** Resolves when the place can be read. */
  async ready(place: Place, said: string | null): Promise<void> {
    await this.#use(place, said, async () => undefined);
  }

  read(place: Place, said: string | null, name: string, parameters?: Parameters): Promise<readonly Row[]> {
    return this.#use(place, said, (graph) => graph.read(place.sequence, name, parameters));
  }

  /** Drops all; what is being read is read to its end. Resolves when the rest is closed. */
  async forget(): Promise<void> {
    const views = [...this.#views];
    for (const view of views) this.#drop(view);
    await Promise.allSettled(views.map(({ made }) => made));
    await Promise.allSettled(this.#closing);
  }

  /** `forget` for good: what is still being rebuilt is given up. */
  async close(): Promise<void> {
    this.#stop.abort(new Error('the history is closed'));
    await this.forget();
    await this.#last;
  }

  async #use<Result>(
    place: Place,
    said: string | null,
    work: (graph: RebuiltGraph) => Promise<Result>,
  ): Promise<Result> {
    for (;;) {
      const view = this.#viewOf(place, said);
      this.#views.delete(view);
      this.#views.add(view);
      view.using++;
      try {
        const graph = await view.made;
        await view.steps.find(({ upTo }) => upTo >= place.sequence && place.sequence > view.first)?.taken;
        return await work(graph);
      } catch (error) {
        if (!(error instanceof Outgrown)) throw error;
      } finally {
        view.using--;
        this.#closeUnused(view);
      }
    }
  }

  #viewOf(place: Place, said: string | null): View {
    const some = [...this.#views].filter((view) => view.said === said && view.first <= place.sequence);
    const holding = some.find(({ last }) => last.sequence >= place.sequence);
    if (holding) return holding;
    // What is left out for not having been said by a day may stand at the next place, so that such a graph stays where it is.
    const [nearest] = said === null ? some.sort((a, b) => b.last.sequence - a.last.sequence) : [];
    if (this.#waiting > this.#limits.waiting) throw new AsOfBusy(this.#limits.waiting);
    if (nearest === undefined || place.sequence - nearest.last.sequence > this.#limits.steps)
      return this.#make(place, said);
    this.#takeOn(nearest, place);
    return nearest;
  }

  #make(place: Place, said: string | null): View {
    const made = this.#inTurn(() => this.#rebuild(place, this.#states.at(place), said, this.#stop.signal));
    const view: View = {
      ...{ said, first: place.sequence, last: place, made, steps: [] },
      ...{ graph: null, using: 0, dropped: false },
    };
    this.#views.add(view);
    made.then(
      (graph) => {
        view.graph = graph;
        this.#closeUnused(view);
        this.#dropSurplus();
      },
      // Whoever asked is told; whoever asks again may have better luck.
      () => this.#views.delete(view),
    );
    return view;
  }

  #takeOn(view: View, place: Place): void {
    const after = view.last;
    view.last = place;
    view.using++;
    const taken = this.#inTurn(async () => {
      const graph = await view.made;
      const activities = await this.#states.between(after, place);
      const added = activities.reduce((sum, one) => sum + one.added + one.revised, 0);
      if (graph.states + added > 2 * this.#limits.records) throw new Outgrown();
      for (const activity of activities) await graph.takeOn(activity, this.#states.of(activity));
    });
    view.steps.push({ upTo: place.sequence, taken });
    taken
      // One that a step failed on is not where it says.
      .catch(() => this.#drop(view))
      .finally(() => {
        view.using--;
        this.#closeUnused(view);
        this.#dropSurplus();
      });
  }

  /** One at a time, so that those who read what is there already are not slowed down by several. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#waiting++;
    const done = this.#last.then(work).finally(() => {
      this.#waiting--;
    });
    this.#last = done.catch(() => undefined);
    return done;
  }

  #dropSurplus(): void {
    let states = 0;
    let kept = 0;
    // The most recently read is kept, however large.
    for (const view of [...this.#views].reverse()) {
      if (view.graph === null) continue;
      states += view.graph.states;
      kept++;
      const { kept: most, keptStates } = this.#limits;
      if (kept > 1 && (kept > most || states > keptStates)) this.#drop(view);
    }
  }

  #drop(view: View): void {
    this.#views.delete(view);
    view.dropped = true;
    this.#closeUnused(view);
  }

  #closeUnused(view: View): void {
    // One that is still being rebuilt is closed when it is there.
    if (!view.dropped || view.using > 0 || view.graph === null) return;
    const closing = view.graph.close();
    view.graph = null;
    this.#closing.add(closing);
    closing.catch(() => undefined).finally(() => this.#closing.delete(closing));
  }
}
