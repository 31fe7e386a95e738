import type { InvalidInput } from '../../src/domain/errors.ts';
import type { BundleInput } from '../support/small-bundle.ts';
import { assertionRefusals } from './assertion-refusals.ts';
import { listRefusals } from './list-refusals.ts';
import { passageRefusals } from './passage-refusals.ts';
import { item, type Refusal, set } from './refusal.ts';
import { replyRefusals } from './reply-refusals.ts';
import { shapeRefusals } from './shape-refusals.ts';
import { timeRefusals } from './time-refusals.ts';

export const refusals: readonly Refusal[] = [
  ...shapeRefusals,
  ...assertionRefusals,
  ...replyRefusals,
  ...passageRefusals,
  ...listRefusals,
  ...timeRefusals,
  {
    rule: 'text: not in NFC',
    break: set('claims', 'shut', { text: { en: 'cafe\u0301' } }),
    path: 'claims[0].text.en',
    reason: 'NFC',
  },
  {
    rule: 'text: a control character',
    break: set('claims', 'shut', { text: { en: 'a\u0007b' } }),
    path: 'claims[0].text.en',
    reason: 'control',
  },
  {
    rule: 'text: a lone surrogate',
    break: set('claims', 'shut', { text: { en: 'a\ud800b' } }),
    path: 'claims[0].text.en',
    reason: 'surrogate',
  },
  {
    rule: 'text: none at all',
    break: set('claims', 'shut', { text: {} }),
    path: 'claims[0].text',
    reason: 'at least one language',
  },
  {
    rule: 'a language that is no tag',
    break: set('claims', 'shut', { language: 'ZH' }),
    path: 'claims[0].language',
    reason: 'BCP 47',
  },
  {
    rule: 'an address that is none',
    break: set('sources', 'article', { url: 'javascript:alert(1)' }),
    path: 'sources[1].url',
    reason: 'http(s)',
  },
  {
    rule: 'an address that no index can hold',
    break: set('sources', 'article', { url: `https://harbour-post.example/${'y'.repeat(9_000)}` }),
    path: 'sources[1].url',
    reason: 'at most 8000 bytes',
  },
  {
    rule: 'a Wikidata item that is none',
    break: set('entities', 'paper', { wikidata: 'P31' }),
    path: 'entities[0].wikidata',
    reason: 'Q-number',
  },
  {
    rule: 'a redacted speaker',
    break: set('entities', 'paper', { kind: 'REDACTED' }),
    path: 'entities[0].kind',
    reason: 'REDACTED',
  },
  {
    rule: 'two entities of one key',
    break: (input) => {
      input.entities?.push({
        ...(input.entities?.[0] as NonNullable<BundleInput['entities']>[number]),
        slug: 'other',
      });
    },
    path: 'entities[8].key',
    reason: 'key of its own',
  },
  {
    rule: 'two claims of one slug',
    break: set('claims', 'open', { slug: 'shut' }),
    path: 'claims[1].slug',
    reason: 'slug of its own',
  },
  {
    rule: 'a source that is no document',
    break: set('entities', 'paper', { source: 'article' }),
    path: 'entities[0].source',
    reason: 'only a DOCUMENT',
  },
  {
    rule: 'an organization that belongs to another',
    break: set('entities', 'paper', { affiliations: [{ organization: 'company' }] }),
    path: 'entities[0].affiliations',
    reason: 'only a PERSON',
  },
  {
    rule: 'an unnamed person with a Wikidata item',
    break: set('entities', 'witness', { wikidata: 'Q1' }),
    path: 'entities[3].wikidata',
    reason: 'would name them',
  },
  {
    rule: 'an end of what is no embargo',
    break: set('sources', 'article', { embargoedUntil: '2030-01-01T00:00:00Z' }),
    path: 'sources[1].embargoedUntil',
    reason: 'expected none',
  },
  {
    rule: 'a version without a hash',
    break: set('sources', 'copy', { versions: [{ key: 'bare' }] }),
    path: 'sources[2].versions[0].sha256',
    reason: 'expected the SHA-256',
  },
  {
    rule: 'a hash that is not of the text',
    break: set('sources', 'copy', { versions: [{ key: 'bare', text: 'a', sha256: '0'.repeat(64) }] }),
    path: 'sources[2].versions[0].sha256',
    reason: 'the hash of the text given',
  },
  {
    rule: 'a length that is not of the text',
    break: set('sources', 'copy', { versions: [{ key: 'bare', text: 'a', length: 2 }] }),
    path: 'sources[2].versions[0].length',
    reason: 'expected 1 code points',
  },
  {
    rule: 'a passage of another length',
    break: set('passages', 'shut', { end: 21 }),
    path: 'passages[0].end',
    reason: 'code points after start',
  },
  {
    rule: 'a passage that stands elsewhere',
    break: set('passages', 'shut', { start: 0, end: 18 }),
    path: 'passages[0].exact',
    reason: 'what the text has there',
  },
  {
    rule: 'a prefix that is not before it',
    break: set('passages', 'shut', { prefix: 'wrong' }),
    path: 'passages[0].prefix',
    reason: 'right before and after',
  },
  {
    rule: 'a passage that stands more than once',
    break: set('passages', 'shut', { exact: 'bridge', start: 23, end: 29 }),
    path: 'passages[0].prefix',
    reason: 'stands more than once',
  },
  {
    rule: 'a passage past the end of its version',
    break: (input) => {
      item(input.sources, 'article')['versions'] = [{ key: 'text', sha256: '0'.repeat(64), length: 20 }];
    },
    path: 'passages[0].end',
    reason: 'the length of the version',
  },
  {
    rule: 'a claim without text in its own language',
    break: set('claims', 'shut', { language: 'de' }),
    path: 'claims[0].text',
    reason: 'its own language',
  },
  {
    rule: 'a claim about nothing',
    break: set('claims', 'shut', { about: [] }),
    path: 'claims[0].about',
    reason: '>=1',
  },
  {
    rule: 'a relation of a claim with itself',
    break: set('relations', 'because', { to: 'shut' }),
    path: 'relations[1].to',
    reason: 'another claim',
  },
  {
    rule: 'a relation that stands twice, turned round',
    break: (input) => {
      input.relations?.push({
        key: 'again',
        kind: 'CONTRADICTS',
        from: 'open',
        to: 'shut',
        reason: { en: 'Again.' },
        status: 'PROPOSED',
      });
    },
    path: 'relations[2]',
    reason: 'each relation once',
  },
  {
    rule: 'a judgement on one record',
    break: set('judgements', 'same', { between: ['firm', 'firm'] }),
    path: 'judgements[0].between',
    reason: 'one came twice',
  },
  {
    rule: 'a judgement between an entity and an assertion',
    break: set('judgements', 'same', { between: ['company', 'seen'] }),
    path: 'judgements[0].between',
    reason: 'two entities, or two assertions',
  },
  {
    rule: 'judgements that cannot stand together',
    break: (input) => {
      input.judgements?.push(
        { key: 'third', verdict: 'SAME', between: ['firm', 'paper'], reason: { en: 'x' } },
        { key: 'not', verdict: 'DIFFERENT', between: ['company', 'paper'], reason: { en: 'y' } },
      );
    },
    path: 'judgements[4].between',
    reason: 'both the same and different; so say judgements[0], judgements[3] too',
  },
];

/** The issues of a refusal as lines; its message where it has none. */
export function linesOf(error: InvalidInput | Error): string {
  return 'issues' in error
    ? error.issues.map(({ path, message }) => `${path}: ${message}`).join('\n')
    : error.message;
}
