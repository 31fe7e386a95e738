import { type Caller, NotAllowed } from '../domain/caller.ts';
import { OnrecordError } from '../domain/errors.ts';
import type { KeyStore } from '../store/key-port.ts';

/** A key or token that is not taken: the caller is refused, and never taken as nobody. */
export class NotAuthenticated extends OnrecordError {
  constructor(why: string) {
    super('UNAUTHENTICATED', why);
  }
}

/** Whose a token is; throws NotAuthenticated for one that is not to be trusted. */
export type VerifyToken = (token: string) => Promise<Caller>;

export interface AuthenticationParts {
  readonly keys: Pick<KeyStore, 'bySecret'>;
  /** Null where the service trusts no issuer of tokens. */
  readonly verifyToken: VerifyToken | null;
  readonly now: () => Date;
}

/** Who asks, by the Authorization header; null where there is none. Throws NotAuthenticated. */
export type Authenticate = (authorization: string | undefined) => Promise<Caller | null>;

/** The one form that is taken (RFC 6750, 2.1). */
const bearer = /^Bearer ([A-Za-z0-9\-._~+/]+=*)$/i;
const isKey = /^onr_/;

/** The scheme that a refusal names (RFC 6750, 3); it says no more than that the credentials are not good. */
export const challenge = 'Bearer realm="onrecord", error="invalid_token"';

/** Tells callers by their keys and tokens. One answer for a key that is unknown, revoked or expired. */
export function createAuthenticate({ keys, verifyToken, now }: AuthenticationParts): Authenticate {
  return async (authorization) => {
    if (authorization === undefined) return null;
    const [, secret] = bearer.exec(authorization) ?? [];
    if (secret === undefined) {
      throw new NotAuthenticated('expected "Authorization: Bearer <key or token>"');
    }
    if (isKey.test(secret)) {
      const key = await keys.bySecret(secret);
      const at = now().toISOString();
      const holds = key !== null && key.revokedAt === null && (key.expiresAt === null || at < key.expiresAt);
      if (!holds) throw new NotAuthenticated('this key is unknown here, revoked or expired');
      return { id: key.id, name: key.name, role: key.role };
    }
    if (verifyToken === null) {
      throw new NotAuthenticated('this is no key of this service, and it trusts no issuer of tokens');
    }
    return verifyToken(secret);
  };
}

/** Who asks by the same header at a later moment, for what goes on after it was answered; null where it is taken no more. */
export async function authenticatedStill(
  authenticate: Authenticate,
  authorization: string | undefined,
): Promise<{ readonly caller: Caller | null } | null> {
  try {
    return { caller: await authenticate(authorization) };
  } catch (error) {
    if (error instanceof NotAuthenticated) return null;
    throw error;
  }
}

/** Throws NotAllowed where reading takes a key and none came. */
export function expectReading(caller: Caller | null, isPublic: boolean): void {
  if (caller === null && !isPublic) throw new NotAllowed('READ_PUBLIC', null);
}
