import type { IncomingMessage, ServerResponse } from 'node:http';
import { OnrecordError } from '../domain/errors.ts';
import { LimitExceeded } from '../domain/limit-exceeded.ts';
import { NotTaken } from './not-taken.ts';

/** The connection was lost before the request was answered: nobody is left to be told anything. */
export class RequestAborted extends OnrecordError {
  constructor() {
    super('REQUEST_ABORTED', 'the connection was lost before the request was answered');
  }
}

/** Reads bodies whole, within a limit for each and one for all that are held at once. */
export class BodyReader {
  readonly #most: number;
  #held = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /**
   * The body, of at most `limit` bytes. A longer one is refused by its Content-Length before any of it is read, and
   * where there is none as soon as more has come. What is held is given back when the response is over.
   */
  async read(request: IncomingMessage, response: ServerResponse, limit: number): Promise<Buffer> {
    const encoding = request.headers['content-encoding']?.trim() ?? '';
    if (encoding !== '' && encoding !== 'identity')
      throw new NotTaken('Content-Encoding', 'a body that is not compressed', encoding, {
        'accept-encoding': 'identity',
      });
    // Whoever is gone already is not heard going.
    if (response.destroyed) throw new RequestAborted();
    const announced = Number(request.headers['content-length'] ?? 0);
    if (announced > limit) throw tooLarge(limit, announced);
    const chunks: Buffer[] = [];
    let length = 0;
    response.once('close', () => {
      this.#held -= length;
    });
    const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      this.#held += chunk.length;
      if (length > limit) reject(tooLarge(limit, length, 'more may have been on its way'));
      else if (this.#held > this.#most) reject(noRoom(this.#most, this.#held));
      else chunks.push(chunk);
    };
    request.on('data', onData);
    const onLost = () => reject(new RequestAborted());
    request.once('error', onLost);
    request.once('close', onLost);
    request.once('end', () => {
      // Every request closes in the end: an error made for each would be one for nobody.
      request.off('close', onLost);
      resolve(Buffer.concat(chunks, length));
    });
    try {
      return await promise;
    } finally {
      request.off('data', onData);
    }
  }
}

function tooLarge(limit: number, came: number, advice?: string): LimitExceeded {
  return new LimitExceeded('BODY_TOO_LARGE', { limit, came, ...(advice === undefined ? {} : { advice }) });
}

function noRoom(limit: number, came: number): LimitExceeded {
  return new LimitExceeded('BODIES_TOO_LARGE', { limit, came, advice: 'ask again in 1 s', retryAfter: 1 });
}
