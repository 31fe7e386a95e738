import { type Chance, chanceFor } from './random.ts';
import { cues, passageText, proposition, type TwoLanguages } from './wording.ts';
import { type Article, dayOf, sourceId, type World } from './world.ts';
import { repostKey } from './world-bundles.ts';

/** The claims of one bundle and all that was said of them. */
export interface Stories {
  readonly claims: StoryClaim[];
  readonly passages: object[];
  readonly assertions: StoryAssertion[];
  readonly relations: StoryRelation[];
}

export interface StoryClaim {
  readonly key: string;
  readonly slug: string;
  readonly text: Readonly<Record<string, string>>;
  readonly nature: string;
  readonly language: string;
  readonly about: readonly string[];
}

export interface StoryRelation {
  readonly key: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly reason: object;
  readonly status: string;
}

export interface StoryAssertion {
  readonly key: string;
  readonly claim: string;
  readonly speaker: string;
  readonly stance: string;
  readonly attributedTo?: string;
  readonly source: string;
  readonly saidOn: { readonly edtf: string };
  readonly passages: readonly string[];
}

export const DEEPEST = 8;
/** One claim in so many is contradicted: by a denial, or by another claim. */
const CONTRADICTED = 20;
/** One claim in so many has a chain as deep as chains get. */
const DEEP = 12;
/** One claim in so many is in every paper, with a neighbourhood of some two hundred. */
const EVERYWHERE = 30;
/** Share of the claims that many took up: half of these by as many, so that answers can be of one size. */
const TAKEN_UP = 0.08;
export const MANY = 20;

interface Said {
  readonly assertion: StoryAssertion;
  readonly depth: number;
}

/** What the stories of one bundle are made with. */
interface Telling {
  readonly world: World;
  readonly bundle: number;
  readonly chance: Chance;
  readonly stories: Stories;
}

/** More than the passages that a bundle of a thousand assertions has. */
const PLACES_A_BUNDLE = 2_200;

/** The claims of one bundle, with what was said of them, until there are at least so many assertions. */
export function storiesOf(world: World, bundle: number, assertions: number): Stories {
  const chance = chanceFor(world.seed, 'stories', bundle);
  const stories: Stories = { claims: [], passages: [], assertions: [], relations: [] };
  let before: string | null = null;
  for (let number = 1; stories.assertions.length < assertions; number++) {
    const key = `claim-${number}`;
    tell({ world, bundle, chance, stories }, key, number);
    if (before !== null && number % (2 * CONTRADICTED) === 0) {
      stories.relations.push({
        key: `contradiction-${number}`,
        kind: 'CONTRADICTS',
        from: key,
        to: before,
        reason: { en: 'both cannot be true of the same day', 'zh-Hans': '同一天两者不可能都为真' },
        status: 'CONFIRMED',
      });
    }
    before = key;
  }
  return stories;
}

function sizeOf(chance: Chance, number: number): number {
  if (number % DEEP === 0) return chance.whole(DEEPEST, 2 * DEEPEST);
  if (number % EVERYWHERE === 7) return chance.whole(45, 55);
  if (chance.happens(TAKEN_UP)) return chance.happens(0.5) ? MANY : chance.whole(16, 25);
  return Math.min(40, Math.floor(2.2 * (1 - chance.number()) ** -0.6));
}

function tell(telling: Telling, claim: string, number: number): void {
  const { world, bundle, chance, stories } = telling;
  const who = world.topics.some(chance);
  const whom = world.topics.at(chance.whole(0, world.topics.size - 1));
  const day = dayOf(chance);
  const text = proposition(chance, who.name, whom.name, day);
  const chinese = chance.happens(0.5);
  stories.claims.push({
    key: claim,
    slug: `claim-${bundle}-${number}`,
    text: chinese ? { 'zh-Hans': text.zh, en: text.en } : { en: text.en, 'zh-Hans': text.zh },
    language: chinese ? 'zh-Hans' : 'en',
    nature: chance.any(['FACT', 'FACT', 'FACT', 'OPINION', 'PREDICTION', 'NORM']),
    about: [...new Set([who.id, whom.id])],
    ...(chance.happens(0.7) ? { concerns: { edtf: day, original: day } } : {}),
  });

  const said: Said[] = [];
  const say = (relayed: Said | null, stance: string): Said => {
    const one = assertionOf(telling, claim, relayed, stance);
    said.push(one);
    return one;
  };
  const size = sizeOf(chance, number);
  if (number % DEEP === 0) {
    let last = say(null, 'AFFIRMS');
    while (last.depth < DEEPEST) last = say(last, 'AFFIRMS');
  }
  if (number % (2 * CONTRADICTED) === CONTRADICTED) say(null, 'DENIES');
  while (said.length < size) {
    const relayed = said.length > 0 && chance.happens(0.6) ? chance.any(said) : null;
    if (relayed === null) say(null, chance.happens(0.06) ? 'DECLINES_TO_COMMENT' : 'AFFIRMS');
    else if (relayed.depth < DEEPEST) say(relayed, relayed.assertion.stance);
  }
}

function assertionOf(telling: Telling, claim: string, relayed: Said | null, stance: string): Said {
  const { world, chance, stories } = telling;
  const article = world.articles.some(chance);
  const { publisher } = article;
  const speaker = relayed === null ? world.speakers.some(chance) : null;
  const chinese = article.language !== 'en';
  const inItsLanguage = (text: TwoLanguages): string => (chinese ? text.zh : text.en);
  const key = `assertion-${stories.assertions.length + 1}`;
  // Whoever republished it is where it was read.
  const read = article.reposts === 0 ? article.key : repostKey(article, chance.whole(1, article.reposts));
  const version = sourceId('SourceVersion', article, `${read}.v1`);
  const documented = speaker !== null && chance.happens(0.1);
  const assertion = {
    key,
    claim,
    speaker: speaker?.id ?? publisher.id,
    speakerAsNamed: inItsLanguage(speaker?.name ?? publisher.name),
    ...(speaker?.body ? { onBehalfOf: speaker.body, role: chinese ? '发言人' : 'spokesperson' } : {}),
    stance,
    commitment: relayed === null ? 'ENDORSES' : chance.any(['NEUTRAL', 'NEUTRAL', 'NEUTRAL', 'DISTANCES']),
    directness: chance.any(['DIRECT', 'INDIRECT', 'MIXED']),
    cue: inItsLanguage(chance.any(cues)),
    ...(documented ? { basis: 'DOCUMENT', basedOn: [world.articles.some(chance).id] } : {}),
    passages: [1, 2].map((place) => addPassage(telling, `${key}.p${place}`, article, version)),
    source: article.id,
    saidOn: chance.happens(0.8)
      ? { edtf: article.day, original: article.day }
      : { edtf: `../${article.day}`, resolvedAgainst: `published ${article.day}` },
    ...(chance.happens(0.5) ? { saidIn: article.language } : {}),
    ...(relayed === null ? {} : { attributedTo: relayed.assertion.key }),
  };
  stories.assertions.push(assertion);
  return { assertion, depth: (relayed?.depth ?? 0) + 1 };
}

function addPassage(telling: Telling, key: string, article: Article, version: string): string {
  const { bundle, chance, stories } = telling;
  const number = stories.passages.length + 1;
  // No two passages begin at one place, or they would have to be of the same words.
  const start = (bundle - 1) * PLACES_A_BUNDLE + number;
  const text = passageText(chance, start);
  const exact = article.language === 'en' ? text.en : text.zh;
  stories.passages.push({
    key,
    version,
    exact,
    start,
    end: start + [...exact].length,
    language: article.language,
    rendering: 'ORIGINAL',
    ...(article.language === 'en' ? {} : { translation: { en: text.en } }),
    verification: { state: chance.happens(0.9) ? 'EXACT' : 'UNVERIFIED' },
  });
  return key;
}
