import { describe, expect, test } from 'vitest';
import { statusOf } from '../../src/domain/claim-status.ts';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import { corroborationSentence } from '../../src/domain/corroboration-sentence.ts';
import type { Dossier, DossierEntry } from '../../src/domain/dossier.ts';
import { headlineOf } from '../../src/domain/headline.ts';
import { dossier, entity, entry, source } from './records.ts';

const ann = entity('Ann');
const bob = entity('Bob');
const agency = entity('Agency', { kind: 'ORGANIZATION' });
const daily = entity('Daily', { kind: 'ORGANIZATION' });
const weekly = entity('Weekly', { kind: 'ORGANIZATION' });
const chatty = entity('Chatty', { kind: 'MACHINE' });
const nobody = entity('?', { kind: 'UNKNOWN' });
const gone = { withdrawnAt: '2024-02-01T00:00:00.000Z' };

const told = (entries: readonly DossierEntry[], others: Partial<Dossier> = {}) => {
  const one = dossier(entries, others);
  const corroboration = corroborationOf(one);
  return {
    status: statusOf(one),
    count: corroboration.independentOrigins,
    atMost: corroboration.independentOriginsAtMost,
    deniedBy: corroboration.deniedBy,
    headline: headlineOf(one, 'en'),
    chinese: headlineOf(one, 'zh'),
    sentence: corroborationSentence(corroboration, 'en'),
    chineseSentence: corroborationSentence(corroboration, 'zh'),
    reasons: corroboration.origins.map(({ reason }) => reason[0]?.text),
  };
};

describe('a copy is as good a witness as what it copies', () => {
  const copies = [
    entry('copy 1', { speaker: daily, copyOfId: 'first' }),
    entry('copy 2', { speaker: weekly, copyOfId: 'first' }),
  ];

  test('of what was withdrawn: who copied it says it still, and is no witness', () => {
    expect(told([entry('first', { speaker: ann, ...gone }), ...copies])).toMatchObject({
      status: 'NO_CONTEST_RECORDED',
      count: 0,
      headline: 'According to Daily and Weekly: The account is suspended',
      chinese: '据Daily和Weekly称：账号已暂停',
      sentence: '2 reports, no independent origin (copied from what was withdrawn from this record)',
      chineseSentence: '2次陈述，无独立源头（抄自已从本记录撤回的内容）',
    });
    const other = entry('other', { speaker: bob });
    expect(told([entry('first', { speaker: ann, ...gone }), ...copies, other])).toMatchObject({
      status: 'NO_CONTEST_RECORDED',
      count: 1,
      headline: 'According to Bob: The account is suspended',
      sentence: '3 reports, 1 independent origin',
    });
  });

  test('and who copied a denial that was withdrawn denies it still', () => {
    const denials = copies.map((copy) => ({ ...copy, stance: 'DENIES' as const }));
    const first = entry('first', { speaker: ann, stance: 'DENIES', ...gone });
    expect(told([entry('said', { speaker: bob }), first, ...denials])).toMatchObject({
      status: 'CONTESTED',
      deniedBy: 2,
      headline: 'According to Bob: The account is suspended — denied by Daily and Weekly',
    });
  });

  test('of an own voice beside one that is relayed: one voice however many copy it', () => {
    const said = entry('said', { speaker: ann });
    const relayed = entry('relayed', { speaker: agency, of: said });
    const own = entry('first', { speaker: agency, basis: 'UNSTATED' });
    const further = entry('further', { speaker: bob, copyOfId: 'copy 1' });
    expect(told([said, relayed, own, ...copies, further])).toMatchObject({
      count: 1,
      headline: 'According to Ann, as reported by Agency: The account is suspended',
    });
  });

  test('of what was taken back: who copied it says it still, and is no witness', () => {
    const back = entry('back', { speaker: agency, stance: 'RETRACTS' });
    expect(told([entry('first', { speaker: agency }), back, ...copies])).toMatchObject({
      status: 'NO_CONTEST_RECORDED',
      count: 0,
      atMost: 0,
      headline:
        'According to Agency (copied by Daily and Weekly): The account is suspended — taken back by Agency',
      sentence: '3 reports, no independent origin (taken back by whoever said it; others copied it)',
      chineseSentence: '3次陈述，无独立源头（发言者已收回；其余为抄用）',
    });
  });

  test('of a machine’s, or of words whose speaker is not named', () => {
    expect(told([entry('first', { speaker: chatty }), ...copies])).toMatchObject({
      count: 0,
      headline: 'According to the machine Chatty (copied by Daily and Weekly): The account is suspended',
      chinese: '据机器“Chatty”（Daily和Weekly照抄）称：账号已暂停',
      sentence: '3 reports, no independent origin (only machines say it: Chatty; others copied it)',
    });
    expect(told([entry('first', { speaker: nobody }), ...copies])).toMatchObject({
      count: 0,
      headline:
        'According to words whose speaker is not named (copied by Daily and Weekly): The account is suspended',
      sentence: '3 reports, no independent origin (whose words they are is not told; others copied it)',
    });
  });

  test('of what does not count for another reason: that something belongs with it is not denied', () => {
    const own = entry('first', { speaker: agency, basis: 'UNSTATED' });
    const relayed = entry('relayed', { speaker: agency, of: entry('x', { speaker: ann, claimId: 'other' }) });
    expect(told([own, relayed, entry('copy', { speaker: daily, copyOfId: 'first' })])).toMatchObject({
      count: 1,
      reasons: ['Those that belong with it do not count themselves'],
    });
  });
});

describe('what is known by a machine’s account alone', () => {
  const said = entry('said', { speaker: ann });
  const account = entry('account', { speaker: chatty, of: said });

  test('is no independent origin, and the sentence says why', () => {
    expect(told([said, account, entry('further', { speaker: daily, of: account })])).toMatchObject({
      count: 0,
      headline:
        'According to Ann, as reported by the machine Chatty, cited by Daily: The account is suspended',
      sentence:
        '3 reports, no independent origin (that anybody said it is known by a machine’s account alone: Chatty)',
      chineseSentence: '3次陈述，无独立源头（是否有人说过，仅见于机器的转述：Chatty）',
    });
  });

  test('contests a claim, and counts as nobody’s denial', () => {
    const denied = entry('denied', { speaker: ann, stance: 'DENIES' });
    const accountOfIt = entry('account', { speaker: chatty, of: denied });
    const affirmed = entry('affirmed', { speaker: bob });
    expect(told([affirmed, denied, accountOfIt])).toMatchObject({
      status: 'CONTESTED',
      deniedBy: 0,
      headline:
        'According to Bob: The account is suspended — denied by Ann (as reported by the machine Chatty)',
      sentence: '1 report, 1 independent origin; contradicted by 1 machine (Chatty)',
    });
    expect(told([affirmed, denied])).toMatchObject({ status: 'CONTESTED', deniedBy: 1 });
  });

  test('is otherwise known where anyone else passes it on, or it was read elsewhere: no machine takes that away', () => {
    expect(told([said, account, entry('paper', { speaker: daily, of: said })]).count).toBe(1);
    const withdrawn = entry('paper', { speaker: daily, of: said, ...gone });
    expect(told([said, account, withdrawn]).count).toBe(0);
    const read = { ...said, readInIds: ['paper'] };
    expect(told([read, { ...account, sourceId: 'chat' }]).count).toBe(1);
    expect(told([read, { ...account, readInIds: ['paper'] }]).count).toBe(0);
    const sources = [source('statement'), source('unseen', { seen: false })];
    expect(told([{ ...said, sourceId: 'statement' }, account], { sources }).count).toBe(1);
    expect(told([{ ...said, sourceId: 'unseen' }, account], { sources }).count).toBe(0);
  });
});

describe('every hedge on the way is told', () => {
  const said = entry('said', { speaker: ann });

  test('behind whoever put it so, once', () => {
    const first = entry('first', { speaker: bob, of: said, modality: 'POSSIBLE' });
    const second = entry('second', { speaker: agency, of: first, modality: 'POSSIBLE' });
    const third = entry('third', { speaker: daily, of: second });
    expect(told([said, first, second, third])).toMatchObject({
      headline:
        'According to Ann, as reported by Bob (as possible), cited by Agency, cited by Daily: The account is suspended',
      chinese: '据Ann称（Daily援引Agency援引Bob（认为可能）报道）：账号已暂停',
    });
  });

  test('of a denial that was passed on', () => {
    const denied = entry('denied', { speaker: ann, stance: 'DENIES' });
    const first = entry('first', { speaker: bob, of: denied, modality: 'PROBABLE' });
    const second = entry('second', { speaker: daily, of: first });
    expect(told([entry('affirmed', { speaker: weekly }), denied, first, second]).headline).toBe(
      'According to Weekly: The account is suspended — denied by Ann (as reported by Bob (as probable), cited by Daily)',
    );
  });

  test.each([
    ['AFFIRMS', 'As reported by Bob, cited by Daily, as a suspicion: The account is suspended'],
    ['DENIES', 'Denial reported by Bob, cited by Daily (as a suspicion): The account is suspended'],
  ] as const)('of what is known by report alone: %s', (stance, headline) => {
    const elsewhere = entry('elsewhere', { speaker: ann, claimId: 'other', modality: 'POSSIBLE' });
    const first = entry('first', { speaker: bob, of: elsewhere, stance, modality: 'SUSPECTED' });
    const second = entry('second', { speaker: daily, of: first });
    expect(told([first, second], { others: [elsewhere] }).headline).toBe(headline);
  });

  test('of those who are only counted', () => {
    const denials = (modalities: readonly DossierEntry['modality'][]) =>
      modalities.map((modality, index) =>
        entry(`denial ${index}`, { speaker: entity(`D${index}`), stance: 'DENIES', modality }),
      );
    expect(told([said, ...denials(['CERTAIN', 'CERTAIN', 'POSSIBLE', 'POSSIBLE'])])).toMatchObject({
      headline: 'According to Ann: The account is suspended — denied by D0, D1 and 2 others (as possible)',
      chinese: '据Ann称：账号已暂停——D0、D1和另外2方（认为可能）否认',
    });
    expect(told([said, ...denials(['CERTAIN', 'CERTAIN', 'POSSIBLE', 'CERTAIN'])]).headline).toBe(
      'According to Ann: The account is suspended — denied by D0, D1, 1 other (as possible) and 1 more',
    );
  });
});

test('two unnamed deniers in one source who are called the same are named as one, and counted as the contract counts', () => {
  const called = (id: string) =>
    entity(id, { anonymity: 'PROTECTED', names: [{ text: 'An insider', language: 'en', kind: 'NAME' }] });
  const denial = (id: string, sourceId: string) =>
    entry(id, { speaker: called(`who ${id}`), stance: 'DENIES', sourceId });
  const affirmed = entry('affirmed', { speaker: bob });
  expect(told([affirmed, denial('1', 's'), denial('2', 's')])).toMatchObject({
    headline: 'According to Bob: The account is suspended — denied by an insider',
    sentence: '1 report, 1 independent origin; denied by an insider',
    deniedBy: 2,
  });
  expect(told([affirmed, denial('1', 's'), denial('2', 'elsewhere')]).headline).toContain(
    'denied by an insider and an insider',
  );
});

test('a retraction in a source takes nothing back that was said in one published later, and is told', () => {
  const on = (edtf: string) => ({
    edtf,
    earliest: edtf,
    latest: edtf,
    original: null,
    resolvedAgainst: null,
  });
  const sources = [
    source('old', { publishedOn: on('2020-01-01') }),
    source('new', { publishedOn: on('2023-01-01') }),
  ];
  const pair = (saidIn: string, backIn: string) => [
    entry('said', { speaker: ann, sourceId: saidIn }),
    entry('back', { speaker: ann, stance: 'RETRACTS', sourceId: backIn }),
  ];
  expect(told(pair('new', 'old'), { sources })).toMatchObject({
    count: 1,
    headline: 'According to Ann: The account is suspended — own words taken back by Ann',
  });
  expect(told(pair('old', 'new'), { sources })).toMatchObject({ count: 0, status: 'UNSOURCED' });
  expect(told(pair('old', 'old'), { sources })).toMatchObject({ count: 0, status: 'UNSOURCED' });
});

test('a correction is told of what it corrects, a contradiction only while the other claim has not lapsed', () => {
  const entries = [entry('said', { speaker: ann })];
  const relation = (kind: 'CORRECTS' | 'CONTRADICTS', fromId: string, toId: string) => ({
    type: 'ClaimRelation' as const,
    id: kind,
    recordedAt: '2024-01-01T00:00:00.000Z',
    position: 0,
    version: 1,
    kind,
    fromId,
    toId,
    reason: [],
    status: 'CONFIRMED' as const,
    assertedByIds: [],
    proposedBy: 'editors',
  });
  const corrects = [relation('CORRECTS', 'other', 'claim')];
  expect(told(entries, { relations: corrects })).toMatchObject({
    status: 'NO_CONTEST_RECORDED',
    headline: 'According to Ann: The account is suspended — corrected by another claim',
    chinese: '据Ann称：账号已暂停——另有一项主张对其作出更正',
  });
  expect(told(entries, { relations: [relation('CORRECTS', 'claim', 'other')] }).headline).not.toContain(
    'corrected',
  );
  const contradicts = [relation('CONTRADICTS', 'claim', 'other')];
  expect(told(entries, { relations: contradicts })).toMatchObject({ status: 'CONTESTED' });
  for (const relations of [corrects, contradicts])
    expect(told(entries, { relations, lapsed: ['other'] })).toMatchObject({
      status: 'NO_CONTEST_RECORDED',
      headline: 'According to Ann: The account is suspended',
    });
});
