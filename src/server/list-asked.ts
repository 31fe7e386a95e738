import type { z } from 'zod';
import { type AsOf, readAsOf } from '../web/as-of.ts';
import type { ChangesOptions } from '../web/pages/changes-query.ts';
import type { Named } from '../web/pages/claims-facets.ts';
import {
  type ClaimsOptions,
  entityNamedQuery,
  namedAnswer,
  sourceNamedQuery,
} from '../web/pages/claims-query.ts';
import type { Words } from '../web/words/words.ts';
import { wrongName } from './asked-moment.ts';
import type { AskApi, PageRequest } from './page-response.ts';
import { saidIn } from './said-in-address.ts';
import { wrongValues } from './wrong-address.ts';

export type ListKind = 'claims' | 'search' | 'contradictions' | 'anonymous' | 'changes';

/** Where the lists stand. */
export const listPaths: Readonly<Record<string, ListKind>> = {
  '/claims': 'claims',
  '/search': 'search',
  '/contradictions': 'contradictions',
  '/anonymous': 'anonymous',
  '/changes': 'changes',
};

/** What an address says makes no list: why, a sentence each. */
export class WrongList extends Error {
  readonly wrong: readonly string[];

  constructor(wrong: readonly string[]) {
    super(wrong.join('\n'));
    this.wrong = wrong;
  }
}

/** Of these the address of a list may have several; of what else it says, the first counts. */
const several: Readonly<Partial<Record<ListKind, ReadonlySet<string>>>> = {
  claims: new Set(['status', 'nature']),
  changes: new Set(['kind']),
};

/** What the address of a list says. Throws WrongList. */
export function listOptions<Options extends z.ZodType>(
  kind: ListKind,
  options: Options,
  params: URLSearchParams,
  words: Words,
): z.infer<Options> {
  const told = saidIn(params, several[kind] ?? new Set());
  const parsed = options.safeParse(told);
  if (!parsed.success) throw new WrongList(wrongValues(parsed.error, told, words));
  for (const name of ['speaker', 'source', 'about']) {
    const wrong = wrongName(String(told[name] ?? ''), words);
    if (wrong !== null) throw new WrongList([`${name}: ${wrong}`]);
  }
  return parsed.data;
}

interface Asking {
  readonly words: Words;
  readonly asked: PageRequest;
  readonly ask: AskApi;
}

const flagOf = (value: 'true' | 'false' | undefined) => (value === undefined ? null : value === 'true');

/** What the API is asked for the claims that fit an address, and the names of whom and what that narrows them to. */
export async function claimsAsked(
  options: ClaimsOptions,
  { words, asked, ask }: Asking,
): Promise<{ readonly variables: object; readonly named: Named }> {
  /** Who or what is meant by a name; undefined where none is there, null where nothing has it. */
  const meant = async (wanted: string | undefined, query: string, idPrefix: string) => {
    if (wanted === undefined) return undefined;
    const by = wanted.startsWith(idPrefix) ? { id: wanted } : { slug: wanted };
    return namedAnswer.parse(await ask(query, { by, language: words.language }, asked)).named;
  };
  const [speaker, source, about] = await Promise.all([
    meant(options.speaker, entityNamedQuery, 'Entity_'),
    meant(options.source, sourceNamedQuery, 'Source_'),
    meant(options.about, entityNamedQuery, 'Entity_'),
  ]);
  // A name that nothing has narrows the list to nothing, as an empty list does.
  const idsOf = (found: typeof speaker) => (found === undefined ? null : found === null ? [] : [found.id]);
  const filter = {
    speaker: idsOf(speaker),
    source: idsOf(source),
    about: idsOf(about),
    status: options.status.length === 0 ? null : options.status,
    nature: options.nature.length === 0 ? null : options.nature,
    reviewed: flagOf(options.reviewed),
    anonymousOnly: flagOf(options.anonymousOnly),
    singleOrigin: flagOf(options.singleOrigin),
    hasContradiction: flagOf(options.hasContradiction),
  };
  return {
    variables: { filter, orderBy: options.order },
    named: {
      speaker: speaker?.name ?? null,
      source: source?.name ?? null,
      about: about?.name ?? null,
    },
  };
}

/** What the API is asked for the claims that rest on unnamed sources only. */
export const anonymousAsked = { filter: { anonymousOnly: true }, orderBy: 'NEWEST' };

/** What the API is asked for the changes that fit an address, and the moment that it names. Throws WrongList. */
export function changesAsked(
  { since: given, kind }: ChangesOptions,
  words: Words,
): { readonly variables: object; readonly since: AsOf | null } {
  const since = given === undefined ? null : readAsOf(given);
  if (given !== undefined && since === null) throw new WrongList([words.changes.wrongSince(given)]);
  return { variables: { since: since?.from ?? null, kind: kind.length === 0 ? null : kind }, since };
}
