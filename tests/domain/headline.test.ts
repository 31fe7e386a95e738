import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../src/domain/dossier.ts';
import { headlineOf } from '../../src/domain/headline.ts';
import { pick } from '../../src/domain/localize.ts';
import type { Name } from '../../src/domain/model.ts';
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
      `据《A page》中未指明说话人的说法：${zh}`,
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
      `据未指明说话人的说法（The Verge报道）：${zh}`,
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
      `据Niko Felix称：${zh}——字节跳动否认；The Verge质疑；另有一项说法与之矛盾`,
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
      `字节跳动对以下说法不予置评（虎嗅报道）：${zh}`,
    ],
    [
      'says that a machine did not respond',
      dossier([entry('a', { speaker: grok, stance: 'NO_RESPONSE' })]),
      `The chatbot Grok did not respond on whether: ${en}`,
      `聊天机器人Grok未回应以下说法：${zh}`,
    ],
    [
      'writes a description that stands for a name as within a sentence, and capital only at its beginning',
      dossier([entry('a', { speaker: people, stance: 'NO_RESPONSE' })]),
      `People connected with it did not respond on whether: ${en}`,
      `相关人士未回应以下说法：${zh}`,
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

  test('hedges only where all whom it names hedge alike', () => {
    const entries = [entry('a', { speaker: felix, modality: 'POSSIBLE' }), entry('b', { speaker: seth })];
    expect(headlineOf(dossier(entries), 'en')).toBe(`According to Niko Felix and Jodi Seth: ${en}`);
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
      }),
    );
  });
});
