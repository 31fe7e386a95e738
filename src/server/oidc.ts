import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { roles } from '../domain/caller.ts';
import { namedCaller } from '../domain/caller-name.ts';
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
  /** The claim that holds the name that the log has; null for what every issuer may have. */
  readonly nameClaim: string | null;
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

/** By how many seconds the issuer's clock may be before this one. */
const clocksDiffer = 300;

/** Longer is no identifier of OpenID Connect Core 1.0 (2), which has them of at most 255 ASCII characters. */
const subject = z
  .string()
  .min(1)
  .max(255)
  .refine((value) => value.isWellFormed());
const longestSubject = 40;
const isAddress = (text: string): boolean => text.includes('@');

/**
 * The name that the log has, which anyone may read: the claim that the operator named; else `name`, else
 * `preferred_username`, else the subject, cut short. What looks like an address of mail is nobody's public name unless
 * it stands where the operator said. Throws NotAuthenticated for a name that is none.
 */
function nameIn(payload: JWTPayload, nameClaim: string | null, sub: string, id: string): string {
  const given = (claim: string): string => {
    const named = namedCaller(payload[claim]);
    if ('fault' in named) throw new NotAuthenticated(`the token's ${claim}: ${named.fault}`);
    return named.name;
  };
  if (nameClaim !== null) return given(nameClaim);
  const isGiven = (claim: string) => payload[claim] !== undefined && payload[claim] !== null;
  if (isGiven('name')) return given('name');
  const { preferred_username: username } = payload;
  if (isGiven('preferred_username') && !(typeof username === 'string' && isAddress(username)))
    return given('preferred_username');
  const named = namedCaller([...sub].slice(0, longestSubject).join(''));
  // Whose subject is an address, or cannot be read, is known by what else stands for it.
  return 'fault' in named || isAddress(sub) ? id.slice(0, 13) : named.name;
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
      const { iat = 0 } = payload;
      if (iat > now().getTime() / 1_000 + clocksDiffer)
        throw new NotAuthenticated('this token is of a time to come');
      const role = z.enum(roles).safeParse(payload[trusted.roleClaim]);
      if (!role.success) {
        throw new NotAuthenticated(`expected a role of ours in the token's ${trusted.roleClaim}`);
      }
      const sub = subject.safeParse(payload.sub);
      if (!sub.success) throw new NotAuthenticated("expected whose it is in the token's sub, as a text");
      const id = `oidc_${digestOf([trusted.issuer, sub.data]).slice(0, 32)}`;
      return { id, name: nameIn(payload, trusted.nameClaim, sub.data, id), role: role.data };
    } catch (error) {
      if (error instanceof NotAuthenticated) throw error;
      if (isBadToken(error)) throw new NotAuthenticated('this token is not valid here');
      throw error instanceof IssuerUnreachable ? error : new IssuerUnreachable(error);
    }
  };
}
