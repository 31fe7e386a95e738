import DataLoader from 'dataloader';
import { bareAssertionOf, type RecordedEntry } from '../domain/bare-assertion.ts';
import type { Assertion, BareAssertion, Claim, Entity, Source, SourcedAssertion } from '../domain/model.ts';
import type { AssertionFilter, AssertionOrder, ClaimOrder, Page, PageRequest } from '../store/query.ts';
import { allClaims } from '../store/query.ts';
import type { AssertionAnchor, ClaimAnchor, StoreReader } from '../store/store.ts';
import { batchScheduleFn, Loader } from './loader.ts';
import { Pace } from './pace.ts';
import { present } from './present.ts';

/** What a nested list of assertions was asked with, but for the node that it hangs on. */
export interface AssertionListArguments {
  readonly by: AssertionAnchor['by'];
  readonly filter: AssertionFilter;
  readonly order: AssertionOrder;
  /** Where false, its items may come without grounds and passages. */
  readonly whole?: boolean;
}

/** What a nested list of claims was asked with, but for the node that it hangs on. */
export interface ClaimListArguments {
  readonly by: ClaimAnchor['by'];
  readonly order: ClaimOrder;
}

/**
 * One request's way to the store. What the nodes of one level ask for is gathered and asked at once: one round
 * trip for each method and set of arguments, however many nodes there are. Nothing is asked twice.
 */
export class Loaders {
  readonly #entityRow;
  readonly #entityBySlug;
  /** The entries of every dossier that was read, with their claims. */
  readonly #entries = new Map<string, { readonly entry: RecordedEntry; readonly claim: Claim }>();
  readonly record;
  readonly claim;
  readonly claimBySlug;
  readonly dossier;
  readonly assertion;
  readonly source;
  readonly sourceBySlug;
  readonly sourceByUrl;
  readonly passage;
  readonly versions;
  readonly relations;
  readonly reviews;
  readonly reviewsAbout;
  readonly judgements;
  readonly judgementsOfCluster;
  readonly replyRequests;
  readonly identities;
  readonly affiliations;
  readonly held;
  readonly datedClaims;
  readonly trailOfClaim;
  readonly trailOfAssertion;
  readonly neighbourhood;
  readonly assertionPage;
  readonly assertionCount;
  readonly claimPage;
  readonly claimCount;
  readonly passagePage;
  readonly passageCount;
  readonly revisionPage;
  readonly revisionCount;
  readonly claimsTouched;
  readonly derivatives;
  readonly quoting;

  constructor(reader: StoreReader) {
    const pace = new Pace();
    this.#entityRow = new Loader((ids) => reader.entitiesByIds(ids));
    this.#entityBySlug = new Loader((slugs) => reader.entitiesBySlugs(slugs));
    /** Any record by its id, as it is stored: an entity is not yet that of its cluster. */
    this.record = new Loader((ids) => reader.recordsByIds(ids));
    this.claim = new Loader((ids) => reader.claimsByIds(ids));
    this.claimBySlug = new Loader((slugs) => reader.claimsBySlugs(slugs));
    this.dossier = new Loader(async (ids) => {
      const found = await reader.dossiers(ids);
      for (const dossier of found) {
        if (dossier === null) continue;
        const { claim } = dossier;
        for (const entry of dossier.entries) this.#entries.set(entry.id, { entry, claim });
      }
      return found;
    });
    this.assertion = new Loader((ids) => reader.assertionsByIds(ids));
    this.source = new Loader((ids) => reader.sourcesByIds(ids));
    this.sourceBySlug = new Loader((slugs) => reader.sourcesBySlugs(slugs));
    this.sourceByUrl = new Loader((urls) => reader.sourcesByUrls(urls));
    this.passage = new Loader((ids) => reader.passagesByIds(ids));
    this.versions = new Loader((ids) => reader.versionsOf(ids));
    this.relations = new Loader((ids) => reader.relationsOf(ids));
    this.reviews = new Loader((ids) => reader.reviewsOf(ids));
    this.reviewsAbout = new Loader((ids) => reader.reviewsAbout(ids));
    this.judgements = new Loader((ids) => reader.judgementsOf(ids));
    this.replyRequests = new Loader((ids) => reader.replyRequestsOf(ids));
    this.identities = new Loader((ids) => reader.identitiesOf(ids));
    this.judgementsOfCluster = new Loader((ids) => reader.judgementsOfClusters(ids));
    this.affiliations = new Loader((ids) => reader.affiliationsOf(ids));
    this.held = new Loader((ids) => reader.heldBy(ids));
    this.datedClaims = new Loader(async (ids) => {
      const found = await reader.datedClaimsAbout(ids);
      for (const claim of found.flat()) this.claim.prime(claim.id, claim);
      return found;
    });
    this.trailOfClaim = new Loader((ids) => reader.trailsOfClaims(ids));
    this.trailOfAssertion = new Loader((ids) => reader.trailsOfAssertions(ids));
    this.neighbourhood = grouped(pace, (hops: 1 | 2 | 3 | 4, ids: readonly string[]) =>
      reader.neighbourhoods(ids, hops),
    );
    this.assertionPage = grouped(
      pace,
      ([list, page]: readonly [AssertionListArguments, PageRequest], ids: readonly (readonly string[])[]) =>
        reader
          .listAssertions(anchored(list, ids), page)
          .then((pages) => pages.map((one) => this.atHand(one))),
    );
    this.assertionCount = grouped(pace, (list: AssertionListArguments, ids: readonly (readonly string[])[]) =>
      reader.countAssertions(anchored(list, ids)),
    );
    this.claimPage = grouped(
      pace,
      ([list, page]: readonly [ClaimListArguments, PageRequest], ids: readonly string[]) =>
        reader
          .listClaims({ ...anchored(list, each(ids)), filter: allClaims }, page)
          .then((pages) => pages.map((one) => this.atHand(one))),
    );
    this.claimCount = grouped(pace, (list: ClaimListArguments, ids: readonly string[]) =>
      reader.countClaims({ ...anchored(list, each(ids)), filter: allClaims }),
    );
    this.passagePage = grouped(pace, (page: PageRequest, ids: readonly string[]) =>
      reader.listPassages(ids, page),
    );
    this.passageCount = new Loader((ids) => reader.countPassages(ids));
    this.revisionPage = grouped(pace, (page: PageRequest, ids: readonly string[]) =>
      reader.listRevisions(ids, page),
    );
    this.revisionCount = new Loader((ids) => reader.countRevisions(ids));
    this.derivatives = new Loader((ids) => reader.derivativesOf(ids));
    this.quoting = new Loader((ids) => reader.quotingOf(ids));
    this.claimsTouched = new Loader((ids) => reader.claimsTouchedBy(ids));
  }

  /** The entity that readers see for an id: that of everyone judged the same. Null where nothing is. */
  async entity(id: string): Promise<Entity | null> {
    const entity = await this.#entityRow.load(id);
    return entity && this.shown(entity);
  }

  /** As `entity`, by the slug of any who are judged the same. */
  async entityBySlug(slug: string): Promise<Entity | null> {
    const entity = await this.#entityBySlug.load(slug);
    return entity && this.shown(entity);
  }

  /** The entity that readers see for one at hand; at hand already, unless it is judged the same as another. */
  shown(entity: Entity): Entity | Promise<Entity> {
    if (entity.clusterId === entity.id) return entity;
    return this.#entityRow.load(entity.clusterId).then((shown) => shown ?? entity);
  }

  /** An assertion, asked for only where no dossier brought it: then without its sources and passages. Null where nothing is. */
  async bareAssertion(id: string): Promise<BareAssertion | null> {
    const known = this.#entries.get(id);
    return known ? bareAssertionOf(known.entry, known.claim) : this.assertion.load(id);
  }

  /** Where an assertion was made; at hand already, unless it came with a dossier. Null where nothing is known of it. */
  sourceOf(assertion: BareAssertion): Source | null | Promise<Source | null> {
    return hasSource(assertion) ? assertion.source : this.ofWhole(assertion, ({ source }) => source);
  }

  /**
   * What is made of an assertion with its source, grounds and passages; made at once, unless it came with a dossier or in a
   * list that does without.
   */
  ofWhole<Made>(assertion: BareAssertion, make: (whole: Assertion) => Made): Made | Promise<Made> {
    if (isWhole(assertion)) return make(assertion);
    return present(this.assertion.load(assertion.id), assertion.id).then(make);
  }

  /**
   * The ids of an assertion and of all that it stands for: what it replaced, what that had, and so on. One that was
   * withdrawn keeps its place. Asks the store once for each record replaced.
   */
  async inPlaceOf(assertion: BareAssertion): Promise<readonly string[]> {
    const ids = [assertion.id];
    for (let id = assertion.supersedesId; id !== null && !ids.includes(id); ) {
      const replaced = await this.assertion.load(id);
      if (!replaced || replaced.supersededById !== ids.at(-1) || replaced.withdrawnAt !== null) break;
      ids.push(id);
      id = replaced.supersedesId;
    }
    return ids;
  }

  /** A page as it is; what is on it is at hand from then on, and not asked for again by its id. */
  atHand<Item extends SourcedAssertion | Claim | Source>(page: Page<Item>): Page<Item> {
    for (const { item } of page.items) {
      if (item.type === 'Assertion') {
        if (isWhole(item)) this.assertion.prime(item.id, item);
      } else if (item.type === 'Claim') this.claim.prime(item.id, item);
      else this.source.prime(item.id, item);
    }
    return page;
  }
}

/** Whether an assertion came with its source. */
function hasSource(assertion: BareAssertion): assertion is SourcedAssertion {
  return 'source' in assertion;
}

/** Whether an assertion came with its source, grounds and passages. */
function isWhole(assertion: BareAssertion): assertion is Assertion {
  return 'passages' in assertion;
}

/** A loader for each set of arguments, made when it is first asked with. A key is an id, or ids that are asked as one. */
function grouped<Args, Value, Key extends string | readonly string[]>(
  pace: Pace,
  load: (args: Args, keys: readonly Key[]) => Promise<readonly Value[]>,
): (args: Args, key: Key) => Promise<Value> {
  let loaders: Map<string, DataLoader<Key, Value, string>> | undefined;
  return async (args, key) => {
    const name = JSON.stringify(args);
    loaders ??= new Map();
    let loader = loaders.get(name);
    if (loader === undefined) {
      loader = new DataLoader<Key, Value, string>((keys) => load(args, keys), {
        cacheKeyFn: String,
        batchScheduleFn,
      });
      loaders.set(name, loader);
    }
    const value = await loader.load(key);
    const turn = pace.step();
    if (turn !== null) await turn;
    return value;
  };
}

const each = (ids: readonly string[]): readonly (readonly string[])[] => ids.map((id) => [id]);

function anchored<By extends string, List extends { readonly by: By }>(
  list: List,
  ids: readonly (readonly string[])[],
) {
  const { by, ...rest } = list;
  return { ...rest, anchor: { by, ids } };
}
