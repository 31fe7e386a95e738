import type { Bundle } from '../../src/domain/bundle.ts';
import { parseBundle } from '../../src/ingest/parse-bundle.ts';

/** The page on which all of the case was read; the first character is two UTF-16 units and one code point. */
const page =
  '📰据《信使报》报道,极点公司用轨道公司的数据训练模型。极点公司发言人表示:“没有。”一名工程师称亲眼见过。' +
  '机器人闪电回答说,它是由轨道公司开发的。轨道公司称,如有违规将终止账户。发布于12月9日。本文不代表平台立场。';

const zh = 'zh-Hans';

/**
 * A small invented case that has one of everything: a repost that says The Courier reports on documents, a body under
 * two names, a spokesperson, an engineer without a name, a chatbot, terms of use, a contradiction, a review.
 */
export const caseBundle: Bundle = parseBundle({
  format: 'onrecord-bundle/1',
  namespace: 'example.org/pole-and-orbit',
  title: { en: 'Pole and Orbit' },
  by: 'The editors',
  method: 'HUMAN',
  entities: [
    organization('pole', 'Pole', '极点公司'),
    organization('pole-inc', 'Pole Inc.', '极点股份公司'),
    organization('orbit', 'Orbit', '轨道公司', { wikidata: 'Q1' }),
    organization('courier', 'The Courier', '信使报'),
    organization('mirror', 'The Mirror', '镜报'),
    organization('checker', 'Checkers', '核查社'),
    {
      key: 'spokesperson',
      slug: 'pole-spokesperson',
      kind: 'PERSON',
      names: [
        { text: '极点公司发言人', language: zh, kind: 'NAME' },
        { text: 'a spokesperson of Pole', language: 'en', kind: 'TRANSLATION' },
      ],
      description: { [zh]: '极点公司的发言人', en: 'speaks for Pole' },
      anonymity: 'UNNAMED_HERE',
      affiliations: [{ organization: 'pole', role: 'spokesperson', asOf: { edtf: '2023-12' } }],
    },
    {
      key: 'engineer',
      slug: 'an-engineer',
      kind: 'GROUP',
      names: [{ text: '一名工程师', language: zh, kind: 'NAME' }],
      anonymity: 'PROTECTED',
    },
    { key: 'bolt', slug: 'bolt', kind: 'MACHINE', names: [{ text: '闪电', language: zh, kind: 'NAME' }] },
    {
      key: 'terms-entity',
      slug: 'terms-of-orbit-as-speaker',
      kind: 'DOCUMENT',
      names: [{ text: 'Terms of Orbit', language: 'en', kind: 'NAME' }],
      source: 'terms',
    },
    { key: 'data', slug: 'data-of-orbit', kind: 'THING', names: [{ text: 'Data of Orbit', kind: 'NAME' }] },
    {
      key: 'someone',
      slug: 'someone',
      kind: 'UNKNOWN',
      anonymity: 'UNNAMED_HERE',
      names: [{ text: 'unknown', language: 'en', kind: 'NAME' }],
    },
  ],
  sources: [
    {
      key: 'repost',
      slug: 'repost',
      kind: 'ARTICLE',
      title: { [zh]: '极点公司风波', en: 'The Pole affair' },
      url: 'https://mirror.example.org/1',
      publisher: 'mirror',
      authors: ['courier'],
      publishedOn: { edtf: '2023-12-18~', original: '12月18日', resolvedAgainst: 'shown elsewhere' },
      language: zh,
      seen: true,
      derivedFrom: [
        {
          kind: 'REPUBLISHES',
          from: 'article',
          status: 'PROPOSED',
          reason: { en: 'Same wording.' },
          method: 'RULES',
        },
        { kind: 'CITES', from: 'terms', status: 'REJECTED' },
      ],
      disclaimer: 'p-disclaimer',
      versions: [
        {
          key: 'repost-v1',
          text: page,
          retrievedAt: '2024-01-02T03:04:05Z',
          retrievedFrom: 'https://mirror.example.org/1',
        },
      ],
    },
    {
      key: 'article',
      slug: 'article',
      kind: 'ARTICLE',
      title: { [zh]: '报道' },
      publisher: 'courier',
      language: zh,
      seen: false,
    },
    { key: 'memo', slug: 'memo', kind: 'DOCUMENT', title: { en: 'A memo of Pole' }, seen: false },
    {
      key: 'terms',
      slug: 'terms',
      kind: 'TERMS',
      title: { en: 'Terms of use' },
      publisher: 'orbit',
      inForce: { edtf: '2023-01/2023-12' },
      language: 'en',
      seen: false,
    },
  ],
  passages: [
    passage('p-report', '极点公司用轨道公司的数据训练模型', {
      translation: { en: 'Pole trains models on data of Orbit' },
    }),
    passage('p-denial', '没有。'),
    passage('p-engineer', '一名工程师称亲眼见过'),
    passage('p-bolt', '它是由轨道公司开发的'),
    passage('p-terms', '如有违规将终止账户', { rendering: 'TRANSLATED' }),
    passage('p-disclaimer', '本文不代表平台立场', {
      verification: { state: 'EXACT', checkedAt: '2024-01-02T03:04:05Z' },
    }),
  ],
  claims: [
    claim(
      'trained',
      'pole-trained-on-data-of-orbit',
      ['pole', 'data'],
      {
        [zh]: '极点公司用轨道公司的数据训练模型',
        en: 'Pole trained models on data of Orbit',
      },
      {
        concerns: { edtf: '2023-06/2023-08', original: '6月至8月', resolvedAgainst: 'published 2023-12-18~' },
      },
    ),
    claim('untouched', 'pole-never-touched-data-of-orbit', ['pole-inc'], {
      [zh]: '极点公司没有碰过轨道公司的数据',
    }),
    claim('bolt-by-orbit', 'bolt-is-made-by-orbit', ['bolt', 'orbit'], { [zh]: '闪电是由轨道公司开发的' }),
    claim(
      'terminate',
      'orbit-will-terminate-accounts',
      ['orbit'],
      { en: 'Orbit will terminate accounts' },
      {
        language: 'en',
        nature: 'COMMITMENT',
      },
    ),
    claim(
      'unsaid',
      'orbit-stays-silent',
      ['orbit'],
      { en: 'Orbit stays silent' },
      { language: 'en', nature: 'OPINION' },
    ),
  ],
  assertions: [
    assertion('courier-trained', 'trained', 'courier', {
      source: 'article',
      basis: 'DOCUMENT',
      basedOn: ['memo'],
      passages: ['p-report'],
      saidOn: { edtf: '../2023-12-18~', resolvedAgainst: 'published 2023-12-18~' },
      saidIn: zh,
    }),
    assertion('mirror-trained', 'trained', 'mirror', {
      source: 'repost',
      attributedTo: 'courier-trained',
      commitment: 'NEUTRAL',
      cue: '报道',
      passages: ['p-report'],
      saidOn: { edtf: '2023-12-18~' },
      warnings: [{ code: 'RELAY_ALTERED', message: { en: 'Shortened.' }, layer: 'courier-trained' }],
    }),
    assertion('denial', 'trained', 'spokesperson', {
      source: 'repost',
      stance: 'DENIES',
      onBehalfOf: 'pole',
      speakerAsNamed: '极点公司发言人',
      role: '发言人',
      directness: 'DIRECT',
      prompt: 'Did you?',
      inResponseTo: 'courier-trained',
      passages: ['p-denial'],
      saidOn: { edtf: '2023-12-09', original: '12月9日' },
    }),
    assertion('denial-relayed', 'trained', 'mirror', {
      source: 'repost',
      stance: 'DENIES',
      attributedTo: 'denial',
      commitment: 'DISTANCES',
      passages: ['p-denial'],
    }),
    assertion('engineer-trained', 'trained', 'engineer', {
      basis: 'WITNESSED',
      modality: 'PROBABLE',
      directness: 'MIXED',
      passages: ['p-engineer'],
      copyOf: 'courier-trained',
      copyReason: 'The same words.',
      saidOn: { edtf: '2023-11' },
    }),
    assertion('pole-affirms', 'untouched', 'pole-inc', { source: 'repost', saidOn: { edtf: '2023-12-10' } }),
    assertion('pole-denies', 'untouched', 'pole', {
      source: 'repost',
      stance: 'DENIES',
      saidOn: { edtf: '2024-01-05' },
    }),
    assertion('bolt-says', 'bolt-by-orbit', 'bolt', { source: 'repost', passages: ['p-bolt'], saidIn: zh }),
    assertion('someone-says', 'bolt-by-orbit', 'someone', { source: 'repost', supersedes: 'someone-said' }),
    assertion('someone-said', 'bolt-by-orbit', 'someone', {}),
    assertion('terms-say', 'terminate', 'terms-entity', {
      source: 'terms',
      modality: 'CONDITIONAL',
      condition: '如有违规',
      passages: ['p-terms'],
    }),
    assertion('withdrawn', 'terminate', 'mirror', {
      source: 'repost',
      withdrawn: { reason: 'It is not in the text.' },
    }),
  ],
  relations: [
    {
      key: 'r-contradicts',
      kind: 'CONTRADICTS',
      from: 'trained',
      to: 'untouched',
      reason: { [zh]: '两者不能同真', en: 'Both cannot be true.' },
      status: 'CONFIRMED',
    },
    {
      key: 'r-explains',
      kind: 'EXPLAINS',
      from: 'terminate',
      to: 'trained',
      reason: { en: 'Why they fear it.' },
      status: 'PROPOSED',
      assertedBy: ['mirror-trained'],
    },
  ],
  reviews: [
    {
      key: 'review-1',
      claim: 'trained',
      reviewer: 'checker',
      rating: 'Half true',
      normalized: 'MIXTURE',
      url: 'https://checkers.example.org/1',
      publishedOn: { edtf: '2024-02-01' },
    },
    { key: 'review-0', claim: 'trained', reviewer: 'checker', rating: 'Open', normalized: 'OTHER' },
  ],
  judgements: [
    { key: 'j-same', verdict: 'SAME', between: ['pole', 'pole-inc'], reason: { en: 'One company.' } },
    { key: 'j-unsure', verdict: 'UNSURE', between: ['engineer', 'someone'], reason: { en: 'It may be.' } },
  ],
  replyRequests: [
    {
      key: 'asked-pole',
      claim: 'trained',
      assertion: 'courier-trained',
      to: 'pole',
      channel: 'e-mail to the press office',
      question: { [zh]: '是否属实？', en: 'Is it true?' },
      askedOn: { edtf: '2023-12-09', original: 'on Saturday' },
      deadline: '2023-12-10T12:00:00Z',
      reply: 'denial',
    },
    { key: 'asked-orbit', claim: 'trained', to: 'orbit', deadline: '2024-12-31T12:00:00Z' },
  ],
});

function organization(key: string, english: string, chinese: string, rest: object = {}) {
  const names = [
    { text: chinese, language: zh, kind: 'NAME' },
    { text: english, language: 'en', kind: 'TRANSLATION' },
  ];
  return { key, slug: key, kind: 'ORGANIZATION', names, ...rest };
}

function passage(key: string, exact: string, rest: object = {}) {
  const start = [...page.slice(0, page.indexOf(exact))].length;
  const place = { start, end: start + [...exact].length };
  return { key, version: 'repost-v1', exact, ...place, language: zh, rendering: 'ORIGINAL', ...rest };
}

function claim(key: string, slug: string, about: readonly string[], text: object, rest: object = {}) {
  return { key, slug, text, language: zh, nature: 'FACT', about, ...rest };
}

function assertion(key: string, of: string, speaker: string, rest: object) {
  return {
    key,
    claim: of,
    speaker,
    stance: 'AFFIRMS',
    commitment: 'ENDORSES',
    directness: 'INDIRECT',
    ...rest,
  };
}
