import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LimitExceeded } from '../domain/limit-exceeded.ts';
import { limitError } from './limit-error.ts';

const json = /^application\/(graphql\+)?json(;|$)/;
const longestShown = 80;

/**
 * Takes POSTs of JSON and of one operation alone. A form, a file or plain text is what a page elsewhere may send
 * without asking first, so that nothing that comes as one is run; Yoga refuses mutations by GET.
 */
export function takeOnlyJson(): Plugin {
  return {
    onRequestParse({ request }) {
      const type = request.headers.get('content-type') ?? '';
      if (request.method === 'POST' && !json.test(type)) throw notTaken(type);
      return {
        onRequestParseDone({ requestParserResult }) {
          if (!Array.isArray(requestParserResult)) return;
          const advice = 'send one after the other, or ask for several fields in one document';
          throw limitError(
            new LimitExceeded('BATCH_TOO_LARGE', { limit: 1, came: requestParserResult.length, advice }),
          );
        },
      };
    },
  };
}

function notTaken(type: string): GraphQLError {
  const came = type === '' ? 'none' : JSON.stringify(type.slice(0, longestShown));
  return new GraphQLError(`expected the Content-Type application/json; ${came} came`, {
    extensions: {
      code: 'CONTENT_TYPE_NOT_TAKEN',
      http: { status: 415, headers: { accept: 'application/json' } },
    },
  });
}
