import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../src/domain/dossier.ts';
import { headlineOf } from '../../src/domain/headline.ts';
import { pick } from '../../src/domain/localize.ts';
import type { Entity, Name } from '../../src/domain/model.ts';
import { anyDossier } from './random-dossier.ts';
import { claim, dossier, entity, entry, judged, relation, source } from './records.ts';

const en = 'The account is suspended';
const zh = '账号已暂停';
const gone = { withdrawnAt: '2024-02-01T00:00:00.000Z' };

const bilingual = (chinese: string, english: string): Name[] => [
  { text: chinese, language: 'zh-Hans', kind: 'NAME' },
  { text: english, language: 'en', kind: 'NAME' },
];
const organization = (id: string, names?: Name[]) =>
  entity(id, { kind: 'ORGANIZATION', ...(names ? { names } : {}) });
const huxiu = organization('huxiu', bilingual('虎嗅', 'Huxiu'));
const verge = organization('The Verge');
const openai = organization('OpenAI');
const bytedance = organization('bytedance', bilingual('字节跳动', 'ByteDance'));
const felix = entity('Niko Felix');
const seth = entity('Jodi Seth');
const grok = entity('Grok', { kind: 'MACHINE' });
const people = entity('people', {
  names: bilingual('相关人士', 'People connected with it'),
  anonymity: 'PROTECTED',
});
const terms = entity('OpenAI terms', { kind: 'DOCUMENT' });
const unknown = entity('unknown', { kind: 'UNKNOWN' });

const statement = entry('statement', { speaker: felix, onBehalfOf: openai, role: 'OpenAI spokesperson' });
const relay = entry('relay', { speaker: huxiu, of: statement });
const denial = entry('denial', { speaker: seth, onBehalfOf: bytedance, stance: 'DENIES' });
const inChinese = { ...statement, role: 'OpenAI发言人' };

type Case = [string, Dossier, string, string];

describe('a headline', () => {
  test.each<Case>([
    [
      'names the speaker with the role, and who reported it',
      dossier([statement, relay]),
      `According to Niko Felix (OpenAI spokesperson), as reported by Huxiu: ${en}`,
      `据代表OpenAI的Niko Felix称（虎嗅报道）：${zh}`,
    ],
    [
      'gives a role only in the language that it is recorded in, else the body',
      dossier([inChinese, relay]),
      `According to Niko Felix (speaking for OpenAI), as reported by Huxiu: ${en}`,
      `据OpenAI发言人Niko Felix称（虎嗅报道）：${zh}`,
    ],
    [
      'names each who passed it on, from the speaker outwards',
      dossier([
        denial,
        entry('a', { speaker: felix }),
        ...(() => {
          const first = entry('b', { speaker: verge, of: entry('a', { speaker: felix }) });
          return [first, entry('c', { speaker: huxiu, of: first })];
        })(),
      ]),
      `According to Niko Felix, as reported by The Verge, cited by Huxiu: ${en} — denied by ByteDance`,
      `据Niko Felix称（虎嗅援引The Verge报道）：${zh}——字节跳动否认`,
    ],
    [
      'is in the publication’s own voice',
      dossier([entry('a', { speaker: huxiu })]),
      `According to Huxiu: ${en}`,
      `据虎嗅称：${zh}`,
    ],
    [
      'does not take the own voice beside a source for another',
      dossier([statement, relay, entry('own', { speaker: huxiu, basis: 'UNSTATED' })]),
      `According to Niko Felix (OpenAI spokesperson), as reported by Huxiu: ${en}`,
      `据代表OpenAI的Niko Felix称（虎嗅报道）：${zh}`,
    ],
    [
      'names both of two origins',
      dossier([entry('a', { speaker: felix }), entry('b', { speaker: seth })]),
      `According to Niko Felix and Jodi Seth: ${en}`,
      `据Niko Felix和Jodi Seth称：${zh}`,
    ],
    [
      'names the first of more, and counts the others',
      dossier([entry('a', { speaker: felix }), ...['b', 'c', 'd'].map((id) => entry(id))]),
      `According to Niko Felix and 3 others: ${en}`,
      `据Niko Felix等4方称：${zh}`,
    ],
    [
      'says that a machine is one',
      dossier([entry('a', { speaker: grok })]),
      `According to the chatbot Grok: ${en}`,
      `据聊天机器人Grok称：${zh}`,
    ],
    [
      'says that the speaker is not named, and where the words stand',
      dossier([entry('a', { speaker: unknown, sourceId: 's' })], {
        sources: [source('s', { title: [{ language: 'en', text: 'A page' }] })],
      }),
      `According to words whose speaker is not named in “A page”: ${en}`,
      `据《A page》中未指明发言者的话：${zh}`,
    ],
    [
      'says who reported words whose speaker is not named',
      dossier(
        (() => {
          const words = entry('a', { speaker: unknown, sourceId: 's' });
          return [words, entry('b', { speaker: verge, of: words })];
        })(),
      ),
      `According to words whose speaker is not named, as reported by The Verge: ${en}`,
      `据未指明发言者的话（The Verge报道）：${zh}`,
    ],
    [
      'gives the reporter where the relayed said something else',
      dossier([entry('a', { speaker: huxiu, of: entry('x', { claimId: 'another' }) })]),
      `As reported by Huxiu: ${en}`,
      `据虎嗅报道：${zh}`,
    ],
    [
      'tells that it is denied, doubted and contradicted',
      dossier(
        [entry('a', { speaker: felix }), denial, entry('doubt', { speaker: verge, stance: 'DOUBTS' })],
        { relations: [relation('claim', 'other')] },
      ),
      `According to Niko Felix: ${en} — denied by ByteDance; doubted by The Verge; contradicted by another claim`,
      `据Niko Felix称：${zh}——字节跳动否认；The Verge质疑；另有一项主张与之矛盾`,
    ],
    [
      'tells that a machine denies it, as a machine',
      dossier([entry('a', { speaker: felix }), entry('b', { speaker: grok, stance: 'DENIES' })]),
      `According to Niko Felix: ${en} — denied by the chatbot Grok`,
      `据Niko Felix称：${zh}——聊天机器人Grok否认`,
    ],
    ['says that it is only denied', dossier([denial]), `Denied by ByteDance: ${en}`, `字节跳动否认：${zh}`],
    [
      'says that someone declined to comment, and who reported that',
      dossier(
        (() => {
          const refusal = { ...denial, stance: 'DECLINES_TO_COMMENT' as const };
          return [refusal, entry('r', { speaker: huxiu, of: refusal })];
        })(),
      ),
      `As reported by Huxiu, ByteDance declined to comment on whether: ${en}`,
      `字节跳动对以下主张不予置评（虎嗅报道）：${zh}`,
    ],
    [
      'says that a machine did not respond',
      dossier([entry('a', { speaker: grok, stance: 'NO_RESPONSE' })]),
      `The chatbot Grok did not respond on whether: ${en}`,
      `聊天机器人Grok未回应以下主张：${zh}`,
    ],
    [
      'writes a description that stands for a name as within a sentence, and capital only at its beginning',
      dossier([entry('a', { speaker: people, stance: 'NO_RESPONSE' })]),
      `People connected with it did not respond on whether: ${en}`,
      `相关人士未回应以下主张：${zh}`,
    ],
    [
      'writes a description within a sentence without a capital',
      dossier([entry('a', { speaker: people })]),
      `According to people connected with it: ${en}`,
      `据相关人士称：${zh}`,
    ],
    [
      'does not say for whom a document speaks whose name says it',
      dossier([entry('a', { speaker: terms, onBehalfOf: openai })]),
      `According to OpenAI terms: ${en}`,
      `据OpenAI terms称：${zh}`,
    ],
    [
      'says first that it was withdrawn',
      dossier([{ ...statement, ...gone }]),
      `Withdrawn from this record, where it stood according to Niko Felix (OpenAI spokesperson): ${en}`,
      `本记录已撤回，原据代表OpenAI的Niko Felix称：${zh}`,
    ],
    [
      'says that its speaker took it back',
      dossier([statement, relay, entry('r', { speaker: felix, stance: 'RETRACTS' })]),
      `Said and since taken back by Niko Felix (OpenAI spokesperson), as reported by Huxiu: ${en}`,
      `代表OpenAI的Niko Felix曾称、后已收回（虎嗅报道）：${zh}`,
    ],
    [
      'says that one of its speakers took it back',
      dossier([
        statement,
        entry('other', { speaker: seth }),
        entry('r', { speaker: felix, stance: 'RETRACTS' }),
      ]),
      `According to Jodi Seth: ${en} — taken back by OpenAI`,
      `据Jodi Seth称：${zh}——OpenAI已收回`,
    ],
    [
      'does not say of one who says it again that it was taken back',
      dossier([
        entry('a', { speaker: felix, said: '2024-01-01' }),
        entry('r', { speaker: felix, stance: 'RETRACTS', said: '2024-01-05' }),
        entry('b', { speaker: felix, said: '2024-01-09' }),
      ]),
      `According to Niko Felix: ${en}`,
      `据Niko Felix称：${zh}`,
    ],
    [
      'says that a denial was taken back, and no more that it is denied',
      dossier([
        entry('a', { speaker: felix }),
        entry('d', { speaker: seth, onBehalfOf: bytedance, stance: 'DENIES', said: '2024-01-01' }),
        entry('r', { speaker: bytedance, stance: 'RETRACTS', said: '2024-01-03' }),
      ]),
      `According to Niko Felix: ${en} — denial since taken back by ByteDance`,
      `据Niko Felix称：${zh}——字节跳动曾否认、后已收回否认`,
    ],
    [
      'says of a claim that nobody affirms that its denial was taken back',
      dossier([denial, entry('r', { speaker: bytedance, stance: 'RETRACTS' })]),
      `Denial since taken back by ByteDance: ${en}`,
      `字节跳动曾否认、后已收回否认：${zh}`,
    ],
    [
      'says who still denies it, and who took a doubt back',
      dossier([
        denial,
        entry('doubt', { speaker: verge, stance: 'DOUBTS' }),
        entry('r', { speaker: verge, stance: 'RETRACTS' }),
      ]),
      `Denied by ByteDance: ${en} — doubt since taken back by The Verge`,
      `字节跳动否认：${zh}——The Verge曾质疑、后已收回质疑`,
    ],
    [
      'says that nobody said it',
      dossier([]),
      `Nobody is recorded here as saying: ${en}`,
      `此处没有任何人说过以下内容的记录：${zh}`,
    ],
  ])('%s', (_, one, english, chinese) => {
    expect(headlineOf(one, 'en')).toBe(english);
    expect(headlineOf(one, 'zh-Hans')).toBe(chinese);
  });

  test.each([
    ['PROBABLE', null, 'According to Niko Felix, probably: ', '据Niko Felix称，很可能：'],
    ['POSSIBLE', null, 'According to Niko Felix, possibly: ', '据Niko Felix称，可能：'],
    ['SUSPECTED', null, 'According to Niko Felix, as a suspicion: ', '据Niko Felix称，疑似：'],
    ['CONDITIONAL', null, 'According to Niko Felix, on a condition: ', '据Niko Felix称，在一定条件下：'],
    [
      'CONDITIONAL',
      'they break them',
      'According to Niko Felix, if they break them: ',
      '据Niko Felix称，在一定条件下：',
    ],
    [
      'CONDITIONAL',
      'If they break them',
      'According to Niko Felix, if they break them: ',
      '据Niko Felix称，在一定条件下：',
    ],
    [
      'CONDITIONAL',
      '如果发现违反',
      'According to Niko Felix, on a condition: ',
      '据Niko Felix称，如果发现违反：',
    ],
    ['CONDITIONAL', '发现违反', 'According to Niko Felix, on a condition: ', '据Niko Felix称，若发现违反：'],
    [
      'CONDITIONAL',
      '如果我们发现违反',
      'According to Niko Felix, on a condition: ',
      '据Niko Felix称，在一定条件下：',
    ],
    [
      'CONDITIONAL',
      'if you break our rules',
      'According to Niko Felix, on a condition: ',
      '据Niko Felix称，在一定条件下：',
    ],
  ] as const)('keeps a hedge: %s, %s', (modality, condition, english, chinese) => {
    const one = dossier([entry('a', { speaker: felix, modality, condition })]);
    expect(headlineOf(one, 'en')).toBe(english + en);
    expect(headlineOf(one, 'zh')).toBe(chinese + zh);
  });

  test('names both of two who may be one, since that is not decided', () => {
    const entries = [entry('a', { speaker: felix }), entry('b', { speaker: seth })];
    const one = dossier(entries, { judgements: [judged('UNSURE', felix.id, seth.id)] });
    expect(headlineOf(one, 'en')).toBe(`According to Niko Felix and Jodi Seth: ${en}`);
  });

  test('hedges once where all whom it names hedge alike', () => {
    const entries = [felix, seth].map((speaker) =>
      entry(speaker.id, { speaker, modality: 'CONDITIONAL', condition: 'if asked' }),
    );
    expect(headlineOf(dossier(entries), 'en')).toBe(`According to Jodi Seth and Niko Felix, if asked: ${en}`);
  });

  test.each<[string, Parameters<typeof entry>[1][], string, string]>([
    [
      'for each where they hedge differently',
      [{ modality: 'POSSIBLE' }, { modality: 'SUSPECTED' }],
      `According to Ann (as possible) and Ben (as a suspicion): ${en}`,
      `据Ann（认为可能）和Ben（仅为怀疑）称：${zh}`,
    ],
    [
      'for the one who does, beside one who is certain',
      [{ modality: 'SUSPECTED' }, {}],
      `According to Ann (as a suspicion) and Ben: ${en}`,
      `据Ann（仅为怀疑）和Ben称：${zh}`,
    ],
    [
      'by each one’s condition',
      [
        { modality: 'CONDITIONAL', condition: 'if asked' },
        { modality: 'CONDITIONAL', condition: 'paid' },
      ],
      `According to Ann (if asked) and Ben (if paid): ${en}`,
      `据Ann和Ben称，在一定条件下：${zh}`,
    ],
    [
      'behind a role',
      [{ modality: 'PROBABLE', role: 'engineer' }, { modality: 'CONDITIONAL' }],
      `According to Ann (engineer; as probable) and Ben (on a condition): ${en}`,
      `据Ann（认为很可能）和Ben（在一定条件下）称：${zh}`,
    ],
    [
      'for those who are only counted',
      [{}, { modality: 'SUSPECTED' }, {}, { modality: 'SUSPECTED' }],
      `According to Ann, 2 others (as a suspicion) and 1 other: ${en}`,
      `据Ann、另外2方（仅为怀疑）和另外1方称：${zh}`,
    ],
    [
      'of a denial',
      [{}, { modality: 'POSSIBLE', stance: 'DENIES' }],
      `According to Ann: ${en} — denied by Ben (as possible)`,
      `据Ann称：${zh}——Ben（认为可能）否认`,
    ],
    [
      'of what was taken back',
      [
        { modality: 'SUSPECTED', speaker: felix },
        { stance: 'RETRACTS', speaker: felix },
      ],
      `Said and since taken back by Niko Felix (as a suspicion): ${en}`,
      `Niko Felix（仅为怀疑）曾称、后已收回：${zh}`,
    ],
  ])('hedges %s', (_, options, english, chinese) => {
    const names = ['Ann', 'Ben', 'Cy', 'Dee'];
    const one = dossier(
      options.map((each, position) =>
        entry(String(position), { speaker: entity(names[position] ?? ''), position, ...each }),
      ),
    );
    expect(headlineOf(one, 'en')).toBe(english);
    expect(headlineOf(one, 'zh')).toBe(chinese);
  });

  const relayed = (id: string, by: Entity, options: Parameters<typeof entry>[1] = {}) => {
    const said = entry(id, { speaker: entity(id), ...options });
    return [said, entry(`${id} relayed`, { speaker: by, of: said })];
  };

  test.each([
    [
      'behind each where they came by different ways',
      dossier([...relayed('Ann', huxiu), ...relayed('Ben', verge)]),
      `According to Ann (as reported by Huxiu) and Ben (as reported by The Verge): ${en}`,
      `据Ann（虎嗅报道）和Ben（The Verge报道）称：${zh}`,
    ],
    [
      'behind the one who is known by report alone',
      dossier([...relayed('Ann', huxiu), entry('Ben', { speaker: entity('Ben') })]),
      `According to Ann (as reported by Huxiu) and Ben: ${en}`,
      `据Ann（虎嗅报道）和Ben称：${zh}`,
    ],
    [
      'of those who are only counted, where they share them, else that there are several',
      dossier([
        entry('Ann', { speaker: entity('Ann') }),
        ...relayed('Ben', huxiu),
        ...relayed('Cy', verge),
        ...relayed('Dee', huxiu, { modality: 'SUSPECTED' }),
      ]),
      `According to Ann, 2 others (as reported by various) and 1 other (as a suspicion; as reported by Huxiu): ${en}`,
      `据Ann、另外2方（各有报道）和另外1方（仅为怀疑；虎嗅报道）称：${zh}`,
    ],
    [
      'of a denial',
      dossier([entry('Ann', { speaker: entity('Ann') }), ...relayed('Ben', huxiu, { stance: 'DENIES' })]),
      `According to Ann: ${en} — denied by Ben (as reported by Huxiu)`,
      `据Ann称：${zh}——Ben（虎嗅报道）否认`,
    ],
    [
      'of no denial that stands here itself as well',
      dossier([
        entry('Ann', { speaker: entity('Ann') }),
        ...relayed('Ben', huxiu, { stance: 'DENIES' }),
        entry('Ben himself', { speaker: entity('Ben'), stance: 'DENIES' }),
      ]),
      `According to Ann: ${en} — denied by Ben`,
      `据Ann称：${zh}——Ben否认`,
    ],
    [
      'as a chatbot where it is one',
      dossier(relayed('Ann', grok)),
      `According to Ann, as reported by the chatbot Grok: ${en}`,
      `据Ann称（聊天机器人Grok报道）：${zh}`,
    ],
  ])('names reporters %s', (_, one, english, chinese) => {
    expect(headlineOf(one, 'en')).toBe(english);
    expect(headlineOf(one, 'zh')).toBe(chinese);
  });

  test.each([
    ['an altered version of words of its own', {}],
    ['the words of one judged the same', { speaker: entity('The Huxiu', { clusterId: 'huxiu' }) }],
  ])('names who passes on %s', (_, options) => {
    const earlier = entry('earlier', { speaker: huxiu, claimId: 'another', ...options });
    const one = dossier([entry('now', { speaker: huxiu, of: earlier, modality: 'POSSIBLE' })], {
      others: [earlier],
    });
    expect(headlineOf(one, 'en')).toBe(`According to Huxiu, possibly: ${en}`);
    expect(headlineOf(one, 'zh')).toBe(`据虎嗅称，可能：${zh}`);
  });

  test('hedges what is only passed on', () => {
    const elsewhere = entry('elsewhere', { claimId: 'another' });
    const one = dossier([entry('now', { speaker: huxiu, of: elsewhere, modality: 'SUSPECTED' })], {
      others: [elsewhere],
    });
    expect(headlineOf(one, 'en')).toBe(`As reported by Huxiu, as a suspicion: ${en}`);
    expect(headlineOf(one, 'zh')).toBe(`据虎嗅报道，疑似：${zh}`);
  });

  test('without a language is English around the original text', () => {
    expect(headlineOf(dossier([statement]), null)).toBe(
      `According to Niko Felix (OpenAI spokesperson): ${zh}`,
    );
  });

  test('adds no punctuation to a claim that ends with some', () => {
    const ended = claim('claim', { text: [{ language: 'en', text: 'It is so.' }] });
    expect(headlineOf(dossier([statement], { claim: ended }), 'en')).toMatch(/: It is so\.$/);
  });

  test('is never the bare claim, and holds its text verbatim, whatever is recorded', () => {
    fc.assert(
      fc.property(anyDossier, fc.constantFrom('en', 'zh-Hans', 'zh', 'fr', null), (one, language) => {
        const headline = headlineOf(one, language);
        const text = pick(one.claim.text, language)?.text ?? '';
        expect(headline).toContain(text);
        expect(headline.indexOf(text)).toBeGreaterThan(3);
        expect(headline).not.toMatch(/undefined|null|[:：]\s*[:：]/);
        // Somebody always stands where somebody is named.
        expect(headline).not.toMatch(/(?:\bby|\bto)\s*[:,(]|^据(?:[：，称（]|报道)|（\s*）|\(\s*\)/);
      }),
    );
  });
});
