import { resolve } from 'node:path';
import { z } from 'zod';
import { WrongConfiguration } from '../domain/errors.ts';

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

/** What came, as far as it may be repeated: an address may have a password in it. */
function shown(name: string, value: string | undefined): string {
  if (name.includes('PASSWORD')) return 'a value not shown';
  return JSON.stringify(value?.replace(/(:\/\/)[^\s/]*@/, '$1…@'));
}

/** An empty variable is one that is not set, as Compose and CI files write it. */
const variables = z.preprocess(
  (input) => Object.fromEntries(Object.entries(input as object).filter(([, value]) => value !== '')),
  z.object({
    PORT: port.default(4000),
    HOST: z.string().default('127.0.0.1'),
    ONRECORD_URL: z
      .url({ protocol: /^https?$/, error: 'expected an http(s) address such as https://facts.example' })
      .optional(),
    ONRECORD_DATA: z.string().default('./data'),
    ONRECORD_LOG: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'expected fatal, error, warn, info, debug, trace or silent',
      })
      .default('info'),
    NEO4J_URI: neo4jUri.optional(),
    NEO4J_USER: z.string().default('neo4j'),
    NEO4J_PASSWORD: z.string().optional(),
    NEO4J_DATABASE: z.string().default('neo4j'),
  }),
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
  readonly store: StoreAddress;
}

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
  if (uri && !password)
    problems.push('NEO4J_PASSWORD: expected the password of the Neo4j at NEO4J_URI; came nothing');
  if (!parsed.success || problems.length > 0) {
    throw new WrongConfiguration(`the environment is wrong:\n  ${problems.join('\n  ')}`);
  }
  const data = parsed.data;
  return {
    port: data.PORT,
    host: data.HOST,
    url: data.ONRECORD_URL?.replace(/\/+$/, '') ?? null,
    logLevel: data.ONRECORD_LOG,
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
