import type { Judgement, Member } from '../../domain/clusters.ts';
import type { Name } from '../../domain/model.ts';
import { PassagePlaces } from '../../domain/passage-places.ts';
import type { Entry } from '../../domain/state.ts';
import type { EntityKind } from '../../domain/vocabulary.ts';

/** An assertion as far as rules between assertions need it. */
export interface IndexedAssertion {
  readonly claim: string;
  readonly speaker: string;
  readonly onBehalfOf: string | null;
  readonly stance: string;
  readonly attributedTo: string | null;
  readonly altered: boolean;
  readonly withdrawn: boolean;
  readonly supersedes: string | null;
  readonly copyOf: string | null;
  readonly inResponseTo: string | null;
  /** Instant, place in the bundle and id: the order of recording, as text. */
  readonly place: string;
}

/** What rules that span records are checked over: ids, and of texts only what entities are called and what is quoted. */
export interface GraphIndex {
  readonly entities: Map<string, Member & { readonly kind: EntityKind; readonly names: readonly Name[] }>;
  readonly assertions: Map<string, IndexedAssertion>;
  readonly sources: Map<string, { readonly parents: readonly string[]; readonly publisher: string | null }>;
  readonly judgements: (Judgement & { readonly place: string })[];
  /** Since when each withdrawn assertion is withdrawn. */
  readonly withdrawnAt: Map<string, string>;
  /** The first that has the slug, by type and slug. */
  readonly slugs: Map<string, string>;
  /** The first of each kind between two claims. */
  readonly relations: Map<string, string>;
  readonly versionLengths: Map<string, number>;
  readonly versionSources: Map<string, string>;
  /** The version that each passage stands in. */
  readonly passageVersions: Map<string, string>;
  /** What sources say of their own content: the passage, by source. */
  readonly disclaimers: Map<string, string>;
  readonly passages: PassagePlaces;
  /** The claim that each request for a reply asks about, and the assertions that it puts and was answered by. */
  readonly replyRequests: Map<string, { readonly claim: string; readonly assertions: readonly string[] }>;
}

export function emptyIndex(): GraphIndex {
  return {
    entities: new Map(),
    assertions: new Map(),
    sources: new Map(),
    judgements: [],
    withdrawnAt: new Map(),
    slugs: new Map(),
    relations: new Map(),
    versionLengths: new Map(),
    versionSources: new Map(),
    passageVersions: new Map(),
    disclaimers: new Map(),
    passages: new PassagePlaces(),
    replyRequests: new Map(),
  };
}

/** Puts a record into the index. `place` is the order of its recording, as text. */
export function indexEntry(index: GraphIndex, { type, id, state }: Entry, place: string): void {
  if (type === 'Entity') {
    const names = state.names.map(({ text, language = null, kind }) => ({ text, language, kind }));
    const { kind, anonymity } = state;
    // Their order is by instant and place; the id is apart.
    index.entities.set(id, { id, kind, anonymity, place: place.slice(0, -id.length - 1), names });
  }
  if (type === 'Assertion') {
    index.assertions.set(id, {
      claim: state.claim,
      speaker: state.speaker,
      onBehalfOf: state.onBehalfOf ?? null,
      stance: state.stance,
      attributedTo: state.attributedTo ?? null,
      // Of one that was erased nobody can tell any more: its warnings went with it.
      altered: state.erased !== undefined || state.warnings.some(({ code }) => code === 'RELAY_ALTERED'),
      withdrawn: state.withdrawn !== undefined,
      supersedes: state.supersedes ?? null,
      copyOf: state.copyOf ?? null,
      inResponseTo: state.inResponseTo ?? null,
      place,
    });
  }
  if (type === 'Source') {
    const standing = state.derivedFrom.filter(({ status }) => status !== 'REJECTED');
    index.sources.set(id, {
      parents: standing.map(({ from }) => from),
      publisher: state.publisher ?? null,
    });
  }
  if (type === 'Source' && state.disclaimer !== undefined) index.disclaimers.set(id, state.disclaimer);
  if (type === 'SourceVersion') index.versionSources.set(id, state.source);
  if (type === 'Passage') index.passageVersions.set(id, state.version);
  if (type === 'SourceVersion' && state.length !== undefined) index.versionLengths.set(id, state.length);
  if (type === 'ReplyRequest') {
    const assertions = [state.assertion, state.reply].filter((one) => one !== undefined);
    index.replyRequests.set(id, { claim: state.claim, assertions });
  }
  if (type === 'IdentityJudgement') {
    index.judgements.push({ verdict: state.verdict, between: state.between, place });
  }
}
