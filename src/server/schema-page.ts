import type { PageAddress } from '../web/pages/page.ts';
import { schemaMapOf } from '../web/pages/schema-map.ts';
import { schemaPage } from '../web/pages/schema-page.ts';
import { schemaOf, schemaQuery } from '../web/pages/schema-query.ts';
import { SCHEMA_PATH } from '../web/playground/page-data.ts';
import { wordsFor } from '../web/words/words.ts';
import { type PageParts, type PageRequest, pageHeaders, plain } from './page-response.ts';
import { wantedLanguage } from './spoken-language.ts';
import { taggedResponse } from './tagged-response.ts';

/** The map of the schema as a page. The API is asked for it each time, as anybody may. */
export function createSchemaPage({ ask, base, now }: PageParts) {
  return async (asked: PageRequest): Promise<Response> => {
    const { request, caller } = asked;
    const wanted = wantedLanguage(new URL(request.url).searchParams.get('language'), request);
    if (wanted === null) return plain(400, 'language: expected a language tag, such as en or zh-Hans');
    const words = wordsFor(wanted);
    const schema = schemaOf(await ask(schemaQuery, {}, asked));
    const address: PageAddress = {
      base: base(),
      path: SCHEMA_PATH,
      graphql: { query: schemaQuery, variables: {} },
      now: now(),
      timeless: true,
    };
    const headers = { ...pageHeaders, 'content-language': words.language };
    const body = schemaPage(schemaMapOf(schema), address, words);
    return taggedResponse(body, request, caller !== null, headers);
  };
}
