import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { LimitExceeded } from '../domain/limit-exceeded.ts';
import { NotUtf8, textOfUtf8 } from '../domain/utf8.ts';
import { limitError } from './limit-error.ts';
import type { RequestContext } from './yoga.ts';

/** Media types are the same in whichever case (RFC 9110, 8.3.1), and white space may stand before what follows them. */
const json = /^application\/(graphql\+)?json[\t ]*(;|$)/i;
const charset = /;[\t ]*charset[\t ]*=[\t ]*"?([^";\t ]*)/i;
const longestShown = 80;

/**
 * Takes POSTs of JSON, in UTF-8, and of one operation alone. A form, a file or plain text is what a page elsewhere may send
 * without asking first, so that nothing that comes as one is run; Yoga refuses mutations by GET.
 */
export function takeOnlyJson(): Plugin<object, RequestContext> {
  return {
    onRequestParse({ request, serverContext: { body }, setRequestParser }) {
      const type = request.headers.get('content-type') ?? '';
      if (request.method === 'POST' && !isJson(type)) throw notTaken(type);
      if (request.method === 'GET') expectJsonIn(new URL(request.url).searchParams);
      const asked = request.method === 'POST' && body ? objectIn(body) : null;
      if (asked !== null) setRequestParser(() => asked);
      return {
        onRequestParseDone({ requestParserResult }) {
          if (!Array.isArray(requestParserResult)) return;
          const advice = 'send one after the other, or ask for several fields in one document';
          const came = requestParserResult.length;
          const excess = came > 1 ? { limit: 1, came } : { limit: 0, came: 1, unit: 'lists of operations' };
          throw limitError(new LimitExceeded('BATCH_TOO_LARGE', { ...excess, advice }));
        },
      };
    },
  };
}

/** Whether a body of that media type is taken. */
export function isJson(type: string): boolean {
  const encoding = charset.exec(type)?.[1] ?? 'utf-8';
  return json.test(type) && /^utf-?8$/i.test(encoding);
}

/**
 * What a body says that was read whole already; null where that is no object, of which Yoga says what is wrong. Throws
 * where it is no UTF-8: read all the same, it would be recorded with characters that nobody wrote.
 */
export function objectIn(body: Buffer): GraphQLParams | null {
  try {
    const said: unknown = JSON.parse(textOfUtf8(body));
    return typeof said === 'object' ? said : null;
  } catch (error) {
    if (error instanceof NotUtf8) throw notUtf8(error);
    return null;
  }
}

/** What comes in the address beside the query is JSON as well; Yoga takes another text for its own failure. */
function expectJsonIn(parameters: URLSearchParams): void {
  for (const name of ['variables', 'extensions']) {
    const text = parameters.get(name);
    if (text === null || text === '') continue;
    try {
      JSON.parse(text);
    } catch {
      const came = JSON.stringify(text.slice(0, longestShown));
      throw new GraphQLError(`${name}: expected a JSON object; came ${came}`, {
        extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
      });
    }
  }
}

function notUtf8({ issues: [issue] }: NotUtf8): GraphQLError {
  return new GraphQLError(`the body: ${issue?.message}`, {
    extensions: { code: 'BODY_NOT_UTF8', http: { status: 400 } },
  });
}

function notTaken(type: string): GraphQLError {
  const came = type === '' ? 'none' : JSON.stringify(type.slice(0, longestShown));
  return new GraphQLError(`expected the Content-Type application/json, in UTF-8; ${came} came`, {
    extensions: {
      code: 'CONTENT_TYPE_NOT_TAKEN',
      http: { status: 415, headers: { accept: 'application/json' } },
    },
  });
}
