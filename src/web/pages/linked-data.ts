import type { Words } from '../words/words.ts';
import type { ClaimData } from './claim-query.ts';
import { nodesOf } from './connection.ts';
import type { SideData } from './contradictions-query.ts';
import { linkTo } from './page.ts';

/**
 * What search engines read of a claim: `ClaimReview` where somebody has published a verdict on it, `Claim` otherwise. A
 * machine's or nobody's verdict is none (https://schema.org/ClaimReview).
 */
export function linkedDataOf(claim: ClaimData, url: string): object {
  const said = [claim.affirming, claim.denying, claim.silent].flatMap((list) => (list ? nodesOf(list) : []));
  const sources = said.flatMap(({ source }) => (source === null ? [] : [source]));
  // A work is one appearance, however many speak in it.
  const appearances = [...new Map(sources.map((source) => [source.slug, source])).values()].map(
    ({ title: name, url: at }) => ({ '@type': 'CreativeWork', name, ...(at === null ? {} : { url: at }) }),
  );
  const about = {
    '@type': 'Claim',
    '@id': url,
    name: claim.headline,
    text: claim.texts[0]?.text,
    inLanguage: claim.language,
    ...(appearances.length === 0 ? {} : { appearance: appearances }),
  };
  const reviews = nodesOf(claim.reviews).filter(({ reviewer }) => reviewer.kind !== 'MACHINE');
  if (reviews.length === 0) return { '@context': 'https://schema.org', ...about };
  return {
    '@context': 'https://schema.org',
    '@graph': reviews.map(({ rating, url: reviewed, publishedOn, reviewer }) => ({
      '@type': 'ClaimReview',
      claimReviewed: claim.headline,
      itemReviewed: about,
      author: { '@type': reviewer.kind === 'PERSON' ? 'Person' : 'Organization', name: reviewer.name },
      reviewRating: { '@type': 'Rating', alternateName: rating },
      ...(reviewed === null ? {} : { url: reviewed }),
      // Only a whole day is a date to schema.org.
      ...(publishedOn !== null && /^\d{4}-\d\d-\d\d$/.test(publishedOn.edtf)
        ? { datePublished: publishedOn.edtf }
        : {}),
    })),
  };
}

/** The same of two claims that contradict each other: each with whose it is, never its text alone. */
export function pairData(
  { reason, from, to }: { readonly reason: string; readonly from: SideData; readonly to: SideData },
  { base, url }: { readonly base: string; readonly url: string },
  { language }: Words,
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': url,
    url,
    name: `${from.headline} / ${to.headline}`,
    description: reason,
    inLanguage: language,
    about: [from, to].map(({ slug, headline }) => {
      const at = base + linkTo(`/claims/${encodeURIComponent(slug)}`, language);
      return { '@type': 'Claim', '@id': at, url: at, name: headline };
    }),
  };
}

/** The same of a list, in its order (https://schema.org/ItemList); null of an empty one. */
export function listData(
  name: string,
  items: readonly { readonly name: string; readonly url: string }[],
): object | null {
  if (items.length === 0) return null;
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name,
    itemListElement: items.map((item, at) => ({ '@type': 'ListItem', position: at + 1, ...item })),
  };
}
