import type { Dossier, DossierEntry, DossierJudgement } from '../../src/domain/dossier.ts';
import { edtfDate } from '../../src/domain/edtf-date.ts';
import type {
  Assertion,
  Claim,
  ClaimRelation,
  Entity,
  Passage,
  Review,
  Source,
} from '../../src/domain/model.ts';
import type { EntityKind, VerificationState } from '../../src/domain/vocabulary.ts';

/** The smallest records that hold together; a test states only what it is about. */

const recorded = { recordedAt: '2024-01-01T00:00:00.000Z', position: 0, version: 1 };

export function entity(id: string, options: Partial<Entity> = {}): Entity {
  const kind: EntityKind = options.kind ?? 'PERSON';
  return {
    ...recorded,
    type: 'Entity',
    id,
    slug: id,
    kind,
    names: [{ text: id, language: null, kind: 'NAME' }],
    description: [],
    anonymity: 'NAMED',
    wikidata: null,
    clusterId: id,
    sourceId: null,
    ...options,
  };
}

export function source(id: string, options: Partial<Source> = {}): Source {
  return {
    ...recorded,
    type: 'Source',
    id,
    slug: id,
    kind: 'ARTICLE',
    title: [{ language: 'en', text: `title of ${id}` }],
    url: null,
    publisherId: null,
    authorIds: [],
    publishedOn: null,
    inForce: null,
    language: 'en',
    seen: true,
    access: 'PUBLIC',
    embargoedUntil: null,
    derivedFrom: [],
    disclaimerId: null,
    ...options,
  };
}

export function derivation(
  fromId: string,
  options: Partial<Source['derivedFrom'][number]> = {},
): Source['derivedFrom'][number] {
  return { kind: 'REPUBLISHES', fromId, status: 'CONFIRMED', reason: [], method: 'HUMAN', ...options };
}

export function claim(id: string, options: Partial<Claim> = {}): Claim {
  return {
    ...recorded,
    type: 'Claim',
    id,
    slug: id,
    text: [
      { language: 'zh-Hans', text: '账号已暂停' },
      { language: 'en', text: 'The account is suspended' },
    ],
    language: 'zh-Hans',
    nature: 'FACT',
    aboutIds: [],
    concerns: null,
    status: 'NO_CONTEST_RECORDED',
    assertionCount: 0,
    ...options,
  };
}

/** An affirming origin; `said` is its EDTF date, `of` the assertion it relays, over that one's own chain. */
export function entry(
  id: string,
  options: Partial<DossierEntry> & { readonly said?: string; readonly of?: DossierEntry } = {},
): DossierEntry {
  const { said, of, ...rest } = options;
  const date = said === undefined ? null : edtfDate({ edtf: said });
  return {
    id,
    claimId: 'claim',
    stance: of?.stance ?? 'AFFIRMS',
    commitment: of ? 'NEUTRAL' : 'ENDORSES',
    modality: 'CERTAIN',
    condition: null,
    basis: 'WITNESSED',
    method: 'HUMAN',
    attributedToId: of?.id ?? null,
    chain: [id, ...(of?.chain ?? [])],
    copyOfId: null,
    speaker: entity(`speaker of ${id}`),
    onBehalfOf: null,
    role: null,
    sourceId: null,
    readInIds: [],
    saidEarliest: date?.earliest ?? null,
    saidLatest: date?.latest ?? null,
    saidEdtf: said ?? null,
    saidOriginal: null,
    saidResolvedAgainst: null,
    concernsImpossible: false,
    recordedAt: recorded.recordedAt,
    position: 0,
    withdrawnAt: null,
    supersededById: null,
    ...rest,
  };
}

export function dossier(entries: readonly DossierEntry[], options: Partial<Dossier> = {}): Dossier {
  return {
    claim: claim('claim'),
    entries,
    others: [],
    judgements: [],
    relations: [],
    lapsed: [],
    reviews: [],
    sources: [],
    publishers: [],
    ...options,
  };
}

export function judged(verdict: DossierJudgement['verdict'], a: string, b: string): DossierJudgement {
  return { verdict, between: [a, b] };
}

export function relation(fromId: string, toId: string, options: Partial<ClaimRelation> = {}): ClaimRelation {
  return {
    ...recorded,
    type: 'ClaimRelation',
    id: `${fromId}-${toId}`,
    kind: 'CONTRADICTS',
    fromId,
    toId,
    reason: [],
    status: 'CONFIRMED',
    assertedByIds: [],
    proposedBy: 'editors',
    ...options,
  };
}

export function review(id: string, options: Partial<Review> = {}): Review {
  return {
    ...recorded,
    type: 'Review',
    id,
    claimId: 'claim',
    reviewerId: 'reviewer',
    rating: 'False',
    normalized: 'FALSE',
    url: null,
    publishedOn: null,
    withdrawnAt: null,
    withdrawalReason: null,
    ...options,
  };
}

/** A passage read in that source, checked and found unless told otherwise. */
export function passage(
  sourceId: string,
  state: VerificationState = 'EXACT',
  archivedAt: string | null = null,
): Passage {
  return {
    ...recorded,
    type: 'Passage',
    id: `passage in ${sourceId}`,
    exact: 'words',
    prefix: null,
    suffix: null,
    start: 0,
    end: 5,
    language: 'en',
    rendering: 'ORIGINAL',
    translation: [],
    versionNode: { id: `version of ${sourceId}`, sourceId, archivedAt },
    verification: { state, checkedAt: null, found: null },
  };
}

export function assertion(id: string, options: Partial<Assertion> = {}): Assertion {
  return {
    ...recorded,
    type: 'Assertion',
    id,
    claim: claim('claim'),
    speaker: entity(`speaker of ${id}`),
    speakerAsNamed: null,
    role: null,
    onBehalfOf: null,
    stance: 'AFFIRMS',
    commitment: 'ENDORSES',
    modality: 'CERTAIN',
    condition: null,
    directness: 'INDIRECT',
    cue: null,
    prompt: null,
    inResponseToId: null,
    basis: 'UNSTATED',
    basedOn: [],
    passages: [],
    source: null,
    saidOn: edtfDate({ edtf: '2023-12-15' }),
    saidIn: null,
    attributedToId: null,
    chain: [id],
    copyOfId: null,
    copyReason: null,
    withdrawnAt: null,
    withdrawalReason: null,
    supersedesId: null,
    supersededById: null,
    method: 'HUMAN',
    warnings: [],
    ...options,
  };
}
