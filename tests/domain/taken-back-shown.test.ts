import { describe, expect, test } from 'vitest';
import { corroborationOf } from '../../src/domain/corroboration.ts';
import { dossier, entry } from './records.ts';
import { back, bob, bobSays, paper, relayOf, says, told, wire } from './told-claim.ts';

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
