import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readEnvironment, variableNames } from '../../src/cli/environment.ts';
import { NEO4J_VERSION } from '../support/neo4j-jars.ts';
import { exitCodeOfProbe } from './probe.ts';

const root = join(import.meta.dirname, '..', '..');
const written: unknown = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'));
const compose = z
  .object({
    services: z.record(
      z.string(),
      z.looseObject({
        image: z.string().optional(),
        environment: z.record(z.string(), z.string()),
        depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
        healthcheck: z.object({ test: z.array(z.string()), retries: z.number() }).loose(),
        volumes: z.array(z.string()).optional(),
        ports: z.array(z.string()).optional(),
      }),
    ),
    volumes: z.record(z.string(), z.unknown()),
  })
  .parse(written);
const { neo4j, onrecord } = z
  .object({ neo4j: z.custom<Service>(), onrecord: z.custom<Service>() })
  .parse(compose.services);
type Service = (typeof compose.services)[string];

// The Compose specification publishes its schema in its repository alone; a linter of compose files carries a copy.
const linter = dirname(createRequire(import.meta.url).resolve('dclint/package.json'));
const { $schema, ...specification } = z
  .looseObject({ $schema: z.string(), title: z.string() })
  .parse(JSON.parse(readFileSync(join(linter, 'schemas', 'compose.schema.json'), 'utf8')));
const validate = new Ajv({ strict: false, allErrors: true }).compile(specification);

/** What Compose puts in for `${NAME:?…}` and `${NAME:-…}`, given these variables. */
function interpolated(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    const value = variables[name];
    if (value !== undefined) return value;
    if (kind === '?') throw new Error(`${name}: ${rest}`);
    return rest;
  });
}

function environmentOf(service: Service, variables: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(service.environment).map(([name, value]) => [name, interpolated(value, variables)]),
  );
}

describe('docker-compose.yml', () => {
  it('is valid by the Compose specification, whose schema knows a wrong file', () => {
    expect($schema).toContain('draft-07');
    expect(specification.title).toBe('Compose Specification');
    validate(written);
    expect(validate.errors).toBeNull();
    expect(validate({ services: { neo4j: { image: 'neo4j', healthchek: {} } } })).toBe(false);
    expect(validate({ services: { onrecord: { depends_on: { neo4j: { condition: 'healthy' } } } } })).toBe(
      false,
    );
  });

  it('has a Neo4j of the version that the tests run against, and the service', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['neo4j', 'onrecord']);
    expect(neo4j.image).toBe(`neo4j:${NEO4J_VERSION}-community`);
  });

  it('asks the environment for the password, and stops without one', () => {
    for (const service of [neo4j, onrecord]) {
      const secrets = Object.entries(service.environment).filter(([name]) => /PASSWORD|AUTH/.test(name));
      expect(secrets.length).toBeGreaterThan(0);
      for (const [, value] of secrets) {
        expect(() => interpolated(value, {})).toThrow('NEO4J_PASSWORD: ');
        expect(value.replace(/\$\{NEO4J_PASSWORD:\?[^}]*\}/, '')).toMatch(/^(?:neo4j\/)?$/);
      }
    }
  });

  it('gives the service an environment that it takes, in which it finds the Neo4j beside it', () => {
    const given = environmentOf(onrecord, { NEO4J_PASSWORD: 'a password' });
    expect(readEnvironment(given)).toMatchObject({
      host: '0.0.0.0',
      port: 4000,
      url: 'http://localhost:4000',
      store: { kind: 'neo4j', uri: 'bolt://neo4j:7687', user: 'neo4j', password: 'a password' },
    });
  });

  it('hands on every setting that is left to whoever runs it, as it is set', () => {
    const fixed = ['PORT', 'HOST', 'ONRECORD_DATA', 'NEO4J_URI', 'NEO4J_USER', 'NEO4J_DATABASE'];
    const left = variableNames.filter((name) => !fixed.includes(name));
    expect(left.length).toBeGreaterThan(10);
    for (const name of left) {
      expect(environmentOf(onrecord, { NEO4J_PASSWORD: 'a password', [name]: 'as it is set' })[name]).toBe(
        'as it is set',
      );
    }
  });

  it('starts the service when Neo4j is healthy, and tells when either is', () => {
    expect(onrecord.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } });
    for (const { healthcheck } of [neo4j, onrecord]) {
      expect(healthcheck.test[0]).toMatch(/^CMD/);
      expect(healthcheck.retries).toBeGreaterThan(0);
    }
  });

  it('keeps the data of Neo4j in a volume', () => {
    const [mount] = neo4j.volumes?.filter((volume) => volume.endsWith(':/data')) ?? [];
    expect(Object.keys(compose.volumes)).toContain(mount?.split(':')[0]);
  });

  it('opens the service to this machine alone, and Neo4j to nobody but the service', () => {
    expect(neo4j.ports).toBeUndefined();
    expect(onrecord.ports).toEqual(['127.0.0.1:4000:4000']);
  });

  it('limits what one transaction may take, reports nothing, and reads no file and no address', () => {
    expect(neo4j.environment).toMatchObject({
      NEO4J_db_transaction_timeout: expect.stringMatching(/^\d+s$/),
      NEO4J_db_memory_transaction_max: expect.stringMatching(/^\d+m$/),
      NEO4J_dbms_usage__report_enabled: 'false',
      NEO4J_dbms_security_allow__csv__import__from__file__urls: 'false',
      NEO4J_internal_dbms_cypher__ip__blocklist: '0.0.0.0/0,::/0',
    });
  });

  it('asks the service whether it is ready with a command that tells yes, no and nobody there apart', async () => {
    const [kind, ...command] = onrecord.healthcheck.test;
    expect(kind).toBe('CMD');
    expect(await exitCodeOfProbe(command, 200)).toBe(0);
    expect(await exitCodeOfProbe(command, 503)).toBe(1);
    expect(await exitCodeOfProbe(command, null)).toBe(1);
  });
});
