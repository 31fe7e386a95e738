import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../src/domain/dossier.ts';
import { headlineOf } from '../../src/domain/headline.ts';
import { pick } from '../../src/domain/localize.ts';
import {
  bytedance,
  en,
  felix,
  grok,
  huxiu,
  openai,
  people,
  seth,
  terms,
  unknown,
  verge,
  zh,
} from './headline-speakers.ts';
import { anyDossier } from './random-dossier.ts';
import { claim, dossier, entry, judged, relation, source } from './records.ts';

const gone = { withdrawnAt: '2024-02-01T00:00:00.000Z' };

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
      `According to the machine Grok: ${en}`,
      `据机器“Grok”称：${zh}`,
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
      `According to Niko Felix: ${en} — denied by the machine Grok`,
      `据Niko Felix称：${zh}——机器“Grok”否认`,
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
      `The machine Grok did not respond on whether: ${en}`,
      `机器“Grok”未回应以下主张：${zh}`,
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
      dossier([statement, relay, entry('r', { speaker: felix, onBehalfOf: openai, stance: 'RETRACTS' })]),
      `Said by Niko Felix (OpenAI spokesperson), as reported by Huxiu, and taken back by OpenAI: ${en}`,
      `代表OpenAI的Niko Felix曾称（虎嗅报道），OpenAI已收回：${zh}`,
    ],
    [
      'says that one of its speakers took it back',
      dossier([
        statement,
        entry('other', { speaker: seth }),
        entry('r', { speaker: felix, onBehalfOf: openai, stance: 'RETRACTS' }),
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
      `According to Niko Felix: ${en} — denial taken back by ByteDance`,
      `据Niko Felix称：${zh}——字节跳动曾否认、已收回否认`,
    ],
    [
      'says of a claim that nobody affirms that its denial was taken back',
      dossier([denial, entry('r', { speaker: bytedance, stance: 'RETRACTS' })]),
      `Denial taken back by ByteDance: ${en}`,
      `字节跳动曾否认、已收回否认：${zh}`,
    ],
    [
      'says who still denies it, and who took a doubt back',
      dossier([
        denial,
        entry('doubt', { speaker: verge, stance: 'DOUBTS' }),
        entry('r', { speaker: verge, stance: 'RETRACTS' }),
      ]),
      `Denied by ByteDance: ${en} — doubt taken back by The Verge`,
      `字节跳动否认：${zh}——The Verge曾质疑、已收回质疑`,
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

  test('names both of two who may be one, since that is not decided', () => {
    const entries = [entry('a', { speaker: felix }), entry('b', { speaker: seth })];
    const one = dossier(entries, { judgements: [judged('UNSURE', felix.id, seth.id)] });
    expect(headlineOf(one, 'en')).toBe(`According to Niko Felix and Jodi Seth: ${en}`);
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
