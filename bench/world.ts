import { idOf, type RecordType } from '../src/domain/ids.ts';
import { type Chance, chanceFor } from './random.ts';
import { organizationName, personName, type TwoLanguages } from './wording.ts';

/**
 * Who speaks and where, before anything is said. Nobody is kept: each is made anew from the seed and its place, as
 * often as it is asked for, so that a large world takes no more memory than a small one.
 */
export interface World {
  readonly seed: number;
  /** In each, the earlier the place the more is said by it, of it and in it. */
  readonly topics: Crowd<Topic>;
  readonly speakers: Crowd<Speaker>;
  readonly publishers: Crowd<Publisher>;
  readonly articles: Crowd<Article>;
  /** How long each text is: enough for no two passages to begin at one place of it. */
  readonly textLength: number;
}

export interface Crowd<Thing> {
  readonly size: number;
  /** The one at a place, from 0 on. */
  at(place: number): Thing;
  /** Any one, the earlier ones far more often. */
  some(chance: Chance): Thing;
}

export interface Topic {
  readonly key: string;
  readonly id: string;
  readonly kind: string;
  readonly name: TwoLanguages;
}

export interface Speaker extends Topic {
  readonly anonymity: string;
  readonly body: string | null;
}

export interface Publisher extends Topic {}

export interface Article {
  readonly place: number;
  readonly key: string;
  readonly id: string;
  readonly publisher: Publisher;
  readonly language: 'en' | 'zh-Hans';
  readonly kind: string;
  readonly seen: boolean;
  /** The day it was published on. */
  readonly day: string;
  /** How many pages republished it. */
  readonly reposts: number;
}

/** How many are in one bundle. */
export const ENTITIES_IN_BUNDLE = 1_000;
export const ARTICLES_IN_BUNDLE = 500;
/** Share of the articles that are also, or only, known from pages that republished them. */
const REPUBLISHED = 0.15;
const MOST_REPOSTS = 4;
const SEEN = 0.85;
/** No article is cited as often as a person speaks: an eighth of all that is said is not in one place. */
const ARTICLE_STEEPNESS = 0.5;

const first = Date.UTC(2023, 0, 1);
const DAY_MS = 86_400_000;

/** A day of the two years in which everything happens. */
export function dayOf(chance: Chance): string {
  return new Date(first + chance.whole(0, 729) * DAY_MS).toISOString().slice(0, 10);
}

export function entityNamespace(place: number): string {
  return `bench/entities-${1 + Math.floor(place / ENTITIES_IN_BUNDLE)}`;
}

export function sourceNamespace(articlePlace: number): string {
  return `bench/sources-${1 + Math.floor(articlePlace / ARTICLES_IN_BUNDLE)}`;
}

/** The id of what stands beside an article in its bundle: itself, a repost, a version of either. */
export function sourceId(type: RecordType, article: Article, key: string): string {
  return idOf(type, sourceNamespace(article.place), key);
}

/** A world as large as the assertions that are to be made want. */
export function worldOf(seed: number, assertions: number): World {
  const sizes = {
    topics: Math.ceil(assertions / 60),
    speakers: Math.ceil(assertions / 15),
    publishers: Math.max(4, Math.ceil(assertions / 130)),
    articles: Math.ceil(assertions / 8),
  };
  const entityId = (key: string, before: number, place: number): string =>
    idOf('Entity', entityNamespace(before + place), key);

  const topics = crowdOf(sizes.topics, (place): Topic => {
    const chance = chanceFor(seed, 'topic', place);
    const [key, name] = [`topic-${place + 1}`, organizationName(chance, place + 1)];
    return { key, id: entityId(key, 0, place), kind: chance.any(['ORGANIZATION', 'THING']), name };
  });
  const speakers = crowdOf(sizes.speakers, (place): Speaker => {
    const chance = chanceFor(seed, 'speaker', place);
    const [key, name] = [`speaker-${place + 1}`, personName(chance, place + 1)];
    const kind = chance.any(['PERSON', 'PERSON', 'PERSON', 'PERSON', 'GROUP', 'ORGANIZATION', 'MACHINE']);
    const hasNoName = (kind === 'PERSON' || kind === 'GROUP') && chance.happens(0.3);
    const anonymity = hasNoName ? chance.any(['UNNAMED_HERE', 'PROTECTED']) : 'NAMED';
    const topic = topics.some(chance);
    const speaksFor = kind === 'PERSON' && topic.kind === 'ORGANIZATION' && chance.happens(0.4);
    const body = speaksFor ? topic.id : null;
    return { key, id: entityId(key, sizes.topics, place), kind, name, anonymity, body };
  });
  const publishers = crowdOf(sizes.publishers, (place): Publisher => {
    const chance = chanceFor(seed, 'publisher', place);
    const [key, name] = [`publisher-${place + 1}`, organizationName(chance, place + 1)];
    return { key, id: entityId(key, sizes.topics + sizes.speakers, place), kind: 'ORGANIZATION', name };
  });
  const articles = crowdOf(
    sizes.articles,
    (place): Article => {
      const chance = chanceFor(seed, 'article', place);
      const key = `article-${place + 1}`;
      return {
        ...{ place, key, id: idOf('Source', sourceNamespace(place), key) },
        publisher: publishers.some(chance),
        language: chance.happens(0.5) ? 'en' : 'zh-Hans',
        kind: chance.any(['ARTICLE', 'ARTICLE', 'POST', 'STATEMENT', 'INTERVIEW']),
        seen: chance.happens(SEEN),
        day: dayOf(chance),
        reposts: chance.happens(REPUBLISHED) ? chance.whole(1, MOST_REPOSTS) : 0,
      };
    },
    ARTICLE_STEEPNESS,
  );
  return { seed, topics, speakers, publishers, articles, textLength: 3_000 * Math.ceil(assertions / 1_000) };
}

function crowdOf<Thing>(size: number, at: (place: number) => Thing, steepness?: number): Crowd<Thing> {
  return { size, at, some: (chance) => at(chance.rank(size, steepness)) };
}
