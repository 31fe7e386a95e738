import { chanceOf } from './random.ts';
import { type Stories, storiesOf } from './stories.ts';
import { worldOf } from './world.ts';

/** A claim bundle as it is written to a file. */
export type GeneratedBundle = { readonly namespace: string } & Partial<Stories>;

/** How many assertions a bundle holds, but for the last. */
const BUNDLE_SIZE = 1_000;

/**
 * Claim bundles with at least so many assertions, the same for the same seed: speakers and sources by a power law,
 * chains of up to eight, republication, one claim in five contradicted, Chinese and English, two passages each.
 * The first holds who speaks and where; the others what was said, and go after it.
 */
export function generateBundles(options: {
  readonly seed: number;
  readonly assertions: number;
}): readonly GeneratedBundle[] {
  const chance = chanceOf(options.seed);
  const world = worldOf(chance, options.assertions);
  const bundles: GeneratedBundle[] = [world.bundle as GeneratedBundle];
  for (let made = 0; made < options.assertions; ) {
    const stories = storiesOf(chance, world, Math.min(BUNDLE_SIZE, options.assertions - made));
    made += stories.assertions.length;
    bundles.push({
      ...{ format: 'onrecord-bundle/1', title: { en: `Benchmark: stories ${bundles.length}` } },
      ...{ by: 'bench', method: 'IMPORT' },
      namespace: `bench/stories-${bundles.length}`,
      ...stories,
    });
  }
  return bundles;
}
