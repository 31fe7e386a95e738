import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../src/domain/bundle.ts';
import { bundleRecords } from '../../src/ingest/bundle-records.ts';
import { checkGraph } from '../../src/store/check-graph.ts';
import { eachEngine } from '../support/engines.ts';
import { storesOf, type TestStore } from '../support/seeded-store.ts';
import { assertion, type BundleInput, bundleOf, idIn, relay, smallBundle } from '../support/small-bundle.ts';
import { articleText } from '../support/small-sources.ts';

const namespace = 'test.example/earlier';
const shut = idIn('Claim', 'shut');
const [bot, company, spokesman, somebody, memo] = ['bot', 'company', 'spokesman', 'somebody', 'memo'].map(
  (key) => idIn('Entity', key),
) as [string, string, string, string, string];
const article = idIn('Source', 'article');
const reason = { en: 'So it seems.' };

/** Records a bundle past its rules, as a version did that had fewer of them. */
function recordUnchecked({ writer }: TestStore, bundle: Bundle): Promise<unknown> {
  const recording = { requestKey: 'earlier', inputHash: null, by: 'T', method: 'HUMAN', title: 'T' } as const;
  return writer.record(recording, async () => ({ entries: bundleRecords(bundle).entries, about: null }));
}

/** What an earlier version let in, what the check says of it, and what mends it. */
const letIn: readonly (readonly [string, string, Partial<BundleInput>, Partial<BundleInput>])[] = [
  [
    'SPEAKS_FOR_NOBODY',
    'a machine that speaks for a body',
    { assertions: [assertion('a', shut, bot, { onBehalfOf: company })] },
    { assertions: [assertion('a', shut, bot)] },
  ],
  [
    'SPEAKS_FOR_NOBODY',
    'an unknown voice that speaks for a body',
    { assertions: [assertion('a', shut, somebody, { onBehalfOf: company })] },
    { assertions: [assertion('a', shut, somebody, { onBehalfOf: company, withdrawn: { reason: 'x' } })] },
  ],
  [
    'SELF_REFERENCE',
    'one who speaks for itself',
    { assertions: [assertion('a', shut, company, { onBehalfOf: company })] },
    { assertions: [assertion('a', shut, company)] },
  ],
  [
    'SELF_REFERENCE',
    'a copy of itself',
    { assertions: [assertion('a', shut, company, { copyOf: 'a', copyReason: 'x' })] },
    { assertions: [assertion('a', shut, company)] },
  ],
  [
    'SELF_REFERENCE',
    'an answer to itself',
    { assertions: [assertion('a', shut, company, { inResponseTo: 'a' })] },
    { assertions: [assertion('a', shut, company)] },
  ],
  [
    'SELF_REFERENCE',
    'a claim that contradicts itself',
    { relations: [{ key: 'r', kind: 'CONTRADICTS', from: shut, to: shut, reason, status: 'CONFIRMED' }] },
    { relations: [{ key: 'r', kind: 'CONTRADICTS', from: shut, to: shut, reason, status: 'REJECTED' }] },
  ],
  [
    'SELF_REFERENCE',
    'a source that derives from itself',
    { sources: [source({ derivedFrom: [{ kind: 'CITES', from: 's', status: 'CONFIRMED' }] })] },
    { sources: [source({ derivedFrom: [{ kind: 'CITES', from: 's', status: 'REJECTED' }] })] },
  ],
  [
    'LISTED_TWICE',
    'a document twice',
    { assertions: [assertion('a', shut, company, { basedOn: ['s', 's'] })], sources: [source()] },
    { assertions: [assertion('a', shut, company, { basedOn: ['s'] })] },
  ],
  [
    'BASIS_UNNAMED',
    'documents that are none',
    { assertions: [assertion('a', shut, company, { basis: 'DOCUMENT' })] },
    { assertions: [assertion('a', shut, company, { basis: 'INFERRED' })] },
  ],
  [
    'REASON_MISSING',
    'a derivation that is proposed without a reason',
    { sources: [source({ derivedFrom: [{ kind: 'CITES', from: article, status: 'PROPOSED' }] })] },
    {
      sources: [source({ derivedFrom: [{ kind: 'CITES', from: article, status: 'PROPOSED', reason }] })],
    },
  ],
  [
    'NO_BODY',
    'one who speaks for a product',
    { assertions: [assertion('a', shut, spokesman, { onBehalfOf: bot })] },
    { assertions: [assertion('a', shut, spokesman)] },
  ],
  [
    'DOCUMENT_RELAYS',
    'a document that passes on words',
    { assertions: [assertion('b', shut, company), relay('a', shut, memo, 'b')] },
    { assertions: [relay('a', shut, memo, 'b', { withdrawn: { reason: 'It is not so.' } })] },
  ],
  [
    'COPY_CYCLE',
    'copies of one another',
    {
      assertions: [
        assertion('a', shut, company, { copyOf: 'b', copyReason: 'x' }),
        assertion('b', shut, company, { copyOf: 'a', copyReason: 'x' }),
      ],
    },
    { assertions: [assertion('b', shut, company)] },
  ],
  [
    'ANSWER_CYCLE',
    'answers to one another',
    {
      assertions: [
        assertion('a', shut, company, { inResponseTo: 'b' }),
        assertion('b', shut, company, { inResponseTo: 'a' }),
      ],
    },
    { assertions: [assertion('b', shut, company)] },
  ],
  [
    'PASSAGES_CONFLICT',
    'two texts at one place of one version',
    { passages: [quoted('the lodge was shut')] },
    { passages: [quoted('the bridge is shut')] },
  ],
  [
    'TEXT_UNFIT',
    'words that turn what stands around them',
    { sources: [source({ title: { en: 'a\u202eb' } })] },
    { sources: [source()] },
  ],
  [
    'KINDS_MIXED',
    'an unknown voice that is a person',
    { judgements: [{ key: 'j', verdict: 'SAME', between: [somebody, spokesman], reason }] },
    { judgements: [{ key: 'j', verdict: 'UNSURE', between: [somebody, spokesman], reason }] },
  ],
  [
    'SAYINGS_DIFFER',
    'a relay that is one saying with its origin',
    {
      assertions: [assertion('b', shut, company), relay('a', shut, spokesman, 'b')],
      judgements: [{ key: 'j', verdict: 'SAME', between: ['a', 'b'], reason }],
    },
    {
      assertions: [assertion('b', shut, company), relay('a', shut, spokesman, 'b')],
      judgements: [{ key: 'j', verdict: 'DIFFERENT', between: ['a', 'b'], reason }],
    },
  ],
  [
    'COPY_OF_RELAY',
    'a copy of what passes it on',
    {
      assertions: [
        assertion('b', shut, company, { copyOf: 'a', copyReason: 'x' }),
        relay('a', shut, spokesman, 'b'),
      ],
    },
    { assertions: [assertion('b', shut, company)] },
  ],
  [
    'DISCLAIMER_ELSEWHERE',
    'a disclaimer of another source',
    { sources: [source({ disclaimer: idIn('Passage', 'asked') })] },
    { sources: [source()] },
  ],
  [
    'MACHINE_AS_SOMEBODY',
    'a machine that is a person',
    {
      judgements: [{ key: 'j', verdict: 'SAME', between: [bot, spokesman], reason }],
      assertions: [assertion('b', shut, bot), relay('c', shut, company, 'b')],
    },
    { judgements: [{ key: 'j', verdict: 'DIFFERENT', between: [bot, spokesman], reason }] },
  ],
];

function quoted(exact: string) {
  const start = articleText.indexOf('the bridge is shut');
  const version = idIn('SourceVersion', 'text');
  const place = { version, start, end: start + exact.length };
  return { key: 'p', exact, ...place, language: 'en', rendering: 'ORIGINAL' as const };
}

function source(others: object = {}) {
  return { key: 's', slug: 's', kind: 'ARTICLE' as const, title: { en: 'S' }, seen: true, ...others };
}

eachEngine((_, open) => {
  const empty = storesOf(open);

  describe('the check of a graph that an earlier version recorded', () => {
    it.each(letIn)('finds %s, %s, and nothing once it is mended', async (code, _name, wrong, mended) => {
      const store = await empty();
      await store.import(smallBundle());
      await recordUnchecked(store, bundleOf(namespace, wrong));
      const problems = await checkGraph(store);
      expect([...new Set(problems.map((one) => one.code))]).toEqual([code]);
      const [dossier] = await store.reader.dossiers([shut]);
      expect(dossier?.entries.length).toBeGreaterThan(3);
      await store.import(bundleOf(namespace, mended));
      expect(await checkGraph(store)).toEqual([]);
    });
  });
});
