import { boundsOf } from '../domain/edtf-date.ts';
import { languageFamilies } from '../domain/language-families.ts';
import { canonicalJson } from '../domain/log.ts';
import { searchText } from '../domain/search-text.ts';
import type { Entry, EntryOf } from '../domain/state.ts';
import type { Parameter, Parameters } from '../engine/engine.ts';
import { betweenNode } from './between-nodes.ts';
import { identityNode } from './confidential-identities.ts';
import { dateLink, link, links, type RecordNode } from './node-links.ts';
import { dateProperties, localized, localizedList, searchTextOf } from './node-properties.ts';

function entityNode({ state }: EntryOf<'Entity'>): RecordNode {
  return {
    properties: {
      recordType: 'Entity',
      slug: state.slug,
      kind: state.kind,
      nameTexts: state.names.map((name) => name.text),
      nameLanguages: state.names.map((name) => name.language ?? ''),
      nameKinds: state.names.map((name) => name.kind),
      ...localized('descriptionLanguages', 'descriptions', state.description),
      anonymity: state.anonymity,
      wikidata: state.wikidata ?? null,
      sourceId: state.source ?? null,
      searchText: searchText(...state.names.map((name) => name.text)),
    },
    links: [
      ...link('entity-is-source-source', state.source),
      ...state.affiliations.flatMap((affiliation, position) => {
        const bounds = affiliation.asOf ? boundsOf(affiliation.asOf.edtf) : null;
        return link('entity-affiliated-with-entity', affiliation.organization, {
          position,
          role: affiliation.role ?? null,
          edtf: affiliation.asOf?.edtf ?? null,
          earliest: bounds?.earliest ?? null,
          latest: bounds?.latest ?? null,
          original: affiliation.asOf?.original ?? null,
          resolvedAgainst: affiliation.asOf?.resolvedAgainst ?? null,
        });
      }),
    ],
  };
}

function sourceNode({ state }: EntryOf<'Source'>, method: string): RecordNode {
  return {
    properties: {
      recordType: 'Source',
      slug: state.slug,
      kind: state.kind,
      ...localized('titleLanguages', 'titles', state.title, state.language),
      url: state.url ?? null,
      publisherId: state.publisher ?? null,
      authorIds: state.authors,
      ...dateProperties('published', state.publishedOn),
      ...dateProperties('inForce', state.inForce),
      language: state.language ?? null,
      languages: languageFamilies(state.language === undefined ? [] : [state.language]),
      seen: state.seen,
      access: state.access,
      embargoedUntil:
        state.embargoedUntil === undefined ? null : new Date(state.embargoedUntil).toISOString(),
      derivations: state.derivedFrom.map((derivation) =>
        JSON.stringify({
          kind: derivation.kind,
          fromId: derivation.from,
          status: derivation.status,
          reason: localizedList(derivation.reason),
          method: derivation.method ?? method,
        }),
      ),
      disclaimerId: state.disclaimer ?? null,
      searchText: searchTextOf(state.title, state.language),
    },
    links: [
      ...link('source-published-by-entity', state.publisher),
      ...links('source-authored-by-entity', state.authors),
      ...dateLink('source-published-on-date', state.publishedOn),
      ...dateLink('source-in-force-date', state.inForce),
      ...state.derivedFrom.flatMap((derivation) =>
        link('source-derived-from-source', derivation.from, {
          kind: derivation.kind,
          status: derivation.status,
        }),
      ),
      ...link('source-disclaims-by-passage', state.disclaimer),
    ],
  };
}

function versionNode({ state }: EntryOf<'SourceVersion'>): RecordNode {
  return {
    properties: {
      sourceId: state.source,
      sha256: state.sha256,
      length: state.length ?? null,
      retrievedAt: state.retrievedAt ?? null,
      retrievedFrom: state.retrievedFrom ?? null,
      archivedAt: state.archivedAt ?? null,
    },
    links: link('source-version-version-of-source', state.source),
  };
}

/** Where a passage starts, as a text by which passages are put in order and found. */
export const startKey = (start: number): string => String(start).padStart(12, '0');

function passageNode({ state }: EntryOf<'Passage'>): RecordNode {
  return {
    properties: {
      recordType: 'Passage',
      exact: state.exact,
      prefix: state.prefix ?? null,
      suffix: state.suffix ?? null,
      start: state.start,
      end: state.end,
      startKey: startKey(state.start),
      language: state.language,
      rendering: state.rendering,
      ...localized('translationLanguages', 'translations', state.translation),
      verificationState: state.verification?.state ?? 'UNVERIFIED',
      verificationCheckedAt: state.verification?.checkedAt ?? null,
      verificationFound: state.verification?.found ?? null,
      searchText: searchText(state.exact),
    },
    links: link('passage-of-source-version', state.version),
  };
}

function claimNode({ state }: EntryOf<'Claim'>): RecordNode {
  return {
    properties: {
      recordType: 'Claim',
      slug: state.slug,
      ...localized('textLanguages', 'texts', state.text, state.language),
      language: state.language,
      nature: state.nature,
      aboutIds: state.about,
      ...dateProperties('concerns', state.concerns),
      searchText: searchTextOf(state.text, state.language),
    },
    links: [...links('claim-about-entity', state.about), ...dateLink('claim-concerns-date', state.concerns)],
  };
}

function assertionNode({ state }: EntryOf<'Assertion'>, method: string, recordedAt: string): RecordNode {
  return {
    properties: {
      claimId: state.claim,
      speakerId: state.speaker,
      speakerAsNamed: state.speakerAsNamed ?? null,
      role: state.role ?? null,
      stance: state.stance,
      commitment: state.commitment,
      modality: state.modality,
      condition: state.condition ?? null,
      directness: state.directness,
      cue: state.cue ?? null,
      prompt: state.prompt ?? null,
      inResponseToId: state.inResponseTo ?? null,
      basis: state.basis,
      sourceId: state.source ?? null,
      ...dateProperties('said', state.saidOn),
      saidIn: state.saidIn ?? null,
      attributedToId: state.attributedTo ?? null,
      origin: state.attributedTo === undefined,
      copyOfId: state.copyOf ?? null,
      copyReason: state.copyReason ?? null,
      withdrawn: state.withdrawn !== undefined,
      withdrawnAt: state.withdrawn ? recordedAt : null,
      withdrawalReason: state.withdrawn?.reason ?? null,
      supersedesId: state.supersedes ?? null,
      method,
      warnings: state.warnings.map((warning) =>
        JSON.stringify({
          code: warning.code,
          message: localizedList(warning.message),
          layerId: warning.layer ?? null,
        }),
      ),
    },
    links: [
      ...link('assertion-asserts-claim', state.claim),
      ...link('assertion-made-by-entity', state.speaker),
      ...link('assertion-on-behalf-of-entity', state.onBehalfOf),
      ...link('assertion-attributed-to-assertion', state.attributedTo),
      ...link('assertion-copy-of-assertion', state.copyOf),
      ...link('assertion-in-response-to-assertion', state.inResponseTo),
      ...link('assertion-supersedes-assertion', state.supersedes),
      ...link('assertion-made-in-source', state.source),
      ...links('assertion-based-on-source', state.basedOn),
      ...links('assertion-quotes-passage', state.passages),
      ...links('assertion-hidden-by-source', state.erased?.hiddenBy ?? []),
      ...dateLink('assertion-said-on-date', state.saidOn),
    ],
  };
}

/** The node and links of a record. `recordedAt` is the instant of the recording, `method` its method. */
export function recordNode(entry: Entry, method: string, recordedAt: string): RecordNode {
  switch (entry.type) {
    case 'Entity':
      return entityNode(entry);
    case 'Source':
      return sourceNode(entry, method);
    case 'SourceVersion':
      return versionNode(entry);
    case 'Passage':
      return passageNode(entry);
    case 'Claim':
      return claimNode(entry);
    case 'Assertion':
      return assertionNode(entry, method, recordedAt);
    case 'Hold': {
      const { record, reason, by, released } = entry.state;
      return {
        properties: { recordId: record, reason, by, released: released !== undefined },
        links: [],
      };
    }
    case 'ConfidentialIdentity':
      return identityNode(entry, recordedAt);
    case 'Draft': {
      const { status, writers } = entry.state;
      return {
        properties: { state: canonicalJson(entry.state), status, authorId: writers[0]?.id ?? '' },
        links: [],
      };
    }
    default:
      return betweenNode(entry, method, recordedAt);
  }
}

/** The dates that links lead to, each once. */
export function dateNodes(nodes: readonly RecordNode[]): readonly { edtf: string; properties: Parameters }[] {
  const edtfs = new Set(
    nodes.flatMap((node) => node.links.filter((one) => one.statement.endsWith('-date')).map((one) => one.to)),
  );
  return [...edtfs].sort().map((edtf) => {
    const { earliest, latest } = boundsOf(edtf);
    return { edtf, properties: { earliest, latest } satisfies Record<string, Parameter> };
  });
}
