import { idOf } from '../src/domain/ids.ts';
import { type GeneratedBundle, type GraphOptions, generateBundles } from './generate.ts';
import type { SpeakerMonth } from './questions/speaker-month.ts';
import { type Chance, chanceFor } from './random.ts';
import { DEEPEST, MANY, type StoryAssertion } from './stories.ts';
import { type World, worldOf } from './world.ts';

/** What the questions are asked about: for each so many of those in the graph that suit it, from all over it. */
export interface Subjects {
  /** Claims of exactly twenty assertions, so that answers are of one size however large the graph is; about twenty where it has none. */
  readonly claimsOfMany: readonly string[];
  /** Claims with a chain of eight, of at most twice as many assertions. */
  readonly deepClaims: readonly string[];
  /** Assertions that end such a chain, the last relays. */
  readonly deepAssertions: readonly string[];
  /** Claims of some fifty assertions. */
  readonly claimsEverywhere: readonly string[];
  /** Months in which a speaker said from ten to forty things on known days. */
  readonly speakerMonths: readonly SpeakerMonth[];
  /** Names of topics that claims are about, in Chinese and in English, each written as one term. */
  readonly names: readonly string[];
}

/** How many of each at most. */
const WANTED = 400;
/** Of how many speakers and publishers, those who speak most, months are counted. */
const COUNTED = 40;
const FEW = 25;

/** Looks through the graph as it is generated, once, and keeps no more of it than is asked about. */
export function subjectsOf(options: GraphOptions): Subjects {
  const world = worldOf(options.seed, options.assertions);
  const chance = chanceFor(options.seed, 'subjects');
  const sample = () => sampleOf<string>(chance, WANTED);
  const [many, nearlyMany, deep, deepest, everywhere] = [sample(), sample(), sample(), sample(), sample()];
  const months = new Map<string, number>();
  const counted = new Set(
    [world.speakers, world.publishers].flatMap((crowd) =>
      Array.from({ length: Math.min(COUNTED, crowd.size) }, (_, place) => crowd.at(place).id),
    ),
  );
  for (const bundle of generateBundles(options)) {
    for (const { id, assertions, depth, end } of claimsIn(bundle)) {
      if (depth < DEEPEST && Math.abs(assertions - MANY) <= 5)
        (assertions === MANY ? many : nearlyMany).add(id);
      if (depth === DEEPEST && assertions <= 2 * DEEPEST) {
        deep.add(id);
        deepest.add(end);
      }
      if (assertions >= 45) everywhere.add(id);
    }
    for (const { speaker, saidOn } of bundle.assertions ?? []) {
      if (!counted.has(speaker) || saidOn.edtf.startsWith('..')) continue;
      const key = `${speaker} ${saidOn.edtf.slice(0, 7)}`;
      months.set(key, (months.get(key) ?? 0) + 1);
    }
  }
  return {
    claimsOfMany: many.things.length > 0 ? many.things : nearlyMany.things,
    deepClaims: deep.things,
    deepAssertions: deepest.things,
    claimsEverywhere: everywhere.things,
    speakerMonths: speakerMonthsIn(months, chance),
    names: namesIn(world),
  };
}

/** In a graph too small for any month like that, the fullest. */
function speakerMonthsIn(months: ReadonlyMap<string, number>, chance: Chance): readonly SpeakerMonth[] {
  const found = sampleOf<string>(chance, WANTED);
  for (const [key, count] of months) if (count >= 10 && count <= 40) found.add(key);
  const fullest = [...months].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
  const keys = found.things.length > 0 ? found.things : fullest.slice(0, FEW);
  return keys.map((key) => {
    const [speaker = '', month = ''] = key.split(' ');
    return { speaker, month };
  });
}

/** From the third place on: those before are in so many claims that nobody would search for them. */
function namesIn({ topics }: World): readonly string[] {
  const places = Array.from({ length: Math.min(WANTED, topics.size - 2) }, (_, index) => index + 2);
  return places.map((place) => {
    const { name } = topics.at(place);
    return place % 2 === 0 ? name.zh : name.en.replaceAll(' ', '-');
  });
}

interface ClaimShape {
  readonly id: string;
  readonly assertions: number;
  readonly depth: number;
  /** The assertion that is the most steps away from an origin; of equals the first. */
  readonly end: string;
}

/** How much was said of each claim of a bundle, and by how many steps. */
function claimsIn({ namespace, assertions = [] }: GeneratedBundle): readonly ClaimShape[] {
  const depths = new Map<string, number>();
  for (const { key, attributedTo } of assertions) depths.set(key, 1 + (depths.get(attributedTo ?? '') ?? 0));
  const depthOf = ({ key }: StoryAssertion): number => depths.get(key) ?? 0;
  return [...Map.groupBy(assertions, ({ claim }) => claim)].map(([claim, own]) => {
    const end = own.reduce((last, one) => (depthOf(one) > depthOf(last) ? one : last));
    return {
      id: idOf('Claim', namespace, claim),
      assertions: own.length,
      depth: depthOf(end),
      end: idOf('Assertion', namespace, end.key),
    };
  });
}

/** Some of all that is added, each as likely as any other. */
function sampleOf<Thing>(chance: Chance, size: number) {
  const things: Thing[] = [];
  let seen = 0;
  return {
    things: things as readonly Thing[],
    add: (thing: Thing): void => {
      const place = chance.whole(0, seen++);
      if (things.length < size) things.push(thing);
      else if (place < size) things[place] = thing;
    },
  };
}
