import { PastNotAtHand } from '../domain/errors.ts';
import { LimitExceeded } from '../domain/limit-exceeded.ts';
import { asOfName } from '../web/as-of.ts';
import { cameSince } from '../web/pages/came-since.ts';
import { claimEmbed, emptyEmbed, pinnedEmbed, standInEmbed } from '../web/pages/claim-embed.ts';
import {
  type EmbeddedClaim,
  type LiveClaim,
  liveAnswer,
  liveQuery,
  pinnedAnswer,
  pinnedQuery,
  statesAnswer,
  statesQuery,
} from '../web/pages/embed-query.ts';
import { erasedEmbed } from '../web/pages/erased-page.ts';
import { linkTo, type PageAddress } from '../web/pages/page.ts';
import type { PinnedTo } from '../web/pages/pin.ts';
import { type Words, wordsFor } from '../web/words/words.ts';
import { wrongName } from './asked-moment.ts';
import {
  byOf,
  decoded,
  embedHeaders,
  type PageParts,
  type PageRequest,
  plain,
  wronglyEncoded,
} from './page-response.ts';
import { pinnedMoment, pinOf, retryAfter } from './pinned-moment.ts';
import { wantedLanguage } from './spoken-language.ts';
import { taggedResponse } from './tagged-response.ts';

const embedPath = /^\/embed\/v1\/claim\/((?:(?!%40)[^/@])+)(?:(?:@|%40)((?:(?!%40)[^/@])*))?$/;

/** The claim that an embed's path names, and the pin behind it, both still percent-encoded; null for another path. */
export function embedPathOf(path: string): { readonly named: string; readonly pin: string | null } | null {
  const [, named, pin = null] = embedPath.exec(path) ?? [];
  return named === undefined ? null : { named, pin };
}

/** What there is to embed at an address. */
export type ClaimFound =
  | { readonly kind: 'NO_CLAIM' }
  | { readonly kind: 'ERASED'; readonly at: string }
  | { readonly kind: 'NO_REVISION'; readonly claim: LiveClaim }
  | { readonly kind: 'LIVE'; readonly claim: LiveClaim }
  | {
      readonly kind: 'PINNED';
      readonly claim: LiveClaim;
      readonly then: EmbeddedClaim;
      readonly moment: PinnedTo;
      readonly pin: string;
    }
  /** How it stood cannot be told now. */
  | { readonly kind: 'NOT_NOW'; readonly claim: LiveClaim; readonly moment: PinnedTo; readonly pin: string };

/** Looks for a claim as embeds show it, as it stands or, with a pin, as it stood. */
export function createFindClaim({ ask, askPast, now }: Pick<PageParts, 'ask' | 'askPast' | 'now'>) {
  async function statesAfter({ id }: LiveClaim, after: string | null, asked: PageRequest) {
    const answer = statesAnswer.parse(await ask(statesQuery, { by: { id }, after }, asked));
    return answer.claim?.states ?? null;
  }

  async function asItStood(
    { id }: LiveClaim,
    { at, version }: PinnedTo,
    language: string,
    asked: PageRequest,
  ): Promise<EmbeddedClaim | null> {
    const variables = { by: { id }, recorded: at, language };
    const answer = version?.isCurrent
      ? await ask(pinnedQuery, variables, asked)
      : await askPast(pinnedQuery, variables, asked);
    return pinnedAnswer.parse(answer).asOf.claim;
  }

  return async (
    named: string,
    pinned: string | null,
    language: string,
    asked: PageRequest,
  ): Promise<ClaimFound> => {
    const variables = { by: byOf(named), language };
    const { claim } = liveAnswer.parse(await ask(liveQuery, variables, asked));
    if (claim === null) return { kind: 'NO_CLAIM' };
    if (claim.erasedAt !== null) return { kind: 'ERASED', at: claim.erasedAt };
    if (pinned === null) return { kind: 'LIVE', claim };
    const moment = await pinnedMoment(pinned, now(), {
      states: claim.states,
      statesAfter: (after) => statesAfter(claim, after, asked),
      isRecordedSince: (at) => cameSince(claim, '').some((one) => one.at >= at),
    });
    if (moment === null) return { kind: 'NO_REVISION', claim };
    const pin = pinOf(moment);
    try {
      const then = await asItStood(claim, moment, language, asked);
      return then === null ? { kind: 'NO_REVISION', claim } : { kind: 'PINNED', claim, then, moment, pin };
    } catch (error) {
      if (!(error instanceof PastNotAtHand || error instanceof LimitExceeded)) throw error;
      return { kind: 'NOT_NOW', claim, moment, pin };
    }
  };
}

/** A claim's embed, as it stands or as it stood. */
export function createClaimEmbeds({ base, now }: PageParts, find: ReturnType<typeof createFindClaim>) {
  return async (asked: PageRequest): Promise<Response> => {
    const { request, caller } = asked;
    const { pathname, searchParams } = new URL(request.url);
    const path = embedPathOf(pathname);
    const named = decoded(path?.named ?? '');
    const pinned = path === null || path.pin === null ? null : decoded(path.pin);
    if (named === null || (pinned === null && path?.pin !== null)) return wronglyEncoded();
    const wanted = wantedLanguage(searchParams.get('language'), request);
    if (wanted === null) return plain(400, 'language: expected a language tag, such as en or zh-Hans');
    const words = wordsFor(wanted);
    if (searchParams.get(asOfName)) return plain(400, words.past.noEmbed);
    const wrong = wrongName(named, words);
    if (wrong !== null) return plain(400, wrong);
    const { language } = words;
    const graphql = { query: liveQuery, variables: { by: byOf(named), language } };
    const address: PageAddress = { base: base(), path: pathname, graphql, now: now() };
    const headers = { ...embedHeaders, 'content-language': language };
    const answered = (body: string, status = 200, more: Readonly<Record<string, string>> = {}) =>
      taggedResponse(body, request, caller !== null, { ...headers, ...more }, status);

    const found = await find(named, pinned, language, asked);
    switch (found.kind) {
      case 'NO_CLAIM':
        return answered(noClaim(address, words), 404);
      case 'ERASED':
        return answered(erasedEmbed(found.at, address, words), 410);
      case 'NO_REVISION':
        return answered(noRevision(found.claim, address, words), 404);
      case 'LIVE':
        return answered(claimEmbed(found.claim, address, words));
      case 'PINNED':
        return answered(pinnedEmbed(found.then, found.claim, found.moment, address, words));
      case 'NOT_NOW': {
        const body = standInEmbed(found.claim, found.moment.at, address, words);
        return answered(body, 503, { 'retry-after': retryAfter });
      }
    }
  };
}

function noClaim(address: PageAddress, words: Words): string {
  const claims = address.base + linkTo('/claims', words.language);
  return emptyEmbed({ title: words.notFound, hint: '', link: [words.lists.browse, claims] }, address, words);
}

function noRevision({ slug }: LiveClaim, address: PageAddress, words: Words): string {
  const { noRevision: title, noRevisionHint: hint, asItStands } = words.embeds;
  const full = address.base + linkTo(`/claims/${encodeURIComponent(slug)}`, words.language);
  return emptyEmbed({ title, hint, link: [asItStands, full] }, address, words);
}
