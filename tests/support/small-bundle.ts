import type { z } from 'zod';
import type { Bundle, bundleSchema } from '../../src/domain/bundle.ts';
import { idOf, type RecordType } from '../../src/domain/ids.ts';
import { parseBundle } from '../../src/ingest/parse-bundle.ts';
import { smallSources } from './small-sources.ts';

/** A bundle as it is written, before defaults. */
export type BundleInput = z.input<typeof bundleSchema>;
type ItemOf<List> = NonNullable<List> extends readonly (infer Item)[] ? Item : never;
type EntityInput = ItemOf<BundleInput['entities']>;
type ClaimInput = ItemOf<BundleInput['claims']>;
type AssertionInput = ItemOf<BundleInput['assertions']>;

export const namespace = 'test.example/small';

/** The id that a key of the small bundle gets. */
export const idIn = (type: RecordType, key: string): string => idOf(type, namespace, key);

export function entity(key: string, others: Partial<EntityInput> = {}): EntityInput {
  return {
    key,
    slug: key,
    kind: 'ORGANIZATION',
    names: [{ text: `The ${key}`, language: 'en', kind: 'NAME' }],
    ...others,
  };
}

export function claim(key: string, others: Partial<ClaimInput> = {}): ClaimInput {
  return {
    key,
    slug: key,
    text: { en: `The claim ${key}` },
    language: 'en',
    nature: 'FACT',
    about: ['company'],
    ...others,
  };
}

/** An origin that affirms; as a relay it wants `commitment: 'NEUTRAL'` and `attributedTo`. */
export function assertion(
  key: string,
  ofClaim: string,
  speaker: string,
  others: Partial<AssertionInput> = {},
): AssertionInput {
  return {
    key,
    claim: ofClaim,
    speaker,
    stance: 'AFFIRMS',
    commitment: 'ENDORSES',
    directness: 'INDIRECT',
    ...others,
  };
}

/** A relay of another assertion. */
export function relay(
  key: string,
  ofClaim: string,
  speaker: string,
  attributedTo: string,
  others: Partial<AssertionInput> = {},
): AssertionInput {
  return assertion(key, ofClaim, speaker, { commitment: 'NEUTRAL', attributedTo, ...others });
}

/** A small bundle in which every kind of record, link and field stands at least once. */
export function smallInput(): Required<Omit<BundleInput, '$schema'>> {
  return {
    format: 'onrecord-bundle/1',
    namespace,
    title: { en: 'The bridge' },
    by: 'The testers',
    method: 'IMPORT',
    entities: [
      entity('paper', { wikidata: 'Q11', description: { en: 'A daily.', zh: '日报' } }),
      entity('company'),
      entity('firm', { names: [{ text: 'The Firm', kind: 'ALIAS' }] }),
      entity('witness', {
        kind: 'PERSON',
        anonymity: 'UNNAMED_HERE',
        affiliations: [
          { organization: 'company', role: 'driver', asOf: { edtf: '2023-12', original: 'in December' } },
          { organization: 'paper' },
        ],
      }),
      entity('spokesman', { kind: 'PERSON' }),
      entity('bot', { kind: 'MACHINE' }),
      entity('memo', { kind: 'DOCUMENT', source: 'memo-source' }),
      entity('somebody', { kind: 'UNKNOWN' }),
    ],
    ...smallSources(),
    claims: [
      claim('shut', {
        text: { en: 'The bridge is shut', 'zh-Hans': '桥关闭了' },
        about: ['company', 'paper'],
        concerns: { edtf: '2023-12-14', original: 'yesterday', resolvedAgainst: 'published 2023-12-15' },
      }),
      claim('open', {
        text: { en: 'The bridge is open' },
        nature: 'OPINION',
        concerns: { edtf: '2023-12~' },
      }),
      claim('asked', {
        text: { 'zh-Hans': '豆包被问', en: 'Doubao is asked' },
        language: 'zh-Hans',
        about: ['bot'],
      }),
    ],
    assertions: [
      assertion('seen', 'shut', 'witness', {
        basis: 'WITNESSED',
        passages: ['shut'],
        saidOn: { edtf: '2023-12-14', original: 'on the day' },
        speakerAsNamed: 'a driver',
        role: 'driver',
        cue: 'says',
        basedOn: ['memo-source', 'copy'],
      }),
      relay('reported', 'shut', 'paper', 'seen', {
        source: 'article',
        passages: ['shut', 'asked'],
        saidOn: { edtf: '../2023-12-15', resolvedAgainst: 'the page' },
        saidIn: 'en',
      }),
      assertion('denied', 'shut', 'spokesman', {
        stance: 'DENIES',
        onBehalfOf: 'company',
        source: 'article',
        passages: ['open'],
        saidOn: { edtf: '2023-12-15~' },
        directness: 'DIRECT',
        prompt: 'Is it shut?',
        inResponseTo: 'reported',
        warnings: [
          { code: 'SCOPE_UNCLEAR', message: { en: 'How far it reaches is unclear.' }, layer: 'reported' },
        ],
      }),
      assertion('doubted', 'shut', 'bot', {
        stance: 'DOUBTS',
        modality: 'CONDITIONAL',
        condition: 'if asked',
      }),
      assertion('opened', 'open', 'firm', { source: 'copy' }),
      assertion('copied', 'open', 'paper', { copyOf: 'opened', copyReason: 'The same words.' }),
      assertion('old', 'open', 'company', { saidOn: { edtf: '2022' } }),
      assertion('new', 'open', 'company', { saidOn: { edtf: '2023' }, supersedes: 'old' }),
      relay('exaggerated', 'asked', 'paper', 'seen', {
        warnings: [{ code: 'RELAY_ALTERED', message: { en: 'It says more than it was told.' } }],
      }),
      assertion('wrong', 'asked', 'somebody', { withdrawn: { reason: 'It was not said.' } }),
    ],
    relations: [
      {
        key: 'either',
        kind: 'CONTRADICTS',
        from: 'shut',
        to: 'open',
        reason: { en: 'It is one or the other.' },
        status: 'CONFIRMED',
        assertedBy: ['denied', 'opened'],
      },
      {
        key: 'because',
        kind: 'CAUSES',
        from: 'shut',
        to: 'asked',
        reason: { en: 'Hence.' },
        status: 'PROPOSED',
      },
    ],
    reviews: [
      {
        key: 'check',
        claim: 'shut',
        reviewer: 'paper',
        rating: 'Half true',
        normalized: 'MIXTURE',
        url: 'https://paper.example/check',
        publishedOn: { edtf: '2023-12-20' },
      },
    ],
    judgements: [
      { key: 'same', verdict: 'SAME', between: ['company', 'firm'], reason: { en: 'One register entry.' } },
      { key: 'unsure', verdict: 'UNSURE', between: ['witness', 'somebody'], reason: { en: 'Perhaps.' } },
      { key: 'one-saying', verdict: 'SAME', between: ['opened', 'new'], reason: { en: 'One occasion.' } },
    ],
    replyRequests: [
      {
        key: 'asked-company',
        claim: 'shut',
        assertion: 'reported',
        to: 'company',
        channel: 'a call to the press office',
        question: { en: 'Is it shut?', zh: '桥关了吗？' },
        askedOn: { edtf: '2023-12-15', original: 'today', resolvedAgainst: 'the page' },
        deadline: '2023-12-15T18:00:00Z',
        reply: 'denied',
      },
    ],
  };
}

/** The small bundle, changed before it is parsed. */
export function smallBundle(change: (input: ReturnType<typeof smallInput>) => void = () => {}): Bundle {
  const input = smallInput();
  change(input);
  return parseBundle(input);
}

/** A bundle with nothing but what is given, in a namespace of its own. */
export function bundleOf(own: string, lists: Partial<BundleInput> = {}): Bundle {
  return parseBundle({
    format: 'onrecord-bundle/1',
    namespace: own,
    title: { en: own },
    by: 'The testers',
    method: 'IMPORT',
    ...lists,
  });
}
