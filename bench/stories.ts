import type { Chance } from './random.ts';
import { cues, passageText, proposition, type TwoLanguages } from './wording.ts';
import { type Article, dayOf, type World } from './world.ts';

/** The claims of one bundle and all that was said of them. */
export interface Stories {
  readonly claims: object[];
  readonly passages: object[];
  readonly assertions: StoryAssertion[];
  readonly relations: object[];
}

export interface StoryAssertion {
  readonly key: string;
  readonly claim: string;
  readonly speaker: string;
  readonly stance: string;
  readonly attributedTo?: string;
  readonly passages: readonly string[];
}

export const DEEPEST = 8;
/** One claim in so many is contradicted: by a denial, or by another claim. */
const CONTRADICTED = 5;
/** One claim in so many has a chain as deep as chains get. */
const DEEP = 12;
/** Share of the claims that many took up, so that "who said it" has an answer of some twenty. */
const TAKEN_UP = 0.08;

interface Said {
  readonly assertion: StoryAssertion;
  readonly depth: number;
  /** Where whoever relays it read of it. */
  readonly article: Article;
}

/** Claims with what was said of them, until there are at least so many assertions. */
export function storiesOf(chance: Chance, world: World, assertions: number): Stories {
  const stories: Stories = { claims: [], passages: [], assertions: [], relations: [] };
  let before: string | null = null;
  for (let number = 1; stories.assertions.length < assertions; number++) {
    const key = `claim-${number}`;
    tell(stories, chance, world, key, number);
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
  if (chance.happens(TAKEN_UP)) return chance.whole(16, 25);
  return Math.min(40, Math.floor(2.2 * (1 - chance.number()) ** -0.6));
}

function tell(stories: Stories, chance: Chance, world: World, claim: string, number: number): void {
  const who = chance.popular(world.topics);
  const whom = chance.any(world.topics);
  const day = dayOf(chance);
  const text = proposition(chance, who.name, whom.name, day);
  const chinese = chance.happens(0.5);
  stories.claims.push({
    key: claim,
    slug: `${claim}-${chance.hex(10)}`,
    text: chinese ? { 'zh-Hans': text.zh, en: text.en } : { en: text.en, 'zh-Hans': text.zh },
    language: chinese ? 'zh-Hans' : 'en',
    nature: chance.any(['FACT', 'FACT', 'FACT', 'OPINION', 'PREDICTION', 'NORM']),
    about: [...new Set([who.id, whom.id])],
    ...(chance.happens(0.7) ? { concerns: { edtf: day, original: day } } : {}),
  });

  const said: Said[] = [];
  const say = (relayed: Said | null, stance: string): Said => {
    const one = assertionOf(stories, chance, world, claim, relayed, stance);
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

function assertionOf(
  stories: Stories,
  chance: Chance,
  world: World,
  claim: string,
  relayed: Said | null,
  stance: string,
): Said {
  const publisher = chance.popular(world.publishers);
  const article = chance.popular(publisher.articles);
  const speaker = relayed === null ? chance.popular(world.speakers) : null;
  const chinese = article.language !== 'en';
  const inItsLanguage = (text: TwoLanguages): string => (chinese ? text.zh : text.en);
  const key = `assertion-${stories.assertions.length + 1}`;
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
    ...(documented ? { basis: 'DOCUMENT', basedOn: [chance.popular(publisher.articles).id] } : {}),
    passages: [1, 2].map((place) => addPassage(stories, chance, `${key}.p${place}`, article)),
    source: article.id,
    saidOn: chance.happens(0.8)
      ? { edtf: article.day, original: article.day }
      : { edtf: `../${article.day}`, resolvedAgainst: `published ${article.day}` },
    ...(chance.happens(0.5) ? { saidIn: article.language } : {}),
    ...(relayed === null ? {} : { attributedTo: relayed.assertion.key }),
  };
  stories.assertions.push(assertion);
  return { assertion, depth: (relayed?.depth ?? 0) + 1, article };
}

function addPassage(stories: Stories, chance: Chance, key: string, article: Article): string {
  const number = stories.passages.length + 1;
  const text = passageText(chance, number);
  const exact = article.language === 'en' ? text.en : text.zh;
  const start = chance.whole(0, 19_000);
  stories.passages.push({
    key,
    version: article.readVersion,
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
