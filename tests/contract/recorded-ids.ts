import type { Bundle } from '../../src/domain/bundle.ts';
import { idOf, type RecordType } from '../../src/domain/ids.ts';
import { seedBundle } from '../support/seeded-store.ts';
import { smallBundle } from '../support/small-bundle.ts';

export const bundles: readonly Bundle[] = [seedBundle(), smallBundle()];

function keysOf(bundle: Bundle): Record<RecordType, readonly { readonly key: string }[]> {
  return {
    Entity: bundle.entities,
    Source: bundle.sources,
    SourceVersion: bundle.sources.flatMap(({ versions }) => versions),
    Passage: bundle.passages,
    Claim: bundle.claims,
    Assertion: bundle.assertions,
    ClaimRelation: bundle.relations,
    Review: bundle.reviews,
    IdentityJudgement: bundle.judgements,
    ReplyRequest: bundle.replyRequests,
    // No bundle has any.
    Hold: [],
    ConfidentialIdentity: [],
    Draft: [],
  };
}

/** The ids of all records of a type in the two bundles. */
export function idsOf(type: RecordType): readonly string[] {
  return bundles.flatMap((bundle) =>
    keysOf(bundle)[type].map(({ key }) => idOf(type, bundle.namespace, key)),
  );
}

/** An id of that type that nothing has. */
export const unknownId = (type: RecordType): string => `${type}_${'f'.repeat(32)}`;
