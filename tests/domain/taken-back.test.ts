import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headlineOf } from '../../src/domain/headline.ts';
import { anyDossier } from './random-dossier.ts';
import { entity, entry, judged } from './records.ts';
import { acme, ann, back, bob, bobSays, other, sally, says, told } from './told-claim.ts';

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
