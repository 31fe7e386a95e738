import { afterAll, describe, expect, it } from 'vitest';
import { NotAuthenticated } from '../../src/server/authenticate.ts';
import { createVerifyToken, IssuerUnreachable } from '../../src/server/oidc.ts';
import { type TokenIssuer, tokenAudience, tokenIssuer } from '../support/token-issuer.ts';

const now = () => new Date('2024-03-01T12:00:00Z');

const ours: TokenIssuer = await tokenIssuer(now);
afterAll(() => ours[Symbol.dispose]());

const trusted = () => ({
  issuer: ours.issuer,
  audience: tokenAudience,
  jwks: null,
  roleClaim: 'onrecord_role',
});

describe('the token of a trusted issuer', () => {
  it('tells who asks, with a role of ours', async () => {
    const verify = createVerifyToken(trusted(), now);
    const caller = await verify(await ours.token());
    expect(caller).toEqual({ id: expect.stringMatching(/^oidc_[0-9a-f]{32}$/), name: 'Ada', role: 'editor' });
    expect(await verify(await ours.token({ claims: { name: 'Ada L.' } }))).toMatchObject({ id: caller.id });
    expect((await verify(await ours.token({ subject: 'bob' }))).id).not.toBe(caller.id);
  });

  it.each(ours.bad)('that %s is refused', async (_, make) => {
    const verify = createVerifyToken(trusted(), now);
    await expect(verify(await make())).rejects.toThrow(NotAuthenticated);
  });

  it('cannot be told from a forged one while the issuer’s keys cannot be had', async () => {
    const verify = createVerifyToken({ ...trusted(), issuer: 'http://127.0.0.1:9' }, now);
    await expect(verify(await ours.token())).rejects.toThrow(IssuerUnreachable);
  });
});
