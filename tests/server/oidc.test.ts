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
  nameClaim: null,
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

  const nobody = { name: undefined, email: 'me@example.org' };

  it.each<readonly [string, Record<string, unknown>, string | null, string | null, string]>([
    ['its name', { name: ' Ada  ', email: 'me@example.org' }, null, null, 'Ada'],
    ['its name, composed', { name: 'Ame\u0301lie' }, null, null, 'Am\u00e9lie'],
    ['a name with joiners', { name: 'نرگس\u200cبانو' }, null, null, 'نرگس\u200cبانو'],
    ['its user name', { ...nobody, preferred_username: 'ada' }, null, null, 'ada'],
    ['no address of mail', { ...nobody, preferred_username: 'me@example.org' }, null, 'ada-1', 'ada-1'],
    ['its subject, cut short', nobody, null, 'x'.repeat(255), 'x'.repeat(40)],
    ['what the operator said', nobody, 'email', null, 'me@example.org'],
  ])('is named by %s', async (_, claims, nameClaim, subject, name) => {
    const verify = createVerifyToken({ ...trusted(), nameClaim }, now);
    const token = await ours.token({ claims, ...(subject === null ? {} : { subject }) });
    expect(await verify(token)).toMatchObject({ name });
  });

  it('of whose subject is an address is named by what stands for it', async () => {
    const verify = createVerifyToken(trusted(), now);
    const caller = await verify(await ours.token({ claims: nobody, subject: 'me@example.org' }));
    expect(caller.name).toBe(caller.id.slice(0, 13));
  });

  it('is told by its number what its name may not hold, a line end too', async () => {
    const verify = createVerifyToken(trusted(), now);
    const token = await ours.token({ claims: { name: 'Ada\nlevel=fatal' } });
    await expect(verify(token)).rejects.toThrow('came U+000A in it');
  });

  it.each<readonly [string, unknown]>([
    ['nothing', ''],
    ['white space', ' \u3000 '],
    ['what nobody sees', '\u200b'],
    ['a filler', '\u3164'],
    ['what turns the order', '\u202eadA'],
    ['what nobody sees within', 'A\u200bda'],
    ['two lines', 'Ada\nlevel=fatal'],
    ['a NUL', 'a\u0000b'],
    ['half a character', '\ud800'],
    ['more than 200 characters', 'x'.repeat(201)],
    ['a number', 5],
    ['a list', ['Ada']],
  ])('is refused where its name is %s', async (_, name) => {
    const verify = createVerifyToken(trusted(), now);
    await expect(verify(await ours.token({ claims: { name } }))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: expect.stringMatching(/^the token's name: expected /),
    });
  });

  it.each<readonly [unknown]>([[''], [5], [{ a: 1 }], [['ada']], ['x'.repeat(256)]])(
    'is refused where its subject is %j',
    async (sub) => {
      const verify = createVerifyToken(trusted(), now);
      await expect(verify(await ours.token({ subject: null, claims: { sub } }))).rejects.toThrow(
        NotAuthenticated,
      );
    },
  );

  it('cannot be told from a forged one while the issuer’s keys cannot be had', async () => {
    const verify = createVerifyToken({ ...trusted(), issuer: 'http://127.0.0.1:9' }, now);
    await expect(verify(await ours.token())).rejects.toThrow(IssuerUnreachable);
  });
});
