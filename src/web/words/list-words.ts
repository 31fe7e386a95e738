import type { ClaimNature, SearchType } from '../../domain/vocabulary.ts';
import type { StrangeName } from '../pages/address.ts';

/** In which order claims are listed, as the API names it. */
export const listedOrders = ['NEWEST', 'OLDEST', 'MOST_ASSERTED'] as const;

/** What the site's header, its lists and its search say, in one language. */
export interface ListWords {
  /** Of the header's links, as it is read out. */
  readonly site: string;
  readonly claims: string;
  readonly contradictions: string;
  readonly playground: string;
  readonly search: string;
  /** Of the field, as it is read out. */
  readonly searchField: string;
  readonly results: (query: string) => string;
  readonly nothingAsked: string;
  /** What was asked holds no letter, digit or character. */
  readonly nothingToLookFor: string;
  readonly noHits: string;
  /** What to try next, where a search found nothing. */
  readonly tryShorter: string;
  readonly tryAllTypes: string;
  readonly browse: string;
  readonly found: string;
  readonly everything: string;
  readonly type: Readonly<Record<SearchType, string>>;
  /** What one find is; a claim is called one by `Words.claim`. */
  readonly one: Readonly<Record<Exclude<SearchType, 'CLAIM'>, string>>;
  /** Of how many: null where there are more than are counted. */
  count(total: number | null): string;
  claimCount(total: number | null): string;
  contradictionCount(total: number | null): string;
  assertions(total: number | null): string;
  readonly hit: string;
  readonly alsoNamed: string;
  readonly claimsBySpeaker: string;
  readonly claimsAbout: string;
  readonly claimsInSource: string;
  readonly sourceNotShown: string;
  readonly next: string;
  readonly first: string;
  readonly pages: string;
  readonly facets: string;
  readonly facet: {
    readonly status: string;
    readonly nature: string;
    readonly reviewed: string;
    readonly origins: string;
    readonly contradiction: string;
    readonly speaker: string;
    readonly source: string;
    readonly about: string;
    readonly order: string;
  };
  readonly nature: Readonly<Record<ClaimNature, string>>;
  readonly order: Readonly<Record<(typeof listedOrders)[number], string>>;
  readonly reviewed: string;
  readonly notReviewed: string;
  readonly anonymousOnly: string;
  readonly notAnonymousOnly: string;
  readonly singleOrigin: string;
  readonly notSingleOrigin: string;
  readonly contradicted: string;
  readonly notContradicted: string;
  /** An address names a speaker, a source or a topic that there is none of. */
  readonly unknownName: string;
  readonly remove: (what: string) => string;
  readonly removeAll: string;
  readonly noClaims: string;
  readonly anonymousNote: string;
  readonly contradictionsNote: string;
  /** The same of one pair. */
  readonly contradictionNote: string;
  /** The way to the page of one pair, and back to all. */
  readonly contradictionAlone: string;
  readonly allContradictions: string;
  readonly proposedNote: string;
  readonly confirmed: string;
  readonly proposed: string;
  readonly why: string;
  readonly drawnBy: (who: string) => string;
  readonly drawnInText: (speakers: string) => string;
  /** Between names that are listed. */
  readonly comma: string;
  readonly wrongAddress: string;
  /** Of a name in an address: what came, and what may stand there, where that is a choice. */
  wrongValue(name: string, came: string, allowed: readonly string[]): string;
  readonly wrongCursor: string;
  /** Of a name that needs one of these lists beside it, or any. */
  listMissing(name: string, lists: readonly string[]): string;
  /** The way to the same page without what was not understood. */
  readonly withoutIt: string;
  /** Of what an address says and nothing reads. */
  strange(names: readonly StrangeName[]): string;
  readonly noContradictions: string;
  readonly noProposed: string;
}
