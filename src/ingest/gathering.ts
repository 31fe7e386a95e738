import { type Bundle, bundleSchema } from '../domain/bundle.ts';
import { InvalidInput, type Issue } from '../domain/errors.ts';
import { idOf, type RecordType, typeOfId } from '../domain/ids.ts';
import type { RecordMethod } from '../domain/vocabulary.ts';
import { issuesOf } from './parse-bundle.ts';
import { pathInInput } from './path-in-input.ts';

const listOf = {
  Entity: 'entities',
  Source: 'sources',
  Passage: 'passages',
  Claim: 'claims',
  Assertion: 'assertions',
  ClaimRelation: 'relations',
  Review: 'reviews',
  IdentityJudgement: 'judgements',
  ReplyRequest: 'replyRequests',
} as const satisfies Partial<Record<RecordType, keyof Bundle>>;

export type GatheredType = keyof typeof listOf;

interface Item {
  readonly key: string;
  readonly path: string;
  readonly content: object;
}

/**
 * What one mutation records, gathered as a bundle, so that it keeps the very rules that an import keeps. Each item
 * has the key of its type and place, and remembers where in the mutation's input it came from.
 */
export class Gathering {
  readonly namespace: string;
  readonly #by: string;
  readonly #method: RecordMethod;
  readonly #items = new Map<GatheredType, Item[]>();

  constructor(namespace: string, by: string, method: RecordMethod) {
    this.namespace = namespace;
    this.#by = by;
    this.#method = method;
  }

  /**
   * Adds a record; answers what others refer to it by.
   * @param path where its content stands in the mutation's input
   * @param id of the record that it restates; absent for a new one
   */
  add(type: GatheredType, path: string, content: object, id?: string): string {
    const items = this.#items.get(type) ?? [];
    const key = id ?? `${listOf[type].toLowerCase()}-${items.length}`;
    this.#items.set(type, [...items, { key, path, content }]);
    return key;
  }

  /** The id that a reference leads to. */
  idOf(type: RecordType, reference: string): string {
    return typeOfId(reference) === null ? idOf(type, this.namespace, reference) : reference;
  }

  /** All of it as a bundle. Throws InvalidInput, its paths those of the mutation's input. */
  bundle(): Bundle {
    const lists = Object.entries(listOf).map(([type, list]) => [
      list,
      (this.#items.get(type as GatheredType) ?? []).map(({ key, content }) => ({ ...content, key })),
    ]);
    const input = {
      format: 'onrecord-bundle/1',
      namespace: this.namespace,
      title: { en: this.namespace },
      by: this.#by,
      method: this.#method,
      ...Object.fromEntries(lists),
    };
    const parsed = bundleSchema.safeParse(input);
    if (parsed.success) return parsed.data;
    throw new InvalidInput(
      'the input was refused, and nothing was recorded',
      issuesOf(parsed.error, input).map((issue) => this.inInput(issue)),
    );
  }

  /** An issue of the bundle as one of the mutation's input. */
  inInput({ path, message: said }: Issue): Issue {
    // A mutation has ids alone to refer by, and no bundle.
    const message = said.replace(
      /the key of (an? .+?) in this bundle, or (?:an|the full) id (?:of one )?in the store/,
      'the id of $1 in the store',
    );
    const [, list, index, rest = ''] = /^(\w+)\[(\d+)\](.*)$/.exec(path) ?? [];
    const [type] = Object.entries(listOf).find(([, name]) => name === list) ?? [];
    const item = this.#items.get(type as GatheredType)?.[Number(index)];
    if (item === undefined) return { path, message };
    const within = pathInInput(rest, item.content);
    return { path: item.path === '' ? within.replace(/^\./, '') : `${item.path}${within}`, message };
  }
}
