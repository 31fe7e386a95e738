import { idOf } from '../../src/domain/ids.ts';
import { assertion, bundleOf, claim, entity, relay } from '../support/small-bundle.ts';

const many = Array.from({ length: 60 }, (_, number) => number);
const stances = ['AFFIRMS', 'DENIES', 'DOUBTS', 'DECLINES_TO_COMMENT'] as const;
const on = (number: number) => ({
  saidOn: { edtf: `2020-01-${String((number % 28) + 1).padStart(2, '0')}` },
});

/** Claims of which so much is recorded that no page shows it all. */
export const crowd = bundleOf('test.example/crowd', {
  entities: [
    entity('company'),
    entity('stacked', { names: [{ text: 'One line\nand another', language: 'en', kind: 'NAME' }] }),
    ...many.map((number) =>
      entity(`one${number}`, {
        kind: 'PERSON',
        names: [{ text: `Speaker ${number}`, language: 'en', kind: 'NAME' }],
      }),
    ),
  ],
  sources: [
    { key: 'record', slug: 'record', kind: 'ARTICLE', title: { en: 'The paper of record' }, seen: true },
  ],
  claims: [
    claim('affirmed'),
    claim('unsaid'),
    claim('denied'),
    claim('broken', { text: { en: 'It broke\n\non two lines' } }),
    claim('relayed'),
    claim('everything', { text: { en: 'Everything', 'zh-Hans': '一切' } }),
    claim('disputed'),
    ...many.slice(0, 12).map((number) => claim(`other${number}`)),
  ],
  assertions: [
    ...many
      .slice(0, 30)
      .flatMap((number) => [
        assertion(`affirms${number}`, 'affirmed', `one${number}`, on(number)),
        assertion(`denies${number}`, 'denied', `one${number}`, { stance: 'DENIES', ...on(number) }),
        relay(`passes${number}`, 'relayed', `one${number}`, 'told', on(number)),
      ]),
    assertion('breaks', 'broken', 'stacked'),
    assertion('denial', 'affirmed', 'company', { stance: 'DENIES' }),
    assertion('affirmation', 'denied', 'company'),
    assertion('told', 'relayed', 'one31'),
    assertion('untold', 'relayed', 'company', { stance: 'DENIES' }),
    relay('passed', 'relayed', 'one32', 'untold', { stance: 'DENIES' }),
    ...many.map((number) =>
      assertion(`said${number}`, 'everything', `one${number}`, {
        stance: stances[number % 4] ?? 'AFFIRMS',
        source: 'record',
        ...on(number),
      }),
    ),
    assertion('disputes', 'disputed', 'one0'),
    ...many.slice(0, 12).map((number) => assertion(`disputes${number}`, `other${number}`, `one${number}`)),
  ],
  relations: [
    ...many.slice(0, 12).flatMap((number) => [
      {
        key: `dispute${number}`,
        kind: 'CONTRADICTS' as const,
        from: 'disputed',
        to: `other${number}`,
        reason: { en: `Not both, ${number}.` },
        status: 'CONFIRMED' as const,
      },
      {
        key: `support${number}`,
        kind: 'SUPPORTS' as const,
        from: `other${number}`,
        to: 'everything',
        reason: { en: `Part ${number} of it.` },
        status: 'CONFIRMED' as const,
      },
    ]),
    {
      key: 'pair',
      kind: 'CONTRADICTS',
      from: 'unsaid',
      to: 'affirmed',
      reason: { en: 'One is not said.' },
      status: 'CONFIRMED',
    },
    {
      key: 'correction',
      kind: 'CORRECTS',
      from: 'denied',
      to: 'affirmed',
      reason: { en: 'The corrections column.' },
      status: 'PROPOSED',
    },
  ],
  reviews: [{ key: 'check', claim: 'affirmed', reviewer: 'one0', rating: 'Not so', normalized: 'FALSE' }],
});

/** What is recorded later: one more that contradicts a claim, and one that corrects another. */
export const later = bundleOf('test.example/later', {
  entities: [],
  claims: [claim('thirteenth', { about: [idOf('Entity', 'test.example/crowd', 'company')] })],
  assertions: [assertion('thirteenth', 'thirteenth', idOf('Entity', 'test.example/crowd', 'one12'))],
  relations: [
    {
      key: 'last',
      kind: 'CONTRADICTS',
      from: 'thirteenth',
      to: idOf('Claim', 'test.example/crowd', 'disputed'),
      reason: { en: 'Nor this.' },
      status: 'CONFIRMED',
    },
    {
      key: 'prop',
      kind: 'SUPPORTS',
      from: 'thirteenth',
      to: idOf('Claim', 'test.example/crowd', 'everything'),
      reason: { en: 'It would follow.' },
      status: 'CONFIRMED',
    },
    {
      key: 'guess',
      kind: 'QUALIFIES',
      from: 'thirteenth',
      to: idOf('Claim', 'test.example/crowd', 'relayed'),
      reason: { en: 'It may be.' },
      status: 'PROPOSED',
    },
    {
      key: 'fix',
      kind: 'CORRECTS',
      from: 'thirteenth',
      to: idOf('Claim', 'test.example/crowd', 'denied'),
      reason: { en: 'The corrections column.' },
      status: 'CONFIRMED',
    },
  ],
});
