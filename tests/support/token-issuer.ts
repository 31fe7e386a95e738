import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

/** How a token differs from a good one. */
interface Wrong {
  readonly claims?: Record<string, unknown>;
  readonly issuer?: string;
  readonly audience?: string;
  /** Minutes from now. */
  readonly from?: number;
  readonly until?: number | null;
  readonly subject?: string | null;
  readonly kid?: string;
  readonly key?: Pair['privateKey'] | Uint8Array;
  readonly alg?: string;
}

/** An issuer of tokens on this machine, with its discovery document and its keys. */
export interface TokenIssuer extends Disposable {
  readonly issuer: string;
  /** A token of an editor for the audience `onrecord`, but for what is wrong with it. */
  token(wrong?: Wrong): Promise<string>;
  /** Tokens that nobody may take, by what they are. */
  readonly bad: readonly (readonly [string, () => Promise<string> | string])[];
}

export const tokenAudience = 'onrecord';

export async function tokenIssuer(now: () => Date): Promise<TokenIssuer> {
  const ours = await generateKeyPair('ES256');
  const theirs = await generateKeyPair('ES256');
  const spki = new TextEncoder().encode(await exportSPKI(ours.publicKey));
  const jwk = { ...(await exportJWK(ours.publicKey)), kid: 'one', use: 'sig', alg: 'ES256' };
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/.well-known/openid-configuration')
      response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }));
    else response.end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const seconds = (minutes: number) => Math.floor(now().getTime() / 1000) + minutes * 60;

  function token(wrong: Wrong = {}): Promise<string> {
    const { subject = 'ada', until = 5 } = wrong;
    const jwt = new SignJWT({ onrecord_role: 'editor', name: 'Ada', ...wrong.claims })
      .setProtectedHeader({ alg: wrong.alg ?? 'ES256', kid: wrong.kid ?? 'one' })
      .setIssuer(wrong.issuer ?? issuer)
      .setAudience(wrong.audience ?? tokenAudience)
      .setNotBefore(seconds(wrong.from ?? -5));
    if (subject !== null) jwt.setSubject(subject);
    if (until !== null) jwt.setExpirationTime(seconds(until));
    return jwt.sign(wrong.key ?? ours.privateKey);
  }

  /** Whole in everything but its signature, of which it says that there is none. */
  const unsigned = (alg: string) => {
    const [, claims, signature] = new UnsecuredJWT({ onrecord_role: 'admin', name: 'Ada' })
      .setIssuer(issuer)
      .setAudience(tokenAudience)
      .setSubject('ada')
      .setExpirationTime(seconds(5))
      .encode()
      .split('.');
    const header = Buffer.from(JSON.stringify({ alg, kid: 'one' })).toString('base64url');
    return `${header}.${claims}.${signature}`;
  };

  return {
    issuer,
    token,
    bad: [
      ['has no signature', () => unsigned('none')],
      ['has no signature, in other letters', () => unsigned('nOnE')],
      ['names an algorithm and has no signature', () => unsigned('ES256')],
      ['is signed with the public key as a secret', () => token({ alg: 'HS256', key: spki })],
      ['is signed by another', () => token({ key: theirs.privateKey })],
      ['names a key that is not the issuer’s', () => token({ kid: 'two' })],
      ['is of another issuer', () => token({ issuer: 'https://login.example' })],
      ['is for another audience', () => token({ audience: 'another' })],
      ['has expired', () => token({ until: -1 })],
      ['does not hold yet', () => token({ from: 1 })],
      ['was made in a time to come', () => token({ claims: { iat: seconds(6) } })],
      ['never expires', () => token({ until: null })],
      ['is of nobody', () => token({ subject: null })],
      ['has no role', () => token({ claims: { onrecord_role: undefined } })],
      ['has a role that is none of ours', () => token({ claims: { onrecord_role: 'root' } })],
      ['has several roles', () => token({ claims: { onrecord_role: ['admin'] } })],
      [
        'was changed',
        async () => (await token()).replace(/\.[^.]+\./, `.${btoa('{"onrecord_role":"admin"}')}.`),
      ],
      ['is no token', () => 'a.b.c'],
      ['is empty', () => '..'],
    ],
    [Symbol.dispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
