import neo4j from 'neo4j-driver';
import { OnrecordError, StatementFailed, StoreBusy, StoreUnreachable } from '../domain/errors.ts';

/** Where a Neo4j is, as messages name it. The password is never part of it. */
export interface Neo4jPlace {
  readonly uri: string;
  readonly user: string;
  readonly database: string;
}

/** Says what went wrong in the reader's terms: `StoreUnreachable` with what to do, `StoreBusy`, or `StatementFailed`. */
export function neo4jFailure(place: Neo4jPlace, error: unknown, statement?: string): OnrecordError {
  if (error instanceof OnrecordError) return error;
  const sentence = unreachable(place, error);
  if (sentence !== null) return new StoreUnreachable(sentence, error);
  if (passes(error)) {
    const what = statement ?? 'the transaction';
    return new StoreBusy(`Neo4j at ${place.uri} did not get to ${what}: ${codeOf(error)}.`, error);
  }
  return new StatementFailed(statement ?? 'transaction', error);
}

/** Whether the same may be done later: the server was starting, ending or overloaded, and the tries were used up. */
function passes(error: unknown): boolean {
  return neo4j.isRetryableError(error) || /^Neo\.TransientError\./.test(codeOf(error));
}

/** The code that Neo4j or its driver gave, or an empty string. */
export function codeOf(error: unknown): string {
  return error instanceof neo4j.Neo4jError ? error.code : '';
}

function unreachable(place: Neo4jPlace, error: unknown): string | null {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const { uri, user, database } = place;
  switch (code) {
    case 'Neo.ClientError.Security.Unauthorized':
      return `Neo4j at ${uri} refuses the user "${user}" with the password given. Check NEO4J_USER and NEO4J_PASSWORD.`;
    case 'Neo.ClientError.Security.AuthenticationRateLimit':
      return `Neo4j at ${uri} refuses the user "${user}" for a while, after too many wrong passwords. Correct NEO4J_PASSWORD and wait a few seconds.`;
    case 'Neo.ClientError.Security.CredentialsExpired':
      return `Neo4j at ${uri} wants the password of the user "${user}" changed before it answers. Run ALTER CURRENT USER SET PASSWORD there, then set NEO4J_PASSWORD.`;
    case 'Neo.ClientError.Security.Forbidden':
      return `The user "${user}" may not do this in the database "${database}" of Neo4j at ${uri}: ${message}`;
    case 'Neo.ClientError.Database.DatabaseNotFound':
      return `Neo4j at ${uri} has no database "${database}". Check NEO4J_DATABASE; the Community edition has one, usually "neo4j".`;
    case 'Neo.TransientError.General.DatabaseUnavailable':
    case 'Neo.TransientError.Database.DatabaseUnavailable':
      return `The database "${database}" of Neo4j at ${uri} is not available now. Check its log, or try again in a moment.`;
  }
  const reason = message.split('Caused by: ').at(-1) ?? message;
  if (/certificate|self.signed|\bSSL\b|\bTLS\b|EPROTO/i.test(reason)) {
    return `The encrypted connection to Neo4j at ${uri} failed: ${reason}. Check that the server offers TLS; for a self-signed certificate use bolt+ssc:// or neo4j+ssc://.`;
  }
  if (/Server responded HTTP/.test(message)) {
    return `What answers at ${uri} speaks HTTP, not Bolt. Check the port in NEO4J_URI; Bolt is usually on 7687.`;
  }
  if (/acquisition timed out/i.test(message)) {
    return `Every connection to Neo4j at ${uri} is in use, and none came free in time. Check what keeps the server busy.`;
  }
  if (/Pool is closed/.test(message)) return `The connection to Neo4j at ${uri} was closed by this program.`;
  if (code === neo4j.error.SERVICE_UNAVAILABLE || code === neo4j.error.SESSION_EXPIRED) {
    const cause = reason === message ? '' : `: ${reason}`;
    return `No Neo4j answers at ${uri} (user "${user}", database "${database}")${cause}. Check that it runs and that NEO4J_URI is right.`;
  }
  return null;
}
