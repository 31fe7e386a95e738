import { quoteOf } from '../cite/cite-passage.ts';
import {
  besideHeadline,
  type Citing,
  inSource,
  isEnglish,
  markedName,
  titleOf,
} from '../cite/cited-record.ts';
import { quotedFor } from '../cite/statement.ts';
import { nodesOf } from '../pages/connection.ts';
import { linkTo } from '../pages/page.ts';
import type { FeedEntry } from './atom.ts';
import type { FoundInFeed } from './feed-queries.ts';

/** What a search found, as an entry: a claim under its headline, a quotation under what it stands in. */
export function foundEntry(found: FoundInFeed, { base, words }: Omit<Citing, 'today'>): FeedEntry {
  const { language, cites, feeds, lists } = words;
  const at = (path: string, hash = '') => `${base}${linkTo(path, language)}${hash}`;
  const recorded = [
    ...nodesOf(found.revisions),
    ...('corroboration' in found ? nodesOf(found.assertions) : []),
  ];
  const updated =
    recorded
      .map(({ recordedAt }) => recordedAt)
      .sort()
      .at(-1) ?? '';
  const entry = { of: [found.id], updated };
  if (!('__typename' in found)) {
    const description = isEnglish(words) ? found.descriptionEn : found.descriptionZh;
    const name = markedName(found, words);
    return {
      ...entry,
      title: feeds.found('ENTITY', name),
      link: at(`/speakers/${encodeURIComponent(found.slug)}`),
      content: description ?? name,
    };
  }
  switch (found.__typename) {
    case 'Claim': {
      const { corroboration } = found;
      const headline = isEnglish(words) ? found.headlineEn : found.headlineZh;
      const support = isEnglish(words) ? corroboration?.sentenceEn : corroboration?.sentenceZh;
      return {
        ...entry,
        title: headline,
        link: at(`/claims/${encodeURIComponent(found.slug)}`),
        content: cites.note([
          headline,
          ...besideHeadline(found, words),
          ...(support === undefined ? [] : [support]),
        ]),
      };
    }
    case 'Source':
      return {
        ...entry,
        title: feeds.found('SOURCE', titleOf(found, words)),
        link: at(`/sources/${encodeURIComponent(found.slug)}`),
        content: inSource(found, words),
      };
    case 'Passage': {
      const source = found.version?.source ?? null;
      return {
        ...entry,
        title: feeds.found('PASSAGE', source === null ? lists.sourceNotShown : titleOf(source, words)),
        link:
          source === null
            ? `${base}/passages/${found.id}.txt`
            : at(`/sources/${encodeURIComponent(source.slug)}`, `#${found.id}`),
        content: cites.note([
          quoteOf(found, words),
          ...quotedFor(found, words),
          source === null ? lists.sourceNotShown : inSource(source, words),
        ]),
      };
    }
  }
}
