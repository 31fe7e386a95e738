import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { roles } from '../domain/caller.ts';
import { OnrecordError } from '../domain/errors.ts';
import { digestOf } from '../domain/log.ts';
import { NotAuthenticated, type VerifyToken } from './authenticate.ts';

/** The issuer whose tokens are trusted, and how they name a role. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** Where its keys are; null for where its discovery document says. */
  readonly jwks: string | null;
  /** The claim that holds one of our roles. */
  readonly roleClaim: string;
}

/** The issuer's keys cannot be had, so that no token can be told from a forged one. */
export class IssuerUnreachable extends OnrecordError {
  constructor(cause: unknown) {
    super('ISSUER_UNREACHABLE', 'the keys of the issuer of tokens cannot be had; try again later', { cause });
  }
}

const waitMs = 5_000;
/** Signatures that only the issuer can make: none, and no secret that a public key could be taken for. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

async function keysOf({ issuer, jwks }: TrustedIssuer): Promise<JWTVerifyGetKey> {
  if (jwks !== null) return createRemoteJWKSet(new URL(jwks), { timeoutDuration: waitMs });
  try {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(waitMs), redirect: 'error' });
    const found = discovery.parse(await answer.json());
    // OpenID Connect Discovery 1.0, 4.3: another issuer in it means that it is not this one's.
    if (found.issuer !== issuer) throw new Error(`the discovery document is of ${found.issuer}`);
    return createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: waitMs });
  } catch (error) {
    throw new IssuerUnreachable(error);
  }
}

/** What jose throws at a token that is not good, as against keys that cannot be had. */
function isBadToken(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    error.code !== 'ERR_JOSE_GENERIC'
  );
}

/** Verifies the tokens of one issuer (OIDC ID or access tokens as JWT): signature, issuer, audience, times, role. */
export function createVerifyToken(trusted: TrustedIssuer, now: () => Date): VerifyToken {
  let keys: Promise<JWTVerifyGetKey> | null = null;
  return async (token) => {
    keys ??= keysOf(trusted).catch((error: unknown) => {
      keys = null;
      throw error;
    });
    try {
      const { payload } = await jwtVerify(token, await keys, {
        issuer: trusted.issuer,
        audience: trusted.audience,
        algorithms,
        requiredClaims: ['sub', 'exp'],
        currentDate: now(),
      });
      const role = z.enum(roles).safeParse(payload[trusted.roleClaim]);
      if (!role.success) {
        throw new NotAuthenticated(`expected a role of ours in the token's ${trusted.roleClaim}`);
      }
      const name = z.string().safeParse(payload['name'] ?? payload['email']);
      return {
        id: `oidc_${digestOf([trusted.issuer, payload.sub]).slice(0, 32)}`,
        name: name.success ? name.data : String(payload.sub),
        role: role.data,
      };
    } catch (error) {
      if (error instanceof NotAuthenticated) throw error;
      if (isBadToken(error)) throw new NotAuthenticated('this token is not valid here');
      throw error instanceof IssuerUnreachable ? error : new IssuerUnreachable(error);
    }
  };
}
