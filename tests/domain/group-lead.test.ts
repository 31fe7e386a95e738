import { describe, expect, test } from 'vitest';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import type { DossierEntry, DossierJudgement } from '../../src/domain/dossier.ts';
import { headlineOf } from '../../src/domain/headline.ts';
import type { Source } from '../../src/domain/model.ts';
import { derivation, dossier, entity, entry, judged, source } from './records.ts';

const ann = entity('Ann');
const wire = entity('Wire', { kind: 'ORGANIZATION' });
const acme = entity('Acme', { kind: 'ORGANIZATION' });
const sally = entity('Sally');
const en = 'The account is suspended';
const zh = '账号已暂停';

const leadOf = (entries: readonly DossierEntry[], sources: readonly Source[] = []) =>
  corroborationOf(dossier(entries, { sources })).origins.map(({ memberIds }) => memberIds);

describe('the representative of origins that belong together', () => {
  const words = entry('words', { speaker: ann, position: 1 });

  test('is whoever is copied, recorded first or not, dated or not', () => {
    const copy = { speaker: wire, copyOfId: 'words' };
    expect(leadOf([entry('copy', copy), words])).toEqual([['words', 'copy']]);
    expect(leadOf([entry('copy', { ...copy, said: '2024-01-02' }), words])).toEqual([['words', 'copy']]);
  });

  test('is whoever is copied through others, of this claim or another', () => {
    const relay = entry('relay', { speaker: acme, of: words, position: 2 });
    const elsewhere = { ...entry('elsewhere', { copyOfId: 'words' }), claimId: 'other' };
    expect(leadOf([entry('copy', { speaker: wire, copyOfId: 'relay' }), words, relay])).toEqual([
      ['words', 'copy'],
    ]);
    const copy = entry('copy', { speaker: wire, copyOfId: 'elsewhere' });
    const [group] = corroborationOf(dossier([copy, words], { others: [elsewhere] })).origins;
    expect(group?.representativeId).toBe('words');
  });

  test('is the one made where the others’ sources derive from, if that is confirmed', () => {
    const made = (id: string, sourceId: string, position: number) =>
      entry(id, { speaker: ann, sourceId, position });
    const both = [made('reprinted', 'reprint', 0), made('printed', 'print', 1)];
    const derived = (status: 'CONFIRMED' | 'PROPOSED') => [
      source('print'),
      source('reprint', { derivedFrom: [derivation('print', { status })] }),
    ];
    expect(leadOf(both, derived('CONFIRMED'))).toEqual([['printed', 'reprinted']]);
    expect(leadOf(both, derived('PROPOSED'))).toEqual([['reprinted', 'printed']]);
  });

  test('is the one said first where the dates tell, and the one recorded first where nothing does', () => {
    const later = entry('later', { speaker: ann, said: '2024-02' });
    const sooner = entry('sooner', { speaker: ann, said: '2024-01', position: 1 });
    expect(leadOf([later, sooner])).toEqual([['sooner', 'later']]);
    expect(leadOf([entry('a', { speaker: ann, position: 1 }), entry('b', { speaker: ann })])).toEqual([
      ['b', 'a'],
    ]);
  });

  test('is found where they copy one another', () => {
    const one = entry('one', { speaker: wire, copyOfId: 'two' });
    const two = entry('two', { speaker: ann, copyOfId: 'one', position: 1 });
    expect(leadOf([two, one])).toEqual([['one', 'two']]);
  });
});

describe('a headline of origins that belong together', () => {
  const suspected = { modality: 'SUSPECTED' } as const;

  test('names whoever was copied, as unsure as they were', () => {
    const one = dossier([
      entry('copy', { speaker: wire, copyOfId: 'words' }),
      entry('words', { speaker: ann, position: 1, ...suspected }),
    ]);
    expect(headlineOf(one, 'en')).toBe(`According to Ann, as a suspicion: ${en}`);
    expect(headlineOf(one, 'zh')).toBe(`据Ann称，疑似：${zh}`);
  });

  test('tells each doubt within the group', () => {
    const one = dossier([
      entry('flat', { speaker: ann, said: '2024-01' }),
      entry('later', { speaker: ann, said: '2024-02', ...suspected }),
      entry('again', { speaker: ann, said: '2024-03', ...suspected }),
    ]);
    expect(headlineOf(one, 'en')).toBe(`According to Ann (also as a suspicion): ${en}`);
    expect(headlineOf(one, 'zh')).toBe(`据Ann（另有陈述仅为怀疑）称：${zh}`);
  });

  test('tells the doubt of a body beside its spokesman’s words', () => {
    const one = dossier([
      entry('flat', { speaker: sally, onBehalfOf: acme, said: '2024-01' }),
      entry('body', { speaker: acme, said: '2024-02', modality: 'POSSIBLE' }),
    ]);
    expect(headlineOf(one, 'en')).toBe(`According to Sally (speaking for Acme; also as possible): ${en}`);
    expect(headlineOf(one, 'zh')).toBe(`据代表Acme的Sally（另有陈述认为可能）称：${zh}`);
  });

  test('does not say that a body passed on its own denial', () => {
    const denial = entry('denial', { stance: 'DENIES', speaker: sally, onBehalfOf: acme });
    const own = entry('own', { speaker: acme, of: denial });
    const told = entry('told', { speaker: wire, of: own });
    const one = dossier([entry('words', { speaker: ann }), denial, own, told]);
    expect(headlineOf(one, 'en')).toBe(`According to Ann: ${en} — denied by Acme (as reported by Wire)`);
    expect(headlineOf(one, 'zh')).toBe(`据Ann称：${zh}——Acme（Wire报道）否认`);
  });
});

describe('unnamed voices within one source', () => {
  const insider = (id: string, options: Partial<DossierEntry> = {}) =>
    entry(id, {
      speaker: entity(id, {
        anonymity: 'PROTECTED',
        names: [{ text: 'An insider', language: 'en', kind: 'NAME' }],
      }),
      sourceId: 'article',
      ...options,
    });
  const countsOf = (entries: readonly DossierEntry[], judgements: readonly DossierJudgement[] = []) => {
    const { independentOrigins, independentOriginsAtMost } = corroborationOf(
      dossier(entries, { judgements }),
    );
    return [independentOrigins, independentOriginsAtMost];
  };

  test('may be the same, and count as one at least', () => {
    expect(countsOf([insider('x'), insider('y')])).toEqual([1, 2]);
    const read = { sourceId: null, readInIds: ['article'] };
    expect(countsOf([insider('x', read), insider('y', read)])).toEqual([1, 2]);
  });

  test('are two where they are judged different, of two kinds or in two sources', () => {
    expect(countsOf([insider('x'), insider('y')], [judged('DIFFERENT', 'x', 'y')])).toEqual([2, 2]);
    expect(countsOf([insider('x'), insider('y', { sourceId: 'other' })])).toEqual([2, 2]);
    const group = entity('y', { kind: 'GROUP', anonymity: 'UNNAMED_HERE' });
    expect(countsOf([insider('x'), insider('y', { speaker: group })])).toEqual([2, 2]);
    expect(countsOf([insider('x'), entry('y', { sourceId: 'article' })])).toEqual([2, 2]);
  });

  test('are told once in a headline where they are called the same', () => {
    const one = dossier([insider('x'), insider('y', { modality: 'POSSIBLE' })]);
    expect(headlineOf(one, 'en')).toBe(`According to an insider (also as possible): ${en}`);
    const two = dossier([insider('x'), insider('y', { sourceId: 'other' })]);
    expect(headlineOf(two, 'en')).toBe(`According to an insider and an insider: ${en}`);
  });
});

test('who may be one denies as two, in the count, the sentence and the headline, whatever is affirmed', () => {
  const five = entry('five', { stance: 'DENIES' });
  const six = entry('six', { stance: 'DENIES', position: 1 });
  const judgements = [judged('UNSURE', five.speaker.id, six.speaker.id)];
  for (const entries of [
    [five, six],
    [entry('words', { speaker: ann }), five, six],
  ]) {
    const one = dossier(entries, { judgements });
    const { deniedBy, deniers } = corroborationOf(one);
    expect([deniedBy, deniers.map(({ id }) => id)]).toEqual([2, ['speaker of five', 'speaker of six']]);
    expect(headlineOf(one, 'en')).toContain('enied by speaker of five and speaker of six');
  }
});
