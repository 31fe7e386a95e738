import { OnrecordError } from '../../src/domain/errors.ts';
import { eraseRecords } from '../../src/ingest/erase.ts';
import type { TestStore } from '../support/seeded-store.ts';
import { assertion, bundleOf, claim, entity } from '../support/small-bundle.ts';
import { type ItemOf, type Lists, type Resting, type Telling, Told } from './told-records.ts';

type Access = Pick<ItemOf<'sources'>, 'access' | 'embargoedUntil'>;

/** What is done at once: a bundle that is recorded, a record that is erased, or time that passes. */
type Deed = { readonly records: Lists } | { readonly erases: string } | { readonly waits: number };

const namespace = 'trial.example/hidden-orders';
const words = 'The road is shut.';
const minute = 60_000;

/** A clock that stands where it was put last. */
export class SetClock {
  #now = Date.parse('2026-11-22T08:00:00.000Z');
  readonly now = () => new Date(this.#now);
  goOn(ms: number): void {
    this.#now += ms;
  }
}

/** The steps of each kind in a round, in which they come in a random order. */
const round = {
  tell: 4,
  turn: 3,
  credit: 2,
  mean: 2,
  speakFor: 1,
  quote: 2,
  rate: 1,
  ask: 1,
  join: 2,
  relate: 1,
  erase: 2,
  wait: 1,
};
type Step = keyof typeof round;
export const steps = Object.keys(round) as readonly Step[];

/**
 * Records, hides, publishes, corrects and erases in a random order: what names somebody does so in hiding or in public, comes to
 * name others or nobody, is shown and hidden again, and is erased. What the rules refuse is not done.
 */
export class HiddenOrders {
  readonly #clock: SetClock;
  readonly #random: () => number;
  readonly #told = new Told(namespace);
  #count = 0;
  #left: Step[] = [];
  /** What was done, as it reads in a message. */
  readonly log: string[] = [];
  /** How many steps of each kind were recorded. */
  readonly taken = new Map<Step, number>();

  constructor(clock: SetClock, random: () => number) {
    this.#clock = clock;
    this.#random = random;
  }

  /** The ids of all who may be named. */
  get entities(): readonly string[] {
    return this.#told.entities.ids;
  }

  /** Whom each record names now. */
  get tellings(): readonly Telling[] {
    return this.#told.all.flatMap(({ tellings }) => tellings);
  }

  /** What each assertion rests on now. */
  get resting(): readonly Resting[] {
    return this.#told.resting;
  }

  /** A text in which keys stand for ids. */
  readonly readable = (text: string): string =>
    this.#told.all.reduce((said, records) => records.readable(said), text);

  async take(store: TestStore): Promise<void> {
    let [step, deed]: [Step, Deed | null] = ['wait', null];
    while (deed === null) {
      step = this.#next();
      deed = this.#deedOf(step);
    }
    this.log.push(`${this.#clock.now().toISOString()} ${step}: ${JSON.stringify(deed)}`);
    try {
      await this.#do(deed, store);
      this.taken.set(step, (this.taken.get(step) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof OnrecordError)) throw error;
      this.log.push(`  refused: ${error.message}`);
    }
  }

  async #do(deed: Deed, store: TestStore): Promise<void> {
    if ('waits' in deed) this.#clock.goOn(deed.waits);
    if ('erases' in deed) {
      const request = {
        reason: 'A court has ordered it.',
        by: 'Ada',
        requestKey: `erase:${this.log.length}`,
      };
      await eraseRecords(store.writer, { ...request, ids: [deed.erases] });
      this.#told.erase(deed.erases);
    }
    if ('records' in deed) {
      await store.import(bundleOf(namespace, deed.records));
      this.#told.keep(deed.records);
    }
  }

  #may(odds: number): boolean {
    return this.#random() < odds;
  }

  #pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.#random() * items.length)];
  }

  #key(): string {
    return `${++this.#count}`;
  }

  /** The next step of the round; each begins with something told. */
  #next(): Step {
    if (this.#left.length === 0) {
      this.#left = steps.flatMap((step) => Array<Step>(round[step]).fill(step));
      return 'tell';
    }
    const [step = 'tell'] = this.#left.splice(Math.floor(this.#random() * this.#left.length), 1);
    return step;
  }

  #access(): Access {
    if (this.#may(0.4)) return { access: 'PUBLIC' };
    if (this.#may(0.6)) return { access: 'CONFIDENTIAL' };
    const end = this.#clock.now().getTime() + Math.floor(this.#random() * 7 * minute);
    return { access: 'EMBARGOED', embargoedUntil: new Date(end).toISOString() };
  }

  /** Somebody who is known, or who comes with what names them. */
  #somebody(fresh: ItemOf<'entities'>[], kind: 'PERSON' | 'ORGANIZATION'): string {
    const known = this.#told.entities.standing.filter((one) => one.kind === kind);
    const one = this.#may(0.5) ? this.#pick(known) : undefined;
    if (one !== undefined) return this.#told.entities.id(one.key);
    const key = `e${this.#key()}`;
    fresh.push(entity(key, { kind }));
    return this.#told.entities.id(key);
  }

  /** Up to two who are known; most often nobody. */
  #few(): readonly string[] {
    const known = this.#told.entities.standing.map(({ key }) => this.#told.entities.id(key));
    const some = this.#may(0.5) ? [] : [this.#pick(known), this.#may(0.5) ? this.#pick(known) : undefined];
    return [...new Set(some.filter((id) => id !== undefined))];
  }

  #deedOf(step: Step): Deed | null {
    switch (step) {
      case 'tell':
        return { records: this.#telling() };
      case 'wait':
        return { waits: 5 * minute };
      case 'erase': {
        const id = this.#pick(this.#pick(this.#told.all.map(({ standingIds }) => standingIds)) ?? []);
        return id === undefined ? null : { erases: id };
      }
      default: {
        const records = this.#corrected(step);
        return records && { records };
      }
    }
  }

  /** A source with words, something said in it or quoted from it, and what comes with that. */
  #telling(): Lists {
    const key = this.#key();
    const entities: ItemOf<'entities'>[] = [];
    const somebody = () => this.#somebody(entities, this.#may(0.5) ? 'PERSON' : 'ORGANIZATION');
    const source: ItemOf<'sources'> = {
      ...{ key, slug: `s-${key}`, kind: 'ARTICLE', title: { en: `Source ${key}` }, seen: true },
      ...this.#access(),
      authors: this.#may(0.5) ? [somebody()] : [],
      ...(this.#may(0.2) ? { publisher: this.#somebody(entities, 'ORGANIZATION') } : {}),
      versions: [{ key: `v${key}`, text: words }],
    };
    const passage = { key: `p${key}`, version: `v${key}`, exact: words, start: 0, end: words.length };
    const known = this.#may(0.35) ? this.#pick(this.#told.claims.standing) : undefined;
    const about = known ?? claim(key, { slug: `c-${key}`, about: [somebody()] });
    const claimId = this.#told.claims.id(about.key);
    const speaker = somebody();
    const said = assertion(key, claimId, speaker, {
      ...this.#stand(key),
      ...(this.#may(0.4) ? { onBehalfOf: this.#somebody(entities, 'ORGANIZATION') } : {}),
    });
    const review = () => ({
      ...{ key, claim: claimId, reviewer: somebody(), rating: 'no', normalized: 'FALSE' as const },
    });
    const request = () => ({
      ...{ key, claim: claimId, to: somebody(), channel: 'a call', question: { en: 'Is it so?' } },
      ...(this.#may(0.5) ? { assertion: this.#told.assertions.id(key) } : {}),
      ...{ askedOn: { edtf: '2023' }, deadline: '2023-12-15T18:00:00Z' },
    });
    return {
      entities,
      sources: [source],
      passages: [{ ...passage, language: 'en', rendering: 'ORIGINAL' }],
      claims: known === undefined ? [about] : [],
      assertions: [said],
      reviews: this.#may(0.4) ? [review()] : [],
      replyRequests: this.#may(0.4) ? [request()] : [],
    };
  }

  /** An assertion's source, or its words in that of its bundle, and in another too. */
  #stand(key: string): Pick<ItemOf<'assertions'>, 'source' | 'passages'> {
    const passageOf = (source: string) => this.#told.passages.id(`p${source}`);
    if (this.#may(0.4)) return { source: this.#told.sources.id(key) };
    const other = this.#may(0.5) ? this.#pick(this.#told.sources.standing) : undefined;
    return { passages: [key, ...(other ? [other.key] : [])].map(passageOf) };
  }

  /** A record that says something else than it did; null where there is none. */
  #corrected(step: Exclude<Step, 'tell' | 'wait' | 'erase'>): Lists | null {
    const entities: ItemOf<'entities'>[] = [];
    switch (step) {
      case 'turn': {
        const one = this.#pick(this.#told.sources.standing);
        if (one === undefined) return null;
        const { embargoedUntil: _, ...rest } = one;
        const authors = this.#may(0.2) ? this.#few() : one.authors;
        return { sources: [{ ...rest, ...this.#access(), authors: [...(authors ?? [])] }] };
      }
      case 'credit': {
        const one = this.#pick(this.#told.sources.standing);
        if (one === undefined) return null;
        const { publisher: _, ...rest } = one;
        return { sources: [{ ...(this.#may(0.5) ? rest : one), authors: [...this.#few()] }] };
      }
      case 'mean': {
        const one = this.#pick(this.#told.claims.standing);
        return one ? { entities, claims: [{ ...one, about: this.#others(entities) }] } : null;
      }
      case 'speakFor': {
        const one = this.#pick(this.#told.assertions.standing);
        if (one === undefined) return null;
        const { onBehalfOf: _, ...rest } = one;
        const behalf = this.#may(0.5) ? {} : { onBehalfOf: this.#somebody(entities, 'ORGANIZATION') };
        return { entities, assertions: [{ ...rest, ...behalf }] };
      }
      case 'quote': {
        const one = this.#pick(
          this.#told.assertions.standing.filter(({ passages = [] }) => passages.length > 0),
        );
        const words = this.#told.passages.standing.map(({ key }) => this.#told.passages.id(key));
        const passages = [this.#pick(words), this.#pick(words)].filter((id) => id !== undefined);
        return one && passages.length > 0
          ? { assertions: [{ ...one, passages: [...new Set(passages)] }] }
          : null;
      }
      case 'rate': {
        const one = this.#pick(this.#told.reviews.standing);
        return one ? { entities, reviews: [{ ...one, reviewer: this.#somebody(entities, 'PERSON') }] } : null;
      }
      case 'ask': {
        const one = this.#pick(this.#told.requests.standing);
        return one ? { entities, replyRequests: [{ ...one, to: this.#somebody(entities, 'PERSON') }] } : null;
      }
      case 'join': {
        const one = this.#pick(this.#told.entities.standing.filter(({ kind }) => kind === 'PERSON'));
        if (one === undefined) return null;
        const organization = this.#may(0.6) ? this.#somebody(entities, 'ORGANIZATION') : undefined;
        const affiliations = organization === undefined ? [] : [{ organization }];
        return { entities: [...entities, { ...one, affiliations }] };
      }
      case 'relate': {
        const [from, to] = [this.#pick(this.#told.claims.standing), this.#pick(this.#told.claims.standing)];
        if (from === undefined || to === undefined || from === to) return null;
        const by = this.#told.assertions.standing.filter(
          ({ claim: of }) => of === this.#told.claims.id(from.key),
        );
        const ends = { from: this.#told.claims.id(from.key), to: this.#told.claims.id(to.key) };
        const relation = { key: this.#key(), kind: 'CAUSES', ...ends, reason: { en: 'Hence.' } } as const;
        const assertedBy = by.map(({ key }) => this.#told.assertions.id(key));
        return { relations: [{ ...relation, status: 'PROPOSED', assertedBy }] };
      }
    }
  }

  #others(entities: ItemOf<'entities'>[]): string[] {
    const few = this.#few();
    return few.length > 0 ? [...few] : [this.#somebody(entities, 'ORGANIZATION')];
  }
}
