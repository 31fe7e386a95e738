import { erasedPage } from '../web/pages/erased-page.ts';
import { missingPage } from '../web/pages/missing-page.ts';
import type { PageAddress } from '../web/pages/page.ts';
import { withoutPin } from '../web/pages/pin.ts';
import { statementPage, statementQueryOf } from '../web/pages/statement-page.ts';
import { statementAnswer, statementQuery } from '../web/pages/statement-query.ts';
import type { Words } from '../web/words/words.ts';
import { askedAt, askingAt, momentQuery, nothingBy } from './asked-moment.ts';
import { byOf, type PageParts, type PageRequest, pageHeaders } from './page-response.ts';
import { taggedResponse } from './tagged-response.ts';

/** The pages of single statements, at the address of the claim that they are of. */
export function createStatementPages({ ask, base, told }: Pick<PageParts, 'ask' | 'base' | 'told'>) {
  return async (named: string, id: string, words: Words, asked: PageRequest): Promise<Response> => {
    const { request, caller } = asked;
    const { language, moment } = words;
    const variables = { by: byOf(named), id, language };
    const address: PageAddress = {
      base: base(),
      path: new URL(request.url).pathname,
      query: [...statementQueryOf(id), ...momentQuery(moment)],
      graphql: askedAt({ query: statementQuery, variables }, moment),
      now: await told(asked),
    };
    const answered = (body: string, status: number) =>
      taggedResponse(
        body,
        request,
        caller !== null,
        { ...pageHeaders, 'content-language': language },
        status,
        withoutPin(body, address.now),
      );
    const { claim, node } = statementAnswer.parse(
      await askingAt(ask, moment)(statementQuery, variables, asked),
    );
    if (claim === null) {
      const nothingYet = await nothingBy(moment, ask, asked);
      return answered(missingPage({ ...address, nothingYet }, words), 404);
    }
    if (claim.erasedAt !== null) return answered(erasedPage(claim.erasedAt, address, words), 410);
    const statement = node?.claim.id === claim.id ? node : null;
    if (statement?.erasedAt) return answered(erasedPage(statement.erasedAt, address, words, 'record'), 410);
    return answered(statementPage(claim, statement, address, words), statement === null ? 404 : 200);
  };
}
