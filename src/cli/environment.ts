import { resolve } from 'node:path';
import { z } from 'zod';
import { WrongConfiguration } from '../domain/errors.ts';
import type { GateLimits } from '../server/gate-limits.ts';
import type { TrustedIssuer } from '../server/oidc.ts';
import { limitsOf, limitVariables } from './limit-variables.ts';

const aPort = 'expected a port from 0 to 65535';
const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: aPort })
  .transform(Number)
  .refine((value) => value <= 65_535, { error: aPort });
const neo4jUri = z
  .string()
  .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/]+\/?$/, {
    error: 'expected an address such as bolt://localhost:7687 or neo4j+s://name.example',
  })
  .refine((value) => !value.includes('@'), {
    error: 'expected an address without a user in it; NEO4J_USER and NEO4J_PASSWORD name those',
  });

const issuerUrl = z.url({
  protocol: /^https?$/,
  error: 'expected an http(s) address such as https://login.example',
});

/** What came, as far as it may be repeated: an address may have a password in it. */
function shown(name: string, value: string | undefined): string {
  if (name.includes('PASSWORD')) return 'a value not shown';
  return JSON.stringify(value?.replace(/(:\/\/)[^\s/]*@/, '$1…@'));
}

const settings = z.object({
  PORT: port.default(4000),
  HOST: z.string().default('127.0.0.1'),
  ONRECORD_URL: z
    .url({ protocol: /^https?$/, error: 'expected an http(s) address such as https://facts.example' })
    .regex(/^[^?#]*$/, { error: 'expected an address without ? and #, which paths are put behind' })
    .optional(),
  ONRECORD_DATA: z.string().default('./data'),
  ONRECORD_LOG: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'expected fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  ONRECORD_PUBLIC: z.enum(['true', 'false'], { error: 'expected true or false' }).default('true'),
  ONRECORD_REMEMBERED_MB: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'expected a number of megabytes from 0 to 99999' })
    .transform(Number)
    .default(64),
  ONRECORD_FOUR_EYES: z.enum(['true', 'false'], { error: 'expected true or false' }).default('false'),
  ONRECORD_OIDC_ISSUER: issuerUrl.optional(),
  ONRECORD_OIDC_AUDIENCE: z.string().optional(),
  ONRECORD_OIDC_JWKS: issuerUrl.optional(),
  ONRECORD_OIDC_ROLE_CLAIM: z.string().default('onrecord_role'),
  ONRECORD_OIDC_NAME_CLAIM: z.string().optional(),
  ...limitVariables,
  NEO4J_URI: neo4jUri.optional(),
  NEO4J_USER: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: z.string().default('neo4j'),
});

/** Every variable that the program takes. */
export const variableNames: readonly string[] = Object.keys(settings.shape);

/** An empty variable is one that is not set, as Compose and CI files write it. */
const variables = z.preprocess(
  (input) => Object.fromEntries(Object.entries(input as object).filter(([, value]) => value !== '')),
  settings,
);

/** Where the graph is. */
export type StoreAddress =
  | { readonly kind: 'embedded'; readonly folder: string }
  | {
      readonly kind: 'neo4j';
      readonly uri: string;
      readonly user: string;
      readonly password: string;
      readonly database: string;
    };

/** What the environment says, once for the whole process. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  /** The address that links carry, without a slash at its end; null for the one listened at. */
  readonly url: string | null;
  readonly logLevel: string;
  /** Whether what is public is read without a key. */
  readonly publicReading: boolean;
  /** Whether nothing is recorded by the API that no second person has approved. */
  readonly fourEyes: boolean;
  /** The issuer whose tokens are trusted beside keys; null for none. */
  readonly issuer: TrustedIssuer | null;
  /** How many bytes of public answers are kept while nothing is recorded; 0 for none. */
  readonly rememberedBytes: number;
  /** How long a request may take. */
  readonly requestSeconds: number;
  readonly limits: GateLimits;
  readonly store: StoreAddress;
  /** Variables by names like the program's that it does not know: perhaps misspelt. */
  readonly unknown: readonly string[];
}

/** What the project's own tests take, beside the program's. */
const ofTheTests = /^ONRECORD_(ARTICLE|TRIAL)/;

/** The address as it goes into a link: an IPv6 host in brackets, any host as this machine. */
export function addressOf(host: string, listeningPort: number): string {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${listeningPort}`;
}

/** Reads the environment. Throws WrongConfiguration that names every variable that is wrong, all of them at once. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = variables.safeParse(env);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return `${name}: ${issue.message}; came ${shown(name, env[name])}`;
      });
  const { NEO4J_URI: uri, NEO4J_PASSWORD: password } = env;
  for (const name of ['ONRECORD_OIDC_AUDIENCE', 'ONRECORD_OIDC_JWKS'] as const) {
    if (env[name] && !env['ONRECORD_OIDC_ISSUER'])
      problems.push(`${name}: expected ONRECORD_OIDC_ISSUER beside it; came ${shown(name, env[name])} alone`);
  }
  if (env['ONRECORD_OIDC_ISSUER'] && !env['ONRECORD_OIDC_AUDIENCE'])
    problems.push('ONRECORD_OIDC_AUDIENCE: expected the audience that tokens are made out to; came nothing');
  for (const name of ['NEO4J_USER', 'NEO4J_PASSWORD', 'NEO4J_DATABASE'] as const) {
    if (env[name] && !uri)
      problems.push(`NEO4J_URI: expected the address of the Neo4j that ${name} is for; came nothing`);
  }
  if (uri && !password)
    problems.push('NEO4J_PASSWORD: expected the password of the Neo4j at NEO4J_URI; came nothing');
  if (!parsed.success || problems.length > 0) {
    throw new WrongConfiguration(`the environment is wrong:\n  ${problems.join('\n  ')}`);
  }
  const data = parsed.data;
  return {
    unknown: Object.keys(env).filter(
      (name) => name.startsWith('ONRECORD_') && !variableNames.includes(name) && !ofTheTests.test(name),
    ),
    port: data.PORT,
    host: data.HOST,
    url: data.ONRECORD_URL?.replace(/\/+$/, '') ?? null,
    logLevel: data.ONRECORD_LOG,
    publicReading: data.ONRECORD_PUBLIC === 'true',
    fourEyes: data.ONRECORD_FOUR_EYES === 'true',
    issuer:
      data.ONRECORD_OIDC_ISSUER === undefined || data.ONRECORD_OIDC_AUDIENCE === undefined
        ? null
        : {
            issuer: data.ONRECORD_OIDC_ISSUER,
            audience: data.ONRECORD_OIDC_AUDIENCE,
            jwks: data.ONRECORD_OIDC_JWKS ?? null,
            roleClaim: data.ONRECORD_OIDC_ROLE_CLAIM,
            nameClaim: data.ONRECORD_OIDC_NAME_CLAIM ?? null,
          },
    rememberedBytes: data.ONRECORD_REMEMBERED_MB * 1_000_000,
    requestSeconds: data.ONRECORD_REQUEST_SECONDS,
    limits: limitsOf(data),
    store:
      data.NEO4J_URI === undefined
        ? { kind: 'embedded', folder: resolve(data.ONRECORD_DATA) }
        : {
            kind: 'neo4j',
            uri: data.NEO4J_URI,
            user: data.NEO4J_USER,
            password: data.NEO4J_PASSWORD ?? '',
            database: data.NEO4J_DATABASE,
          },
  };
}
