import type { Bundle } from '../../src/domain/bundle.ts';
import { idOf, type RecordType } from '../../src/domain/ids.ts';
import { seedBundle } from '../support/seeded-store.ts';
import { assertion, bundleOf, claim, idIn, relay, smallBundle } from '../support/small-bundle.ts';

/** What is relayed and copied was replaced twice, once by an assertion of another claim. */
const replaced = bundleOf('test.example/replaced', {
  assertions: [
    assertion('first', idIn('Claim', 'open'), idIn('Entity', 'firm')),
    relay('retold', idIn('Claim', 'open'), idIn('Entity', 'paper'), 'first'),
    assertion('taken', idIn('Claim', 'open'), idIn('Entity', 'bot'), {
      copyOf: 'first',
      copyReason: 'The same words.',
    }),
    assertion('second', idIn('Claim', 'open'), idIn('Entity', 'spokesman'), { supersedes: 'first' }),
    assertion('third', idIn('Claim', 'asked'), idIn('Entity', 'spokesman'), { supersedes: 'second' }),
  ],
});

/** Two claims that stand against others no more: of one all support was withdrawn, the other was taken back. */
const lapsed = bundleOf('test.example/lapsed', {
  claims: [
    claim('withdrawn', { about: [idIn('Entity', 'firm')] }),
    claim('dropped', { about: [idIn('Entity', 'firm')] }),
  ],
  assertions: [
    assertion('wrong', 'withdrawn', idIn('Entity', 'firm'), { withdrawn: { reason: 'It was not said.' } }),
    assertion('said', 'dropped', idIn('Entity', 'firm')),
    assertion('back', 'dropped', idIn('Entity', 'firm'), { stance: 'RETRACTS' }),
  ],
  relations: ['withdrawn', 'dropped'].map((key) => ({
    key,
    kind: 'CONTRADICTS' as const,
    from: key,
    to: idIn('Claim', 'shut'),
    reason: { en: 'It is one or the other.' },
    status: 'CONFIRMED' as const,
  })),
});

export const bundles: readonly Bundle[] = [seedBundle(), smallBundle(), replaced, lapsed];

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

/** The ids of all records of a type in the bundles. */
export function idsOf(type: RecordType): readonly string[] {
  return bundles.flatMap((bundle) =>
    keysOf(bundle)[type].map(({ key }) => idOf(type, bundle.namespace, key)),
  );
}

/** An id of that type that nothing has. */
export const unknownId = (type: RecordType): string => `${type}_${'f'.repeat(32)}`;
