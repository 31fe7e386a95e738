import { type Stories, storiesOf } from './stories.ts';
import { worldOf } from './world.ts';
import { entityBundles, sourceBundles } from './world-bundles.ts';

/** A claim bundle as it is written to a file. */
export type GeneratedBundle = {
  readonly namespace: string;
  readonly entities?: readonly object[];
  readonly sources?: readonly object[];
} & Partial<Stories>;

/** What the graph is made by: the same gives the same, to the letter. */
export interface GraphOptions {
  readonly seed: number;
  /** At least so many, and hardly more. */
  readonly assertions: number;
}

/** How many assertions a bundle holds, but for the last. */
const BUNDLE_SIZE = 1_000;

/**
 * Claim bundles, one after the other and none kept: speakers and sources by a power law, chains of up to eight, trees
 * of republication, one claim in twenty contradicted, Chinese and English, two passages each. The first hold who
 * speaks and where; the others what was said, and go after them.
 */
export function* generateBundles(options: GraphOptions): Generator<GeneratedBundle> {
  const world = worldOf(options.seed, options.assertions);
  const head = (what: string) => ({
    ...{ format: 'onrecord-bundle/1', title: { en: `Benchmark: ${what}` } },
    ...{ by: 'bench', method: 'IMPORT' },
  });
  for (const bundle of entityBundles(world)) yield { ...head('who speaks'), ...bundle };
  for (const bundle of sourceBundles(world)) yield { ...head('where'), ...bundle };
  for (let made = 0, number = 1; made < options.assertions; number++) {
    const stories = storiesOf(world, number, Math.min(BUNDLE_SIZE, options.assertions - made));
    made += stories.assertions.length;
    yield { ...head(`stories ${number}`), namespace: `bench/stories-${number}`, ...stories };
  }
}
