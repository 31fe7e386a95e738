import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derivationPath } from '../../src/domain/derivation-path.ts';
import type { Assertion, Source } from '../../src/domain/model.ts';
import { compareTrails, type Trail, trailOf } from '../../src/domain/trail.ts';
import { assertion, claim, derivation, entity, passage, source } from './records.ts';

const mapOf = (...sources: Source[]) => new Map(sources.map((one) => [one.id, one]));
const kindsOf = ({ steps }: Trail) =>
  steps.map(({ kind, sourceId, speakerId }) => [kind, sourceId, speakerId]);
const english = (trail: Trail) => trail.weakestLink?.weakness?.[0]?.text;

const article = source('article');
const repost = source('repost', { derivedFrom: [derivation('article')] });
const statement = source('statement');
const read = { passages: [passage('article')], source: article };

/** Read and made in one seen article: nothing weak about it. */
const whole = (id: string, options: Partial<Assertion> = {}) => assertion(id, { ...read, ...options });

describe('a trail', () => {
  test('names the machine that passes words on as its weakest link, and not one that speaks for itself', () => {
    const chatty = entity('chatty', { kind: 'MACHINE' });
    const origin = assertion('origin', { speaker: entity('ann') });
    const account = whole('account', { speaker: chatty, attributedToId: 'origin' });
    const further = whole('further', { attributedToId: 'account' });
    const trail = trailOf(further, [further, account, origin], mapOf(article));
    expect(trail).toMatchObject({ complete: false, weakestLink: { assertionId: 'account' } });
    expect(english(trail)).toBe('A machine says that this was said: it is nobody’s witness.');
    const unknown = assertion('unknown', { speaker: entity('?', { kind: 'UNKNOWN' }) });
    expect(trailOf(account, [account, unknown], mapOf(article)).weakestLink?.assertionId).toBe('unknown');
    const own = whole('own', { speaker: chatty });
    expect(trailOf(own, [own], mapOf(article))).toMatchObject({ complete: true, weakestLink: null });
  });

  test('leads from the repost over the article and its reporter to the speaker and what that rests on', () => {
    const documents = source('documents', { seen: false });
    const relay = assertion('relay', {
      speaker: entity('huxiu'),
      source: article,
      passages: [passage('repost')],
      attributedToId: 'origin',
    });
    const origin = assertion('origin', {
      speaker: entity('verge'),
      source: statement,
      passages: [passage('repost')],
      basedOn: [documents],
    });
    const trail = trailOf(relay, [relay, origin], mapOf(repost, article, statement, documents));
    expect(kindsOf(trail)).toEqual([
      ['READ_IN', 'repost', null],
      ['REPUBLISHED_FROM', 'article', null],
      ['REPORTED_BY', 'article', 'huxiu'],
      ['SAID_BY', 'statement', 'verge'],
      ['RESTS_ON', 'documents', null],
    ]);
    expect(trail).toMatchObject({ originId: 'origin', complete: false, seen: false });
    expect(trail.weakestLink).toBe(trail.steps[4]);
    expect(english(trail)).toBe('Not seen here: known only by report.');
  });

  test('of an own statement read where it was made is read there and said there, and complete', () => {
    const trail = trailOf(whole('a'), [whole('a')], mapOf(article));
    expect(kindsOf(trail)).toEqual([
      ['READ_IN', 'article', null],
      ['SAID_BY', 'article', 'speaker of a'],
    ]);
    expect(trail).toMatchObject({ complete: true, weakestLink: null, seen: true });
  });

  test.each([
    ['REPUBLISHES', 'REPUBLISHED_FROM'],
    ['TRANSLATES', 'TRANSLATED_FROM'],
    ['EXCERPTS', 'EXCERPTED_FROM'],
    ['CITES', 'CITED_FROM'],
  ] as const)('has a step of its own for a derivation that %s', (kind, step) => {
    const reading = source('reading', { derivedFrom: [derivation('article', { kind })] });
    const one = whole('a', { passages: [passage('reading')] });
    expect(kindsOf(trailOf(one, [one], mapOf(reading, article)))[1]).toEqual([step, 'article', null]);
  });

  test('takes the nearest of the places that it was read in', () => {
    const one = whole('a', { passages: [passage('repost'), passage('article')] });
    expect(kindsOf(trailOf(one, [one], mapOf(repost, article)))[0]).toEqual(['READ_IN', 'article', null]);
  });

  test('without anything known of its source begins with who said it', () => {
    const one = assertion('a');
    const trail = trailOf(one, [one], mapOf());
    expect(kindsOf(trail)).toEqual([['SAID_BY', null, 'speaker of a']]);
    expect(trail).toMatchObject({ complete: false, seen: false });
  });

  test('survives a chain that breaks off, and says so', () => {
    const trail = trailOf(whole('a'), [whole('a'), null], mapOf(article));
    expect(trail.originId).toBe('a');
    expect(kindsOf(trail).slice(1)).toEqual([
      ['REPORTED_BY', 'article', 'speaker of a'],
      ['SAID_BY', null, null],
    ]);
    expect(english(trail)).toBe('This link of the chain is not recorded.');
  });

  test('survives derivations in a circle', () => {
    const one = source('one', { derivedFrom: [derivation('two')] });
    const two = source('two', { derivedFrom: [derivation('one'), derivation('article')] });
    const read = whole('a', { passages: [passage('one')] });
    const trail = trailOf(read, [read], mapOf(one, two, article));
    expect(trail.steps.map(({ sourceId }) => sourceId)).toEqual(['one', 'two', 'article', 'article']);
    const elsewhere = whole('a', { passages: [passage('one')], source: statement });
    expect(english(trailOf(elsewhere, [elsewhere], mapOf(one, two, statement)))).toBe(
      'How this came to where it was read is not recorded.',
    );
  });
});

describe('a trail is not complete', () => {
  const unseen = source('unseen', { seen: false });
  test.each<[string, Partial<Assertion>, string]>([
    ['withdrawn', { withdrawnAt: '2024-02-01T00:00:00.000Z' }, 'This record was withdrawn.'],
    [
      'of an unknown speaker',
      { speaker: entity('u', { kind: 'UNKNOWN' }) },
      'The text does not tell whose words these are.',
    ],
    ['unseen', { source: unseen }, 'Not seen here: known only by report.'],
    ['known only by report', { source: null }, 'Not seen here: known only by report.'],
    [
      'not checked',
      { passages: [passage('article', 'UNVERIFIED')] },
      'The words have not been checked against the source.',
    ],
    [
      'not found any more',
      { passages: [passage('article', 'GONE')] },
      'The words are no longer found in the source.',
    ],
    ['altered since', { passages: [passage('article', 'ALTERED')] }, 'The source now has other words.'],
    ['without a passage', { passages: [] }, 'The words have not been checked against the source.'],
    ['resting on something unseen', { basedOn: [unseen] }, 'Not seen here: known only by report.'],
  ])('where a link is %s', (_, options, weakness) => {
    const origin = whole('origin', options);
    const top = whole('top');
    const trail = trailOf(top, [top, origin], mapOf(article, unseen));
    expect(trail.complete).toBe(false);
    expect(english(trail)).toBe(weakness);
  });

  test.each([
    ['claim', { claim: claim('another') }],
    ['position', { stance: 'DENIES' as const }],
  ])('where a relay has another %s than what it passes on', (_, options) => {
    const top = whole('top');
    const trail = trailOf(top, [top, whole('origin', options)], mapOf(article));
    expect(trail.complete).toBe(false);
    expect(trail.weakestLink).toMatchObject({ kind: 'REPORTED_BY', assertionId: 'top' });
    expect(english(trail)).toBe('What it passes on was another claim, or another position.');
  });

  test('where a derivation is only proposed, and a rejected one leads nowhere', () => {
    const reading = (status: 'PROPOSED' | 'REJECTED') =>
      source('reading', { derivedFrom: [derivation('article', { status })] });
    const one = whole('a', { passages: [passage('reading')] });
    const proposed = trailOf(one, [one], mapOf(reading('PROPOSED'), article));
    expect(proposed).toMatchObject({ complete: false, seen: true });
    expect(proposed.weakestLink).toMatchObject({ kind: 'REPUBLISHED_FROM', sourceId: 'article' });
    const rejected = trailOf(one, [one], mapOf(reading('REJECTED'), article));
    expect(kindsOf(rejected).map(([kind]) => kind)).toEqual(['READ_IN', 'SAID_BY']);
    expect(rejected.complete).toBe(false);
  });
});

test('a trail goes by what is confirmed throughout, before a shorter way that is proposed', () => {
  const direct = derivation('article', { status: 'PROPOSED' });
  const reading = source('reading', { derivedFrom: [direct, derivation('between')] });
  const between = source('between', { derivedFrom: [derivation('article')] });
  const one = whole('a', { passages: [passage('reading')] });
  const trail = trailOf(one, [one], mapOf(reading, between, article));
  expect(trail.steps.map(({ sourceId }) => sourceId)).toEqual(['reading', 'between', 'article', 'article']);
  expect(trail.complete).toBe(true);

  const proposed = source('proposed', { derivedFrom: [direct] });
  const two = whole('b', { passages: [passage('proposed'), passage('reading')] });
  expect(trailOf(two, [two], mapOf(reading, proposed, between, article)).complete).toBe(true);
});

describe('the weakest link', () => {
  const weak: [string, Partial<Assertion>][] = [
    ['withdrawn', { withdrawnAt: '2024-02-01T00:00:00.000Z' }],
    ['unknown', { speaker: entity('u', { kind: 'UNKNOWN' }) }],
    ['unseen', { source: null }],
    ['unverified', { passages: [passage('article', 'UNVERIFIED')] }],
  ];

  test.each(
    weak.flatMap(([stronger, options], index) =>
      weak.slice(index + 1).map(([weaker, other]) => [stronger, weaker, options, other] as const),
    ),
  )('is the %s one rather than the %s one, wherever they stand', (_, __, options, other) => {
    const top = whole('top');
    for (const [first, second] of [
      [options, other],
      [other, options],
    ] as const) {
      const chain = [top, whole('x', first), whole('y', second), whole('z')];
      const weakest = trailOf(top, chain, mapOf(article)).weakestLink;
      expect(weakest?.assertionId).toBe(first === options ? 'x' : 'y');
    }
  });

  test('is, of equals, the one nearest the origin', () => {
    const unseen = { source: null };
    const top = whole('top', unseen);
    const chain = [
      top,
      whole('x', unseen),
      whole('y', { ...unseen, basedOn: [source('d', { seen: false })] }),
    ];
    expect(trailOf(top, chain, mapOf(article)).weakestLink).toMatchObject({
      kind: 'SAID_BY',
      assertionId: 'y',
    });
    expect(trailOf(top, [...chain, whole('z')], mapOf(article)).weakestLink?.assertionId).toBe('y');
  });
});

describe('trails are ordered', () => {
  const trail = trailOf(whole('a'), [whole('a')], mapOf(article));
  const step = trail.steps.slice(0, 1);
  test.each<[string, Partial<Trail>]>([
    ['complete before incomplete', { complete: false, steps: [] }],
    ['seen before unseen', { seen: false, steps: [] }],
    ['shorter first', { steps: [...trail.steps, ...step], recordedAt: '2023-01-01T00:00:00.000Z' }],
    ['earlier recorded first', { recordedAt: '2024-06-01T00:00:00.000Z', position: -1 }],
    ['then by position', { position: 1, id: '0' }],
    ['then by id', { id: 'b' }],
  ])('%s', (_, options) => {
    const other = { ...trail, ...options };
    expect(compareTrails(trail, other)).toBeLessThan(0);
    expect(compareTrails(other, trail)).toBeGreaterThan(0);
    expect(compareTrails(other, other)).toBe(0);
  });
});

test('a path of derivations has the fewest that are only proposed, and is a shortest of those, on any sources', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const anySources = fc.array(
    fc.tuple(
      fc.constantFrom(...ids),
      fc.constantFrom(...ids),
      fc.constantFrom('CONFIRMED', 'PROPOSED', 'REJECTED'),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(anySources, (edges) => {
      const sources = mapOf(
        ...ids.map((id) =>
          source(id, {
            derivedFrom: edges
              .filter(([from]) => from === id)
              .map(([, to, status]) => derivation(to, { status })),
          }),
        ),
      );
      // Every walk of up to four steps, by brute force: its length, then how much of it is proposed.
      const walks = (from: string, steps: number): [number, number][] => [
        ...(from === 'e' ? [[0, 0] as [number, number]] : []),
        ...(steps === 0 ? [] : edges)
          .filter(([start, , status]) => start === from && status !== 'REJECTED')
          .flatMap(([, to, status]) =>
            walks(to, steps - 1).map(([length, proposed]): [number, number] => [
              length + 1,
              proposed + Number(status === 'PROPOSED'),
            ]),
          ),
      ];
      const [best] = walks('a', 4).sort(([l, p], [m, q]) => p - q || l - m);
      const path = derivationPath('a', 'e', sources);
      expect(path && [path.length, path.filter(({ status }) => status === 'PROPOSED').length]).toEqual(
        best ?? null,
      );
    }),
  );
});
