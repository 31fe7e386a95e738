import type { InvalidInput } from '../../src/domain/errors.ts';
import { type BundleInput, claim, relay, type smallInput } from '../support/small-bundle.ts';

type Input = ReturnType<typeof smallInput>;
type Item = Record<string, unknown>;

/** One rule broken once: how, at which path it is told, and with which words. */
export interface Refusal {
  readonly rule: string;
  readonly break: (input: Input) => void;
  readonly path: string;
  readonly reason: string;
}

/** An item as a plain record, so that it can be made wrong. */
function item(list: readonly unknown[] | undefined, key: string): Item {
  const found = (list ?? []).find((one) => (one as Item)['key'] === key);
  if (!found) throw new Error(`the small bundle has no ${key}`);
  return found as Item;
}
const set = (list: keyof Input, key: string, change: Item) => (input: Input) => {
  Object.assign(item(input[list] as readonly unknown[], key), change);
};
const assertion = (key: string, change: Item) => set('assertions', key, change);

export const refusals: readonly Refusal[] = [
  {
    rule: 'shape: an unknown field',
    break: set('claims', 'shut', { truth: 1 }),
    path: 'claims[0]',
    reason: 'truth',
  },
  {
    rule: 'shape: a missing field',
    break: set('claims', 'shut', { nature: undefined }),
    path: 'claims[0].nature',
    reason: 'missing',
  },
  {
    rule: 'shape: another format',
    break: (input) => Object.assign(input, { format: 'onrecord-bundle/9' }),
    path: 'format',
    reason: 'onrecord-bundle/1',
  },
  {
    rule: 'shape: a namespace',
    break: (input) => Object.assign(input, { namespace: 'No!' }),
    path: 'namespace',
    reason: 'lower-case name',
  },
  {
    rule: 'shape: a word of no vocabulary',
    break: assertion('seen', { stance: 'HINTS' }),
    path: 'assertions[0].stance',
    reason: 'HINTS',
  },
  {
    rule: 'shape: a key',
    break: set('claims', 'shut', { key: 'Not A Key' }),
    path: 'claims[0].key',
    reason: 'expected a key',
  },
  {
    rule: 'shape: a slug',
    break: set('claims', 'shut', { slug: 'Not a slug' }),
    path: 'claims[0].slug',
    reason: 'expected a slug',
  },
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
    rule: 'a date that is no EDTF',
    break: assertion('seen', { saidOn: { edtf: '15 December' } }),
    path: 'assertions[0].saidOn.edtf',
    reason: 'EDTF',
  },
  {
    rule: 'a day that does not exist',
    break: assertion('seen', { saidOn: { edtf: '2023-02-30' } }),
    path: 'assertions[0].saidOn.edtf',
    reason: '2023-02-30',
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
    rule: 'a confidential source',
    break: set('sources', 'article', { access: 'CONFIDENTIAL' }),
    path: 'sources[1].access',
    reason: 'expected PUBLIC',
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
    rule: 'an origin that does not endorse',
    break: assertion('seen', { commitment: 'NEUTRAL' }),
    path: 'assertions[0].commitment',
    reason: 'ENDORSES',
  },
  {
    rule: 'a condition without the modality',
    break: assertion('seen', { condition: 'if so' }),
    path: 'assertions[0].condition',
    reason: 'CONDITIONAL',
  },
  {
    rule: 'the modality without a condition',
    break: assertion('seen', { modality: 'CONDITIONAL' }),
    path: 'assertions[0].condition',
    reason: 'CONDITIONAL',
  },
  {
    rule: 'a copy without a reason',
    break: assertion('copied', { copyReason: undefined }),
    path: 'assertions[5].copyReason',
    reason: 'together',
  },
  {
    rule: 'a reason without a copy',
    break: assertion('seen', { copyReason: 'alike' }),
    path: 'assertions[0].copyReason',
    reason: 'together',
  },
  {
    rule: 'a copy of itself',
    break: assertion('copied', { copyOf: 'copied' }),
    path: 'assertions[5].copyOf',
    reason: 'copy of itself',
  },
  {
    rule: 'an answer to itself',
    break: assertion('seen', { inResponseTo: 'seen' }),
    path: 'assertions[0].inResponseTo',
    reason: 'answers itself',
  },
  {
    rule: 'what takes its own place',
    break: assertion('seen', { supersedes: 'seen' }),
    path: 'assertions[0].supersedes',
    reason: 'its own place',
  },
  {
    rule: 'two that take one place',
    break: assertion('seen', { supersedes: 'old' }),
    path: 'assertions[7].supersedes',
    reason: 'place is taken',
  },
  {
    rule: "two that take each other's place",
    break: assertion('old', { supersedes: 'new' }),
    path: 'assertions[6].supersedes',
    reason: 'in the end',
  },
  {
    rule: 'a product that speaks for a body',
    break: assertion('doubted', { onBehalfOf: 'company' }),
    path: 'assertions[3].onBehalfOf',
    reason: 'speaks for nobody',
  },
  {
    rule: 'a body that speaks for itself',
    break: assertion('opened', { onBehalfOf: 'firm' }),
    path: 'assertions[4].onBehalfOf',
    reason: 'another body',
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
    rule: 'a reference to nothing',
    break: assertion('seen', { speaker: 'nobody' }),
    path: 'assertions[0].speaker',
    reason: 'nothing is there for it',
  },
  {
    rule: 'a reference to an id that is not there',
    break: assertion('seen', { speaker: `Entity_${'0'.repeat(32)}` }),
    path: 'assertions[0].speaker',
    reason: 'nothing is there for it',
  },
  {
    rule: 'a reference to another type',
    break: assertion('seen', { speaker: `Claim_${'0'.repeat(32)}` }),
    path: 'assertions[0].speaker',
    reason: 'expected a reference to Entity',
  },
  {
    rule: 'a chain that leads back to itself',
    break: assertion('seen', { attributedTo: 'reported', commitment: 'NEUTRAL' }),
    path: 'assertions[0].attributedTo',
    reason: 'back to itself',
  },
  {
    rule: 'a relay of another claim that does not say so',
    break: assertion('exaggerated', { warnings: [] }),
    path: 'assertions[8].attributedTo',
    reason: 'RELAY_ALTERED',
  },
  {
    rule: 'a relay that turns the stance',
    break: assertion('reported', { stance: 'DENIES' }),
    path: 'assertions[1].stance',
    reason: 'expected AFFIRMS, came DENIES',
  },
  {
    rule: 'judgements that cannot stand together',
    break: (input) => {
      input.judgements?.push(
        { key: 'third', verdict: 'SAME', between: ['firm', 'paper'], reason: { en: 'x' } },
        { key: 'not', verdict: 'DIFFERENT', between: ['company', 'paper'], reason: { en: 'y' } },
      );
    },
    path: '',
    reason: 'both the same and different',
  },
  {
    rule: 'a claim that is related under a misspelt key',
    break: (input) => {
      input.claims?.push(claim('extra'));
      input.assertions?.push(relay('lost', 'extra', 'paper', 'nowhere'));
    },
    path: 'assertions[10].attributedTo',
    reason: 'nothing is there for it',
  },
];

/** The issues of a refusal as lines; its message where it has none. */
export function linesOf(error: InvalidInput | Error): string {
  return 'issues' in error
    ? error.issues.map(({ path, message }) => `${path}: ${message}`).join('\n')
    : error.message;
}
