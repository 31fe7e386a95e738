import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statusOf } from '../../src/domain/claim-status.ts';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import { corroborationSentence } from '../../src/domain/corroboration-sentence.ts';
import { headlineOf } from '../../src/domain/headline.ts';
import { anyDossier } from './random-dossier.ts';
import { dossier, entity, entry, judged } from './records.ts';

const text = 'The account is suspended';
const inChinese = '账号已暂停';
const ann = entity('Ann');
const bob = entity('Bob');
const sally = entity('Sally');
const acme = entity('Acme', { kind: 'ORGANIZATION' });
const other = entity('Other', { kind: 'ORGANIZATION' });
const paper = entity('Paper', { kind: 'ORGANIZATION' });
const wire = entity('Wire', { kind: 'ORGANIZATION' });

type Options = Parameters<typeof entry>[1];
const bobSays = entry('bob says', { speaker: bob });
const says = (options: Options = {}) => entry('says', { speaker: ann, said: '2024-01-01', ...options });
const back = (options: Options = {}) =>
  entry('back', { speaker: ann, stance: 'RETRACTS', said: '2024-06-01', ...options });
const relayOf = (of: ReturnType<typeof entry>, options: Options = {}) =>
  entry(`relay of ${of.id}`, { speaker: paper, of, said: '2024-01-02', ...options });

/** Headlines in both languages without the claim, and the sentence on its support. */
function told(entries: readonly ReturnType<typeof entry>[], options: Parameters<typeof dossier>[1] = {}) {
  const one = dossier(entries, options);
  const corroboration = corroborationOf(one);
  return {
    headline: headlineOf(one, 'en').replace(text, '…'),
    zh: headlineOf(one, 'zh').replace(inChinese, '…'),
    sentence: corroborationSentence(corroboration, 'en'),
    sentenceZh: corroborationSentence(corroboration, 'zh'),
    status: statusOf(one),
    origins: corroboration.independentOrigins,
    deniedBy: corroboration.deniedBy,
  };
}

const forAcme = { speaker: sally, onBehalfOf: acme };

describe('a retraction that only a machine recorded', () => {
  test('takes back nothing that a person recorded, and is told as a machine’s record', () => {
    expect(told([says(), back({ method: 'MODEL' })])).toEqual({
      headline: 'According to Ann: … — own words, as only a machine recorded, taken back by Ann',
      zh: '据Ann称：…——Ann收回自己说过的话（仅有机器如此记录）',
      sentence: '1 report, 1 independent origin; own words, as only a machine recorded, taken back by Ann',
      sentenceZh: '1次陈述，1个独立源头；Ann收回自己说过的话（仅有机器如此记录）',
      status: 'NO_CONTEST_RECORDED',
      origins: 1,
      deniedBy: 0,
    });
  });

  test('leaves a denial that a person recorded standing', () => {
    expect(told([bobSays, says({ stance: 'DENIES' }), back({ method: 'RULES' })])).toMatchObject({
      headline:
        'According to Bob: … — denied by Ann; own words, as only a machine recorded, taken back by Ann',
      status: 'CONTESTED',
      deniedBy: 1,
    });
  });

  test('takes back what a machine recorded too', () => {
    expect(told([says({ method: 'MODEL' }), back({ method: 'MODEL' })])).toMatchObject({ origins: 0 });
    expect(told([says({ method: 'MODEL' }), back()])).toMatchObject({ origins: 0 });
  });
});

describe('whose act a retraction is', () => {
  test('nobody takes back for themselves what they denied for a body', () => {
    expect(told([bobSays, says({ ...forAcme, stance: 'DENIES' }), back({ speaker: sally })])).toEqual({
      headline: 'According to Bob: … — denied by Acme; own words taken back by Sally',
      zh: '据Bob称：…——Acme否认；Sally收回自己说过的话',
      sentence: '1 report, 1 independent origin; denied by Acme; own words taken back by Sally',
      sentenceZh: '1次陈述，1个独立源头；Acme否认；Sally收回自己说过的话',
      status: 'CONTESTED',
      origins: 1,
      deniedBy: 1,
    });
  });

  test('what one affirmed for a body stays the body’s, and counts no more once that one recants', () => {
    const entries = [says({ ...forAcme, role: 'spokesperson' }), back({ speaker: sally })];
    expect(told(entries)).toMatchObject({
      headline: 'According to Sally (spokesperson): … — own words taken back by Sally',
      zh: '据代表Acme的Sally称：…——Sally收回自己说过的话',
      sentence:
        '1 report, no independent origin (taken back by whoever said it); own words taken back by Sally',
      status: 'NO_CONTEST_RECORDED',
      origins: 0,
    });
    expect(told([...entries, bobSays])).toMatchObject({
      headline: 'According to Bob: … — own words taken back by Sally',
      origins: 1,
    });
  });

  test('a body takes back what was said for it by whomever, and not what one of them said for themselves', () => {
    const own = entry('own', { speaker: sally, said: '2024-01-01' });
    for (const retraction of [back({ speaker: acme }), back(forAcme), back({ onBehalfOf: acme })]) {
      expect(told([own, says({ ...forAcme, stance: 'DENIES' }), retraction])).toMatchObject({
        headline: 'According to Sally: … — denial taken back by Acme',
        zh: '据Sally称：…——Acme曾否认、已收回否认',
        sentence: '1 report, 1 independent origin; denial taken back by Acme',
        status: 'NO_CONTEST_RECORDED',
        deniedBy: 0,
      });
    }
  });

  test('one who takes back for another body takes nothing back for the first', () => {
    const entries = [says(forAcme), back({ speaker: sally, onBehalfOf: other }), bobSays];
    expect(told(entries)).toMatchObject({
      headline: 'According to Sally (speaking for Acme) and Bob: … — own words taken back by Other',
      origins: 2,
    });
  });

  test('identities are followed as decided, and where they are not, the count alone is careful', () => {
    const annie = entity('Annie', { clusterId: 'Ann' });
    expect(told([says(), back({ speaker: annie })])).toMatchObject({ status: 'UNSOURCED', origins: 0 });
    const judgements = [judged('UNSURE', 'Ann', 'Bob')];
    expect(told([says(), back({ speaker: bob })], { judgements })).toMatchObject({
      headline: 'According to Ann: … — own words taken back by Bob',
      sentence: '1 report, independent origins: at least 0, at most 1; own words taken back by Bob',
      status: 'NO_CONTEST_RECORDED',
    });
  });
});

describe('a retraction is shown', () => {
  test('of a report, which its outlet alone took back', () => {
    expect(told([says(), relayOf(says()), back({ speaker: paper })])).toMatchObject({
      headline: 'According to Ann, as reported by Paper: … — report taken back by Paper',
      zh: '据Ann称（Paper报道）：…——Paper已收回其报道',
      sentence: '2 reports, 1 independent origin; report taken back by Paper',
      sentenceZh: '2次陈述，1个独立源头；Paper已收回其报道',
    });
  });

  test('of a report, which is not named any more where another reports the same', () => {
    const entries = [says(), relayOf(says()), back({ speaker: paper })];
    const wired = entry('wired', { speaker: wire, of: says(), said: '2024-02-01' });
    expect(told([...entries, wired]).headline).toBe(
      'According to Ann, as reported by Wire: … — report taken back by Paper',
    );
  });

  test('of a report that alone tells of it, of which nothing is left', () => {
    const elsewhere = says({ claimId: 'another' });
    expect(told([relayOf(elsewhere), back({ speaker: paper })], { others: [elsewhere] })).toMatchObject({
      headline: 'Report taken back by Paper: …',
      zh: 'Paper已收回其报道：…',
      status: 'UNSOURCED',
    });
  });

  test('of what an outlet had vouched for, which is an endorsement no more', () => {
    const entries = [says(), relayOf(says(), { commitment: 'ENDORSES' }), back({ speaker: paper })];
    expect(told(entries).headline).toBe('According to Ann, as reported by Paper: … — taken back by Paper');
    expect(corroborationOf(dossier(entries)).endorsements).toBe(0);
  });

  test('beside a report that still vouches for what was taken back', () => {
    const wired = entry('wired', { speaker: wire, of: says(), said: '2024-01-02' });
    expect(told([says(), wired, relayOf(says(), { commitment: 'ENDORSES' }), back()])).toMatchObject({
      headline: 'As reported by Paper: … — taken back by Ann',
      status: 'NO_CONTEST_RECORDED',
    });
    const denial = says({ stance: 'DENIES' });
    expect(told([bobSays, denial, relayOf(denial, { commitment: 'ENDORSES' }), back()]).headline).toBe(
      'According to Bob: … — denial taken back by Ann; denial reported by Paper',
    );
  });

  test('of an own voice, beside which the report stands', () => {
    const own = entry('own', { speaker: paper, said: '2024-01-02', basis: 'UNSTATED' });
    expect(told([says(), relayOf(says()), own, back({ speaker: paper })]).headline).toBe(
      'According to Ann, as reported by Paper: … — taken back by Paper',
    );
  });

  test.each([
    ['an affirmation', bobSays, 'According to Bob: … — own words taken back by Ann'],
    [
      'a denial',
      entry('no', { speaker: bob, stance: 'DENIES' }),
      'Denied by Bob: … — own words taken back by Ann',
    ],
    [
      'a refusal to comment',
      entry('no', { speaker: bob, stance: 'DECLINES_TO_COMMENT' }),
      'Taken back by Ann: …',
    ],
  ])('of what is not recorded, beside %s', (_, beside, headline) => {
    expect(told([beside, back()]).headline).toBe(headline);
  });

  test('not where whose it is has certainly said something since', () => {
    const since = says({ said: '2024-07-01' });
    expect(told([since, back()]).headline).toBe('According to Ann: …');
  });
});

describe('a retraction has its own reporter and its own hedge', () => {
  test('not those of what it takes back', () => {
    const hedged = says({ modality: 'SUSPECTED' });
    expect(told([hedged, relayOf(hedged), back(), bobSays])).toMatchObject({
      headline: 'According to Bob: … — taken back by Ann',
      zh: '据Bob称：…——Ann已收回',
    });
    expect(told([hedged, relayOf(hedged), back()])).toMatchObject({
      headline: 'Said by Ann (as a suspicion), as reported by Paper, and taken back by Ann: …',
      zh: 'Ann（仅为怀疑）曾称（Paper报道），Ann已收回：…',
    });
  });

  test('where it is known by report alone', () => {
    const entries = [says(), back(), relayOf(back(), { speaker: wire, said: '2024-06-02' })];
    expect(told([...entries, bobSays])).toMatchObject({
      headline: 'According to Bob: … — taken back by Ann (as reported by Wire)',
      zh: '据Bob称：…——Ann（Wire报道）已收回',
    });
    expect(told(entries).headline).toBe('Said by Ann, and taken back by Ann (as reported by Wire): …');
  });

  test('of a denial', () => {
    const denial = says({ stance: 'DENIES', modality: 'POSSIBLE' });
    expect(told([denial, relayOf(denial), back(), bobSays]).headline).toBe(
      'According to Bob: … — denial taken back by Ann',
    );
  });
});

describe('a retraction without a date', () => {
  const undated = entry('back', { speaker: ann, stance: 'RETRACTS' });

  test('is one act, whichever of two sides it took back', () => {
    const entries = [
      entry('no', { speaker: ann, stance: 'DENIES', said: '2024-01-01' }),
      says({ said: '2024-02-01' }),
      undated,
    ];
    expect(told(entries)).toMatchObject({
      headline: 'Said, denied and taken back by Ann: …',
      zh: 'Ann曾称、曾否认、已收回：…',
      sentence:
        '1 report, no independent origin (taken back by whoever said it); said, denied and taken back by Ann',
      status: 'UNSOURCED',
      origins: 0,
      deniedBy: 0,
    });
    expect(told([...entries, bobSays])).toMatchObject({
      headline: 'According to Bob: … — said, denied and taken back by Ann',
      origins: 1,
    });
  });

  test('claims no order', () => {
    const entries = [says(), entry('again', { speaker: ann, said: '2024-03-01' }), undated];
    expect(told(entries)).toMatchObject({
      headline: 'Said and taken back by Ann: …',
      zh: 'Ann曾称、已收回：…',
    });
  });
});

describe('a stance that is known by an altered report alone is told', () => {
  const elsewhere = entry('elsewhere', { speaker: ann, claimId: 'another' });
  const others = [elsewhere];
  const altered = (options: Options = {}) => relayOf(elsewhere, { stance: 'DENIES', ...options });

  test('beside an affirmation, without contesting it', () => {
    expect(told([bobSays, altered()], { others })).toEqual({
      headline: 'According to Bob: … — denial reported by Paper',
      zh: '据Bob称：…——据Paper报道，有人否认',
      sentence: '1 report, 1 independent origin; denial reported by Paper',
      sentenceZh: '1次陈述，1个独立源头；据Paper报道，有人否认',
      status: 'NO_CONTEST_RECORDED',
      origins: 1,
      deniedBy: 0,
    });
  });

  test.each([
    [{}, 'Denial reported by Paper: …', '据Paper报道，有人否认：…'],
    [
      { modality: 'SUSPECTED' },
      'Denial reported by Paper (as a suspicion): …',
      '据Paper报道（仅为怀疑），有人否认：…',
    ],
    [{ stance: 'DOUBTS' }, 'Doubt reported by Paper: …', '据Paper报道，有人质疑：…'],
    [{ stance: 'RETRACTS' }, 'Retraction reported by Paper: …', '据Paper报道，有人收回：…'],
    [
      { stance: 'DECLINES_TO_COMMENT' },
      'Refusal to comment reported by Paper: …',
      '据Paper报道，有人不予置评：…',
    ],
    [{ speaker: ann }, 'Denial reported by Ann: …', '据Ann报道，有人否认：…'],
  ] as const)('alone: %j', (options, headline, zh) => {
    expect(told([altered(options)], { others })).toMatchObject({ headline, zh, status: 'UNSOURCED' });
  });

  test('over several links once, and in the other stance than was taken', () => {
    const said = says();
    const first = entry('first', { speaker: paper, of: said, stance: 'DENIES' });
    const second = entry('second', { speaker: wire, of: first });
    expect(told([said, first, second]).headline).toBe(
      'According to Ann: … — denial reported by Paper, cited by Wire',
    );
  });

  test('not where it was withdrawn', () => {
    const gone = { ...elsewhere, withdrawnAt: '2024-02-01T00:00:00.000Z' };
    expect(told([bobSays, altered()], { others: [gone] }).headline).toBe('According to Bob: …');
  });
});

test('whose retraction it is stays known where another of theirs has no known speaker', () => {
  const unknown = entity('?', { kind: 'UNKNOWN' });
  const byNobody = entry('by nobody', {
    speaker: unknown,
    onBehalfOf: acme,
    stance: 'RETRACTS',
    said: '2024-01-01',
  });
  const bySally = entry('by Sally', { ...forAcme, stance: 'RETRACTS' });
  expect(told([byNobody, bySally]).headline).toBe('Taken back by Acme: …');
});

test('on any dossier whoever takes something back, and says nothing else, is named in the headline', () => {
  let looked = 0;
  fc.assert(
    fc.property(anyDossier, ({ judgements, ...one }) => {
      const alone = { ...one, judgements: [] };
      const current = alone.entries.filter(
        ({ withdrawnAt, supersededById }) => withdrawnAt === null && supersededById === null,
      );
      const holder = ({ onBehalfOf, speaker }: (typeof current)[number]) => onBehalfOf ?? speaker;
      const retractions = current.filter(
        ({ stance, attributedToId }) => stance === 'RETRACTS' && attributedToId === null,
      );
      // Of more than two the last may be only counted.
      if (new Set(retractions.map((one) => holder(one).clusterId)).size > 2) return;
      for (const retraction of retractions) {
        const { clusterId, kind } = holder(retraction);
        const says = current.some(
          (other) => other.stance !== 'RETRACTS' && holder(other).clusterId === clusterId,
        );
        if (says || kind === 'UNKNOWN' || retraction.speaker.kind === 'UNKNOWN') continue;
        looked += 1;
        const names = clusterId === 'p1' ? ['p1', 'p2'] : [clusterId];
        const headline = headlineOf(alone, 'en');
        expect(names.some((name) => headline.includes(name))).toBe(true);
        expect(headline).toContain('aken back');
      }
    }),
    { numRuns: 1000 },
  );
  expect(looked).toBeGreaterThan(50);
});
