import { graphView } from '../figure/graph-view.ts';
import { leftOut } from '../figure/layout.ts';
import { messagesFor } from '../figure/messages.ts';
import { erasedPage } from '../web/pages/erased-page.ts';
import { graphPage, graphQuery } from '../web/pages/graph-page.ts';
import { missingPage } from '../web/pages/missing-page.ts';
import type { PageAddress } from '../web/pages/page.ts';
import { withoutPin } from '../web/pages/pin.ts';
import { askedAt, askedWords, momentQuery, wrongName } from './asked-moment.ts';
import { drawnClaim, type ReaderAt } from './claim-picture.ts';
import {
  byOf,
  decoded,
  type PageParts,
  type PageRequest,
  pageHeaders,
  wronglyEncoded,
} from './page-response.ts';
import { taggedResponse } from './tagged-response.ts';
import { wrongAddress } from './wrong-address.ts';

/** Claims' figures as tables: what the picture shows, out of the very graph that it is drawn of. */
export function createGraphPages({ base, now, told }: Pick<PageParts, 'base' | 'now' | 'told'>) {
  return async (readerAt: ReaderAt, part: string, asked: PageRequest): Promise<Response> => {
    const { request, caller } = asked;
    const named = decoded(part);
    if (named === null) return wronglyEncoded();
    const { words, ...read } = askedWords(request);
    const wrong = read.wrong ?? wrongName(named, words);
    if (wrong !== null) return wrongAddress([wrong], words, asked, { base, now });
    const { language, moment } = words;
    const variables = { by: byOf(named), language };
    const address: PageAddress = {
      base: base(),
      path: new URL(request.url).pathname,
      query: momentQuery(moment),
      graphql: askedAt({ query: graphQuery, variables }, moment),
      now: await told(asked),
    };
    const headers = { ...pageHeaders, 'content-language': language };
    const answered = (body: string, status: number) =>
      taggedResponse(body, request, caller !== null, headers, status, withoutPin(body, address.now));
    const recorded = moment?.recorded ?? null;
    const drawn = await drawnClaim(readerAt, named, { language, depth: 2, recorded });
    if (drawn === null) return answered(missingPage({ ...address, path: `/claims/${part}` }, words), 404);
    if ('erasedAt' in drawn) return answered(erasedPage(drawn.erasedAt, address, words), 410);
    const { graph, ...claim } = drawn;
    const messages = messagesFor(language);
    const view = graphView(graph, language, messages);
    const notes = leftOut(graph, messages);
    return answered(graphPage({ ...claim, view, notes }, address, words), 200);
  };
}
