import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotAuthenticated } from '../../src/server/authenticate.ts';
import { createVerifyToken, IssuerUnreachable } from '../../src/server/oidc.ts';

const now = () => new Date('2024-03-01T12:00:00Z');
const seconds = (minutes: number) => now().getTime() / 1000 + minutes * 60;

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;
let ours: Pair;
let theirs: Pair;
let server: Server;
let issuer: string;
let spki: string;

beforeAll(async () => {
  ours = await generateKeyPair('ES256');
  theirs = await generateKeyPair('ES256');
  spki = await exportSPKI(ours.publicKey);
  const jwk = { ...(await exportJWK(ours.publicKey)), kid: 'one', use: 'sig', alg: 'ES256' };
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/.well-known/openid-configuration')
      response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }));
    else response.end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const trusted = () => ({ issuer, audience: 'onrecord', jwks: null, roleClaim: 'onrecord_role' });

interface Wrong {
  readonly claims?: Record<string, unknown>;
  readonly issuer?: string;
  readonly audience?: string;
  readonly from?: number;
  readonly until?: number | null;
  readonly subject?: string | null;
  readonly kid?: string;
  readonly key?: Pair['privateKey'] | Uint8Array;
  readonly alg?: string;
}

function token(wrong: Wrong = {}): Promise<string> {
  const { subject = 'ada', until = 5 } = wrong;
  const jwt = new SignJWT({ onrecord_role: 'editor', name: 'Ada', ...wrong.claims })
    .setProtectedHeader({ alg: wrong.alg ?? 'ES256', kid: wrong.kid ?? 'one' })
    .setIssuer(wrong.issuer ?? issuer)
    .setAudience(wrong.audience ?? 'onrecord')
    .setNotBefore(seconds(wrong.from ?? -5));
  if (subject !== null) jwt.setSubject(subject);
  if (until !== null) jwt.setExpirationTime(seconds(until));
  return jwt.sign(wrong.key ?? ours.privateKey);
}

describe('the token of a trusted issuer', () => {
  it('tells who asks, with a role of ours', async () => {
    const verify = createVerifyToken(trusted(), now);
    const caller = await verify(await token());
    expect(caller).toEqual({ id: expect.stringMatching(/^oidc_[0-9a-f]{32}$/), name: 'Ada', role: 'editor' });
    expect(await verify(await token({ claims: { name: 'Ada L.' } }))).toMatchObject({ id: caller.id });
    expect((await verify(await token({ subject: 'bob' }))).id).not.toBe(caller.id);
  });

  it.each<[string, () => Promise<string> | string]>([
    ['has no signature', () => new UnsecuredJWT({ onrecord_role: 'admin' }).setIssuer(issuer).encode()],
    [
      'is signed with the public key as a secret',
      () => token({ alg: 'HS256', key: new TextEncoder().encode(spki) }),
    ],
    ['is signed by another', () => token({ key: theirs.privateKey })],
    ['names a key that is not the issuer’s', () => token({ kid: 'two' })],
    ['is of another issuer', () => token({ issuer: 'https://login.example' })],
    ['is for another audience', () => token({ audience: 'another' })],
    ['has expired', () => token({ until: -1 })],
    ['does not hold yet', () => token({ from: 1 })],
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
  ])('that %s is refused', async (_, make) => {
    const verify = createVerifyToken(trusted(), now);
    await expect(verify(await make())).rejects.toThrow(NotAuthenticated);
  });

  it('cannot be told from a forged one while the issuer’s keys cannot be had', async () => {
    const verify = createVerifyToken({ ...trusted(), issuer: 'http://127.0.0.1:9' }, now);
    await expect(verify(await token())).rejects.toThrow(IssuerUnreachable);
  });
});
