import { z } from 'zod';
import { InvalidCursor } from '../domain/errors.ts';
import { claimPage } from '../web/pages/claim-page.ts';
import {
  type ClaimList,
  claimAnswer,
  claimLists,
  claimQuery,
  eachSide,
  isCrowded,
  sidesOf,
} from '../web/pages/claim-query.ts';
import { erasedPage } from '../web/pages/erased-page.ts';
import { missingPage } from '../web/pages/missing-page.ts';
import type { AddressQuery } from '../web/pages/page.ts';
import { standingAlone } from '../web/pages/paged-list.ts';
import { withoutPin } from '../web/pages/pin.ts';
import { askedAt, askedWords, askingAt, momentQuery, nothingBy, wrongName } from './asked-moment.ts';
import { byOf, type PageParts, type PageRequest, pageHeaders } from './page-response.ts';
import { createStatementPages } from './statement-pages.ts';
import { taggedResponse } from './tagged-response.ts';
import { optionsOf, wrongAddress } from './wrong-address.ts';

const claimOptions = z.object({
  list: z.enum(claimLists).nullable().default(null),
  after: z.string().nullable().default(null),
  /** The statement that is shown alone. */
  said: z
    .string()
    .regex(/^Assertion_[0-9a-f]{32}$/)
    .nullable()
    .default(null),
});

/** What is asked where one of a claim's lists stands alone. */
function listAlone(list: ClaimList) {
  const shows = (name: ClaimList) => name === list;
  return {
    all: false,
    first: standingAlone,
    events: standingAlone,
    affirming: shows('affirming'),
    denying: shows('denying'),
    silent: shows('silent'),
    reported: shows('reported'),
    reportedAgainst: shows('reported-against'),
    contradictions: shows('contradictions'),
    related: shows('related'),
    timeline: shows('timeline'),
  };
}

/** The pages of claims. */
export function createClaimPages({ ask, base, now, told }: Pick<PageParts, 'ask' | 'base' | 'now' | 'told'>) {
  const statement = createStatementPages({ ask, base, told });

  async function shown(named: string, asked: PageRequest): Promise<Response> {
    const { request, caller } = asked;
    const url = new URL(request.url);
    const { words, ...read } = askedWords(request);
    const { language, moment } = words;
    const wrong = read.wrong ?? wrongName(named, words);
    if (wrong !== null) return wrongAddress([wrong], words, asked, { base, now });
    const options = optionsOf(claimOptions, url, words);
    if ('length' in options) return wrongAddress(options, words, asked, { base, now });
    const { list, after, said } = options;
    if (said !== null) return statement(named, said, words, asked);
    const variables = { by: byOf(named), language, ...(list === null ? {} : { ...listAlone(list), after }) };
    const query: AddressQuery = (['list', 'after'] as const).flatMap((name) => {
      const value = options[name];
      return value === null ? [] : [[name, value] as const];
    });
    const address = {
      ...{
        base: base(),
        path: url.pathname,
        query: [...query, ...momentQuery(moment)],
        now: await told(asked),
      },
      graphql: askedAt({ query: claimQuery, variables }, moment),
    };
    const found = async (more: object) =>
      claimAnswer.parse(await askingAt(ask, moment)(claimQuery, { ...variables, ...more }, asked)).claim;
    const answered = await found({});
    // Who denies it is not to be missing for how many affirm it.
    const sides = answered !== null && list === null && isCrowded(answered) ? await found(eachSide) : null;
    const claim =
      answered === null || list !== null
        ? answered
        : sides === null
          ? sidesOf(answered)
          : {
              ...answered,
              ...sides,
              relations: answered.relations,
              related: answered.related,
              timeline: answered.timeline,
            };
    const headers = { ...pageHeaders, 'content-language': words.language };
    const isPrivate = caller !== null;
    if (claim === null) {
      const nothingYet = await nothingBy(words.moment, ask, asked);
      const body = missingPage({ ...address, nothingYet }, words);
      return taggedResponse(body, request, isPrivate, headers, 404);
    }
    if (claim.erasedAt !== null)
      return taggedResponse(erasedPage(claim.erasedAt, address, words), request, isPrivate, headers, 410);
    const body = claimPage(claim, { list }, address, words);
    return taggedResponse(body, request, isPrivate, headers, 200, withoutPin(body, address.now));
  }

  return async (named: string, asked: PageRequest): Promise<Response> => {
    try {
      return await shown(named, asked);
    } catch (error) {
      if (!(error instanceof InvalidCursor)) throw error;
      const { words } = askedWords(asked.request);
      return wrongAddress([words.lists.wrongCursor], words, asked, { base, now });
    }
  };
}
