import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressOf, readEnvironment } from '../../src/cli/environment.ts';
import { WrongConfiguration } from '../../src/domain/errors.ts';
import { onrecord } from '../support/onrecord-process.ts';

describe('the environment', () => {
  test('may be empty: the embedded store in ./data, at 127.0.0.1:4000', () => {
    expect(readEnvironment({})).toEqual({
      unknown: [],
      port: 4000,
      host: '127.0.0.1',
      url: null,
      logLevel: 'info',
      publicReading: true,
      fourEyes: false,
      issuer: null,
      rememberedBytes: 64_000_000,
      requestSeconds: 30,
      limits: {
        bodyBytes: 131_072,
        recorderBodyBytes: 2_097_152,
        callerRate: 300_000,
        addressRate: 300_000,
        failedRate: 300,
        running: 64,
        waiting: 512,
        runningPoints: 400,
        trustedProxies: [],
      },
      store: { kind: 'embedded', folder: resolve('data') },
    });
  });

  test('says what a caller may cost, in whole numbers, and whose X-Forwarded-For is believed', () => {
    const { limits } = readEnvironment({
      ONRECORD_BODY_KB: '64',
      ONRECORD_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,fd00::/8',
    });
    expect(limits).toMatchObject({
      bodyBytes: 65_536,
      trustedProxies: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'],
    });
    const wrong = {
      ONRECORD_BODY_KB: '-1',
      ONRECORD_RUNNING: '1.5',
      ONRECORD_TRUSTED_PROXIES: 'proxy.example',
    };
    expect(() => readEnvironment(wrong)).toThrow(
      /ONRECORD_BODY_KB: expected a whole number from 1 to 65536; came "-1"[\s\S]*ONRECORD_RUNNING: [\s\S]*ONRECORD_TRUSTED_PROXIES: expected addresses/,
    );
  });

  test('names an issuer of tokens by its address and the audience, both', () => {
    const ONRECORD_OIDC_ISSUER = 'https://login.example';
    expect(readEnvironment({ ONRECORD_OIDC_ISSUER, ONRECORD_OIDC_AUDIENCE: 'facts' }).issuer).toEqual({
      issuer: ONRECORD_OIDC_ISSUER,
      audience: 'facts',
      jwks: null,
      roleClaim: 'onrecord_role',
      nameClaim: null,
    });
    expect(() => readEnvironment({ ONRECORD_OIDC_ISSUER })).toThrow(/ONRECORD_OIDC_AUDIENCE: expected/);
    expect(() => readEnvironment({ ONRECORD_OIDC_AUDIENCE: 'facts' })).toThrow(/ONRECORD_OIDC_ISSUER/);
  });

  test('that names a password for no Neo4j is wrong: nothing is recorded where nobody looks for it', () => {
    expect(() => readEnvironment({ NEO4J_PASSWORD: 'secret' })).toThrow(/NEO4J_URI: .*NEO4J_PASSWORD/);
    expect(() => readEnvironment({ NEO4J_PASSWORD: 'secret' })).not.toThrow(/secret/);
  });

  test('an empty variable is one that is not set', () => {
    const empty = {
      PORT: '',
      HOST: '',
      ONRECORD_URL: '',
      ONRECORD_DATA: '',
      NEO4J_URI: '',
      ONRECORD_LOG: '',
    };
    expect(readEnvironment(empty)).toEqual(readEnvironment({}));
  });

  test('names a Neo4j by its address and password, and the rest by what is usual', () => {
    expect(readEnvironment({ NEO4J_URI: 'neo4j+s://graph.example', NEO4J_PASSWORD: 'p' }).store).toEqual({
      kind: 'neo4j',
      uri: 'neo4j+s://graph.example',
      user: 'neo4j',
      password: 'p',
      database: 'neo4j',
    });
  });

  test.each([
    ['PORT', 'http', 'expected a port from 0 to 65535'],
    ['PORT', '65536', 'expected a port from 0 to 65535'],
    ['PORT', '-1', 'expected a port from 0 to 65535'],
    ['PORT', ' ', 'expected a port from 0 to 65535'],
    ['PORT', '80.5', 'expected a port from 0 to 65535'],
    ['ONRECORD_URL', 'facts.example', 'expected an http(s) address such as https://facts.example'],
    ['ONRECORD_URL', 'ftp://facts.example', 'expected an http(s) address'],
    ['ONRECORD_URL', 'https://facts.example/?q', 'expected an address without ? and #'],
    ['ONRECORD_LOG', 'loud', 'expected fatal, error, warn, info, debug, trace or silent'],
    ['NEO4J_URI', 'http://localhost:7474', 'expected an address such as bolt://localhost:7687'],
    ['NEO4J_URI', 'bolt://', 'expected an address such as bolt://localhost:7687'],
  ])('%s=%j is named with what was expected and what came', (name, value, expected) => {
    const read = () => readEnvironment({ NEO4J_PASSWORD: 'p', [name]: value });
    expect(read).toThrow(WrongConfiguration);
    expect(read).toThrow(`${name}: ${expected}`);
    expect(read).toThrow(`came ${JSON.stringify(value)}`);
  });

  test('a password in the address is refused, and not repeated', () => {
    const read = () => readEnvironment({ NEO4J_URI: 'bolt://neo4j:hunter2@localhost', NEO4J_PASSWORD: 'p' });
    expect(read).toThrow(/NEO4J_URI: expected .*NEO4J_USER and NEO4J_PASSWORD.*came "bolt:\/\/…@localhost"$/);
    expect(read).not.toThrow('hunter2');
  });

  test('the address that links carry ends without a slash', () => {
    expect(readEnvironment({ ONRECORD_URL: 'https://facts.example/on/' }).url).toBe(
      'https://facts.example/on',
    );
  });

  test('links name a host that can be opened', () => {
    expect(['127.0.0.1', '0.0.0.0', '::', '::1'].map((host) => addressOf(host, 80))).toEqual([
      'http://127.0.0.1:80',
      'http://localhost:80',
      'http://localhost:80',
      'http://[::1]:80',
    ]);
  });

  test('tells of variables that are like its own, and none of them', () => {
    const env = { ONRECORD_PUBLC: 'false', ONRECORD_ARTICLE: 'a.txt', ONRECORD_LOG: 'warn', OTHER: 'x' };
    expect(readEnvironment(env).unknown).toEqual(['ONRECORD_PUBLC']);
  });

  test('every variable that is wrong is told at once, with exit code 2', async () => {
    const variables = { PORT: 'http', ONRECORD_URL: 'here', ONRECORD_LOG: 'loud', NEO4J_URI: 'bolt://x y' };
    const { code, stdout, stderr } = await onrecord(['serve'], variables);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toEqual([
      'onrecord: the environment is wrong:',
      expect.stringMatching(/^ {2}PORT: expected .*came "http"$/),
      expect.stringMatching(/^ {2}ONRECORD_URL: expected .*came "here"$/),
      expect.stringMatching(/^ {2}ONRECORD_LOG: expected .*came "loud"$/),
      expect.stringMatching(/^ {2}NEO4J_URI: expected .*came "bolt:\/\/x y"$/),
      '  NEO4J_PASSWORD: expected the password of the Neo4j at NEO4J_URI; came nothing',
    ]);
  });
});
