import { idOf, type RecordType } from '../../src/domain/ids.ts';
import type { BundleInput } from '../support/small-bundle.ts';

export type Lists = Partial<BundleInput>;
export type ItemOf<List extends keyof BundleInput> =
  NonNullable<BundleInput[List]> extends readonly (infer Item)[] ? Item : never;

/** What a record names, as it was told last. */
export interface Telling {
  readonly id: string;
  /** The ids of the entities that it names. */
  readonly names: readonly string[];
  readonly isErased: boolean;
}

/** What an assertion was told last to rest on: it is seen where any of that is, or where it is nothing. */
export interface Resting {
  readonly id: string;
  readonly claim: string;
  readonly restsOn: readonly string[];
  readonly isErased: boolean;
}

/** What the records of one type are told to say. References in them are full ids. */
class ToldRecords<Item extends { readonly key: string }> {
  readonly #namespace: string;
  readonly #type: RecordType;
  readonly #namesIn: (item: Item) => readonly (string | undefined)[];
  readonly #afterErasure: (item: Item) => Item;
  readonly #items = new Map<string, Item>();
  readonly #erased = new Set<string>();

  /** @param afterErasure what a tombstone goes on to say of it */
  constructor(
    namespace: string,
    type: RecordType,
    namesIn: (item: Item) => readonly (string | undefined)[],
    afterErasure: (item: Item) => Item = (item) => item,
  ) {
    this.#namespace = namespace;
    this.#type = type;
    this.#namesIn = namesIn;
    this.#afterErasure = afterErasure;
  }

  id(key: string): string {
    return idOf(this.#type, this.#namespace, key);
  }

  keep(items: readonly Item[] = []): void {
    for (const item of items) this.#items.set(item.key, item);
  }

  /** Takes note that the record was erased, where it is one of these. */
  erase(id: string): void {
    for (const [key, item] of this.#items) {
      if (this.id(key) !== id) continue;
      this.#erased.add(key);
      this.#items.set(key, this.#afterErasure(item));
    }
  }

  /** Those that were not erased. */
  get standing(): readonly Item[] {
    return [...this.#items.values()].filter(({ key }) => !this.#erased.has(key));
  }

  get standingIds(): readonly string[] {
    return this.standing.map(({ key }) => this.id(key));
  }

  get ids(): readonly string[] {
    return [...this.#items.keys()].map((key) => this.id(key));
  }

  /** A text in which keys stand for ids. */
  readable(text: string): string {
    return [...this.#items.keys()].reduce(
      (said, key) => said.replaceAll(this.id(key), `${this.#type} ${key}`),
      text,
    );
  }

  /** All, with whether each was erased. */
  get items(): readonly (readonly [item: Item, isErased: boolean])[] {
    return [...this.#items.values()].map((item) => [item, this.#erased.has(item.key)]);
  }

  get tellings(): readonly Telling[] {
    return this.items.map(([item, isErased]) => ({
      id: this.id(item.key),
      names: this.#namesIn(item).filter((name) => name !== undefined),
      isErased,
    }));
  }
}

/** All that was told in a namespace, by type. */
export class Told {
  readonly entities: ToldRecords<ItemOf<'entities'>>;
  readonly sources: ToldRecords<ItemOf<'sources'>>;
  readonly passages: ToldRecords<ItemOf<'passages'>>;
  readonly claims: ToldRecords<ItemOf<'claims'>>;
  readonly assertions: ToldRecords<ItemOf<'assertions'>>;
  readonly relations: ToldRecords<ItemOf<'relations'>>;
  readonly reviews: ToldRecords<ItemOf<'reviews'>>;
  readonly requests: ToldRecords<ItemOf<'replyRequests'>>;

  constructor(namespace: string) {
    this.entities = new ToldRecords<ItemOf<'entities'>>(
      namespace,
      'Entity',
      ({ affiliations = [] }) => affiliations.map(({ organization }) => organization),
      (item) => ({ ...item, affiliations: [] }),
    );
    this.sources = new ToldRecords<ItemOf<'sources'>>(
      namespace,
      'Source',
      ({ authors = [], publisher }) => [...authors, publisher],
      (item) => ({ ...item, authors: [] }),
    );
    this.passages = new ToldRecords<ItemOf<'passages'>>(namespace, 'Passage', () => []);
    this.claims = new ToldRecords<ItemOf<'claims'>>(namespace, 'Claim', ({ about }) => about);
    this.assertions = new ToldRecords<ItemOf<'assertions'>>(
      namespace,
      'Assertion',
      ({ speaker, onBehalfOf }) => [speaker, onBehalfOf],
      ({ onBehalfOf: _, ...rest }) => rest,
    );
    this.relations = new ToldRecords<ItemOf<'relations'>>(namespace, 'ClaimRelation', () => []);
    this.reviews = new ToldRecords<ItemOf<'reviews'>>(namespace, 'Review', ({ reviewer }) => [reviewer]);
    this.requests = new ToldRecords<ItemOf<'replyRequests'>>(namespace, 'ReplyRequest', ({ to }) => [to]);
  }

  get all() {
    const naming = [this.entities, this.sources, this.claims, this.assertions, this.reviews, this.requests];
    return [...naming, this.passages, this.relations];
  }

  get resting(): readonly Resting[] {
    return this.assertions.items.map(([{ key, claim, source, passages = [] }, isErased]) => ({
      ...{ id: this.assertions.id(key), claim, isErased },
      restsOn: source === undefined ? passages : [source],
    }));
  }

  /** Takes note of what was recorded. */
  keep(lists: Lists): void {
    this.entities.keep(lists.entities);
    this.sources.keep(lists.sources);
    this.passages.keep(lists.passages);
    this.claims.keep(lists.claims);
    this.assertions.keep(lists.assertions);
    this.relations.keep(lists.relations);
    this.reviews.keep(lists.reviews);
    this.requests.keep(lists.replyRequests);
  }

  /** Takes note that a record was erased. */
  erase(id: string): void {
    for (const records of this.all) records.erase(id);
  }
}
