import { idOf } from '../src/domain/ids.ts';
import type { Chance } from './random.ts';
import { organizationName, personName, type TwoLanguages } from './wording.ts';

/** Who speaks and where, before anything is said. */
export interface World {
  readonly bundle: object;
  /** By how much they speak, the most first. */
  readonly publishers: readonly Publisher[];
  readonly speakers: readonly Speaker[];
  readonly topics: readonly Topic[];
}

export interface Topic {
  readonly id: string;
  readonly name: TwoLanguages;
}

export interface Speaker {
  readonly id: string;
  readonly name: TwoLanguages;
  readonly kind: string;
  readonly anonymity: string;
  readonly body: string | null;
}

export interface Publisher {
  readonly id: string;
  readonly name: TwoLanguages;
  /** By how much is read of them, the most first. */
  readonly articles: readonly Article[];
}

export interface Article {
  readonly id: string;
  /** Where its text is read: its own version, or that of a page that republished it. */
  readonly readVersion: string;
  readonly language: 'en' | 'zh-Hans';
  readonly seen: boolean;
  /** The day it was published on. */
  readonly day: string;
}

const NAMESPACE = 'bench/world';
/** Share of the articles that are known from a page that republished them. */
const REPUBLISHED = 0.15;
const SEEN = 0.85;

const first = Date.UTC(2023, 0, 1);
const DAY_MS = 86_400_000;

/** A day of the two years in which everything happens. */
export function dayOf(chance: Chance): string {
  return new Date(first + chance.whole(0, 729) * DAY_MS).toISOString().slice(0, 10);
}

/** Entities, publishers and their articles, as many as the assertions that are to be made want. */
export function worldOf(chance: Chance, assertions: number): World {
  const entities: object[] = [];
  const sources: object[] = [];
  const entity = (key: string, kind: string, name: TwoLanguages, more: object = {}): string => {
    entities.push({
      key,
      slug: key,
      kind,
      names: [
        { text: name.en, language: 'en', kind: 'NAME' },
        { text: name.zh, language: 'zh-Hans', kind: 'TRANSLATION' },
      ],
      ...more,
    });
    return idOf('Entity', NAMESPACE, key);
  };

  const topics = times(Math.ceil(assertions / 60), (number) => {
    const name = organizationName(chance, number);
    return { id: entity(`topic-${number}`, chance.any(['ORGANIZATION', 'THING']), name), name };
  });
  const speakers = times(Math.ceil(assertions / 15), (number): Speaker => {
    const name = personName(chance, number);
    const kind = chance.any(['PERSON', 'PERSON', 'PERSON', 'PERSON', 'GROUP', 'ORGANIZATION', 'MACHINE']);
    const hasNoName = (kind === 'PERSON' || kind === 'GROUP') && chance.happens(0.3);
    const anonymity = hasNoName ? chance.any(['UNNAMED_HERE', 'PROTECTED']) : 'NAMED';
    const description = { en: `a source close to ${name.en}`, 'zh-Hans': `接近${name.zh}的人士` };
    const id = entity(
      `speaker-${number}`,
      kind,
      name,
      hasNoName ? { anonymity, description } : { anonymity },
    );
    const body = kind === 'PERSON' && chance.happens(0.2) ? chance.popular(topics).id : null;
    return { id, name, kind, anonymity, body };
  });
  const publishers = times(Math.max(4, Math.ceil(assertions / 130)), (number) => {
    const name = organizationName(chance, number);
    const key = `publisher-${number}`;
    return { key, id: entity(key, 'ORGANIZATION', name), name };
  });

  const articles = new Map<string, Article[]>(publishers.map(({ key }) => [key, []]));
  times(Math.ceil(assertions / 8), (number) => {
    const publisher = chance.popular(publishers);
    articles.get(publisher.key)?.push(addArticle(sources, chance, number, publisher));
  });
  return {
    bundle: {
      format: 'onrecord-bundle/1',
      namespace: NAMESPACE,
      title: { en: 'Benchmark: who speaks, and where' },
      by: 'bench',
      method: 'IMPORT',
      entities,
      sources,
    },
    speakers,
    topics,
    publishers: publishers.flatMap(({ key, id, name }) => {
      const own = articles.get(key) ?? [];
      return own.length === 0 ? [] : [{ id, name, articles: own }];
    }),
  };
}

function addArticle(
  sources: object[],
  chance: Chance,
  number: number,
  publisher: { readonly key: string; readonly name: TwoLanguages },
): Article {
  const language = chance.happens(0.5) ? 'en' : 'zh-Hans';
  const seen = chance.happens(SEEN);
  const day = dayOf(chance);
  const add = (key: string, wasSeen: boolean, more: object) => {
    sources.push({
      key,
      slug: key,
      kind: chance.any(['ARTICLE', 'ARTICLE', 'POST', 'STATEMENT', 'INTERVIEW']),
      title:
        language === 'en'
          ? { en: `${publisher.name.en}: report ${key}` }
          : { 'zh-Hans': `${publisher.name.zh}：报道 ${key}` },
      url: `https://${publisher.key}.example/${key}`,
      language,
      publishedOn: { edtf: day, original: day },
      seen: wasSeen,
      versions: [{ key: `${key}.v1`, sha256: chance.hex(64), length: 20_000 }],
      ...more,
    });
    return idOf('SourceVersion', NAMESPACE, `${key}.v1`);
  };
  const key = `article-${number}`;
  const ownVersion = add(key, seen, { publisher: publisher.key });
  const republished = chance.happens(REPUBLISHED);
  const derivation = {
    kind: 'REPUBLISHES',
    from: key,
    status: chance.any(['CONFIRMED', 'PROPOSED']),
    reason: { en: 'the wording is the same throughout' },
  };
  const readVersion = republished ? add(`repost-${number}`, true, { derivedFrom: [derivation] }) : ownVersion;
  return { id: idOf('Source', NAMESPACE, key), readVersion, language, seen, day };
}

function times<Thing>(count: number, make: (number: number) => Thing): Thing[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}
