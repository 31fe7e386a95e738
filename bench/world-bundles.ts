import { chanceFor } from './random.ts';
import {
  ARTICLES_IN_BUNDLE,
  type Article,
  ENTITIES_IN_BUNDLE,
  entityNamespace,
  type Speaker,
  sourceNamespace,
  type Topic,
  type World,
} from './world.ts';

/** Everybody who speaks or is spoken of, so many a bundle. */
export function* entityBundles(world: World): Generator<{ namespace: string; entities: object[] }> {
  const { topics, speakers, publishers } = world;
  const size = topics.size + speakers.size + publishers.size;
  const at = (place: number): Topic | Speaker => {
    if (place < topics.size) return topics.at(place);
    if (place < topics.size + speakers.size) return speakers.at(place - topics.size);
    return publishers.at(place - topics.size - speakers.size);
  };
  for (let start = 0; start < size; start += ENTITIES_IN_BUNDLE) {
    const count = Math.min(ENTITIES_IN_BUNDLE, size - start);
    const entities = Array.from({ length: count }, (_, index) => entityOf(at(start + index)));
    yield { namespace: entityNamespace(start), entities };
  }
}

/** Every article with the pages that republished it, so many a bundle. */
export function* sourceBundles(world: World): Generator<{ namespace: string; sources: object[] }> {
  for (let start = 0; start < world.articles.size; start += ARTICLES_IN_BUNDLE) {
    const count = Math.min(ARTICLES_IN_BUNDLE, world.articles.size - start);
    const sources = Array.from({ length: count }, (_, index) => start + index).flatMap((place) =>
      sourcesOf(world, world.articles.at(place)),
    );
    yield { namespace: sourceNamespace(start), sources };
  }
}

function entityOf(topic: Topic | Speaker): object {
  const { key, kind, name } = topic;
  const anonymity = 'anonymity' in topic ? topic.anonymity : 'NAMED';
  const description = { en: `a source close to ${name.en}`, 'zh-Hans': `接近${name.zh}的人士` };
  return {
    ...{ key, slug: key, kind, anonymity },
    names: [
      { text: name.en, language: 'en', kind: 'NAME' },
      { text: name.zh, language: 'zh-Hans', kind: 'TRANSLATION' },
    ],
    ...(anonymity === 'NAMED' ? {} : { description }),
  };
}

/** The key of a page that republished an article, from 1 on. */
export function repostKey(article: Article, number: number): string {
  return `${article.key}-repost-${number}`;
}

/** An article, and its reposts as a tree: each from the article itself or from an earlier repost of it. */
function sourcesOf({ seed, textLength }: World, article: Article): object[] {
  const chance = chanceFor(seed, 'sources', article.place);
  const { key, publisher, kind, language, day } = article;
  const sourceOf = (ownKey: string, seen: boolean, more: object): object => ({
    key: ownKey,
    slug: ownKey,
    kind,
    title:
      language === 'en'
        ? { en: `${publisher.name.en}: report ${ownKey}` }
        : { 'zh-Hans': `${publisher.name.zh}：报道 ${ownKey}` },
    url: `https://${publisher.key}.example/${ownKey}`,
    language,
    publishedOn: { edtf: day, original: day },
    seen,
    versions: [{ key: `${ownKey}.v1`, sha256: chance.hex(64), length: textLength }],
    ...more,
  });
  const own = sourceOf(key, article.seen, { publisher: publisher.id });
  const reposts = Array.from({ length: article.reposts }, (_, index) => {
    const from = index === 0 || chance.happens(0.5) ? key : repostKey(article, chance.whole(1, index));
    const derivation = {
      kind: 'REPUBLISHES',
      from,
      status: chance.any(['CONFIRMED', 'PROPOSED']),
      reason: { en: 'the wording is the same throughout' },
    };
    return sourceOf(repostKey(article, index + 1), true, { derivedFrom: [derivation] });
  });
  return [own, ...reposts];
}
