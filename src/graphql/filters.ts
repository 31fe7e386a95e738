import { type RecordType, typeOfId } from '../domain/ids.ts';
import { LimitExceeded } from '../domain/limit-exceeded.ts';
import { needlesOf } from '../domain/search-text.ts';
import { withArticle } from '../domain/with-article.ts';
import {
  type AssertionFilter,
  allClaims,
  type ClaimFilter,
  currentAssertions,
  type DateRange,
  type EntityFilter,
  type SourceFilter,
} from '../store/query.ts';
import { BadArgument } from './bad-argument.ts';
import type * as inputs from './types/filter-inputs.ts';

type Given<Ref extends { readonly $inferInput: unknown }> = Ref['$inferInput'];

/**
 * The assertions that a filter asks for; the current ones where there is none.
 * @throws BadArgument for ids of another type and ranges that end before they begin
 */
export function assertionFilterOf(
  given: Given<typeof inputs.AssertionFilter> | null | undefined,
): AssertionFilter {
  if (!given) return currentAssertions;
  return {
    claim: idsOf('Claim', 'filter.claim', given.claim),
    speaker: idsOf('Entity', 'filter.speaker', given.speaker),
    onBehalfOf: idsOf('Entity', 'filter.onBehalfOf', given.onBehalfOf),
    source: idsOf('Source', 'filter.source', given.source),
    publisher: idsOf('Entity', 'filter.publisher', given.publisher),
    about: idsOf('Entity', 'filter.about', given.about),
    stance: given.stance ?? null,
    directness: given.directness ?? null,
    modality: given.modality ?? null,
    speakerKind: given.speakerKind ?? null,
    anonymous: given.anonymous ?? null,
    origin: given.origin ?? null,
    language: given.language ?? null,
    said: rangeOf('filter.said', given.said),
    warning: given.warning ?? null,
    method: given.method ?? null,
    // Not given is "current ones"; given as null is "both".
    withdrawn: given.withdrawn === undefined ? false : given.withdrawn,
  };
}

/** The claims that a filter asks for; all where there is none. Throws as `assertionFilterOf` does. */
export function claimFilterOf(given: Given<typeof inputs.ClaimFilter> | null | undefined): ClaimFilter {
  if (!given) return allClaims;
  return {
    about: idsOf('Entity', 'filter.about', given.about),
    speaker: idsOf('Entity', 'filter.speaker', given.speaker),
    source: idsOf('Source', 'filter.source', given.source),
    nature: given.nature ?? null,
    status: given.status ?? null,
    reviewed: given.reviewed ?? null,
    concerns: rangeOf('filter.concerns', given.concerns),
    anonymousOnly: given.anonymousOnly ?? null,
    singleOrigin: given.singleOrigin ?? null,
    hasContradiction: given.hasContradiction ?? null,
    text: wordsOf('filter.text', given.text),
  };
}

/** The entities that a filter asks for; all where there is none. Throws as `assertionFilterOf` does. */
export function entityFilterOf(given: Given<typeof inputs.EntityFilter> | null | undefined): EntityFilter {
  return {
    kind: given?.kind ?? null,
    anonymous: given?.anonymous ?? null,
    name: wordsOf('filter.name', given?.name),
  };
}

/** The sources that a filter asks for; all where there is none. Throws as `assertionFilterOf` does. */
export function sourceFilterOf(given: Given<typeof inputs.SourceFilter> | null | undefined): SourceFilter {
  return {
    kind: given?.kind ?? null,
    publisher: idsOf('Entity', 'filter.publisher', given?.publisher),
    access: given?.access ?? null,
    published: rangeOf('filter.published', given?.published),
    language: given?.language ?? null,
  };
}

const longestText = 1_000;
const mostWords = 64;

/**
 * The words to look for. Throws BadArgument where the text holds none: it would match everything; LimitExceeded where
 * it holds more than anybody looks for, each of which is looked for in every text.
 */
export function wordsOf(argument: string, text: string): readonly string[];
export function wordsOf(argument: string, text: string | null | undefined): readonly string[] | null;
export function wordsOf(argument: string, text: string | null | undefined): readonly string[] | null {
  if (text === null || text === undefined) return null;
  if (text.length > longestText)
    throw new LimitExceeded('TEXT_TOO_LONG', { limit: longestText, came: text.length, advice: argument });
  const needles = needlesOf(text);
  if (needles.length > mostWords)
    throw new LimitExceeded('WORDS_TOO_MANY', { limit: mostWords, came: needles.length, advice: argument });
  if (needles.length === 0)
    throw new BadArgument(argument, 'at least one letter, digit or character to look for', text);
  return needles;
}

/** Ids of one type. An id of that type that nothing has matches nothing; what is no such id is a mistake. */
export function idsOf(
  type: RecordType,
  argument: string,
  ids: readonly string[] | null | undefined,
): readonly string[] | null {
  if (!ids) return null;
  for (const [index, id] of ids.entries()) {
    if (typeOfId(id) !== type)
      throw new BadArgument(`${argument}[${index}]`, `the id of ${withArticle(type)}`, id);
  }
  return ids;
}

function rangeOf(
  argument: string,
  given: Given<typeof inputs.EdtfRange> | null | undefined,
): DateRange | null {
  if (!given) return null;
  const { from = null, to = null } = given;
  if (from !== null && to !== null && from > to) {
    throw new BadArgument(`${argument}.to`, `a day not before ${from}`, to);
  }
  return { from, to, match: given.match ?? 'POSSIBLY' };
}
